/** The rollups cover charges by a shortcut for earlier days; here they are held against the rule, row by row. */
import { Decimal } from 'decimal.js';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { customerCover } from '@/lib/queries/receivables';
import { addDays } from '@/lib/rules/period';
import { coverOf, type LedgerEntry } from '@/lib/rules/receivables';
import { problemSales } from '@/lib/rules/review-problems';
import type { Warehouse } from '@/lib/warehouse/warehouse';
import { emptyWarehouse, fill } from '../support/golden';

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

const ages = ['not_due', 'd1_30', 'd31_60', 'd61_90', 'd91', 'overdue'];

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

/** Where nothing is open, the ages are empty. */
const inFigures = <R extends object>(row: R) => ({
  ...row,
  ...Object.fromEntries(ages.map((age) => [age, (row as Record<string, unknown>)[age] ?? '0.00'])),
});

const nothing = expectedRow([], {
  as_of: START,
  due_from: START,
  found_from: START,
  clean_from: START,
  grace_days: 0,
  default_term: null,
});

describe('cover by rollup', () => {
  let w: Warehouse;
  beforeAll(async () => {
    w = await emptyWarehouse();
  });
  afterAll(() => w.close());

  it('is the cover of A-02 and A-03 on any earlier day, whatever was loaded later', async () => {
    const property = fc.asyncProperty(company, async (c) => {
      const id = (i: number) => `C${String(i).padStart(3, '0')}`;
      await w.write((connection) => connection.run('delete from raw.ledger'));
      await fill(w, {
        ledger: c.ledgers.flatMap((rows, i) =>
          rows.map((r) => ({ ...r, entry_id: r.entry_id, customer_id: id(i) })),
        ),
      });
      for (const as_of of [...c.asOf, addDays(START, DAYS)]) {
        const asked = {
          as_of,
          due_from: c.dueFrom,
          found_from: c.foundFrom,
          clean_from: c.cleanFrom,
          grace_days: c.grace,
          default_term: c.term,
        };
        const all = { ...asked, departments: null, ages: true, problems: true };
        const rows = new Map(
          (await customerCover(w, { ...all, customers: null })).map(
            ({ customer_key: _, customer_id, ...r }) => [customer_id, inFigures(r)],
          ),
        );
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
        expect(inFigures(alone)).toEqual(rows.get(id(0)) ?? nothing);
      }
    });
    await fc.assert(property, { numRuns: 8, seed: 20260331 });
  });
});
