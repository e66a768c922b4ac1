/** Open demotion cases at today, with the clock of each. */
import { ask, asked } from '@/app/_lib/ask';
import type { PageContext } from '@/app/_lib/context';
import { ofDepartments } from '@/app/_lib/departments';
import { choice } from '@/app/_lib/periods';
import { href, one, type SearchParams } from '@/app/_lib/url';
import { customerTiers } from '@/lib/reports/customer_tiers';
import { demotionProblems, demotions } from '@/lib/reports/demotions';
import { rowsOf } from '@/lib/reports/run';
import { openWorkStore } from '@/lib/work/store';
import { type TierDecision, tierDecisionsOf } from '@/lib/work/tier_decisions';

export const views = ['late', 'running'] as const;
export type CaseView = (typeof views)[number];
export type CaseRow = Awaited<ReturnType<typeof demotions.run>>[number] & {
  days_late: number;
  tier: string;
  state: CaseView;
};
type Params = Parameters<typeof demotions.run>[1];

export interface CasesModel {
  params: Params;
  view: CaseView | null;
  rows: CaseRow[];
  counts: Record<CaseView | 'all', number>;
  /** Cases by how late they are; the first is within its term. */
  ages: { key: 'in_time' | 'd1_5' | 'd6_30' | 'd31'; count: number }[];
  /** Cases whose review of the half-year judges them. */
  inReview: number;
  toLowest: number;
  problemCount: number;
  options: { department: { value: string; count: number }[] };
  within: number;
  /** True where the cases shown are those of today: only they can be decided. */
  decidable: boolean;
  file: string;
  problems: string;
}

/** @throws BadParameterError, NotInForceError, QueryError */
export async function casesModel(ctx: PageContext, search: SearchParams): Promise<CasesModel> {
  const params = ask(demotions, search, { as_of: ctx.defaultAsOf });
  const view = choice('view', one(search, 'view'), views);
  const others = await rowsOf(demotions, ctx, { ...params, department: undefined });
  const found = ofDepartments(others, params.department);
  const all = found.map(
    (row): CaseRow => ({
      ...row,
      tier: 'vip',
      days_late: Math.max(0, -row.days_left),
      state: row.days_left < 0 ? 'late' : 'running',
    }),
  );
  const of = (state: CaseView | null) => all.filter((r) => state === null || r.state === state);
  const between = (least: number, most: number) =>
    all.filter((r) => r.days_late >= least && r.days_late <= most).length;
  const departments = new Map<string, number>();
  for (const { department } of others)
    if (department !== null) departments.set(department, (departments.get(department) ?? 0) + 1);
  return {
    params,
    view,
    rows: of(view),
    counts: { all: all.length, late: of('late').length, running: of('running').length },
    ages: [
      { key: 'in_time', count: between(0, 0) },
      { key: 'd1_5', count: between(1, 5) },
      { key: 'd6_30', count: between(6, 30) },
      { key: 'd31', count: between(31, Number.POSITIVE_INFINITY) },
    ],
    inReview: all.filter((r) => r.period !== null).length,
    problemCount: all.reduce((n, r) => n + r.problems, 0),
    toLowest: all.filter((r) => r.proposed_tier === 'qualified').length,
    options: {
      department: [...departments]
        .map(([value, count]) => ({ value, count }))
        .sort((a, b) => a.value.localeCompare(b.value, 'zh-CN')),
    },
    within: ctx.policy.on(params.as_of)['review.demote_within'],
    decidable: params.as_of === ctx.today,
    file: href('/api/reports/demotions', {}, asked(params)),
    problems: href('/rows/demotion_problems', {}, asked(params)),
  };
}

export interface CaseDetail {
  row: CaseRow;
  problems: Awaited<ReturnType<typeof demotionProblems.run>>;
  tiers: Awaited<ReturnType<typeof customerTiers.run>>;
  decisions: TierDecision[];
}

/** Null where the address names nobody of the list. */
export async function caseDetail(
  ctx: PageContext,
  model: CasesModel,
  search: SearchParams,
): Promise<CaseDetail | null> {
  const row = model.rows.find((r) => r.customer_id === one(search, 'row'));
  if (!row) return null;
  const { customer_id } = row;
  const { as_of } = model.params;
  const [problems, tiers, decisions] = await Promise.all([
    rowsOf(demotionProblems, ctx, { as_of, customer_id: [customer_id] }),
    rowsOf(customerTiers, ctx, { as_of, customer_id }),
    openWorkStore(ctx.db.dir).then((store) => tierDecisionsOf(store, customer_id)),
  ]);
  return { row, problems, tiers, decisions };
}
