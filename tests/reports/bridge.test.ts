/** What the bridge can tell of changed amounts: the versions that later imports replaced, and when. */
import { afterEach, describe, expect, it } from 'vitest';
import { bridge } from '@/lib/reports/bridge';
import { amountsFollowed } from '@/lib/reports/bridge_opportunities';
import { buildModel } from '@/lib/warehouse/model';
import type { Warehouse } from '@/lib/warehouse/warehouse';
import { load } from '../import/staged';
import { emptyWarehouse } from '../support/golden';
import { contextOf } from './funnel_support';

const opened: Warehouse[] = [];
afterEach(() => {
  for (const w of opened.splice(0)) w.close();
});

const opportunity = (expected_amount: string | null, more: Record<string, string> = {}) => ({
  opportunity_id: 'O1',
  stage: 'identified',
  created_on: '2026-01-10',
  expected_amount,
  ...more,
});

/** Imports on the given days, one after the other. */
async function imported(...imports: [day: string, row: Record<string, string | null>][]) {
  const w = await emptyWarehouse();
  opened.push(w);
  for (const [day, row] of imports) {
    const { importId } = await load(w, 'opportunities', [row]);
    await w.write(async (c) => {
      await c.run('delete from loads.imports where import_id = $importId', { importId });
      await c.run(
        `insert into loads.imports (import_id, started_at, finished_at, state)
         values ($importId, $day::timestamp, $day::timestamp, 'loaded')`,
        { importId, day: `${day} 12:00:00` },
      );
      await buildModel(c);
    });
  }
  const ctx = contextOf(w);
  const amounts = async (from: string, as_of: string) => {
    const rows = await bridge.run(ctx, bridge.params.parse({ from, as_of }));
    return Object.fromEntries(rows.flatMap((r) => (r.count > 0 ? [[r.movement, Number(r.amount)]] : [])));
  };
  return { ctx, amounts };
}

describe('the amounts of a bridge', () => {
  it('an amount raised by an import in between has grown, from the day of that import on', async () => {
    const { amounts } = await imported(
      ['2026-02-01', opportunity('100')],
      ['2026-03-15', opportunity('130')],
    );
    expect(await amounts('2026-02-28', '2026-03-31')).toEqual({ opening: 100, grown: 30, closing: 130 });
    expect(await amounts('2026-02-28', '2026-03-14')).toEqual({ opening: 100, closing: 100 });
    expect(await amounts('2026-03-14', '2026-03-15')).toEqual({ opening: 100, grown: 30, closing: 130 });
    expect(await amounts('2026-03-15', '2026-03-31')).toEqual({ opening: 130, closing: 130 });
  });
  it('of two changes only what is left of both counts', async () => {
    const { amounts } = await imported(
      ['2026-02-01', opportunity('100')],
      ['2026-03-10', opportunity('150')],
      ['2026-03-20', opportunity('90')],
    );
    expect(await amounts('2026-02-28', '2026-03-31')).toEqual({ opening: 100, shrunk: 10, closing: 90 });
  });
  it('before the first import nothing is known: the amount loaded first stands', async () => {
    const { amounts } = await imported(['2026-03-15', opportunity('100')]);
    expect(await amounts('2026-01-31', '2026-02-28')).toEqual({ opening: 100, closing: 100 });
  });
  it('a new one begins with the amount that was loaded first', async () => {
    const { amounts } = await imported(
      ['2026-02-01', opportunity('100')],
      ['2026-03-15', opportunity('130')],
    );
    expect(await amounts('2026-01-09', '2026-03-31')).toEqual({ new: 100, grown: 30, closing: 130 });
  });
  it('an amount that was empty at first has grown from nothing', async () => {
    const { amounts } = await imported(['2026-02-01', opportunity(null)], ['2026-03-15', opportunity('130')]);
    expect(await amounts('2026-02-28', '2026-03-31')).toEqual({ opening: 0, grown: 130, closing: 130 });
  });
  it('a signed one leaves at its signed amount, the difference has shrunk; a lost one at what was expected', async () => {
    const signed = { stage: 'signed', closed_on: '2026-03-10', signed_amount: '80' };
    const { amounts } = await imported(['2026-04-01', opportunity('100', signed)]);
    expect(await amounts('2026-02-28', '2026-03-31')).toEqual({ opening: 100, shrunk: 20, signed: 80 });
    const lost = await imported([
      '2026-04-01',
      opportunity('100', { stage: 'lost', closed_on: '2026-03-10' }),
    ]);
    expect(await lost.amounts('2026-02-28', '2026-03-31')).toEqual({ opening: 100, lost: 100 });
    expect(await lost.amounts('2026-03-09', '2026-03-10')).toEqual({ opening: 100, lost: 100 });
    expect(await lost.amounts('2026-03-10', '2026-03-31')).toEqual({});
  });
  it('it says since when amounts are followed', async () => {
    const { ctx } = await imported(['2026-02-01', opportunity('100')], ['2026-03-15', opportunity('130')]);
    expect(await amountsFollowed.run(ctx, {})).toMatchObject([{ changed: 1 }]);
  });
  it('a day that is not before the other is a mistake in the address', async () => {
    const { amounts } = await imported(['2026-02-01', opportunity('100')]);
    await expect(amounts('2026-02-01', '2026-02-01')).rejects.toThrow('from');
  });
});
