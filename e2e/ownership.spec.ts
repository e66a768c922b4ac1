import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ensureData } from '../scripts/lib/data.mjs';
import { anyPort, serve } from '../scripts/lib/server.mjs';
import { expectAccessible, expectNoSidewaysScroll, look, looks, rowsOf, shownNumber } from './support/page';
import { expect, test } from './support/test';

const AS_OF = '2026-11-20';
const page1 = `/ownership?as_of=${AS_OF}`;
const api = `/api/reports/ownership_findings?as_of=${AS_OF}`;

test('ownership opens in both languages and themes, and axe finds nothing', async ({ page, context }) => {
  for (const { locale, theme } of looks) {
    await look(context, locale, theme);
    await page.goto(`${page1}&row=unowned.C0051`);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(
      locale === 'en' ? 'Ownership' : '归属与登记',
    );
    await expect(page.locator('tr[data-key]').first()).toBeVisible();
    await expectAccessible(page);
  }
});

test('each figure opens exactly its findings, and its file has as many rows', async ({ page }) => {
  for (const view of ['unowned', 'conflict', 'late_entry', 'late_first_contact'] as const) {
    await page.goto(page1);
    const figure = page.locator('.figure', { has: page.locator(`a[href*="view=${view}"]`) });
    const n = shownNumber(await figure.locator('.figure-value a').textContent());
    expect(n).toBeGreaterThan(0);
    await figure.locator('.figure-value a').click();
    await expect(page).toHaveURL(new RegExp(`view=${view}`));
    await expect(page.locator('table[aria-rowcount]').first()).toHaveAttribute('aria-rowcount', `${n + 1}`);
    expect(await rowsOf(page, `${api}&finding=${view}`)).toHaveLength(n);
    const csv = await (await page.request.get(`${api}&finding=${view}&format=csv`)).text();
    expect(csv.trim().split(/\r?\n/)).toHaveLength(n + 1);
  }
});

test('what was late is held against a month or a year ago; what has no date says how much is new', async ({
  page,
}) => {
  await page.goto(`${page1}&compare=year`);
  const late = page.locator('.figure', { has: page.locator('a[href*="view=late_entry"]') });
  const then = late.locator('.figure-note a');
  await expect(then).toHaveText(/^当时 [\d,]+ 户$/);
  const n = shownNumber(await then.textContent());
  const unowned = page.locator('.figure', { has: page.locator('a[href*="view=unowned"]') });
  await expect(unowned.locator('.figure-note')).toHaveText(/^2025-11-20 后新增 \d+ 户$/);
  await expect(page.getByText('登记表不记业务员的日期，不与过去比')).toBeVisible();
  await then.click();
  await expect(page).toHaveURL(/as_of=2025-11-20/);
  expect(shownNumber(await late.locator('.figure-value a').textContent())).toBe(n);
  expect(
    await rowsOf(page, '/api/reports/ownership_findings?as_of=2025-11-20&finding=late_entry'),
  ).toHaveLength(n);
  const compare = page.getByRole('navigation', { name: '比较' });
  await expect(compare.getByRole('link', { name: '比去年' })).toHaveAttribute('aria-current', 'true');
  await compare.getByRole('link', { name: '不比' }).click();
  await expect(page).toHaveURL(/compare=none/);
  await expect(unowned.locator('.figure-note')).toHaveText('建议给负荷最轻的');
});

test('the drawer says who could take a customer, and why the first is proposed', async ({ page }) => {
  await page.goto(`${page1}&view=unowned&row=unowned.C0051`);
  const drawer = page.locator('aside.drawer');
  const first = drawer.locator('table tbody tr').first();
  await expect(first.locator('th')).toHaveText('孙婉清');
  await expect(drawer.locator('dl')).toContainText('孙婉清');
  await drawer.getByRole('link', { name: /背后的行/ }).click();
  await expect(drawer.locator('a[href^="/imports/"]').first()).toBeVisible();
});

test('on a phone nothing scrolls sideways', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(page1);
  await expect(page.locator('tr[data-key]').first()).toBeVisible();
  await expectNoSidewaysScroll(page);
});

test.describe
  .serial('deciding, on a company of its own', () => {
    let server: Awaited<ReturnType<typeof serve>>;
    const folder = mkdtempSync(path.join(tmpdir(), 'tierline-owners-'));

    test.beforeAll(async () => {
      await ensureData(folder);
      server = await serve({
        host: '127.0.0.1',
        port: await anyPort('127.0.0.1'),
        env: { DATA_DIR: folder },
      });
    });
    test.afterAll(async () => {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    });

    test('ticked customers go to whom they are proposed; undo brings them back', async ({ page }) => {
      await page.goto(`${server.url}${page1}&view=unowned`);
      const rows = page.locator('tr[data-key]');
      await expect(rows).toHaveCount(12);
      const bar = page.getByRole('region', { name: '决定归属' });
      await expect(async () => {
        await rows.first().getByRole('checkbox').check();
        await expect(bar).toContainText('已选 1 条', { timeout: 500 });
      }).toPass();
      await rows.nth(1).getByRole('checkbox').check();
      await bar.getByLabel('决定人').fill('顾明德');
      await bar.getByRole('button', { name: /按建议分配 2 户/ }).click();
      await expect(page.locator('.figure', { hasText: '已决定' }).locator('.figure-value')).toContainText(
        '2',
      );
      await expect(rows.first()).toContainText('顾明德');
      const file = await rowsOf(page, `${server.url}/api/reports/owner_decisions?as_of=${AS_OF}`);
      expect(file).toHaveLength(2);
      expect(file[0]).toMatchObject({ decided_by: '顾明德', decided_why: '按建议', state: 'open' });
      await page.getByRole('button', { name: '撤销' }).click();
      await expect(page.locator('.figure', { hasText: '已决定' }).locator('.figure-value')).toContainText(
        '0',
      );
      expect(await rowsOf(page, `${server.url}/api/reports/owner_decisions?as_of=${AS_OF}`)).toEqual([]);
    });
  });
