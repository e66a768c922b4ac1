/** The list of open cases is made without ledgers; here each of its rows is held against the problems behind it. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demotionProblems, demotions } from '@/lib/reports/demotions';
import type { Warehouse } from '@/lib/warehouse/warehouse';
import { emptyWarehouse, goldenDir, goldenMissing, loadCanonical } from '../support/golden';
import { contextOf, rowsFor } from './quota_support';

describe.skipIf(goldenMissing)('demotions of the golden company (skipped where ../shared is missing)', () => {
  let w: Warehouse;
  beforeAll(async () => {
    w = await emptyWarehouse();
    await loadCanonical(w, `${goldenDir}/canonical`);
  });
  afterAll(() => w.close());

  it.each(['2025-12-31', '2026-01-01', '2026-02-17', '2026-06-30', '2026-07-05', '2026-08-31'])(
    'says of each case at %s what its problems say',
    async (as_of) => {
      const cases = await rowsFor(demotions, contextOf(w), { as_of });
      const problems = await rowsFor(demotionProblems, contextOf(w), { as_of });
      const behind = new Map<string, typeof problems>();
      for (const p of problems) behind.set(p.customer_id, [...(behind.get(p.customer_id) ?? []), p]);
      expect(cases.length).toBeGreaterThan(0);
      expect(new Set(cases.map((c) => c.customer_id))).toEqual(new Set(behind.keys()));
      for (const row of cases) {
        const own = behind.get(row.customer_id) ?? [];
        expect([row.problems, row.problem, row.found_on]).toEqual([
          own.length,
          own[0]?.kind,
          own[0]?.found_on,
        ]);
      }
    },
  );
});
