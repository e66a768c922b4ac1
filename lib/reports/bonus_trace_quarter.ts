/** What stands behind a quarter's statement: the assessment, the sales of parts, then the total. */
import type { bonusParts } from '@/lib/queries/bonus';
import { plain } from '@/lib/rules/bonus_decimal';
import type { PolicyValues } from '@/lib/rules/parameters';
import { partsCommission } from '@/lib/rules/parts';
import type { Period } from '@/lib/rules/period';
import type { Person } from './bonus_people';
import type { BonusQuarterRow } from './bonus_quarter';
import { fromFigure, sourceOf, type TraceRow } from './bonus_trace_row';

type Sale = Awaited<ReturnType<typeof bonusParts>>[number];

/** The rows behind a person's statement of a quarter. */
export function traceQuarter(
  quarter: Period,
  person: Person,
  s: BonusQuarterRow,
  sales: readonly Sale[],
  policy: PolicyValues,
): TraceRow[] {
  return [
    ...assessment(quarter, person, s),
    fromFigure({
      figure: 'award',
      rule: 'B-05',
      source_id: 'rank',
      value: s.rank === null ? null : String(s.rank),
      effect: s.award,
    }),
    ...parts(person, sales, policy),
    fromFigure({ figure: 'total', rule: 'B-10', source_id: 'award', value: s.award, effect: s.award }),
    fromFigure({
      figure: 'total',
      rule: 'B-10',
      source_id: 'parts_commission',
      value: s.parts_commission,
      effect: s.parts_commission,
    }),
  ];
}

function assessment(quarter: Period, person: Person, s: BonusQuarterRow): TraceRow[] {
  if (s.score === null || s.rank === null) return [];
  const row = {
    rule: 'B-05',
    source_kind: 'assessments',
    source_id: quarter.name,
    date: null,
    value: s.score,
    ...sourceOf(person),
  };
  return [
    { ...row, figure: 'score', effect: s.score, note: null },
    { ...row, figure: 'rank', effect: String(s.rank), note: s.tie_flag ? 'tie_to_decide' : null },
  ];
}

function parts(person: Person, sales: readonly Sale[], policy: PolicyValues): TraceRow[] {
  if (!policy['bonus.earning_roles'].includes(person.role)) return [];
  const results = sales.map((sale) => ({ sale, result: partsCommission(sale, policy) }));
  const rows = (figure: string, of: 'technician' | 'team'): TraceRow[] =>
    results.map(({ sale, result }) => ({
      figure,
      rule: 'B-09',
      source_kind: 'parts_sales',
      source_id: sale.sale_id,
      date: sale.received_in_full_on,
      value: sale.received_amount,
      effect: plain(result[of]),
      note: result.why_none,
      ...sourceOf(sale),
    }));
  return [...rows('parts_commission', 'technician'), ...rows('parts_team_share', 'team')];
}
