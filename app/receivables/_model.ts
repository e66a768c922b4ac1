/** Everything the page of receivables shows, from the address. */
import Decimal from 'decimal.js';
import { ask, asked } from '@/app/_lib/ask';
import type { PageContext } from '@/app/_lib/context';
import { ofDepartments } from '@/app/_lib/departments';
import { choice } from '@/app/_lib/periods';
import { href, one, type SearchParams } from '@/app/_lib/url';
import { receivables } from '@/lib/reports/receivables';
import { neverDueTotal } from '@/lib/reports/receivables-figures';
import { rowsOf } from '@/lib/reports/run';
import { sumOfYuan } from '@/lib/rules/cents';

/** A-03, from what is not due to what is longest over. */
export const ages = ['not_due', 'd1_30', 'd31_60', 'd61_90', 'd91'] as const;
export type Age = (typeof ages)[number];
export const views = ['owing', 'overdue', ...ages] as const;
export type ReceivablesView = (typeof views)[number];

type Params = Parameters<typeof receivables.run>[1];
export type ReceivableRow = Awaited<ReturnType<typeof receivables.run>>[number];

/** What a department, or all of them, has open by age. Yuan. */
export interface Ageing {
  department: string | null;
  customers: number;
  balance: string;
  /** Sum of the ages: the balance and what credits cover nothing yet. */
  open: string;
  overdue: string;
  ages: Record<Age, string>;
}

export interface ReceivablesModel {
  params: Params;
  view: ReceivablesView | null;
  /** Under the filters and the view; `open` is the sum of the ages. */
  rows: (ReceivableRow & { open: string })[];
  counts: Record<ReceivablesView | 'all', number>;
  whole: Ageing;
  departments: Ageing[];
  /** Share of what is open that is over 90 days late; null where nothing is open. */
  oldShare: number | null;
  overdueShare: number | null;
  /** A-04 over the 12 months up to the as-of date. */
  onTime: { rate: number | null; due: string; paid: string };
  neverDue: { count: number; amount: string };
  options: { department: { value: string; count: number }[] };
  /** The address of a report under the same day and filters. */
  link: (report: string) => string;
  file: string;
}

const sum = sumOfYuan;

const share = (part: string, whole: string): number | null =>
  new Decimal(whole).isZero() ? null : new Decimal(part).div(whole).toNumber();

export function ageingOf(
  department: string | null,
  rows: readonly ReceivablesModel['rows'][number][],
): Ageing {
  return {
    department,
    customers: rows.length,
    balance: sum(rows.map((r) => r.balance)),
    open: sum(rows.map((r) => r.open)),
    overdue: sum(rows.map((r) => r.overdue)),
    ages: Object.fromEntries(ages.map((age) => [age, sum(rows.map((r) => r[age]))])) as Ageing['ages'],
  };
}

/** All departments as one. */
const together = (departments: readonly Ageing[]): Ageing => ({
  department: null,
  customers: departments.reduce((n, d) => n + d.customers, 0),
  balance: sum(departments.map((d) => d.balance)),
  open: sum(departments.map((d) => d.open)),
  overdue: sum(departments.map((d) => d.overdue)),
  ages: Object.fromEntries(
    ages.map((age) => [age, sum(departments.map((d) => d.ages[age]))]),
  ) as Ageing['ages'],
});

const inView = (row: ReceivableRow, view: ReceivablesView): boolean =>
  view === 'owing' ? Number(row.balance) > 0 : Number(row[view]) > 0;

function byDepartment<T extends { department: string | null }>(rows: readonly T[]): Map<string | null, T[]> {
  const groups = new Map<string | null, T[]>();
  for (const row of rows) {
    const own = groups.get(row.department);
    if (own) own.push(row);
    else groups.set(row.department, [row]);
  }
  return groups;
}

/** As many rows as the list holds, those with the most overdue, then the largest balances; the file has them all. */
export const LISTED = 1000;

export function listedOf(rows: ReceivablesModel['rows']): ReceivablesModel['rows'] {
  if (rows.length <= LISTED) return rows;
  // Each amount is read once: a company has hundreds of thousands of rows.
  return rows
    .map((row) => ({ row, overdue: Number(row.overdue), balance: Number(row.balance) }))
    .sort((a, b) => b.overdue - a.overdue || b.balance - a.balance)
    .slice(0, LISTED)
    .map(({ row }) => row);
}

/** @throws BadParameterError, NotInForceError, QueryError */
export async function receivablesModel(ctx: PageContext, search: SearchParams): Promise<ReceivablesModel> {
  const params = ask(receivables, search, { as_of: ctx.defaultAsOf });
  const view = choice('view', one(search, 'view'), views);
  const [others, never] = await Promise.all([
    rowsOf(receivables, ctx, { ...params, department: undefined }),
    neverDueTotal(ctx, params),
  ]);
  const found = ofDepartments(others, params.department);
  const all = found.map((row) => ({ ...row, open: sum(ages.map((age) => row[age])) }));
  const departments = [...byDepartment(all)]
    .map(([department, rows]) => ageingOf(department, rows))
    .sort((a, b) => new Decimal(b.open).comparedTo(a.open));
  const whole = together(departments);
  const [dueAmount, paid] = [sum(found.map((d) => d.due_amount)), sum(found.map((d) => d.on_time_amount))];
  const linked = asked(params);
  return {
    params,
    view,
    rows: view === null ? all : all.filter((row) => inView(row, view)),
    counts: {
      all: all.length,
      ...(Object.fromEntries(
        views.map((name) => [name, all.filter((row) => inView(row, name)).length]),
      ) as Record<ReceivablesView, number>),
    },
    whole,
    departments,
    oldShare: share(whole.ages.d91, whole.open),
    overdueShare: share(whole.overdue, whole.open),
    onTime: { rate: share(paid, dueAmount), due: dueAmount, paid },
    neverDue: never,
    options: {
      department: [...byDepartment(others)].flatMap(([value, rows]) =>
        value === null ? [] : [{ value, count: rows.length }],
      ),
    },
    link: (report) => href(`/rows/${report}`, linked),
    file: href('/api/reports/receivables', linked),
  };
}
