/** What has to be looked at before a month is paid, counted from its rows (B-01, B-02, B-06, B-07). */
import Decimal from 'decimal.js';
import type { PageContext } from '@/app/_lib/context';
import { parsePeriod } from '@/lib/format';
import type { bonus } from '@/lib/reports/bonus';
import { bonusQuestions, findings } from '@/lib/reports/bonus_questions';
import { bonusRecords } from '@/lib/reports/bonus_records';
import { rowsOf } from '@/lib/reports/run';

type Params = Parameters<typeof bonus.run>[1];

export interface Check {
  id: (typeof findings)[number] | 'rewards';
  rule: string;
  /** Rows that need an answer; 0 is fine. */
  open: number;
  /** Rows looked at. */
  of: number;
  /** The report with those rows, and its parameters beside the month and the filters. */
  report: string;
  more: Record<string, string[]>;
  /** The range that holds, for rewards: yuan. */
  range: { least: string; most: string } | null;
}

const ruleOf = {
  no_points: 'B-01',
  original_unknown: 'B-02',
  signature_unknown: 'B-07',
  under_inquiry: 'B-07',
  unknown_technician: 'B-10',
} as const;

export async function checksOf(ctx: PageContext, params: Params): Promise<Check[]> {
  const [questions, records] = await Promise.all([
    rowsOf(bonusQuestions, ctx, params),
    rowsOf(bonusRecords, ctx, params),
  ]);
  const policy = ctx.policy.on(parsePeriod(params.period)?.end ?? ctx.today);
  const jobs = records.filter((r) => r.figure === 'gross_points').length;
  const rewards = records.filter((r) => r.figure === 'praise' || r.figure === 'savings');
  const outside = rewards.filter((r) => {
    const kind = r.figure === 'praise' ? 'praise' : 'saving';
    const amount = new Decimal(r.amount ?? 0);
    return amount.lt(policy[`bonus.${kind}_min`]) || amount.gt(policy[`bonus.${kind}_max`]);
  });
  return [
    ...findings.map((id) => ({
      id,
      rule: ruleOf[id],
      open: questions.filter((q) => q.finding === id).length,
      of: jobs,
      report: 'bonus_questions',
      more: { finding: [id] },
      range: null,
    })),
    {
      id: 'rewards',
      rule: 'B-06',
      open: outside.length,
      of: rewards.length,
      report: 'bonus_records',
      more: { figure: ['praise', 'savings'] },
      range: { least: policy['bonus.praise_min'], most: policy['bonus.praise_max'] },
    },
  ];
}
