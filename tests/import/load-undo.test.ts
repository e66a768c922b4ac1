/** Any sequence of imports and undos leaves what the imports that were not undone leave by themselves. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { undo } from '@/lib/import/load/undo';
import type { Warehouse } from '@/lib/warehouse/warehouse';
import { emptyWarehouse } from '../support/golden';
import { load, type Row, rawRows } from './staged';

const take = (db: Warehouse, id: number) => db.write((c) => undo(c, id, 'test'));

const technician = (id: string, name: string): Row => ({ technician_id: id, name, role: 'engineer' });
const line = (entry: string, lineNo: string | null, amount: string): Row => ({
  entry_id: entry,
  line_no: lineNo,
  date: '2026-03-05',
  customer_id: 'C1',
  kind: 'sale',
  amount,
});

describe('undoing an import', () => {
  it('brings the earlier version back', async () => {
    const db = await emptyWarehouse();
    await load(db, 'technicians', [technician('T1', '张'), technician('T2', '李')]);
    const before = await rawRows(db, 'technicians', true);
    const second = await load(db, 'technicians', [technician('T1', '王'), technician('T3', '赵')]);
    expect(second.files[0]).toMatchObject({ read: 2, new: 1, changed: 1, unchanged: 0 });
    await take(db, second.importId);
    expect(await rawRows(db, 'technicians', true)).toEqual(before);
  });

  it('of an earlier import leaves the later version', async () => {
    const db = await emptyWarehouse();
    const first = await load(db, 'technicians', [technician('T1', '张'), technician('T2', '李')]);
    await load(db, 'technicians', [technician('T1', '王')]);
    await take(db, first.importId);
    expect(await rawRows(db, 'technicians')).toEqual(['["T1","王","engineer",null,null,null,null]']);
  });

  it('keeps rows that a later import brought again unchanged, under that import', async () => {
    const db = await emptyWarehouse();
    const first = await load(db, 'technicians', [technician('T1', '张')]);
    const second = await load(db, 'technicians', [technician('T0', '李'), technician('T1', '张')]);
    expect(second.files[0]).toMatchObject({ new: 1, changed: 0, unchanged: 1 });
    await take(db, first.importId);
    expect(await rawRows(db, 'technicians', true)).toEqual([
      '["T0","李","engineer",null,null,null,null,"2","2"]',
      '["T1","张","engineer",null,null,null,null,"2","3"]',
    ]);
  });

  it('is refused twice, and for an import that never was', async () => {
    const db = await emptyWarehouse();
    const first = await load(db, 'technicians', [technician('T1', '张')]);
    await take(db, first.importId);
    await expect(take(db, first.importId)).rejects.toThrow('undone already');
    await expect(take(db, 99)).rejects.toThrow('no import 99');
  });

  it('raises the data version only where rows change', async () => {
    const db = await emptyWarehouse();
    const first = await load(db, 'technicians', [technician('T1', '张')]);
    const again = await load(db, 'technicians', [technician('T1', '张')]);
    expect([first.dataVersion, again.dataVersion]).toEqual([1, 1]);
    expect(await take(db, again.importId)).toBe(1);
    expect(await take(db, first.importId)).toBe(2);
  });
});

const entry = fc.tuple(
  fc.constantFrom('L1', 'L2', 'L3'),
  fc.constantFrom(null, '1', '2'),
  fc.constantFrom('10.00', '20.00', '30.00'),
);
const batch = fc.array(entry, { minLength: 1, maxLength: 5 });
const step = fc.oneof(
  { weight: 3, arbitrary: batch.map((rows) => ({ rows })) },
  { weight: 2, arbitrary: fc.nat({ max: 6 }).map((undo) => ({ undo })) },
);

describe('imports and undos in any order', () => {
  it('leave what a replay without the undone ones leaves', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 9 }), async (steps) => {
        const db = await emptyWarehouse();
        const kept: { id: number; rows: Row[] }[] = [];
        for (const s of steps) {
          if ('rows' in s) {
            const rows = s.rows.map(([e, n, a]) => line(e, n, a));
            kept.push({ id: (await load(db, 'ledger', rows)).importId, rows });
          } else if (kept.length > 0) {
            const [gone] = kept.splice(s.undo % kept.length, 1);
            if (gone) await take(db, gone.id);
          }
        }
        const replay = await emptyWarehouse();
        for (const k of kept) await load(replay, 'ledger', k.rows);
        expect(await rawRows(db, 'ledger')).toEqual(await rawRows(replay, 'ledger'));
        // A row never names an import that was undone.
        const names = await db.read(async (c) =>
          (await c.runAndReadAll('select distinct _import_id as id from raw.ledger')).getRowObjectsJson(),
        );
        const alive = new Set(kept.map((k) => k.id));
        expect(names.every((n) => alive.has(Number(n.id)))).toBe(true);
        db.close();
        replay.close();
      }),
      { numRuns: 25, seed: 7 },
    );
  }, 300_000);
});
