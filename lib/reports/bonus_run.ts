/** The run of a month: what everybody gets, against the month before (B-10, B-12). */
import { exact, yuan } from '@/lib/rules/bonus_decimal';
import { technicianFilters } from './bonus_people';
import { nextMonth } from './bonus_run_due';
import { closingOf } from './bonus_run_frozen';
import { runPeople } from './bonus_run_pay';
import { column } from './columns';
import { monthPeriod } from './params';
import { defineReport } from './report';

export interface RunRow {
  technician_id: string;
  name: string;
  role: string;
  department: string | null;
  region: string | null;
  jobs: number;
  net_points: string | null;
  total: string | null;
  /** The total of the month before; null for who had no statement then. */
  total_before: string | null;
  change: string | null;
  items: string;
  adjustments: string | null;
  carried: string;
  /** Sum of the four above; a negative one is carried over or waived. */
  sum_due: string | null;
  rest: 'carry' | 'waive' | 'undecided' | null;
  payable: string | null;
  closed: boolean;
}

export const bonusRun = defineReport({
  name: 'bonus_run',
  params: { period: monthPeriod, ...technicianFilters },
  columns: [
    column.text('technician_id'),
    column.text('name'),
    column.code('role', 'role'),
    column.text('department'),
    column.text('region'),
    column.integer('jobs'),
    column.points('net_points'),
    column.money('total'),
    column.money('total_before'),
    column.money('change'),
    column.money('items'),
    column.money('adjustments'),
    column.money('carried'),
    column.money('sum_due'),
    column.code('rest', 'bonus_rest'),
    column.money('payable'),
    column.boolean('closed'),
  ],
  rules: ['B-10', 'B-12', 'B-13'],
  async run(ctx, p): Promise<RunRow[]> {
    const [people, before, closing] = await Promise.all([
      runPeople(ctx, p.period, p),
      runPeople(ctx, nextMonth(p.period, -1)),
      closingOf(ctx, p.period),
    ]);
    const totals = new Map(before.map((one) => [one.technician_id, one.row?.total ?? null]));
    return people.map(({ row, rest, undecided, pay, ...person }) => {
      const total = row?.total ?? null;
      const total_before = totals.get(person.technician_id) ?? null;
      const known = total !== null && total_before !== null;
      const negative = pay.due !== null && Number(pay.due) < 0;
      return {
        technician_id: person.technician_id,
        name: person.name,
        role: person.role,
        department: person.department,
        region: person.region,
        jobs: person.jobs,
        net_points: row?.net_points ?? null,
        total,
        total_before,
        change: known ? yuan(exact(total).minus(total_before)) : null,
        items: pay.items,
        adjustments: pay.adjustments,
        carried: pay.carried,
        sum_due: pay.due,
        rest: undecided ? 'undecided' : negative && rest ? rest.decision : null,
        payable: pay.payable,
        closed: closing !== null,
      };
    });
  },
});
