import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { customerRanks } from '@/lib/reports/customer_ranks';
import type { DayContext } from '@/lib/reports/open';
import { prepareData, prepareQuotas } from '@/lib/reports/prepare';
import { quota } from '@/lib/reports/quota';
import { rowsOf } from '@/lib/reports/run';
import { twelveMonths } from '@/lib/reports/twelve_months';
import type { Warehouse } from '@/lib/warehouse/warehouse';
import { fill, smallWarehouse } from '../support/golden';
import { contextOf } from './quota_support';

const as_of = '2026-07-20';

describe('what is read before anybody asks', () => {
  let w: Warehouse;
  beforeAll(async () => {
    w = await smallWarehouse({
      customers: [
        { customer_id: 'V1', name: '甲', department: '一部', tier: 'vip', admitted_on: '2025-01-01' },
        { customer_id: 'V2', name: '乙', department: '二部', tier: 'vip', admitted_on: '2025-01-01' },
      ],
      ledger: [
        { entry_id: 'E1', customer_id: 'V1', kind: 'sale', date: '2026-07-12', amount: 10, product: '钉' },
      ],
    });
  });
  afterAll(() => w.close());
  const context = (): DayContext => ({
    ...contextOf(w),
    today: as_of,
    defaultAsOf: as_of,
    data: { through: '2026-07-12', days: 8, loadedAt: null, stale: false },
  });
  const asked = async () => {
    const ctx = context();
    const [, , years, ranks] = await Promise.all([
      rowsOf(quota, ctx, { as_of, by: 'department' as const }),
      rowsOf(quota, ctx, { as_of, by: 'product' as const }),
      twelveMonths(ctx, as_of),
      customerRanks(ctx, as_of),
    ]);
    return [years(1).net_sales_12m, ranks(1, 2026), ranks(2, 2026)];
  };

  it('is not read again by who asks, and once a version', async () => {
    await prepareData(context());
    const reads = vi.spyOn(w, 'read');
    expect(await asked()).toEqual(['10.00', { place: 1, of_all: 1 }, null]);
    await prepareData(context());
    expect(reads).not.toHaveBeenCalled();
    reads.mockRestore();
  });

  it('is read anew for a new version of the data', async () => {
    await fill(w, {
      ledger: [{ entry_id: 'E2', customer_id: 'V2', kind: 'sale', date: '2026-07-13', amount: 30 }],
    });
    await prepareData(context());
    expect(await asked()).toEqual(['10.00', { place: 2, of_all: 2 }, { place: 1, of_all: 2 }]);
  });

  it('is told once in the log where it fails, and tried again with the next page', async () => {
    await fill(w, {
      ledger: [{ entry_id: 'E3', customer_id: 'V2', kind: 'sale', date: '2026-07-14', amount: 5 }],
    });
    const log = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const reads = vi.spyOn(w, 'read').mockRejectedValue(new Error('the disk is gone'));
    await prepareData(context());
    await prepareData(context());
    expect(log.mock.calls.filter(([, e]) => String(e).includes('customer_ranks.sql'))).toHaveLength(1);
    reads.mockRestore();
    const again = vi.spyOn(w, 'read');
    await prepareData(context());
    expect(again).toHaveBeenCalled();
    again.mockClear();
    await prepareData(context());
    expect(await asked()).toEqual(['10.00', { place: 2, of_all: 2 }, { place: 1, of_all: 2 }]);
    expect(again).not.toHaveBeenCalled();
    again.mockRestore();
    log.mockRestore();
  });

  it('a day without policy is told by the page, not by the log', async () => {
    const log = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    expect(await prepareQuotas(context(), ['1999-12-31'])).toBe(false);
    expect(log).not.toHaveBeenCalled();
    log.mockRestore();
  });

  it('of other days is what the stepper of quotas leads to', async () => {
    await prepareQuotas(context(), ['2026-06-30']);
    const reads = vi.spyOn(w, 'read');
    const years = await twelveMonths(context(), '2026-06-30');
    await rowsOf(quota, context(), { as_of: '2026-06-30', by: 'product' as const });
    expect(years(1)).toEqual({ net_sales_12m: '0.00', last_sale_on: null });
    expect(reads).not.toHaveBeenCalled();
    reads.mockRestore();
  });
});
