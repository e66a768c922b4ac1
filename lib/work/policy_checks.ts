/** Values that must fit each other on every day on which they hold together. */
import { Decimal } from 'decimal.js';
import type { ParameterName, PolicyValues } from '@/lib/rules/parameters';
import { DEFAULT_FROM } from '@/lib/rules/parameters/parameter';
import type { PolicyBook } from '@/lib/rules/policy';
import { classRank } from '@/lib/rules/tiers';
import { PolicyValueError } from './policy_input';

interface Check {
  id: string;
  of: readonly ParameterName[];
  holds(values: PolicyValues): boolean;
  zh: string;
  en: string;
}

const d = (text: string) => new Decimal(text);

const checks: readonly Check[] = [
  {
    id: 'praise_range',
    of: ['bonus.praise_min', 'bonus.praise_max'],
    holds: (v) => d(v['bonus.praise_min']).lte(v['bonus.praise_max']),
    zh: '表扬信奖励的下限不能高于上限',
    en: 'The least reward for a praise letter cannot exceed the most',
  },
  {
    id: 'saving_range',
    of: ['bonus.saving_min', 'bonus.saving_max'],
    holds: (v) => d(v['bonus.saving_min']).lte(v['bonus.saving_max']),
    zh: '成本节约奖励的下限不能高于上限',
    en: 'The least reward for a cost saving cannot exceed the most',
  },
  {
    id: 'award_ranks',
    of: ['award.first_to_rank', 'award.second_to_rank'],
    holds: (v) => v['award.first_to_rank'] < v['award.second_to_rank'],
    zh: '二等奖的名次必须在一等奖之后',
    en: 'The second award must reach a later rank than the first',
  },
  {
    id: 'parts_margins',
    of: ['parts.low_margin', 'parts.high_margin'],
    holds: (v) => d(v['parts.low_margin']).lt(v['parts.high_margin']),
    zh: '备件的低档毛利率必须低于高档',
    en: 'The lower margin of parts must be below the higher one',
  },
  {
    id: 'quota_limits',
    of: ['quota.vip', 'quota.preferred'],
    holds: (v) => d(v['quota.vip']).plus(v['quota.preferred']).lte(1),
    zh: 'VIP 与优选的上限加起来不能超过 100%',
    en: 'The limits of VIP and preferred customers cannot exceed 100% together',
  },
  {
    id: 'review_weights',
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
    id: 'calendar_days',
    of: ['calendar.added_days', 'calendar.removed_days'],
    holds: (v) => v['calendar.added_days'].every((day) => !v['calendar.removed_days'].includes(day)),
    zh: '同一天不能既是公司另定的工作日，又是休息日',
    en: 'A day cannot be both added and removed as a working day',
  },
  {
    id: 'survey_weight',
    // B-11 says that the cards can be counted, not on which scale: refused rather than silently ignored.
    of: ['assessment.survey_weight'],
    holds: (v) => d(v['assessment.survey_weight']).isZero(),
    zh: '满意度目前只随单展示，还不能计入考核得分，权重只能是 0',
    en: 'Satisfaction is shown beside the statement and cannot be counted into the score yet; its weight can only be 0',
  },
  {
    id: 'award_amounts',
    of: ['award.first', 'award.second'],
    holds: (v) => d(v['award.first']).gte(v['award.second']),
    zh: '一等奖不能少于二等奖',
    en: 'The first award cannot be less than the second',
  },
  {
    id: 'parts_rates',
    of: ['parts.low_rate', 'parts.high_rate'],
    holds: (v) => d(v['parts.low_rate']).lte(v['parts.high_rate']),
    zh: '备件的低档提成不能高于高档',
    en: 'The commission at the lower margin of parts cannot exceed that at the higher one',
  },
  {
    id: 'bonus_roles',
    of: ['bonus.earning_roles'],
    holds: (v) => v['bonus.earning_roles'].length > 0,
    zh: '至少要有一个岗位计算奖金',
    en: 'At least one role must earn bonuses',
  },
  {
    id: 'repeat_causes',
    of: ['bonus.no_repeat_causes'],
    holds: (v) => v['bonus.no_repeat_causes'].length > 0,
    zh: '至少要有一种原因算重复服务，否则每个项目都得奖',
    en: 'At least one cause must count as a repeat, or every project is rewarded',
  },
  {
    id: 'tier_sales',
    of: ['tier.vip_min_sales', 'tier.preferred_min_sales'],
    holds: (v) => d(v['tier.vip_min_sales']).gte(v['tier.preferred_min_sales']),
    zh: 'VIP 的净销售门槛不能低于优选',
    en: 'The net sales that make a VIP cannot be below those that make a preferred customer',
  },
  {
    id: 'tier_class',
    of: ['tier.vip_min_class', 'tier.preferred_min_class'],
    holds: (v) =>
      (classRank(v['tier.vip_min_class']) ?? 0) >= (classRank(v['tier.preferred_min_class']) ?? 0),
    zh: 'VIP 的机构等级门槛不能低于优选',
    en: 'The institution class that makes a VIP cannot be below the one that makes a preferred customer',
  },
  {
    id: 'tier_beds',
    of: ['tier.vip_min_beds', 'tier.preferred_min_beds'],
    holds: (v) => v['tier.vip_min_beds'] >= v['tier.preferred_min_beds'],
    zh: 'VIP 的床位门槛不能低于优选',
    en: 'The beds that make a VIP cannot be fewer than those that make a preferred customer',
  },
  {
    // Scores run from 0 to 100: a bound above would be a tier that nobody can reach, or from which everybody falls.
    id: 'review_scores',
    of: ['review.demote_score', 'review.promote_score'],
    holds: (v) =>
      d(v['review.demote_score']).lte(v['review.promote_score']) && d(v['review.promote_score']).lte(100),
    zh: '降级得分不能高于升级得分，升级得分不能高于 100',
    en: 'The score of a demotion cannot exceed the score of a promotion, nor that one 100',
  },
  {
    id: 'face_to_face',
    of: ['visit.face_to_face', 'contact.methods'],
    holds: (v) => v['visit.face_to_face'].every((m) => v['contact.methods'].includes(m)),
    zh: '算面谈的方式必须也算联系',
    en: 'A method that is face to face must count as a contact too',
  },
  {
    id: 'arrival',
    of: ['service.arrive_urban', 'service.arrive_suburban'],
    holds: (v) => d(v['service.arrive_urban']).lte(v['service.arrive_suburban']),
    zh: '市区的到达期限不能长于郊区',
    en: 'The time to arrive in town cannot exceed that of the suburbs',
  },
];

/** Values that do not fit each other, and the first day on which they do not. */
export interface Conflict {
  check: string;
  /** The parameter that is being changed, or the first one concerned. */
  parameter: ParameterName;
  day: string;
  zh: string;
  en: string;
}

/** Days from one on at which a value of the check changes; that one first. */
function daysOf(check: Check, book: PolicyBook, from: string): string[] {
  const later = check.of.flatMap((name) => book.history(name).map((v) => v.from)).filter((day) => day > from);
  return [from, ...[...new Set(later)].sort()];
}

function conflictOf(
  check: Check,
  book: PolicyBook,
  parameter: ParameterName,
  from: string,
): Conflict | undefined {
  const day = daysOf(check, book, from).find((one) => !check.holds(book.on(one)));
  if (day === undefined) return undefined;
  return {
    check: check.id,
    parameter,
    day,
    zh: `${check.zh}（${day} 起）。`,
    en: `${check.en} (from ${day}).`,
  };
}

/** What does not fit of these parameters on any day from one on; each check once, with its first such day. */
export function conflictsOf(book: PolicyBook, changed: readonly ParameterName[], from: string): Conflict[] {
  return checks.flatMap((check) => {
    const concerned = check.of.find((name) => changed.includes(name));
    return (concerned && conflictOf(check, book, concerned, from)) ?? [];
  });
}

/**
 * Holds the checks that concern these parameters on every day from `from` on at which a value changes.
 * @throws PolicyValueError that names the first day on which they do not fit
 */
export function checkTogether(book: PolicyBook, changed: readonly ParameterName[], from: string): void {
  const [first] = conflictsOf(book, changed, from);
  if (first) throw new PolicyValueError(first.parameter, first.zh, first.en);
}

/** One check as the policy page lists it: what must hold, over which days it was tried, and where it does not. */
export interface CheckResult {
  id: string;
  parameters: readonly ParameterName[];
  zh: string;
  en: string;
  /** Days at which one of the values changes, the first day of all included. */
  days: readonly string[];
  conflict: Conflict | null;
}

/** Every check over the whole of the policy, past and to come. */
export const allChecks = (book: PolicyBook): CheckResult[] =>
  checks.map((check) => ({
    id: check.id,
    parameters: check.of,
    zh: check.zh,
    en: check.en,
    days: daysOf(check, book, DEFAULT_FROM),
    conflict: conflictOf(check, book, check.of[0] ?? 'calendar.country', DEFAULT_FROM) ?? null,
  }));
