import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { bonus } from '@/lib/reports/bonus';
import { soleViewer } from '@/lib/reports/viewer';
import { makeCalendar } from '@/lib/rules/calendar';
import type { Warehouse } from '@/lib/warehouse/warehouse';
import { setPolicyValue, withdrawPolicyValue } from '@/lib/work/policy';
import { openWorkStore, policyBook, type WorkStore } from '@/lib/work/store';
import { smallWarehouse } from '../support/golden';

let w: Warehouse;
let store: WorkStore;
beforeEach(async () => {
  const job = (job_id: string, finished_on: string) => ({
    job_id,
    technician_id: 'T1',
    points: '20',
    finished_on,
  });
  w = await smallWarehouse({
    technicians: [{ technician_id: 'T1', name: '甲', role: 'engineer' }],
    jobs: [job('J1', '2026-03-31'), job('J2', '2026-04-01')],
  });
  store = await openWorkStore(w.dir);
});
afterEach(async () => {
  await store.close();
  w.close();
});

async function pay(period: string): Promise<string | null | undefined> {
  const policy = await policyBook(store);
  const ctx = { db: w, viewer: soleViewer, policy, calendar: makeCalendar(policy.on('2026-04-30')) };
  return (await bonus.run(ctx, { period }))[0]?.performance_pay;
}

describe('a rate set from 1 April', () => {
  it('pays April anew and leaves March as it was; withdrawn, April is as before', async () => {
    expect([await pay('2026-03'), await pay('2026-04')]).toEqual(['810.00', '810.00']);
    const rate = { parameter: 'bonus.point_rate', from: '2026-04-01' };
    await setPolicyValue(store, { ...rate, value: '300', setBy: 'li', why: '会议纪要' });
    expect([await pay('2026-03'), await pay('2026-04')]).toEqual(['810.00', '900.00']);
    await withdrawPolicyValue(store, { ...rate, by: 'wang', why: '未批准' });
    expect([await pay('2026-03'), await pay('2026-04')]).toEqual(['810.00', '810.00']);
  });

  it('set within a month holds for the whole month: it is judged at its end', async () => {
    const rate = {
      parameter: 'bonus.point_rate',
      from: '2026-04-30',
      value: '300',
      setBy: 'li',
      why: '会议纪要',
    };
    await setPolicyValue(store, rate);
    expect([await pay('2026-03'), await pay('2026-04')]).toEqual(['810.00', '900.00']);
  });
});
