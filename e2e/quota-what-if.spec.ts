/** A what-if from its first move to its kept scenario, on a company of its own; trend and forecast on the shared one. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ensureData } from '../scripts/lib/data.mjs';
import { anyPort, serve } from '../scripts/lib/server.mjs';
import { expectAccessible, expectNoSidewaysScroll, look, looks, rowsOf } from './support/page';
import { expect, test } from './support/test';

const AS_OF = '2026-11-20';
const address = `/quotas/what-if?as_of=${AS_OF}`;

interface Tried {
  group: string;
  tier: string;
  held: number;
  held_after: number;
}

test('the what-if opens in every look, and axe finds nothing', async ({ page, context }) => {
  for (const { locale, theme } of looks) {
    await look(context, locale, theme);
    await page.goto(`${address}&move=C0093:preferred`);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(
      locale === 'en' ? 'What if' : '名额推演',
    );
    await expect(page.locator('tr[data-key]').first()).toBeVisible();
    await expectAccessible(page);
  }
});

test('a move by keyboard changes the quota, undo takes it back, redo brings it again, the file agrees', async ({
  page,
}) => {
  await page.goto(address);
  const line = page.locator('table.scratch-table[data-by="department"] tbody tr').first();
  await expect(line).not.toHaveAttribute('data-touched');
  await page.locator('tr[data-key] [data-row-link]').first().click();
  const drawer = page.locator('aside.drawer');
  await expect(drawer.getByRole('heading', { level: 2 })).toBeVisible();
  await expect(async () => {
    await page.keyboard.press('0');
    await expect(page).toHaveURL(/move=/, { timeout: 1500 });
  }).toPass();
  await expect(line).toHaveAttribute('data-touched', 'true');
  await expectAccessible(page);
  const move = new URL(page.url()).searchParams.getAll('move');
  const question = new URLSearchParams([['as_of', AS_OF], ...move.map((m) => ['move', m])]);
  const rows = (await rowsOf(page, `/api/reports/quota_what_if?${question}`)) as unknown as Tried[];
  const vip = rows.find((r) => r.tier === 'vip' && r.held !== r.held_after);
  await expect(line).toContainText(`${vip?.held_after} /`);
  await page.getByRole('search').getByRole('link', { name: '撤销' }).click();
  await expect(page).not.toHaveURL(/[?&]move=/);
  await expect(line).not.toHaveAttribute('data-touched');
  await page.getByRole('search').getByRole('link', { name: '重做' }).click();
  await expect(line).toHaveAttribute('data-touched', 'true');
  await page.getByRole('search').getByRole('link', { name: /^放弃/ }).click();
  await expect(page).not.toHaveURL(/move=/);
});

test('ticked customers move together, and a mistake in the address is named', async ({ page }) => {
  await page.goto(address);
  await expect(page.locator('tr[data-key]').first()).toBeVisible();
  const ticks = page.locator('tr[data-key] input[type="checkbox"]');
  await ticks.nth(0).check();
  await ticks.nth(1).check();
  await page.getByRole('button', { name: /移出基数/ }).click();
  await expect(page.getByRole('heading', { name: '推演 2 户' })).toBeVisible();
  await page.goto(`${address}&move=C0093:gold`);
  await expect(page.locator('.state[role="alert"]')).toContainText('「move」');
});

test('trend and forecast are accessible, and nothing scrolls sideways on a phone', async ({ page }) => {
  for (const view of ['trend', 'ahead']) {
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.goto(`/quotas?as_of=${AS_OF}&view=${view}`);
    await expect(page.locator(`table.quota-${view}`).first()).toBeVisible();
    await expectAccessible(page);
    await page.setViewportSize({ width: 390, height: 844 });
    await expectNoSidewaysScroll(page);
  }
});

test('a cell of the trend opens the customers that held a place that day', async ({ page }) => {
  const [cell] = (await rowsOf(page, `/api/reports/quota_trend?as_of=${AS_OF}`)) as unknown as (Tried & {
    day: string;
  })[];
  await page.goto(`/quotas?as_of=${AS_OF}&view=trend`);
  await page.locator('table.quota-trend').first().getByRole('link').first().click();
  await expect(page).toHaveURL(new RegExp(`as_of=${cell?.day}`));
  await expect(page.locator('table[aria-rowcount]')).toHaveAttribute(
    'aria-rowcount',
    `${(cell?.held ?? 0) + 1}`,
  );
});

test.describe
  .serial('keeping a what-if', () => {
    let server: Awaited<ReturnType<typeof serve>>;
    const folder = mkdtempSync(path.join(tmpdir(), 'tierline-whatif-'));
    test.beforeAll(async () => {
      await ensureData(folder);
      const port = await anyPort('127.0.0.1');
      server = await serve({
        host: '127.0.0.1',
        port,
        env: { DATA_DIR: folder, TIERLINE_TODAY: '2026-11-22' },
      });
    });
    test.afterAll(async () => {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    });

    test('needs a name; is kept with who, opened by its link, removed and put back', async ({ page }) => {
      await page.goto(`${server.url}${address}&move=C0093:preferred&move=C0168:drop`);
      await page.getByText('保存这个方案').click();
      await page.getByRole('button', { name: '保存 2 步' }).click();
      await expect(page.getByRole('alert').filter({ hasText: '写上谁保存的' })).toBeVisible();
      await page.getByLabel('名称').fill('给大客户让位');
      await page.getByLabel('经办人').fill('王芳');
      await page.getByRole('button', { name: '保存 2 步' }).click();
      await expect(page.getByRole('heading', { name: '保存的方案 1' })).toBeVisible();
      await page.goto(`${server.url}${address}`);
      await page.getByRole('link', { name: '给大客户让位' }).click();
      await expect(page.getByRole('heading', { name: '推演 2 户' })).toBeVisible();
      await page.getByRole('button', { name: '去掉方案「给大客户让位」' }).click();
      await expect(page.getByRole('heading', { name: '保存的方案 0' })).toBeVisible();
      await page.getByRole('button', { name: '撤销' }).click();
      await expect(page.getByRole('heading', { name: '保存的方案 1' })).toBeVisible();
    });
  });
