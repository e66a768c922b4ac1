import { describe, expect, it } from 'vitest';
import { emptyWarehouse, goldenDir, goldenMissing, loadCanonical, smallWarehouse } from './support/golden';

describe('the warehouse', () => {
  it('opens empty, with data version 0', async () => {
    const w = await emptyWarehouse();
    expect(w.dataVersion()).toBe(0);
    w.close();
  });

  it('rolls a failed write back whole', async () => {
    const w = await smallWarehouse({ customers: [{ customer_id: 'C1', name: '甲' }] });
    await expect(
      w.write(async (c) => {
        await c.run('delete from raw.customers');
        throw new Error('power cut');
      }),
    ).rejects.toThrow('power cut');
    const rows = await w.read(async (c) =>
      (await c.runAndReadAll('select customer_id, kind from raw.customers')).getRowObjectsJson(),
    );
    expect(rows).toEqual([{ customer_id: 'C1', kind: 'trade' }]);
    w.close();
  });

  it.skipIf(goldenMissing)('takes the golden company (skipped where ../shared is missing)', async () => {
    const w = await emptyWarehouse();
    await loadCanonical(w, `${goldenDir}/canonical`);
    const rows = await w.read(async (c) =>
      (await c.runAndReadAll('select count(*)::integer as n from raw.ledger')).getRowObjectsJson(),
    );
    expect(rows[0]?.n).toBe(8320);
    w.close();
  });
});
