/** Everything the page of receivables shows, from the address. */
import Decimal from 'decimal.js';
import { ask, asked } from '@/app/_lib/ask';
import type { PageContext } from '@/app/_lib/context';
import { choice } from '@/app/_lib/periods';
import { href, one, type SearchParams } from '@/app/_lib/url';
import { receivables } from '@/lib/reports/receivables';
import { type OwedCustomers, owedCustomers } from '@/lib/reports/receivables_owed';
import { neverDueTotal } from '@/lib/reports/receivables-figures';
import { type Cents, plusCents, yuanOf } from '@/lib/rules/cents';

/** A-03, from what is not due to what is longest over. */
export const ages = ['not_due', 'd1_30', 'd31_60', 'd61_90', 'd91'] as const;
export type Age = (typeof ages)[number];
export const views = ['owing', 'overdue', ...ages] as const;
export type ReceivablesView = (typeof views)[number];

type Params = Parameters<typeof receivables.run>[1];
/** `open` is the sum of the ages. */
export type ReceivableRow = Awaited<ReturnType<typeof receivables.run>>[number] & { open: string };

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
  /** Under the filters and the view, as many as the list holds: those with the most overdue, then the largest balances. */
  rows: ReceivableRow[];
  /** How many there are of them. */
  found: number;
  /** One of all of them; null where none bears the number. */
  rowOf: (customer_id: string) => ReceivableRow | null;
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

const share = (part: string, whole: string): number | null =>
  new Decimal(whole).isZero() ? null : new Decimal(part).div(whole).toNumber();

/** As many rows as the list holds; the file has them all. */
export const LISTED = 1000;

const sum = (parts: readonly Cents[]): Cents => parts.reduce(plusCents, 0);

/** What some customers have open, in sums. */
function ageingOf(customers: OwedCustomers, department: string | null, keys: ArrayLike<number>): Ageing {
  const all = Array.from(ages, (age) => customers.sum(age, keys));
  return {
    department,
    customers: keys.length,
    balance: yuanOf(customers.sum('balance', keys)),
    open: yuanOf(sum(all)),
    overdue: yuanOf(sum(all.slice(1))),
    ages: Object.fromEntries(ages.map((age, i) => [age, yuanOf(all[i] ?? 0)])) as Ageing['ages'],
  };
}

/** The customers of each department. */
function byDepartment(customers: OwedCustomers, keys: Iterable<number>): Map<string | null, number[]> {
  const groups = new Map<string | null, number[]>();
  for (const key of keys) {
    const department = customers.departmentOf(key);
    const own = groups.get(department);
    if (own) own.push(key);
    else groups.set(department, [key]);
  }
  return groups;
}

function rowOf(customers: OwedCustomers, key: number): ReceivableRow {
  return { ...customers.row(key), open: yuanOf(sum(ages.map((age) => customers.owed[age][key] ?? 0))) };
}

/** Those with the most overdue, then the largest balances, as many as the list holds; by customer number where all fit. */
function largestOf(customers: OwedCustomers, keys: readonly number[]): readonly number[] {
  if (keys.length <= LISTED) return keys;
  return keys
    .map((key) => ({
      key,
      overdue: Number(customers.overdue(key)),
      balance: Number(customers.owed.balance[key]),
    }))
    .sort((a, b) => b.overdue - a.overdue || b.balance - a.balance)
    .slice(0, LISTED)
    .map(({ key }) => key);
}

/** @throws BadParameterError, NotInForceError, QueryError */
export async function receivablesModel(ctx: PageContext, search: SearchParams): Promise<ReceivablesModel> {
  const params = ask(receivables, search, { as_of: ctx.defaultAsOf });
  const view = choice('view', one(search, 'view'), views);
  const [customers, never] = await Promise.all([
    owedCustomers(ctx, { ...params, department: undefined }),
    neverDueTotal(ctx, params),
  ]);
  // Another question would read them again: those of the departments are some of those for the filter.
  const others = byDepartment(customers, customers.keys);
  const wanted = params.department?.length ? new Set<string | null>(params.department) : null;
  const groups = [...others].filter(([department]) => wanted === null || wanted.has(department));
  const all =
    wanted === null ? [...customers.keys] : groups.flatMap(([, keys]) => keys).sort((a, b) => a - b);
  const inView = (key: number, name: ReceivablesView): boolean => {
    if (name === 'overdue') return customers.overdue(key) > 0;
    return (customers.owed[name === 'owing' ? 'balance' : name][key] ?? 0) > 0;
  };
  const found = view === null ? all : all.filter((key) => inView(key, view));
  const whole = ageingOf(customers, null, all);
  const [dueAmount, paid] = [
    yuanOf(customers.sum('due_amount', all)),
    yuanOf(customers.sum('on_time_amount', all)),
  ];
  const linked = asked(params);
  return {
    params,
    view,
    rows: largestOf(customers, found).map((key) => rowOf(customers, key)),
    found: found.length,
    rowOf: (customer_id) => {
      const key = found.find((k) => customers.idOf(k) === customer_id);
      return key === undefined ? null : rowOf(customers, key);
    },
    counts: {
      all: all.length,
      ...(Object.fromEntries(
        views.map((name) => [name, all.filter((key) => inView(key, name)).length]),
      ) as Record<ReceivablesView, number>),
    },
    whole,
    departments: groups
      .map(([department, keys]) => ageingOf(customers, department, keys))
      .sort((a, b) => new Decimal(b.open).comparedTo(a.open)),
    oldShare: share(whole.ages.d91, whole.open),
    overdueShare: share(whole.overdue, whole.open),
    onTime: { rate: share(paid, dueAmount), due: dueAmount, paid },
    neverDue: never,
    options: {
      department: [...others].flatMap(([value, keys]) =>
        value === null ? [] : [{ value, count: keys.length }],
      ),
    },
    link: (report) => href(`/rows/${report}`, linked),
    file: href('/api/reports/receivables', linked),
  };
}
