/** The rollups cover charges by a shortcut for earlier days; here they are held against the rule, row by row. */
import { Decimal } from 'decimal.js';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { customerCover } from '@/lib/queries/receivables';
import { registerNames } from '@/lib/queries/register';
import { owedAt, problemsAt } from '@/lib/reports/covers';
import { dayAt } from '@/lib/reports/kept_columns';
import { ledgerOf } from '@/lib/reports/ledger_kept';
import type { ReportContext } from '@/lib/reports/report';
import { type Cents, yuanOf } from '@/lib/rules/cents';
import { addDays } from '@/lib/rules/period';
import { coverOf, type LedgerEntry } from '@/lib/rules/receivables';
import { problemSales } from '@/lib/rules/review-problems';
import type { Column } from '@/lib/warehouse/columns';
import type { Warehouse } from '@/lib/warehouse/warehouse';
import { emptyWarehouse, fill, type SmallTables } from '../support/golden';
import { contextOf } from './quota_support';

const START = '2026-01-01';
const DAYS = 40;
const day = fc.integer({ min: 0, max: DAYS }).map((n) => addDays(START, n));

const entry = fc.record({
  kind: fc.constantFrom(
    'sale',
    'sale',
    'sale',
    'payment',
    'payment',
    'payment',
    'return',
    'refund',
    'opening',
    'order',
  ),
  date: day,
  cents: fc.integer({ min: 0, max: 60 }).map((n) => n * 5),
  negative: fc.boolean(),
  due: fc.option(fc.integer({ min: -3, max: 15 }), { freq: 4 }),
  settles: fc.option(fc.integer({ min: 0, max: 12 }), { freq: 2 }),
  sameDocument: fc.constantFrom(false, false, false, true),
});

/** Entries of one customer; a row may continue the document above it, a payment may name any row, also a later one. */
const ledger = fc.array(entry, { minLength: 1, maxLength: 13 }).map((rows) => {
  const documents: string[] = [];
  return rows.map((r, i): LedgerEntry => {
    const continues = r.sameDocument && i > 0 && rows[i - 1]?.kind === r.kind;
    documents.push(continues ? (documents[i - 1] ?? '') : `E${String((i * 7) % 13).padStart(2, '0')}`);
    const amount = new Decimal(r.cents).div(100).times(r.kind === 'opening' && r.negative ? -1 : 1);
    return {
      entry_id: documents[i] ?? '',
      line_no: r.sameDocument || rows[i + 1]?.sameDocument ? String(i).padStart(2, '0') : null,
      date: r.date,
      kind: r.kind,
      amount: amount.toFixed(2),
      due_on: r.due === null ? null : addDays(r.date, r.due),
      settles: r.kind === 'payment' && r.settles !== null ? `E${String(r.settles).padStart(2, '0')}` : null,
    };
  });
});

const company = fc.record({
  ledgers: fc.array(ledger, { minLength: 60, maxLength: 60 }),
  asOf: fc.array(day, { minLength: 5, maxLength: 5 }),
  dueFrom: day,
  foundFrom: day,
  cleanFrom: day,
  grace: fc.constantFrom(0, 0, 2),
  term: fc.constantFrom(null, null, 4),
});

interface Asked {
  as_of: string;
  due_from: string;
  found_from: string;
  clean_from: string;
  grace_days: number;
  default_term: number | null;
}

/** What a customer's row must be, from the rule's own charges. */
function expectedRow(entries: readonly LedgerEntry[], q: Asked) {
  const charges = coverOf(entries, q.as_of, q.default_term);
  const sum = (of: Decimal[]) => of.reduce((a, b) => a.plus(b), new Decimal(0)).toFixed(2);
  const open = (from: number, to: number) =>
    sum(
      charges.filter((c) => !c.paid_on && c.days_overdue >= from && c.days_overdue <= to).map((c) => c.open),
    );
  const sales = charges.filter((c) => c.entry.kind === 'sale');
  const due = sales.filter((c) => c.due_on && c.due_on >= q.due_from && c.due_on <= q.as_of);
  const lateOn = (c: (typeof sales)[number]) => {
    const last = c.due_on && addDays(c.due_on, q.grace_days);
    return last && (!c.paid_on || c.paid_on > last) ? addDays(last, 1) : null;
  };
  const lateIn = (c: (typeof sales)[number], from: string) => {
    const on = lateOn(c);
    return on !== null && on >= from && on <= q.as_of;
  };
  const overdue = sales.filter((c) => c.state === 'overdue');
  const found = problemSales(charges, q.found_from, q.as_of, q.grace_days).map((p) => ({
    on: p.found_on,
    paid: p.charge.paid_on !== null,
  }));
  const first = (of: typeof found) => of.map((f) => f.on).sort()[0] ?? null;
  const amount = (of: typeof sales) => sum(of.map((c) => new Decimal(c.entry.amount)));
  return {
    not_due: open(0, 0),
    d1_30: open(1, 30),
    d31_60: open(31, 60),
    d61_90: open(61, 90),
    d91: open(91, 9999),
    overdue: open(1, 9999),
    due_amount: amount(due),
    on_time_amount: amount(due.filter((c) => c.paid_on && c.due_on && c.paid_on <= c.due_on)),
    problem_sales: sales.filter((c) => overdue.includes(c) || lateIn(c, q.found_from)).length,
    unclean_sales: sales.filter((c) => overdue.includes(c) || lateIn(c, q.clean_from)).length,
    first_late_on:
      sales
        .filter((c) => lateIn(c, q.found_from))
        .map((c) => lateOn(c))
        .sort()[0] ?? null,
    oldest_overdue_on: overdue.map((c) => c.due_on).sort()[0] ?? null,
    paid_found_on: first(found.filter((f) => f.paid && f.on >= q.found_from)),
    overdue_found_on: first(found.filter((f) => !f.paid && f.on >= q.found_from)),
    found_before_on: first(found.filter((f) => f.on < q.found_from)),
    last_found_on:
      found
        .map((f) => f.on)
        .sort()
        .at(-1) ?? null,
  };
}

/** What is owed, A-01: everything that is dated by the day, by its sign. Null where nothing is. */
function expectedBalance(entries: readonly LedgerEntry[], asOf: string): string | null {
  const known = entries.filter((e) => e.date <= asOf);
  const sign = (kind: string) => (kind === 'order' ? 0 : kind === 'payment' || kind === 'return' ? -1 : 1);
  const sum = known.reduce((a, e) => a.plus(new Decimal(e.amount).times(sign(e.kind))), new Decimal(0));
  return known.length === 0 ? null : sum.toFixed(2);
}

/** The same row from the columns that are kept of everybody. */
async function keptRow(ctx: ReportContext, q: Asked) {
  const [owed, problems] = [await owedAt(ctx, q), await problemsAt(ctx, q)];
  return (key: number) => {
    const yuan = (column: Column) => yuanOf((column[key] ?? 0) as Cents);
    const day = (column: Column) => (key < column.length ? dayAt(column, key) : null);
    return {
      balance: owed.hasRow[key] === 1 ? yuan(owed.balance) : null,
      not_due: yuan(owed.not_due),
      d1_30: yuan(owed.d1_30),
      d31_60: yuan(owed.d31_60),
      d61_90: yuan(owed.d61_90),
      d91: yuan(owed.d91),
      due_amounts: [yuan(owed.due_amount), yuan(problems.due_amount)],
      on_time_amounts: [yuan(owed.on_time_amount), yuan(problems.on_time_amount)],
      problem_sales: Number(problems.problem_sales[key] ?? 0),
      unclean_sales: Number(problems.unclean_sales[key] ?? 0),
      first_late_on: day(problems.first_late_on),
      oldest_overdue_on: day(problems.oldest_overdue_on),
      paid_found_on: day(problems.paid_found_on),
      overdue_found_on: day(problems.overdue_found_on),
      found_before_on: day(problems.found_before_on),
      last_found_on: day(problems.last_found_on),
    };
  };
}

function expectedKept(entries: readonly LedgerEntry[], q: Asked) {
  const { overdue: _, due_amount, on_time_amount, ...row } = expectedRow(entries, q);
  return {
    ...row,
    balance: expectedBalance(entries, q.as_of),
    due_amounts: [due_amount, due_amount],
    on_time_amounts: [on_time_amount, on_time_amount],
  };
}

const nothing = expectedRow([], {
  as_of: START,
  due_from: START,
  found_from: START,
  clean_from: START,
  grace_days: 0,
  default_term: null,
});

const id = (i: number) => `C${String(i).padStart(3, '0')}`;
const rowsOf = (ledgers: readonly LedgerEntry[][]) =>
  ledgers.flatMap((rows, i) => rows.map((r) => ({ ...r, customer_id: id(i) })));

type Company = typeof company extends fc.Arbitrary<infer C> ? C : never;

const questions = (c: Company): Asked[] =>
  [...c.asOf, addDays(START, DAYS)].map((as_of) => ({
    as_of,
    due_from: c.dueFrom,
    found_from: c.foundFrom,
    clean_from: c.cleanFrom,
    grace_days: c.grace,
    default_term: c.term,
  }));

describe('cover by rollup', () => {
  let w: Warehouse;
  beforeAll(async () => {
    w = await emptyWarehouse();
  });
  afterAll(() => w.close());
  const load = async (ledger: SmallTables[string]) => {
    await w.write((connection) => connection.run('delete from raw.ledger'));
    await fill(w, { ledger });
  };
  const keys = async () =>
    new Map((await registerNames(w, {})).map((n) => [n.customer_id, n.customer_key] as const));

  it('is the cover of A-02 and A-03 on any earlier day, whatever was loaded later', async () => {
    const property = fc.asyncProperty(company, async (c) => {
      await load(rowsOf(c.ledgers));
      for (const asked of questions(c)) {
        const all = { ...asked, ages: true, problems: true };
        const rows = new Map(
          (await customerCover(w, { ...all, customers: null })).map(
            ({ customer_key: _, customer_id, ...r }) => [customer_id, r],
          ),
        );
        const { as_of } = asked;
        for (const [i, entries] of c.ledgers.entries()) {
          const mine = rows.get(id(i)) ?? nothing;
          expect({ as_of, entries, ...mine }).toEqual({ as_of, entries, ...expectedRow(entries, asked) });
        }
        const [first] = await customerCover(w, { ...all, customers: [id(0)] });
        const {
          customer_key: _,
          customer_id: __,
          ...alone
        } = first ?? { customer_key: 0, customer_id: '', ...nothing };
        expect(alone).toEqual(rows.get(id(0)) ?? nothing);
      }
    });
    await fc.assert(property, { numRuns: 8, seed: 20260331 });
  });

  it('is the same in memory, for all customers at once', async () => {
    const property = fc.asyncProperty(company, async (c) => {
      await load(rowsOf(c.ledgers));
      const [ctx, keyOf] = [contextOf(w), await keys()];
      expect(await ledgerOf(ctx)).not.toBeNull();
      for (const asked of questions(c)) {
        const kept = await keptRow(ctx, asked);
        for (const [i, entries] of c.ledgers.entries()) {
          const mine = kept(keyOf.get(id(i)) ?? 0);
          expect({ asked, entries, ...mine }).toEqual({ asked, entries, ...expectedKept(entries, asked) });
        }
      }
    });
    await fc.assert(property, { numRuns: 12, seed: 20260401 });
  });

  it('is exact where an amount of the company is beyond what a number holds', async () => {
    const [c] = fc.sample(company, { numRuns: 1, seed: 20260402 });
    if (!c) throw new Error('a company is made');
    const giant: LedgerEntry[] = [
      {
        entry_id: 'G1',
        line_no: null,
        date: START,
        kind: 'sale',
        amount: '9007199254740993.01',
        due_on: START,
        settles: null,
      },
      {
        entry_id: 'G2',
        line_no: null,
        date: addDays(START, 1),
        kind: 'payment',
        amount: '0.02',
        due_on: null,
        settles: null,
      },
    ];
    const ledgers = [...c.ledgers, giant];
    await load(rowsOf(ledgers));
    const [ctx, keyOf] = [contextOf(w), await keys()];
    expect(await ledgerOf(ctx)).toBeNull();
    for (const asked of questions(c)) {
      const kept = await keptRow(ctx, asked);
      for (const [i, entries] of ledgers.entries())
        expect({ asked, entries, ...kept(keyOf.get(id(i)) ?? 0) }).toEqual({
          asked,
          entries,
          ...expectedKept(entries, asked),
        });
    }
  });
});
