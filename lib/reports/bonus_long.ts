/** Quarters and half-years as data and policy give them now: what a closing freezes and is compared with (B-12). */
import { bonusParts } from '@/lib/queries/bonus';
import { sum, yuan } from '@/lib/rules/bonus_decimal';
import { liveHalf, projectsOf } from './bonus_half';
import { checkedPeriod, peopleOf } from './bonus_people';
import { liveQuarter } from './bonus_quarter';
import type { LongBody, LongFigures } from './bonus_run_frozen';
import { liveHalfStatements } from './bonus_statement_half';
import { byTechnician, itemPeriodsOf, itemsIn } from './bonus_statement_parts';
import { liveQuarterStatements } from './bonus_statement_quarter';
import { traceHalf } from './bonus_trace_half';
import { traceQuarter } from './bonus_trace_quarter';
import type { TraceRow } from './bonus_trace_row';
import type { ReportContext } from './report';

/** Everybody's figures of a quarter or a half-year, by number. */
export async function liveLong(ctx: ReportContext, period: string): Promise<LongFigures[]> {
  const of = checkedPeriod(period);
  const [rows, people, items] = await Promise.all([
    of.grain === 'half' ? liveHalf(ctx, { period }) : liveQuarter(ctx, { period }),
    peopleOf(ctx, of, {}),
    itemsIn(ctx, itemPeriodsOf(period)),
  ]);
  const places = new Map(people.map((p) => [p.technician_id, p]));
  return rows.map((row) => {
    const { technician_id, name, role } = row;
    const { department = null, region = null } = places.get(technician_id) ?? {};
    const own = items.get(technician_id) ?? [];
    return { row, technician_id, name, role, department, region, items: yuan(sum(own.map((i) => i.amount))) };
  });
}

export const liveLongStatements = (ctx: ReportContext, period: string): Promise<LongBody['sheet'][]> =>
  checkedPeriod(period).grain === 'half'
    ? liveHalfStatements(ctx, period)
    : liveQuarterStatements(ctx, period);

/** Everybody's trace, by technician: the rows of each query are read once for the whole company. */
export async function liveLongTraces(ctx: ReportContext, period: string): Promise<Map<string, TraceRow[]>> {
  const of = checkedPeriod(period);
  const policy = ctx.policy.on(of.end);
  if (of.grain === 'half') {
    const [rows, projects] = await Promise.all([
      liveHalf(ctx, { period }),
      projectsOf(ctx, of, { each: true, technician: null }),
    ]);
    const own = byTechnician(projects);
    return new Map(
      rows.map(({ technician_id: id }) => [id, traceHalf(own.get(id) ?? [], policy['bonus.no_repeat'])]),
    );
  }
  const [rows, people, sales] = await Promise.all([
    liveQuarter(ctx, { period }),
    peopleOf(ctx, of, {}),
    bonusParts(ctx.db, { from: of.start, until: of.end, technician: null }),
  ]);
  const places = new Map(people.map((p) => [p.technician_id, p]));
  const own = byTechnician(sales);
  return new Map(
    rows.map((row) => {
      const person = places.get(row.technician_id);
      const trace = person ? traceQuarter(of, person, row, own.get(row.technician_id) ?? [], policy) : [];
      return [row.technician_id, trace];
    }),
  );
}
