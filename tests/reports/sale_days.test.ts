/** Days of one sale are taken as they stand; here all days are held against a plain count of the ledger's lines. */
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDays } from '@/lib/rules/period';
import type { Warehouse } from '@/lib/warehouse/warehouse';
import { emptyWarehouse, fill } from '../support/golden';

const START = '2026-01-01';

const line = fc.record({
  kind: fc.constantFrom('sale', 'sale', 'sale', 'return', 'payment', 'opening', 'order'),
  customer: fc.integer({ min: 1, max: 4 }),
  date: fc.integer({ min: 0, max: 12 }).map((n) => addDays(START, n)),
  cents: fc.integer({ min: 0, max: 400 }),
  lined: fc.boolean(),
});

const ledger = fc.array(line, { minLength: 1, maxLength: 25 }).map((lines) =>
  lines.map((l, i) => ({
    // Numbers in another order than the rows, and two lines of one document here and there.
    entry_id: `E${String(l.lined ? ((i >> 1) * 7) % 26 : 100 + ((i * 7) % 26)).padStart(3, '0')}`,
    line_no: l.lined ? String(i) : null,
    date: l.date,
    customer_id: `C${l.customer}`,
    kind: l.kind,
    amount: (l.cents / 100).toFixed(2),
  })),
);

type Line = (typeof ledger extends fc.Arbitrary<infer L extends readonly unknown[]> ? L : never)[number];

/** One row a customer and day with a sale or a return: net cents, whether it sold, days since the sale day before. */
function expectedDays(lines: readonly Line[]) {
  const cents = (l: Line) => Math.round(Number(l.amount) * 100) * (l.kind === 'sale' ? 1 : -1);
  const traded = lines.filter((l) => l.kind === 'sale' || l.kind === 'return');
  const days = new Map(traded.map((l) => [`${l.customer_id} ${l.date}`, l]));
  return [...days.values()]
    .map(({ customer_id, date }) => {
      const mine = traded.filter((l) => l.customer_id === customer_id);
      const today = mine.filter((l) => l.date === date);
      const has_sale = today.some((l) => l.kind === 'sale');
      const before = mine.filter((l) => l.kind === 'sale' && l.date < date).map((l) => l.date);
      const last = before.sort().at(-1);
      const gap = last && has_sale ? (Date.parse(date) - Date.parse(last)) / 86_400_000 : null;
      const net = today.reduce((sum, l) => sum + cents(l), 0) / 100;
      return { customer_id, date, has_sale, net_sales: net.toFixed(2), gap_days: gap };
    })
    .sort((a, b) => `${a.customer_id} ${a.date}`.localeCompare(`${b.customer_id} ${b.date}`));
}

describe('days of sales', () => {
  let w: Warehouse;
  beforeAll(async () => {
    w = await emptyWarehouse();
  });
  afterAll(() => w.close());

  it('are what the lines of each day add up to, with the days since the sale day before', async () => {
    const property = fc.asyncProperty(ledger, async (lines) => {
      await w.write((c) => c.run('delete from raw.ledger'));
      await fill(w, { ledger: lines });
      const found = await w.read((c) =>
        c.runAndReadAll(
          `select customer_id, date, has_sale, net_sales, gap_days
           from marts.sale_days join marts.customer_keys using (customer_key) order by 1, 2`,
        ),
      );
      expect(found.getRowObjectsJson()).toEqual(expectedDays(lines));
    });
    await fc.assert(property, { numRuns: 40, seed: 20260331 });
  });
});
