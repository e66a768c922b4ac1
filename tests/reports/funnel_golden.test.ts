import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { funnel } from '@/lib/reports/funnel';
import { idle } from '@/lib/reports/idle';
import type { ReportContext } from '@/lib/reports/report';
import type { Warehouse } from '@/lib/warehouse/warehouse';
import { emptyWarehouse, goldenDir, goldenMissing, loadCanonical } from '../support/golden';
import { columnsOf, comparableRow, contextOf, expectedOf, type Row } from './funnel_support';

describe.skipIf(goldenMissing)('the invented company (skipped where ../shared is missing)', () => {
  let w: Warehouse;
  let ctx: ReportContext;
  beforeAll(async () => {
    w = await emptyWarehouse();
    await loadCanonical(w, path.join(goldenDir, 'canonical'));
    ctx = contextOf(w);
  });
  afterAll(() => w.close());

  it.each(expectedOf('funnel'))('$file, cell by cell, in this order', async ({ params, rows }) => {
    const mine = (await funnel.run(ctx, funnel.params.parse(params))) as unknown as Row[];
    expect(mine.map((m, i) => columnsOf(rows[i] ?? {}, m))).toEqual(rows.map(comparableRow));
  });

  it.each(expectedOf('idle'))('$file, cell by cell', async ({ params, rows }) => {
    const mine = new Map(
      (await idle.run(ctx, idle.params.parse(params))).map((r) => [r.customer_id, r as unknown as Row]),
    );
    expect([...mine.keys()].sort()).toEqual(rows.map((r) => r.customer_id).sort());
    for (const row of rows) {
      expect(columnsOf(row, mine.get(String(row.customer_id)) ?? {})).toEqual(comparableRow(row));
    }
  });
});
