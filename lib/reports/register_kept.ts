/** The register of customers as columns by their number: what is counted of all of them is split and filtered by it. */
import { register, registerHeld, registerListed, registerNames } from '@/lib/queries/register';
import type { Table } from '@/lib/warehouse/columns';
import { keepColumns } from './kept_columns';
import type { ReportContext } from './report';

export const registerSplits = ['department', 'region', 'owner', 'grade'] as const;
export type RegisterSplit = (typeof registerSplits)[number];

/** Filters and scope of a question, as its queries take them; null: all. */
export interface RegisterFilters {
  departments: readonly string[] | null;
  regions: readonly string[] | null;
  owners: readonly string[] | null;
  grades: readonly string[] | null;
  products: string[] | null;
  tiers: string[] | null;
  scope_departments: readonly string[] | null;
  scope_regions: readonly string[] | null;
  scope_owners: readonly string[] | null;
}

/** Customers by `customer_key`; those that only visits name are numbered after them. */
export class Register {
  /** Numbers of the register and the ledger lie below it. */
  readonly end: number;
  /** 1 for who is in the register. */
  readonly known: Uint8Array;
  /** 1 for trade customers of the register (T-03). */
  readonly isTrade: Uint8Array;
  /** The text of each code; the first stands for none. */
  readonly texts: Record<RegisterSplit, (string | null)[]>;
  /** Codes by number. */
  readonly codes: Record<RegisterSplit, Uint32Array>;
  private readonly strays = new Map<string, number>();

  constructor(table: Table) {
    // They are counted from 1, without gaps.
    const end = table.length + 1;
    this.end = end;
    this.known = new Uint8Array(end);
    this.isTrade = new Uint8Array(end);
    const keys = table.numbers('customer_key');
    const known = table.numbers('is_known');
    const trade = table.numbers('is_trade');
    for (let row = 0; row < keys.length; row++) {
      const key = Number(keys[row]);
      this.known[key] = Number(known[row]);
      this.isTrade[key] = Number(trade[row]);
    }
    const split = (name: RegisterSplit): [(string | null)[], Uint32Array] => {
      const { codes, texts } = table.coded(name);
      const place = texts.map((text, i) => (text === null ? 0 : i + 1));
      const own = new Uint32Array(end);
      for (let row = 0; row < keys.length; row++) own[Number(keys[row])] = place[codes[row] ?? 0] ?? 0;
      return [[null, ...texts], own];
    };
    const made = registerSplits.map((name) => [name, split(name)] as const);
    this.texts = Object.fromEntries(made.map(([name, [texts]]) => [name, texts])) as Register['texts'];
    this.codes = Object.fromEntries(made.map(([name, [, codes]]) => [name, codes])) as Register['codes'];
  }

  /** The number of a customer that neither a register nor the ledger names: the same one each time. */
  strayOf(customer_id: string): number {
    const known = this.strays.get(customer_id);
    if (known !== undefined) return known;
    const number = this.end + this.strays.size;
    this.strays.set(customer_id, number);
    return number;
  }

  /** How many numbers there are, strays that were met so far among them. */
  get size(): number {
    return this.end + this.strays.size;
  }
}

/** The register, kept by data version. */
export function registerOf(ctx: ReportContext): Promise<Register> {
  const key = JSON.stringify(['register', ctx.db.dir, ctx.db.dataVersion()]);
  return keepColumns([key], async () => {
    const table = await register.table(ctx.db, {});
    return { value: new Register(table), size: table.length };
  });
}

export interface CustomerNames {
  idOf: (customer_key: number) => string | null;
  /** Null where no register names the customer. */
  nameOf: (customer_key: number) => string | null;
}

/** Numbers and names, kept by data version apart from the register: few questions list customers. */
export function namesOf(ctx: ReportContext): Promise<CustomerNames> {
  const key = JSON.stringify(['register names', ctx.db.dir, ctx.db.dataVersion()]);
  return keepColumns([key], async () => {
    const table = await registerNames.table(ctx.db, {});
    const [id, name] = [table.text('customer_id'), table.text('name')];
    // They are counted from 1, without gaps.
    return {
      value: { idOf: (key) => id(key - 1), nameOf: (key) => name(key - 1) },
      size: table.length,
    };
  });
}

/**
 * Which customers of the register a question is about, 1 by number; null where it is about all, also those that no
 * register names.
 */
export async function openTo(
  ctx: ReportContext,
  book: Register,
  asked: RegisterFilters & { as_of: string },
): Promise<Uint8Array | null> {
  const lists = [
    ['department', asked.departments],
    ['region', asked.regions],
    ['owner', asked.owners],
    ['grade', asked.grades],
    ['department', asked.scope_departments],
    ['region', asked.scope_regions],
    ['owner', asked.scope_owners],
  ] as const;
  const { as_of, tiers, products } = asked;
  const held =
    tiers === null && products === null ? null : await heldBy(ctx, book, { as_of, tiers, products });
  const wanted = lists.flatMap(([split, values]) => {
    if (values === null) return [];
    const open = Uint8Array.from(book.texts[split], (t) => (t !== null && values.includes(t) ? 1 : 0));
    return [{ codes: book.codes[split], open }];
  });
  if (held === null && wanted.length === 0) return null;
  const open = held ?? book.known.slice();
  for (const { codes, open: of } of wanted)
    for (let key = 0; key < open.length; key++) if (of[codes[key] ?? 0] === 0) open[key] = 0;
  return open;
}

type Held = Parameters<typeof registerHeld>[1];

export async function heldBy(ctx: ReportContext, book: Register, asked: Held): Promise<Uint8Array> {
  const { customer_key } = await registerHeld.columns(ctx.db, asked, ['customer_key']);
  const held = new Uint8Array(book.end);
  for (const key of customer_key) held[Number(key)] = 1;
  return held;
}

/** 1 by number for who is on a blacklist that concerns it on a day. */
export async function listedOn(ctx: ReportContext, book: Register, day: string): Promise<Uint8Array> {
  const { customer_key } = await registerListed.columns(ctx.db, { day }, ['customer_key']);
  const listed = new Uint8Array(book.end);
  for (const key of customer_key) listed[Number(key)] = 1;
  return listed;
}
