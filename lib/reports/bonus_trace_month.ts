/** What stands behind a month's statement: its jobs and records, then the figures one upon the other. */
import { bonusEntries } from '@/lib/queries/bonus';
import { exact, plain } from '@/lib/rules/bonus_decimal';
import { accidentsThatCount, type MonthPolicy, type MonthStatement } from '@/lib/rules/bonus_month';
import type { Period } from '@/lib/rules/period';
import { fromFigure, fromParameter, fromRule, minus, sourceOf, type TraceRow } from './bonus_trace_row';
import type { ReportContext } from './report';

type Entry = Awaited<ReturnType<typeof bonusEntries>>[number];

const ruleOf: Readonly<Record<string, string>> = {
  gross_points: 'B-01',
  repeat_points: 'B-02',
  accidents: 'B-03',
  praise: 'B-06',
  savings: 'B-06',
  fines_unsigned: 'B-07',
  fines_complaint: 'B-07',
};

/** The entries of a month, of one technician or of everybody (null), by technician. */
export async function monthEntries(
  ctx: ReportContext,
  month: Period,
  technician: string | null,
): Promise<Map<string, Entry[]>> {
  const entries = await bonusEntries(ctx.db, {
    from: month.start,
    until: month.end,
    default_quantity: ctx.policy.on(month.end)['bonus.default_quantity'],
    technician,
  });
  const of = new Map<string, Entry[]>();
  for (const entry of entries) {
    const own = of.get(entry.technician_id);
    if (own) own.push(entry);
    else of.set(entry.technician_id, [entry]);
  }
  return of;
}

/** The rows behind a technician's statement of a month, figure by figure in the statement's order. */
export function traceMonth(
  entries: readonly Entry[],
  statement: MonthStatement,
  policy: MonthPolicy,
): TraceRow[] {
  const of = (figure: string) => entries.filter((e) => e.figure === figure).map((e) => fromEntry(e, policy));
  return [
    ...of('gross_points'),
    ...of('repeat_points'),
    ...of('accidents'),
    ...safety(of('accidents'), policy),
    ...pointFigures(statement, policy),
    ...of('praise'),
    ...of('savings'),
    ...of('fines_unsigned'),
    ...of('fines_complaint'),
    ...total(statement),
  ];
}

function fromEntry(e: Entry, policy: MonthPolicy): TraceRow {
  const { value, effect } = worth(e, policy);
  return {
    figure: e.figure,
    rule: ruleOf[e.figure] ?? '',
    source_kind: e.source_kind,
    source_id: e.source_id,
    date: e.date,
    value,
    effect: e.counts ? effect : '0',
    note: e.note,
    ...sourceOf(e),
  };
}

function worth(e: Entry, policy: MonthPolicy): { value: string | null; effect: string | null } {
  const short = (text: string) => plain(exact(text));
  switch (e.figure) {
    case 'gross_points':
    case 'repeat_points': {
      if (e.points === null) return { value: null, effect: null };
      const counted = `${short(e.coefficient ?? '0')} × ${short(e.quantity)}`;
      return {
        value: e.recorded_points === null ? counted : short(e.recorded_points),
        effect: short(e.points),
      };
    }
    case 'accidents':
      return { value: null, effect: '1' };
    case 'fines_unsigned':
      return { value: null, effect: policy['fine.unsigned'] };
    case 'fines_complaint':
      return { value: null, effect: policy['fine.complaint'] };
    default:
      return { value: e.amount, effect: e.amount ?? '0' };
  }
}

/** B-03: each accident takes its points; read once a month, the first one does. */
function safety(accidents: readonly TraceRow[], policy: MonthPolicy): TraceRow[] {
  const counted = accidentsThatCount(accidents.length, policy);
  return accidents.map((a, i) => ({
    ...a,
    figure: 'safety_points',
    value: policy['bonus.safety_points'],
    effect: i < counted ? policy['bonus.safety_points'] : '0',
  }));
}

function pointFigures(s: MonthStatement, policy: MonthPolicy): TraceRow[] {
  const rule = 'B-04';
  const net = { figure: 'net_points', rule };
  const excess = { figure: 'excess_points', rule };
  const base = policy['bonus.base_points'];
  const below = s.net_points === null ? null : exact(base).minus(s.net_points);
  const floor =
    below?.isPositive() && !below.isZero()
      ? [fromRule({ ...excess, source_id: rule, value: '0', effect: plain(below) })]
      : [];
  const pay = s.excess_points === null ? null : exact(s.excess_points).times(policy['bonus.point_rate']);
  return [
    fromFigure({ ...net, source_id: 'gross_points', value: s.gross_points, effect: s.gross_points }),
    fromFigure({
      ...net,
      source_id: 'repeat_points',
      value: s.repeat_points,
      effect: minus(s.repeat_points),
    }),
    fromFigure({
      ...net,
      source_id: 'safety_points',
      value: s.safety_points,
      effect: minus(s.safety_points),
    }),
    fromFigure({ ...excess, source_id: 'net_points', value: s.net_points, effect: s.net_points }),
    fromParameter({ ...excess, source_id: 'bonus.base_points', value: base, effect: minus(base) }),
    ...floor,
    fromFigure({
      figure: 'performance_pay',
      rule,
      source_id: 'excess_points',
      value: s.excess_points === null ? null : `${s.excess_points} × ${policy['bonus.point_rate']}`,
      effect: pay === null ? null : plain(pay),
    }),
  ];
}

function total(s: MonthStatement): TraceRow[] {
  const row = (source_id: string, value: string | null, effect: string | null) =>
    fromFigure({ figure: 'total', rule: 'B-10', source_id, value, effect });
  return [
    row('performance_pay', s.performance_pay, s.performance_pay),
    row('praise', s.praise, s.praise),
    row('savings', s.savings, s.savings),
    row('fines_unsigned', s.fines_unsigned, minus(s.fines_unsigned)),
    row('fines_complaint', s.fines_complaint, minus(s.fines_complaint)),
  ];
}
