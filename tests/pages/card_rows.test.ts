/**
 * What a card, a view, a filter or a cell counts is what it opens: on every one of them, with the golden company, the
 * rows of the page are those of its file.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PageContext } from '@/app/_lib/context';
import type { SearchParams } from '@/app/_lib/url';
import { fileFilters, filesModel, fileViews, groupings } from '@/app/files/_model';
import { cellKey } from '@/app/idle/due/_matrix';
import { dueFilters, dueModel, dueViews } from '@/app/idle/due/_model';
import { weekModel } from '@/app/idle/week/_model';
import { ownershipFilters, ownershipModel, ownershipViews } from '@/app/ownership/_model';
import { readParams } from '@/lib/reports/params';
import { reportNamed } from '@/lib/reports/registry';
import { rowsOf } from '@/lib/reports/run';
import { idleLists } from '@/lib/rules/idle_plan';
import type { Warehouse } from '@/lib/warehouse/warehouse';
import { contextOf } from '../reports/funnel_support';
import { emptyWarehouse, goldenDir, goldenMissing, loadCanonical } from '../support/golden';

const as_of = '2026-08-31';

describe.skipIf(goldenMissing)('cards and their rows (skipped where ../shared is missing)', () => {
  let w: Warehouse;
  let ctx: PageContext;
  beforeAll(async () => {
    w = await emptyWarehouse();
    await loadCanonical(w, `${goldenDir}/canonical`);
    ctx = {
      ...contextOf(w),
      today: as_of,
      defaultAsOf: as_of,
      data: { through: as_of, days: 0, loadedAt: null, stale: false },
    };
  });
  afterAll(() => w.close());

  /** How many rows the file of a page has. */
  async function fileRows(file: string): Promise<number> {
    const url = new URL(file, 'http://here');
    const report = reportNamed(url.pathname.split('/').at(-1) ?? '');
    const given: Record<string, string[]> = {};
    for (const key of new Set(url.searchParams.keys())) given[key] = url.searchParams.getAll(key);
    return (await rowsOf(report, ctx, readParams(report.params, given))).length;
  }

  it('contacts due: every view, list, filter and cell', async () => {
    const at = (search: SearchParams) => dueModel(ctx, search);
    const whole = await at({});
    expect(await fileRows(whole.file)).toBe(whole.counts.todo);
    for (const view of dueViews) {
      const m = await at({ view });
      expect([view, m.n, await fileRows(m.file)]).toEqual([view, whole.counts[view], whole.counts[view]]);
    }
    const { overdue, due, planned, covered, undated, all } = whole.counts;
    expect(overdue + due + planned + covered + undated).toBe(all);
    for (const list of idleLists) {
      const m = await at({ list });
      expect([list, m.n, await fileRows(m.file)]).toEqual([
        list,
        whole.lists[list].count,
        whole.lists[list].count,
      ]);
    }
    for (const filter of dueFilters) {
      for (const { value, count } of whole.options[filter].slice(0, 3)) {
        const m = await at({ [filter]: value });
        expect([filter, value, m.n, await fileRows(m.file)]).toEqual([filter, value, count, count]);
      }
    }
    const cells = [...whole.matrix.cells.values()].reduce((n, c) => n + c.count, 0);
    expect(cells).toBe(whole.counts.todo);
    for (const region of whole.matrix.regions.slice(0, 3)) {
      for (const owner of whole.matrix.owners) {
        const cell = whole.matrix.cells.get(cellKey(region.value, owner.value));
        if (!cell || region.value === null || owner.value === null) continue;
        const m = await at({ region: region.value, owner: owner.value });
        expect([m.n, m.stake]).toEqual([cell.count, cell.stake]);
      }
    }
  });

  it('the week: what has to be done is what is due, and the file has the proposed visits', async () => {
    const week = await weekModel(ctx, {});
    const due = await dueModel(ctx, {});
    expect(week.needed).toBe(due.n);
    expect(await fileRows(week.file)).toBe(week.visits.length);
    expect(week.owners.reduce((n, o) => n + o.needed, 0)).toBe(week.needed);
  });

  it('ownership: every view and filter', async () => {
    const at = (search: SearchParams) => ownershipModel(ctx, search);
    const whole = await at({});
    expect([whole.rows.length, await fileRows(whole.file)]).toEqual([whole.counts.open, whole.counts.open]);
    for (const view of ownershipViews) {
      const m = await at({ view });
      expect([view, m.rows.length, await fileRows(m.file)]).toEqual([
        view,
        whole.counts[view],
        whole.counts[view],
      ]);
    }
    for (const filter of ownershipFilters) {
      for (const { value, count } of whole.options[filter].slice(0, 3)) {
        const m = await at({ [filter]: value });
        expect([filter, value, m.rows.length, await fileRows(m.file)]).toEqual([filter, value, count, count]);
      }
    }
  });

  it('files: every view, field, group and filter', async () => {
    const at = (search: SearchParams) => filesModel(ctx, search);
    const whole = await at({});
    expect(whole.counts.incomplete + whole.counts.complete).toBe(whole.counts.all);
    expect(whole.counts.all).toBe(whole.whole.customers);
    for (const view of fileViews) {
      const m = await at({ view });
      expect([view, m.n, await fileRows(m.file)]).toEqual([view, whole.counts[view], whole.counts[view]]);
    }
    for (const f of whole.fields) {
      const m = await at({ missing: f.field });
      expect([f.field, m.n, await fileRows(m.file)]).toEqual([f.field, f.lacking, f.lacking]);
    }
    for (const by of groupings) {
      const { groups } = await at({ by });
      for (const g of groups.slice(0, 3)) {
        if (g.group === null) continue;
        const m = await at({ view: 'all', [by]: g.group });
        expect([by, m.n, await fileRows(m.file)]).toEqual([by, g.customers, g.customers]);
      }
    }
    for (const filter of fileFilters) {
      for (const { value, count } of whole.options[filter].slice(0, 2)) {
        const m = await at({ [filter]: value });
        expect([filter, value, m.n]).toEqual([filter, value, count]);
      }
    }
  });
});
