/** Values that must fit each other on every day on which they hold together. */
import { Decimal } from 'decimal.js';
import type { ParameterName, PolicyValues } from '@/lib/rules/parameters';
import type { PolicyBook } from '@/lib/rules/policy';
import { PolicyValueError } from './policy_input';

interface Check {
  of: readonly ParameterName[];
  holds(values: PolicyValues): boolean;
  zh: string;
  en: string;
}

const d = (text: string) => new Decimal(text);

const checks: readonly Check[] = [
  {
    of: ['bonus.praise_min', 'bonus.praise_max'],
    holds: (v) => d(v['bonus.praise_min']).lte(v['bonus.praise_max']),
    zh: '表扬信奖励的下限不能高于上限',
    en: 'The least reward for a praise letter cannot exceed the most',
  },
  {
    of: ['bonus.saving_min', 'bonus.saving_max'],
    holds: (v) => d(v['bonus.saving_min']).lte(v['bonus.saving_max']),
    zh: '成本节约奖励的下限不能高于上限',
    en: 'The least reward for a cost saving cannot exceed the most',
  },
  {
    of: ['award.first_to_rank', 'award.second_to_rank'],
    holds: (v) => v['award.first_to_rank'] < v['award.second_to_rank'],
    zh: '二等奖的名次必须在一等奖之后',
    en: 'The second award must reach a later rank than the first',
  },
  {
    of: ['parts.low_margin', 'parts.high_margin'],
    holds: (v) => d(v['parts.low_margin']).lt(v['parts.high_margin']),
    zh: '备件的低档毛利率必须低于高档',
    en: 'The lower margin of parts must be below the higher one',
  },
  {
    of: ['quota.vip', 'quota.preferred'],
    holds: (v) => d(v['quota.vip']).plus(v['quota.preferred']).lte(1),
    zh: 'VIP 与优选的上限加起来不能超过 100%',
    en: 'The limits of VIP and preferred customers cannot exceed 100% together',
  },
  {
    of: [
      'review.weight_volume',
      'review.weight_receivables',
      'review.weight_reputation',
      'review.weight_loyalty',
    ],
    holds: (v) =>
      d(v['review.weight_volume'])
        .plus(v['review.weight_receivables'])
        .plus(v['review.weight_reputation'])
        .plus(v['review.weight_loyalty'])
        .eq(1),
    zh: '四项评审权重加起来必须是 100%，请一起改',
    en: 'The four weights of the review must add up to 100%; change them together',
  },
  {
    of: ['calendar.added_days', 'calendar.removed_days'],
    holds: (v) => v['calendar.added_days'].every((day) => !v['calendar.removed_days'].includes(day)),
    zh: '同一天不能既是公司另定的工作日，又是休息日',
    en: 'A day cannot be both added and removed as a working day',
  },
  {
    // B-11 says that the cards can be counted, not on which scale: refused rather than silently ignored.
    of: ['assessment.survey_weight'],
    holds: (v) => d(v['assessment.survey_weight']).isZero(),
    zh: '满意度目前只随单展示，还不能计入考核得分，权重只能是 0',
    en: 'Satisfaction is shown beside the statement and cannot be counted into the score yet; its weight can only be 0',
  },
];

/**
 * Holds the checks that concern these parameters on every day from `from` on at which a value changes.
 * @throws PolicyValueError that names the first day on which they do not fit
 */
export function checkTogether(book: PolicyBook, changed: readonly ParameterName[], from: string): void {
  for (const check of checks) {
    const concerned = check.of.find((name) => changed.includes(name));
    if (!concerned) continue;
    const later = check.of
      .flatMap((name) => book.history(name).map((v) => v.from))
      .filter((day) => day > from);
    for (const day of [from, ...later.sort()]) {
      if (check.holds(book.on(day))) continue;
      throw new PolicyValueError(concerned, `${check.zh}（${day} 起）。`, `${check.en} (from ${day}).`);
    }
  }
}
