/**
 * The files of all watched customers of a date, judged, as columns (D-01, D-02): one reading for the list, the groups,
 * the fields and every filter of them. Rows are made of those that are shown.
 */
import { filesOfCustomers } from '@/lib/queries/completeness';
import { completenessOf, isStale } from '@/lib/rules/completeness';
import type { PolicyValues } from '@/lib/rules/parameters';
import { fileFields } from '@/lib/rules/parameters/customers';
import { type Coded, type Column, NONE, type Table } from '@/lib/warehouse/columns';
import { decisionsVersion } from '@/lib/work/store';
import { countedMethods } from './idle_policy';
import { dayAt, keepColumns } from './kept_columns';
import { ordered } from './ordering';
import { listOrAll } from './params';
import type { ReportContext } from './report';
import { scopeParams } from './viewer';

export type FileField = (typeof fileFields)[number];
export const fileFilters = ['department', 'region', 'owner', 'grade', 'tier'] as const;
export type FileFilter = (typeof fileFilters)[number];
const coded = [...fileFilters, 'class', 'source_file', 'source_sheet'] as const;

export interface FileQuestion extends Partial<Record<FileFilter, readonly string[] | undefined>> {
  missing?: readonly string[] | undefined;
  complete?: 'true' | 'false' | undefined;
  stale?: 'true' | 'false' | undefined;
  unowned?: 'true' | 'false' | undefined;
}

/** A customer as the report shows it. */
export type FileRow = Record<FileFilter, string | null> & {
  customer_id: string;
  name: string;
  class: string;
  fields: string[];
  required: number;
  filled: number;
  completeness: number | null;
  missing: string[];
  updated_on: string | null;
  days_since_update: number | null;
  stale: boolean;
  source_import: number | null;
  source_file: string | null;
  source_sheet: string | null;
  source_line: number | null;
};

/** The fields of a list, a bit each. */
const bitsOf = (fields: readonly string[]): number =>
  fileFields.reduce((sum, field, bit) => (fields.includes(field) ? sum | (1 << bit) : sum), 0);

const fieldsIn = (bits: number): FileField[] => fileFields.filter((_, bit) => (bits & (1 << bit)) !== 0);

/** How many bits of a sum are set, by the sum. */
const sizes = Uint8Array.from({ length: 2 ** fileFields.length }, (_, bits) => fieldsIn(bits).length);
export const sizeOf = (bits: number): number => sizes[bits] ?? 0;

/** Every share of up to fifteen fields is a whole number of these. */
export const PARTS = 360_360;

/** Customers by their place in the order of their numbers. */
export class FilesJudged {
  readonly length: number;
  /** Sums of bits. */
  readonly required: Column;
  readonly missing: Column;
  private readonly days: Column;
  private readonly updatedOn: Column;
  private readonly of: Record<(typeof coded)[number], Coded>;
  private readonly imports: Column;
  private readonly lines: Column;
  private readonly idOf: (place: number) => string | null;
  private readonly nameOf: (place: number) => string | null;
  private readonly every: number;
  private order: Uint32Array | undefined;

  constructor(table: Table, policy: PolicyValues) {
    this.length = table.length;
    this.every = policy['registration.refresh_every'];
    this.days = table.numbers('days_since_update');
    this.updatedOn = table.numbers('updated_on');
    this.imports = table.numbers('source_import');
    this.lines = table.numbers('source_line');
    this.of = Object.fromEntries(coded.map((name) => [name, table.coded(name)])) as typeof this.of;
    this.idOf = table.text('customer_id');
    this.nameOf = table.text('name');
    const always = bitsOf(policy['registration.fields_always']);
    const asked = (['contacted', 'opportunity', 'sold'] as const).map((at) =>
      bitsOf(policy[`registration.fields_${at}`]),
    );
    const reached = ['contacted', 'pursued', 'sold'].map((name) => table.numbers(name));
    const filled = table.numbers('filled');
    this.required = new Int32Array(this.length);
    this.missing = new Int32Array(this.length);
    for (let i = 0; i < this.length; i++) {
      let required = always;
      reached.forEach((column, at) => {
        if (column[i] === 1) required |= asked[at] ?? 0;
      });
      this.required[i] = required;
      this.missing[i] = required & ~(filled[i] as number);
    }
  }

  split(split: FileFilter): Coded {
    return this.of[split];
  }

  isComplete(place: number): boolean {
    return this.missing[place] === 0;
  }

  isStale(place: number): boolean {
    return isStale(this.daysOf(place), this.every);
  }

  /** Whether a customer lies in all filters; `but` leaves one of them out. */
  within(p: FileQuestion, but?: FileFilter): (place: number) => boolean {
    const wanted: { codes: Coded['codes']; open: Uint8Array }[] = [];
    for (const split of fileFilters) {
      const values = p[split];
      if (split === but || !values?.length) continue;
      const { codes, texts } = this.of[split];
      wanted.push({ codes, open: Uint8Array.from(texts, (t) => (t !== null && values.includes(t) ? 1 : 0)) });
    }
    const lacking = p.missing?.length ? bitsOf(p.missing) : 0;
    const is = (asked: 'true' | 'false' | undefined, so: boolean) =>
      asked === undefined || (asked === 'true') === so;
    const { codes: owners, texts: names } = this.of.owner;
    return (place) => {
      for (const { codes, open } of wanted) if (open[codes[place] as number] === 0) return false;
      return (
        (lacking === 0 || ((this.missing[place] as number) & lacking) !== 0) &&
        is(p.complete, this.isComplete(place)) &&
        is(p.stale, this.isStale(place)) &&
        is(p.unowned, names[owners[place] as number] === null)
      );
    };
  }

  /** The least complete first, of those the stalest, then by customer number. */
  inOrder(): Uint32Array {
    this.order ??= this.ordered();
    return this.order;
  }

  /** The place of a customer; -1 where it is not watched. */
  placeOf(customer_id: string): number {
    for (let i = 0; i < this.length; i++) if (this.idOf(i) === customer_id) return i;
    return -1;
  }

  /** The share of its required fields that are filled, in `PARTS`; the whole where none is required. */
  partsOf(place: number): number {
    const required = sizeOf(this.required[place] as number);
    return required === 0 ? PARTS : (PARTS / required) * (required - sizeOf(this.missing[place] as number));
  }

  row(place: number): FileRow {
    const text = (name: (typeof coded)[number]) => {
      const { codes, texts } = this.of[name];
      return texts[codes[place] ?? 0] ?? null;
    };
    const [required, missing] = [this.required[place] as number, this.missing[place] as number];
    return {
      customer_id: this.idOf(place) ?? '',
      name: this.nameOf(place) ?? '',
      department: text('department'),
      region: text('region'),
      owner: text('owner'),
      grade: text('grade'),
      tier: text('tier'),
      class: text('class') ?? '',
      fields: fieldsIn(required),
      required: sizeOf(required),
      filled: sizeOf(required) - sizeOf(missing),
      completeness: completenessOf(sizeOf(required), sizeOf(missing)),
      missing: fieldsIn(missing),
      updated_on: dayAt(this.updatedOn, place),
      days_since_update: this.daysOf(place),
      stale: this.isStale(place),
      source_import: filledIn(this.imports[place]),
      source_file: text('source_file'),
      source_sheet: text('source_sheet'),
      source_line: filledIn(this.lines[place]),
    };
  }

  private daysOf(place: number): number | null {
    return filledIn(this.days[place]);
  }

  private ordered(): Uint32Array {
    const places = Uint32Array.from({ length: this.length }, (_, i) => i);
    const parts = new Float64Array(this.length);
    const fresh = new Float64Array(this.length);
    let oldest = 0;
    for (let i = 0; i < this.length; i++) oldest = Math.max(oldest, this.days[i] as number);
    for (let i = 0; i < this.length; i++) {
      parts[i] = this.partsOf(i);
      // What says nowhere when it was touched is the stalest.
      fresh[i] = -(this.daysOf(i) ?? oldest + 1);
    }
    return ordered(ordered(places, fresh), parts);
  }
}

const filledIn = (cell: number | bigint | undefined): number | null =>
  cell === undefined || cell === NONE ? null : Number(cell);

/** About 200 bytes a customer, where what is kept otherwise takes 30. */
const WEIGHT = 7;

/**
 * The files of the watched customers of a date in sight of the viewer, from memory while data, decisions and policy are
 * the same.
 * @param product those who have bought one of them by the date; all without
 */
export function filesJudged(
  ctx: ReportContext,
  { as_of, product }: { as_of: string; product?: string[] | undefined },
): Promise<FilesJudged> {
  const { db } = ctx;
  const policy = ctx.policy.on(as_of);
  const asked = {
    as_of,
    methods: countedMethods(policy),
    products: listOrAll(product),
    ...scopeParams(ctx.viewer),
  };
  const key = ['files', db.dir, db.dataVersion(), decisionsVersion(db.dir), ctx.policy.version, asked];
  return keepColumns(
    [JSON.stringify(key)],
    async () => {
      const judged = new FilesJudged(await filesOfCustomers.table(db, asked), policy);
      return { value: judged, size: judged.length * WEIGHT };
    },
    'idle',
  );
}
