/** What the drawer shows of one person: the statement, the rows behind it, the months before. */
import type { PageContext } from '@/app/_lib/context';
import { lastPeriods } from '@/app/_lib/periods';
import { one, type SearchParams } from '@/app/_lib/url';
import { type BonusRow, bonus } from '@/lib/reports/bonus';
import { bonusTrace } from '@/lib/reports/bonus_trace';
import type { TraceRow } from '@/lib/reports/bonus_trace_row';
import { rowsOf } from '@/lib/reports/run';
import type { BonusesModel, BonusLine } from './_model';

export interface TraceGroup {
  figure: string;
  rule: string;
  rows: TraceRow[];
}

export interface BonusDetail {
  row: BonusLine;
  /** Rows of files, by the figure they enter. */
  groups: TraceGroup[];
  /** Six months, the latest first; null where the person had no statement. */
  history: { period: string; row: BonusRow | null }[];
}

/** Trace rows by figure in their order, without those that only restate another figure. */
export function groupsOf(trace: readonly TraceRow[]): TraceGroup[] {
  const groups = new Map<string, TraceGroup>();
  for (const row of trace) {
    // `accidents` and `safety_points` have the same rows; points are what enters the figure.
    if (['figure', 'parameter', 'rule'].includes(row.source_kind) || row.figure === 'accidents') continue;
    const group = groups.get(row.figure) ?? { figure: row.figure, rule: row.rule, rows: [] };
    group.rows.push(row);
    groups.set(row.figure, group);
  }
  return [...groups.values()];
}

/** Null where the address names nobody of the list. */
export async function bonusDetail(
  ctx: PageContext,
  model: BonusesModel,
  search: SearchParams,
): Promise<BonusDetail | null> {
  const row = model.rows.find((r) => r.technician_id === one(search, 'row'));
  if (!row) return null;
  const { period } = model.params;
  const months = lastPeriods(period, 6).reverse();
  const [trace, ...statements] = await Promise.all([
    rowsOf(bonusTrace, ctx, { period, technician: row.technician_id }),
    ...months.map((month) => rowsOf(bonus, ctx, { period: month })),
  ]);
  return {
    row,
    groups: groupsOf(trace),
    history: months.map((month, i) => ({
      period: month,
      row: statements[i]?.find((s) => s.technician_id === row.technician_id) ?? null,
    })),
  };
}
