import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { ensureData } from '../scripts/lib/data.mjs';
import { anyPort, serve } from '../scripts/lib/server.mjs';
import { expectAccessible, expectNoSidewaysScroll, look, looks, rowsOf, shownNumber } from './support/page';
import { expect, test } from './support/test';

const months = 'from=2025-11&to=2026-10';
const scenario = `${months}&set=bonus.base_points:18&set=fine.unsigned:50`;
const whatIf = `/bonuses/what-if?${scenario}`;
const team = '/bonuses/team?period=2026';

const cents = (values: readonly unknown[]) =>
  values.reduce<number>((s, v) => s + Math.round(Number(v) * 100), 0);
const shownCents = (text: string | null) =>
  Math.round(Number((text ?? '').replace('−', '-').replace(/[^\d.-]/g, '')) * 100);
const figure = (page: Page, n: number) => page.locator('.figure').nth(n).locator('.figure-value');

for (const { locale, theme } of looks) {
  test(`the what-if and the team's year open in ${locale}, ${theme}, and axe finds nothing`, async ({
    page,
    context,
  }) => {
    await look(context, locale, theme);
    await page.goto(whatIf);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(
      locale === 'en' ? 'Bonuses, what if' : '奖金试算',
    );
    await expect(page.locator('tbody tr[data-key]').first()).toBeVisible();
    await expectAccessible(page);
    for (const view of ['', '&view=parts', '&view=satisfaction']) {
      await page.goto(team + view);
      await expect(page.locator('.page-body tbody tr').first()).toBeVisible();
      await expectAccessible(page);
    }
  });
}

test('the figures are those of the reports, and lead to as many rows as they count', async ({ page }) => {
  const rows = await rowsOf(page, `/api/reports/bonus_what_if?${scenario}`);
  await page.goto(whatIf);
  expect(shownCents(await figure(page, 0).locator('a').textContent())).toBe(cents(rows.map((r) => r.before)));
  expect(shownCents(await figure(page, 1).locator('a').textContent())).toBe(cents(rows.map((r) => r.after)));
  expect(shownCents(await figure(page, 2).locator('a').textContent())).toBe(
    cents(rows.map((r) => r.difference)),
  );
  const href = (await figure(page, 1).locator('a').getAttribute('href')) ?? '';
  const lines = await rowsOf(page, href.replace('/rows/', '/api/reports/'));
  expect(cents(lines.map((l) => l.after))).toBe(cents(rows.map((r) => r.after)));

  const losers = rows.filter((r) => r.outcome === 'loses').length;
  const loses = figure(page, 4).locator('a');
  expect(shownNumber(await loses.textContent())).toBe(losers);
  await loses.click();
  await expect(page).toHaveURL(/view=loses/);
  await expect(page.locator('.page-footer')).toContainText(`${losers} 人`);
  const csv = await (await page.request.get(`/api/reports/bonus_what_if?${scenario}&format=csv`)).text();
  expect(csv.trim().split(/\r?\n/)).toHaveLength(rows.length + 1);
});

test('values are tried by their fields, stand in the address, and Back undoes them', async ({ page }) => {
  await page.goto(`/bonuses/what-if?${months}`);
  await expect(page.locator('.state')).toContainText('还没有试用的值');
  await expect(async () => {
    await page.getByLabel('每超一点').fill('300');
    await page.getByRole('button', { name: '试算', exact: true }).click();
    await expect(page).toHaveURL(/set=bonus\.point_rate%3A300/, { timeout: 3_000 });
  }).toPass();
  await expect(page.getByLabel('每超一点')).toHaveValue('300');
  await expect(figure(page, 2)).toContainText('+');
  await page.goBack();
  await expect(page).not.toHaveURL(/set=/);

  // A value that is none is said at its field; values that do not fit cannot be adopted.
  await page.goto(`/bonuses/what-if?${months}&set=bonus.point_rate:many`);
  await expect(page.locator('.page-aside')).toContainText('这不是数字');
  await page.goto(`/bonuses/what-if?${months}&set=award.second:1600`);
  await expect(page.locator('.page-aside').getByRole('alert')).toContainText('2025-11-01 起');
  await expect(page.getByRole('button', { name: '采用 1 项' })).toBeDisabled();
  await page.goto(`/bonuses/what-if?${months}&set=quota.vip:1`);
  await expect(page.getByRole('alert').first()).toContainText('set');
});

test('a person opens by keyboard: items, amounts, months', async ({ page }) => {
  await page.goto(whatIf);
  await expect(page.locator('tbody tr[data-key]').first()).toBeVisible();
  await expect(async () => {
    await page.keyboard.press('j');
    await expect(page.locator('tr[data-cursor]')).toHaveCount(1, { timeout: 500 });
  }).toPass();
  const id = (await page.locator('tr[data-cursor]').getAttribute('data-key')) ?? '';
  await page.keyboard.press('Enter');
  const drawer = page.locator('.drawer');
  await expect(drawer).toContainText(id);
  const [row] = (await rowsOf(page, `/api/reports/bonus_what_if?${scenario}`)).filter(
    (r) => r.technician_id === id,
  );
  expect(shownCents(await drawer.locator('dl > div').last().locator('b').textContent())).toBe(
    cents([row?.difference]),
  );
  await drawer.getByRole('link', { name: /背后的行/ }).click();
  const lines = await rowsOf(page, `/api/reports/bonus_what_if_lines?${scenario}&technician=${id}`);
  await expect(drawer.locator('tbody tr')).toHaveCount(lines.length);
  await page.keyboard.press('Escape');
  await expect(drawer).toHaveCount(0);
});

test("the team's year agrees with its reports in every view", async ({ page }) => {
  const asked = 'period=2026&as_of=2026-11-22';
  await page.goto(team);
  const points = await rowsOf(page, `/api/reports/bonus_year_points?${asked}`);
  await expect(page.locator('.team-grid td a')).toHaveCount(points.length);
  const ranks = await rowsOf(page, `/api/reports/bonus_year_ranks?${asked}`);
  expect(shownNumber(await figure(page, 4).textContent())).toBe(ranks.filter((r) => r.tie_flag).length);
  await page.goto(`${team}&view=ranking`);
  await expect(page.locator('.team-grid .tag')).toHaveCount(ranks.filter((r) => r.tie_flag).length);
  const cost = await rowsOf(page, `/api/reports/bonus_year_cost?${asked}`);
  await page.goto(`${team}&view=cost`);
  expect(shownCents(await page.locator('tfoot td.plain-only').last().textContent())).toBe(
    cents(cost.map((c) => c.cost)),
  );
  await page.goto(`${team}&view=parts`);
  const none = page.locator('.bar-list tbody tr').nth(2);
  const sales = shownNumber(await none.locator('td').nth(1).textContent());
  await none.getByRole('link').click();
  await expect(page).toHaveURL(/band=margin_too_low/);
  const rows = await rowsOf(page, `/api/reports/bonus_year_parts?${asked}&band=margin_too_low`);
  expect(rows).toHaveLength(sales);
  expect(sales).toBeGreaterThan(0);
});

test('nothing scrolls sideways on a phone', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  for (const address of [whatIf, team, `${team}&view=ranking`, `${team}&view=parts`, '/policy?view=checks']) {
    await page.goto(address);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expectNoSidewaysScroll(page);
  }
});

test.describe
  .serial('a scenario becomes policy', () => {
    let server: Awaited<ReturnType<typeof serve>>;
    const folder = mkdtempSync(path.join(tmpdir(), 'tierline-what-if-'));
    const inForce = async (page: Page, day: string) => {
      const answer = await page.request.get(`${server.url}/api/rules/B-04?on=${day}`);
      return JSON.stringify(await answer.json());
    };

    test.beforeAll(async () => {
      await ensureData(folder);
      server = await serve({
        host: '127.0.0.1',
        port: await anyPort('127.0.0.1'),
        env: { DATA_DIR: folder, TIERLINE_TODAY: '2026-11-22' },
      });
    });
    test.afterAll(async () => {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    });

    test('from a day on, with who and why; undone at once, and the past is as it was', async ({ page }) => {
      const month = () => rowsOf(page, `${server.url}/api/reports/bonus?period=2026-10`);
      const before = await month();
      await page.goto(`${server.url}/bonuses/what-if?${months}&set=bonus.base_points:18`);
      const adopt = page.getByRole('button', { name: '采用 1 项' });
      // The form answers once the page is awake.
      await expect(async () => {
        await page.getByLabel('经办人').fill('李总');
        await adopt.click();
        await expect(page.locator('.page-aside').getByRole('alert')).toContainText('请写明原因', {
          timeout: 4_000,
        });
      }).toPass();
      await page.getByLabel('生效日期').fill('2026-12-01');
      await page.getByLabel('原因或依据的文件').fill('2027 年奖金办法');
      await adopt.click();
      await expect(page.locator('.page-aside').getByRole('status')).toContainText('2026-12-01');
      expect(await inForce(page, '2026-12-01')).toContain('2027 年奖金办法');
      expect(await inForce(page, '2026-11-30')).not.toContain('2027 年奖金办法');
      expect(await month()).toEqual(before);
      await page.getByRole('button', { name: '撤销' }).click();
      await expect(page.locator('.toast').filter({ hasText: '已撤回' })).toBeVisible();
      expect(await inForce(page, '2026-12-01')).not.toContain('2027 年奖金办法');
    });

    test('its coefficients are previewed and loaded as a file of their register', async ({ page }) => {
      const before = await rowsOf(page, `${server.url}/api/reports/bonus?period=2026-10`);
      const coefficient = encodeURIComponent('返厂维修:9');
      await page.goto(`${server.url}/bonuses/what-if?${months}&coefficient=${coefficient}`);
      // A second click would begin a second preview: it is clicked once the page is awake.
      await expect(async () => {
        await page.keyboard.press('j');
        await expect(page.locator('tr[data-cursor]')).toHaveCount(1, { timeout: 500 });
      }).toPass();
      await page.getByLabel('生效日期').fill('2026-10-01');
      await page.getByRole('button', { name: '预览 1 行系数' }).click();
      await expect(page).toHaveURL(/imports\/new\?drop=/, { timeout: 30_000 });
      await page.getByRole('button', { name: '载入 1 行变化' }).click({ timeout: 30_000 });
      await expect(page).toHaveURL(/\/imports\/\d+$/, { timeout: 60_000 });
      const after = await rowsOf(page, `${server.url}/api/reports/bonus?period=2026-10`);
      const points = (rows: readonly Record<string, unknown>[]) => cents(rows.map((r) => r.gross_points));
      expect(points(after)).toBeGreaterThan(points(before));
    });
  });
