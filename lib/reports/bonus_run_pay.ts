/** What everybody gets of a month: total, items, adjustments of closed months, the rest carried in (B-10, B-12). */
import { sum, yuan } from '@/lib/rules/bonus_decimal';
import { payOf } from '@/lib/rules/bonus_run';
import { type Rest, restsOf } from '@/lib/work/bonus_runs';
import { openWorkStore } from '@/lib/work/store';
import { liveBonus } from './bonus';
import type { TechnicianFilters } from './bonus_people';
import {
  closedMonths,
  type Due,
  dueIn,
  grouped,
  itemSums,
  nextMonth,
  personOf,
  unscoped,
} from './bonus_run_due';
import { closingOf, type FrozenFigures, frozenPeople, seen } from './bonus_run_frozen';
import type { StatementPerson } from './bonus_statement_shape';
import { liveTeam } from './bonus_team';
import type { ReportContext } from './report';
import { loadedRows, rowsOf } from './rows';

/** A person's line in the run of a month. */
export interface RunPerson extends FrozenFigures {
  /** What HR decided on a negative sum. */
  rest: Rest | null;
  /** A negative sum on which nobody has decided. */
  undecided: boolean;
  /** Differences of closed months; of a closed month they stand in its statement. */
  due: Due[];
}

/** Everybody's line of a month: as frozen where it is closed, else as it stands now. */
export async function runPeople(
  ctx: ReportContext,
  period: string,
  filters: TechnicianFilters = {},
): Promise<RunPerson[]> {
  const closing = await closingOf(ctx, period);
  if (!closing) {
    const all = await rowsOf(livePay, unscoped(ctx), { period });
    return all.filter((person) => seen(ctx, filters, person));
  }
  const rests = new Map(
    (await restsOf(await openWorkStore(ctx.db.dir), period)).map((r) => [r.technician_id, r]),
  );
  return (await frozenPeople(ctx, closing, filters)).map((person) => ({
    ...person,
    rest: rests.get(person.technician_id) ?? null,
    undecided: false,
    due: [],
  }));
}

/** The run of an open month, of everybody. */
export const livePay = {
  name: 'bonus_run_people',
  async run(ctx: ReportContext, { period }: { period: string }): Promise<RunPerson[]> {
    const [rows, team, items, due, carried, rests] = await Promise.all([
      loadedRows(ctx, ['bonus', period], () => liveBonus(ctx, { period })),
      loadedRows(ctx, ['bonus_team', period], () => liveTeam(ctx, { period })),
      loadedRows(ctx, ['bonus_item_sums', period], async () => [...(await itemSums(ctx, period))]),
      dueIn(ctx, period),
      carriedInto(ctx, period),
      restsOf(await openWorkStore(ctx.db.dir), period),
    ]);
    const places = new Map(team.map((t) => [t.technician_id, t]));
    const itemsOf = new Map(items);
    const dueOf = grouped(due, (d) => d.person.technician_id);
    const restOf = new Map(rests.map((r) => [r.technician_id, r]));
    const row = new Map(rows.map((r) => [r.technician_id, r]));
    const people = new Map<string, StatementPerson>(team.map((t) => [t.technician_id, personOf(t)]));
    // Who left is paid what is still due, without a statement of the month.
    for (const d of due)
      if (!people.has(d.person.technician_id)) people.set(d.person.technician_id, d.person);
    for (const c of carried.values())
      if (!people.has(c.technician_id)) people.set(c.technician_id, personOf(c));
    return [...people.values()]
      .toSorted((a, b) => (a.technician_id < b.technician_id ? -1 : 1))
      .map((person) => {
        const id = person.technician_id;
        const own = dueOf.get(id) ?? [];
        const facts = {
          total: row.has(id) ? (row.get(id)?.total ?? null) : '0.00',
          items: row.has(id) ? (itemsOf.get(id) ?? '0.00') : '0.00',
          adjustments: amountOf(own),
          carried: carried.get(id)?.pay.carried_over ?? '0.00',
        };
        const rest = restOf.get(id) ?? null;
        const { undecided, ...pay } = payOf(facts, rest);
        return {
          ...person,
          row: row.get(id) ?? null,
          jobs: places.get(id)?.jobs ?? 0,
          pay: { items: facts.items, adjustments: facts.adjustments, carried: facts.carried, ...pay },
          rest,
          undecided,
          due: own,
        };
      });
  },
};

/** Yuan; null where one of them cannot be known. */
function amountOf(due: readonly Due[]): string | null {
  const amounts = due.map((d) => d.amount);
  return amounts.some((a) => a === null) ? null : yuan(sum(amounts.map((a) => a ?? '0')));
}

/** The rests that the month before carries into this one; none while it is open, since nobody knows them yet. */
export async function carriedInto(ctx: ReportContext, period: string): Promise<Map<string, FrozenFigures>> {
  const before = (await closedMonths(ctx)).get(nextMonth(period, -1));
  if (!before) return new Map();
  const people = await frozenPeople(ctx, before, {});
  return new Map(people.filter((p) => Number(p.pay.carried_over) !== 0).map((p) => [p.technician_id, p]));
}
