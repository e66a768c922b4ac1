/** What stands by whom: sales, open opportunities and idle customers by department and salesperson. */
import { openByPerson, salesByPerson } from '@/lib/queries/overview';
import { type Cents, plusCents, yuanOf } from '@/lib/rules/cents';
import { stalledBefore } from '@/lib/rules/funnel';
import { column } from './columns';
import type { IdleJudged, JudgedFilters } from './idle_columns';
import { idleJudged } from './idle_judged';
import { ledgerSeen, overviewParams } from './overview_seen';
import { defineReport } from './report';

export interface OverviewPerson {
  department: string | null;
  salesperson: string | null;
  net_sales: string;
  net_sales_month: string;
  open: number;
  open_amount: string;
  stalled: number;
  idle: number;
  value_at_stake: string;
}

const nothing = {
  net_sales: '0.00',
  net_sales_month: '0.00',
  open: 0,
  open_amount: '0.00',
  stalled: 0,
  idle: 0,
  value_at_stake: '0.00',
};

const later = (a: string | null, b: string | null): number => {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return a < b ? -1 : a > b ? 1 : 0;
};

/**
 * Net sales of the year and of the month by the department and salesperson of the ledger row; open
 * opportunities by their own (F-02, F-05); idle customers by their department and owner (I-08). Everything sums to
 * the report it comes from. Amounts in yuan; what nobody is assigned to has null, last.
 */
export const overviewPeople = defineReport({
  name: 'overview_people',
  params: overviewParams,
  columns: [
    column.text('department'),
    column.text('salesperson'),
    column.money('net_sales'),
    column.money('net_sales_month'),
    column.integer('open'),
    column.money('open_amount'),
    column.integer('stalled'),
    column.integer('idle'),
    column.money('value_at_stake'),
  ],
  rules: ['A-01', 'F-02', 'F-05', 'I-08'],
  async run(ctx, p): Promise<OverviewPerson[]> {
    const [sales, open, judged] = await Promise.all([
      salesByPerson(ctx.db, ledgerSeen(ctx.viewer, p)),
      openByPerson(ctx.db, {
        ...ledgerSeen(ctx.viewer, p),
        stalled_before: stalledBefore(p.as_of, ctx.policy.on(p.as_of)),
      }),
      idleJudged(ctx, p),
    ]);
    const people = new Map<string, OverviewPerson>();
    const of = (department: string | null, salesperson: string | null): OverviewPerson => {
      const key = JSON.stringify([department, salesperson]);
      const known = people.get(key) ?? { department, salesperson, ...nothing };
      people.set(key, known);
      return known;
    };
    for (const row of sales) Object.assign(of(row.department, row.salesperson), row);
    for (const row of open) Object.assign(of(row.department, row.salesperson), row);
    for (const { department, owner, count, stake } of idlersOf(judged, p)) {
      const person = of(department, owner);
      person.idle = count;
      person.value_at_stake = yuanOf(stake);
    }
    return [...people.values()].sort(
      (a, b) => later(a.department, b.department) || later(a.salesperson, b.salesperson),
    );
  },
});

/** The idle under the filters by department and owner; no rows are made of them, who may be most of a company. */
function idlersOf(judged: IdleJudged, filters: JudgedFilters) {
  const within = judged.within(filters);
  const [departments, owners] = [judged.split('department'), judged.split('owner')];
  const found = new Map<
    number,
    { department: string | null; owner: string | null; count: number; stake: Cents }
  >();
  for (let i = 0; i < judged.length; i++) {
    if (!judged.isIdle(i) || !within(i)) continue;
    const [department, owner] = [departments.codes[i] ?? 0, owners.codes[i] ?? 0];
    const key = department * owners.texts.length + owner;
    const own = found.get(key);
    const stake = (judged.stake[i] ?? 0) as Cents;
    if (own) {
      own.count += 1;
      own.stake = plusCents(own.stake, stake);
    } else {
      const [departmentName, ownerName] = [
        departments.texts[department] ?? null,
        owners.texts[owner] ?? null,
      ];
      found.set(key, { department: departmentName, owner: ownerName, count: 1, stake });
    }
  }
  return found.values();
}
