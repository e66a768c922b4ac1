/** A technician's statement of a month: the formula, the rows behind each term, what stands beside it. */
import { ask } from '@/app/_lib/ask';
import type { PageContext } from '@/app/_lib/context';
import { lastComplete, lastPeriods } from '@/app/_lib/periods';
import type { SearchParams } from '@/app/_lib/url';
import { parsePeriod } from '@/lib/format';
import { type BonusRow, bonus } from '@/lib/reports/bonus';
import { bonusItems } from '@/lib/reports/bonus_items';
import { bonusRecords } from '@/lib/reports/bonus_records';
import { bonusTeam } from '@/lib/reports/bonus_team';
import { bonusTrace } from '@/lib/reports/bonus_trace';
import type { TraceRow } from '@/lib/reports/bonus_trace_row';
import { rowsOf } from '@/lib/reports/run';
import { cents, negative, plus, total } from '../_sums';

type Place = Awaited<ReturnType<typeof bonusTeam.run>>[number];
type Item = Awaited<ReturnType<typeof bonusItems.run>>[number];

/** The figures that have rows, in the order of the formula, each in points or in yuan. */
export const figures = {
  gross_points: 'points',
  repeat_points: 'points',
  safety_points: 'points',
  praise: 'yuan',
  savings: 'yuan',
  fines_unsigned: 'yuan',
  fines_complaint: 'yuan',
} as const;
export type StatementFigure = keyof typeof figures;
const takenAway = new Set<StatementFigure>([
  'repeat_points',
  'safety_points',
  'fines_unsigned',
  'fines_complaint',
]);

export interface StatementRow extends TraceRow {
  work_type: string | null;
  customer_name: string | null;
  coefficient: string | null;
  quantity: string | null;
  repeat_of: string | null;
  /** Nobody says whether its record is signed. */
  blank: boolean;
}

export interface StatementGroup {
  figure: StatementFigure;
  /** a, b, c…: the same letter stands at the term. */
  letter: string;
  unit: 'points' | 'yuan';
  rows: StatementRow[];
  /** What it does to the total, signed. */
  effect: string | null;
}

export interface StatementModel {
  period: string;
  row: BonusRow;
  place: Place;
  groups: StatementGroup[];
  rewards: string;
  fines: string;
  base: string;
  rate: string;
  /** Yuan: what each fine costs and what rewards may be. */
  amounts: Record<
    'praise' | 'savings' | 'fines_unsigned' | 'fines_complaint',
    { least: string; most: string }
  >;
  payer: string;
  blank: number;
  items: Item[];
  /** Six months, the earliest first; null where there was no statement. */
  history: { period: string; row: BonusRow | null; jobs: number }[];
  /** The people of the month in the order of the list, for stepping. */
  people: { at: number; of: number; before: string | null; after: string | null };
}

function groupsOf(
  trace: readonly TraceRow[],
  records: Awaited<ReturnType<typeof bonusRecords.run>>,
): StatementGroup[] {
  const known = new Map(records.map((r) => [`${r.figure}:${r.source_id}`, r]));
  const blank = new Set(trace.filter((r) => r.note === 'signature_unknown').map((r) => r.source_id));
  const rowOf = (row: TraceRow): StatementRow => {
    const record = known.get(`${row.figure === 'safety_points' ? 'accidents' : row.figure}:${row.source_id}`);
    // Where a job bears points of its own, no coefficient made them (B-01).
    const counted = row.value?.includes('×') ?? false;
    return {
      ...row,
      work_type: record?.work_type ?? null,
      customer_name: record?.customer_name ?? null,
      coefficient: counted ? (record?.coefficient ?? null) : null,
      quantity: counted ? (record?.quantity ?? null) : null,
      repeat_of: record?.repeat_of ?? null,
      blank: row.figure === 'gross_points' && blank.has(row.source_id),
    };
  };
  const names = Object.keys(figures) as StatementFigure[];
  return names
    .map((figure) => ({
      figure,
      rows: trace
        // What only lists a blank signature is marked at its job.
        .filter((r) => r.figure === figure && !['figure', 'parameter', 'rule'].includes(r.source_kind))
        .filter((r) => r.note !== 'signature_unknown')
        .map(rowOf)
        .map((r) => (takenAway.has(figure) ? { ...r, effect: negative(r.effect) } : r)),
    }))
    .filter((group) => group.rows.length > 0)
    .map((group, i) => ({
      ...group,
      letter: String.fromCharCode(97 + i),
      unit: figures[group.figure],
      effect: total(group.rows.map((r) => r.effect)),
    }));
}

/** Null where nobody of this number has a statement of the month. @throws BadParameterError, NotInForceError, QueryError */
export async function statementModel(
  ctx: PageContext,
  technician: string,
  search: SearchParams,
): Promise<{ period: string; statement: StatementModel | null }> {
  const { period } = ask(bonus, search, { period: lastComplete(ctx.defaultAsOf, 'month') });
  const months = lastPeriods(period, 6);
  const [rows, team, trace, records, items, ...earlier] = await Promise.all([
    rowsOf(bonus, ctx, { period }),
    rowsOf(bonusTeam, ctx, { period }),
    rowsOf(bonusTrace, ctx, { period, technician }),
    rowsOf(bonusRecords, ctx, { period, technician }),
    rowsOf(bonusItems, ctx, { period }),
    ...months.map(async (month) => {
      const [statements, people] = await Promise.all([
        rowsOf(bonus, ctx, { period: month }),
        rowsOf(bonusTeam, ctx, { period: month }),
      ]);
      return {
        period: month,
        row: statements.find((s) => s.technician_id === technician) ?? null,
        jobs: people.find((p) => p.technician_id === technician)?.jobs ?? 0,
      };
    }),
  ]);
  const at = rows.findIndex((r) => r.technician_id === technician);
  const row = rows[at];
  const place = team.find((p) => p.technician_id === technician);
  if (!row || !place) return { period, statement: null };
  const policy = ctx.policy.on(parsePeriod(period)?.end ?? ctx.today);
  const groups = groupsOf(trace, records);
  const same = (value: string) => ({ least: value, most: value });
  return {
    period,
    statement: {
      period,
      row,
      place,
      groups,
      rewards: cents(plus(row.praise, row.savings)) ?? '0.00',
      fines: cents(plus(row.fines_unsigned, row.fines_complaint)) ?? '0.00',
      base: policy['bonus.base_points'],
      rate: policy['bonus.point_rate'],
      amounts: {
        praise: { least: policy['bonus.praise_min'], most: policy['bonus.praise_max'] },
        savings: { least: policy['bonus.saving_min'], most: policy['bonus.saving_max'] },
        fines_unsigned: same(policy['fine.unsigned']),
        fines_complaint: same(policy['fine.complaint']),
      },
      payer: policy['payer.performance'],
      blank: groups[0]?.rows.filter((r) => r.blank).length ?? 0,
      items: items.filter((item) => item.technician_id === technician),
      history: earlier,
      people: {
        at: at + 1,
        of: rows.length,
        before: rows[at - 1]?.technician_id ?? null,
        after: rows[at + 1]?.technician_id ?? null,
      },
    },
  };
}
