/**
 * The visit forms of a calendar month as columns, kept by data version: whatever period, split, filter, day or policy
 * they are counted by, they are read once. Some 25 bytes a form.
 */
import { visits as visitKind } from '@/lib/import/kinds/visits';
import { visitFirstContacts, visitForms, visitSales } from '@/lib/queries/visits';
import { addDays, daysBetween, periodOf } from '@/lib/rules/period';
import { type Coded, type Column, NONE, type Table } from '@/lib/warehouse/columns';
import { keepColumns } from './kept_columns';
import { type Register, registerOf } from './register_kept';
import type { ReportContext } from './report';

/** Half a number of the query; stands for an empty day when negative. */
const HALF = 2 ** 15;
export const NO_DAY = -HALF;
/** Days beyond some ninety years from the month count as so far away. */
export const FAR = HALF - 1;

/** The codes of a column of visits; before them none. */
function codesOf(name: string): (string | null)[] {
  const type = visitKind.columns.find((column) => column.name === name)?.type;
  return [null, ...(type?.is === 'code' ? type.codes.map(({ code }) => code) : [])];
}
const methods = codesOf('method');
const roles = codesOf('contact_role');
const listed = (codes: readonly (string | null)[]) => codes.filter((code) => code !== null);

/** Forms with a contact or a plan in a month, those of one salesperson beside one another. */
export interface MonthForms {
  /** `YYYY-MM-DD`, the first of the month; its days are counted from 0. */
  from: string;
  days: number;
  length: number;
  sellers: (string | null)[];
  /** Where the forms of each salesperson begin, and after the last where they end. */
  starts: Int32Array;
  methods: readonly (string | null)[];
  roles: readonly (string | null)[];
  /** Numbers of customers in the register. */
  customer: Int32Array;
  /** Places in `methods` and `roles`. */
  method: Uint8Array;
  role: Uint8Array;
  /** Days from the first of the month, or `NO_DAY`. */
  contact: Int16Array;
  planned: Int16Array;
  filed: Int16Array;
  reviewed: Int16Array;
  confirmed: Int16Array;
  /** 1 approved before leaving, 2 bears a purpose. */
  flags: Uint8Array;
  /** Few forms cost anything: where they stand, and cents. */
  costs: { form: number; cents: number }[];
}

/** First contacts ever, days on which customers bought, and the first of these with who made the sale. */
export interface MonthEvents {
  /** `YYYY-MM-DD`, the first of the month, from which days are counted. */
  from: string;
  firsts: { customer: Int32Array; day: Int16Array; method: Coded; seller: Coded };
  sales: { customer: Int32Array; day: Int16Array };
  won: { customer: Int32Array; day: Int16Array; seller: Coded };
}

const kept = <T>(ctx: ReportContext, what: string, from: string, read: () => Promise<[T, number]>) =>
  keepColumns(
    [JSON.stringify(['visits', what, ctx.db.dir, ctx.db.dataVersion(), from])],
    async () => {
      const [value, size] = await read();
      return { value, size };
    },
    'forms',
  );

/** The first days of the months that a span touches. */
export function monthsOf(from: string, until: string): string[] {
  const months: string[] = [];
  for (let day = from; day <= until; day = addDays(periodOf(day, 'month').end, 1))
    months.push(periodOf(day, 'month').start);
  return months;
}

export async function formsOf(ctx: ReportContext, from: string): Promise<MonthForms> {
  const book = await registerOf(ctx);
  return kept(ctx, 'forms', from, async () => {
    const { end: to } = periodOf(from, 'month');
    const asked = { from, to, methods: listed(methods), roles: listed(roles) };
    const made = monthForms(await visitForms.table(ctx.db, asked), book, from, to);
    return [made, made.length];
  });
}

export async function eventsOf(ctx: ReportContext, from: string): Promise<MonthEvents> {
  const book = await registerOf(ctx);
  return kept(ctx, 'events', from, async () => {
    const { end: to } = periodOf(from, 'month');
    const [firsts, sales] = await Promise.all([
      visitFirstContacts.table(ctx.db, { from, to }),
      visitSales.table(ctx.db, { from, to }),
    ]);
    return [monthEvents(firsts, sales, book, from), firsts.length + sales.length];
  });
}

/** Days since 1970 of `YYYY-MM-DD`. */
const dayNumber = (day: string): number => daysBetween('1970-01-01', day);

/** Numbers of customers; strays are numbered by the register. */
function customersIn(table: Table, book: Register): Int32Array {
  const keys = table.numbers('customer_key') as Int32Array;
  let stray: ((row: number) => string | null) | null = null;
  for (let row = 0; row < keys.length; row++) {
    if (keys[row] !== NONE) continue;
    stray ??= table.text('stray');
    keys[row] = book.strayOf(stray(row) ?? '');
  }
  return keys;
}

/** A column of days as days from the first of a month. */
function daysFrom(first: number, column: Column): Int16Array {
  const days = new Int16Array(column.length);
  for (let i = 0; i < days.length; i++) {
    const day = column[i] as number;
    days[i] = day === NONE ? NO_DAY : Math.max(-FAR, Math.min(FAR, day - first));
  }
  return days;
}

function monthForms(table: Table, book: Register, from: string, to: string): MonthForms {
  const { length } = table;
  const seller = table.coded('salesperson');
  const { order, starts } = ordered(seller);
  const customers = customersIn(table, book);
  const contactPlanned = table.numbers('contact_planned') as Int32Array;
  const filedReviewed = table.numbers('filed_reviewed') as Int32Array;
  const confirmedRest = table.numbers('confirmed_rest') as Int32Array;
  const days = () => new Int16Array(length);
  const small = () => new Uint8Array(length);
  const [customer, method, role, flags] = [new Int32Array(length), small(), small(), small()];
  const [contact, planned, filed, reviewed, confirmed] = [days(), days(), days(), days(), days()];
  const costs: MonthForms['costs'] = [];
  let cost: Column | null = null;
  for (let i = 0; i < length; i++) {
    const row = order[i] ?? 0;
    const [a, b, c] = [contactPlanned[row] ?? 0, filedReviewed[row] ?? 0, confirmedRest[row] ?? 0];
    customer[i] = customers[row] ?? 0;
    contact[i] = a >> 16;
    planned[i] = (a & 0xffff) - HALF;
    filed[i] = b >> 16;
    reviewed[i] = (b & 0xffff) - HALF;
    confirmed[i] = c >> 16;
    flags[i] = c & 3;
    role[i] = (c >> 3) & 127;
    method[i] = (c >> 10) & 63;
    if ((c & 4) === 0) continue;
    cost ??= table.numbers('cost');
    costs.push({ form: i, cents: Number(cost[row]) });
  }
  return {
    from,
    days: daysBetween(from, to) + 1,
    length,
    sellers: seller.texts,
    starts,
    methods,
    roles,
    customer,
    method,
    role,
    contact,
    planned,
    filed,
    reviewed,
    confirmed,
    flags,
    costs,
  };
}

/** Rows by code, those of one code in the order in which they came. */
function ordered({ codes, texts }: Coded): { order: Int32Array; starts: Int32Array } {
  const starts = new Int32Array(texts.length + 1);
  for (let i = 0; i < codes.length; i++) starts[(codes[i] ?? 0) + 1] = (starts[(codes[i] ?? 0) + 1] ?? 0) + 1;
  for (let c = 1; c < starts.length; c++) starts[c] = (starts[c] ?? 0) + (starts[c - 1] ?? 0);
  const next = starts.slice();
  const order = new Int32Array(codes.length);
  for (let i = 0; i < codes.length; i++) {
    const code = codes[i] ?? 0;
    const at = next[code] ?? 0;
    order[at] = i;
    next[code] = at + 1;
  }
  return { order, starts };
}

function monthEvents(firsts: Table, sales: Table, book: Register, from: string): MonthEvents {
  const first = dayNumber(from);
  const customer = customersIn(sales, book);
  const day = daysFrom(first, sales.numbers('date'));
  const isFirst = sales.numbers('is_first');
  const seller = sales.coded('salesperson');
  const won = Int32Array.from(isFirst.keys()).filter((row) => isFirst[row] === 1);
  return {
    from,
    firsts: {
      customer: customersIn(firsts, book),
      day: daysFrom(first, firsts.numbers('contact_on')),
      method: firsts.coded('method'),
      seller: firsts.coded('salesperson'),
    },
    sales: { customer, day },
    won: {
      customer: won.map((row) => customer[row] ?? 0),
      day: Int16Array.from(won, (row) => day[row] ?? 0),
      seller: { texts: seller.texts, codes: Uint32Array.from(won, (row) => seller.codes[row] ?? 0) },
    },
  };
}
