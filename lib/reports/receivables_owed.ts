/** What customers owe as of a day, as columns: pages add them up, and rows are made of those shown. */

import { productBuyers } from '@/lib/queries/idle';
import { type Cents, plusCents, yuanOf } from '@/lib/rules/cents';
import { yearUpTo } from '@/lib/rules/review-period';
import type { Column } from '@/lib/warehouse/columns';
import { ages, type Owed, owedAt } from './covers';
import { customerFilterParams } from './customer-filters';
import { dayNumber } from './kept_columns';
import { listOrAll } from './params';
import { type CustomerNames, namesOf, openTo, type Register, registerOf } from './register_kept';
import type { ReportContext } from './report';

export type OwedParams = Parameters<typeof customerFilterParams>[1] & {
  as_of: string;
  tier?: string[] | undefined;
};

/** What is past its due date. */
export const overdueAges = ages.filter((age) => age !== 'not_due');

/** A-04; null where nothing was due. */
export const onTimeRate = (due: string, onTime: string): number | null =>
  Number(due) === 0 ? null : Number(onTime) / Number(due);

/** What can be added up. */
export type OwedAmount = Exclude<keyof Owed, 'hasRow'>;

/** The customers with a ledger row by the day that lie within the filters, by customer number. */
export class OwedCustomers {
  constructor(
    readonly owed: Owed,
    /** By customer number. */
    readonly keys: Int32Array,
    private readonly book: Register,
    private readonly names: CustomerNames,
  ) {}

  /** Yuan. */
  row(key: number) {
    const { owed } = this;
    // Written out, without anything to make but the row: a company has tens of thousands.
    const due_amount = yuanAt(owed.due_amount, key);
    const on_time_amount = yuanAt(owed.on_time_amount, key);
    return {
      customer_id: this.names.idOf(key) ?? '',
      name: this.names.nameOf(key),
      department: this.departmentOf(key),
      balance: yuanAt(owed.balance, key),
      not_due: yuanAt(owed.not_due, key),
      d1_30: yuanAt(owed.d1_30, key),
      d31_60: yuanAt(owed.d31_60, key),
      d61_90: yuanAt(owed.d61_90, key),
      d91: yuanAt(owed.d91, key),
      overdue: yuanOf(this.overdue(key)),
      on_time_rate: onTimeRate(due_amount, on_time_amount),
      due_amount,
      on_time_amount,
    };
  }

  departmentOf(key: number): string | null {
    return this.book.texts.department[this.book.codes.department[key] ?? 0] ?? null;
  }

  /** Of some of them, or of all, cents. */
  sum(name: OwedAmount, keys: ArrayLike<number> = this.keys): Cents {
    let sum: Cents = 0;
    const column = this.owed[name];
    for (let i = 0; i < keys.length; i++) sum = plusCents(sum, column[keys[i] as number] ?? 0);
    return sum;
  }

  idOf(key: number): string | null {
    return this.names.idOf(key);
  }

  /** Cents. */
  overdue(key: number): Cents {
    let sum: Cents = 0;
    for (const age of overdueAges) {
      const part = this.owed[age][key] ?? 0;
      sum = part === 0 ? sum : plusCents(sum, part);
    }
    return sum;
  }
}

const yuanAt = (column: Column, key: number): string => yuanOf(column[key] ?? 0);

/** Customers by `customer_key`, a 1 for who lies within the filters; null: everybody, also whom no register names. */
async function within(ctx: ReportContext, book: Register, p: OwedParams): Promise<Uint8Array | null> {
  const { products, ...filters } = customerFilterParams(ctx.viewer, p);
  const tiers = listOrAll(p.tier);
  const [open, buyers] = await Promise.all([
    openTo(ctx, book, { ...filters, as_of: p.as_of, products: null, tiers }),
    products && productBuyers.columns(ctx.db, { products }, ['customer_key', 'first_on']),
  ]);
  // Only a customer of the trade bears a tier (T-03).
  if (open !== null && tiers !== null)
    for (let key = 0; key < open.length; key++) if (book.isTrade[key] !== 1) open[key] = 0;
  if (buyers === null) return open;
  const day = dayNumber(p.as_of);
  const bought = new Uint8Array(book.end);
  buyers.customer_key.forEach((key, i) => {
    if ((buyers.first_on[i] as number) <= day) bought[Number(key)] = open?.[Number(key)] ?? 1;
  });
  return bought;
}

/** what the customers within the filters owe; the on-time rate is that of the 12 months up to the day. */
export async function owedCustomers(ctx: ReportContext, p: OwedParams): Promise<OwedCustomers> {
  const { as_of } = p;
  const default_term = ctx.policy.on(as_of)['receivables.default_term'];
  const [owed, book, names] = await Promise.all([
    owedAt(ctx, { as_of, due_from: yearUpTo(as_of), default_term }),
    registerOf(ctx),
    namesOf(ctx),
  ]);
  const open = await within(ctx, book, p);
  const keys = new Int32Array(owed.hasRow.length);
  let count = 0;
  for (let key = 0; key < owed.hasRow.length; key++)
    if (owed.hasRow[key] === 1 && open?.[key] !== 0) keys[count++] = key;
  return new OwedCustomers(owed, keys.subarray(0, count), book, names);
}
