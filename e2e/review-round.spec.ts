/** A whole review round on a company of its own: decide, undo, override, sign, file, print, open again. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from '@playwright/test';
import ExcelJS from 'exceljs';
import { ensureData } from '../scripts/lib/data.mjs';
import { anyPort, serve } from '../scripts/lib/server.mjs';
import { expectAccessible, expectNoSidewaysScroll, looks, rowsOf } from './support/page';
import { expect, test } from './support/test';

const TODAY = '2026-11-22';
const DEPARTMENT = '西部';
const list = `/reviews?period=2026H1&department=${encodeURIComponent(DEPARTMENT)}&view=all`;
const reports = '/api/reports';

test.describe
  .serial('a department’s review', () => {
    let server: Awaited<ReturnType<typeof serve>>;
    const folder = mkdtempSync(path.join(tmpdir(), 'tierline-round-'));
    test.beforeAll(async () => {
      await ensureData(folder);
      const port = await anyPort('127.0.0.1');
      server = await serve({ host: '127.0.0.1', port, env: { DATA_DIR: folder, TIERLINE_TODAY: TODAY } });
    });
    test.afterAll(async () => {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    });

    const api = (page: Page, question: string) => rowsOf(page, `${server.url}${reports}/${question}`);
    const reviewed = async (page: Page) =>
      api(page, `review?period=2026H1&department=${encodeURIComponent(DEPARTMENT)}`);
    const bar = (page: Page) => page.getByRole('region', { name: '决定' });
    const round = (page: Page) =>
      page
        .getByRole('complementary', { name: '评审进度' })
        .getByRole('listitem')
        .filter({ hasText: DEPARTMENT });

    /** The page answers once it is awake: a tick then counts. */
    async function open(page: Page, address: string) {
      await page.goto(server.url + address);
      await bar(page).getByLabel('决定人').fill('陈总');
      await expect(page.locator('tr[data-key]').first()).toBeVisible();
    }

    test('is decided as proposed in one go, and taken back in one', async ({ page }) => {
      const rows = await reviewed(page);
      const quotaBefore = await api(page, 'quota?as_of=2026-11-21');
      await open(page, list);
      await expect(async () => {
        await page.getByRole('checkbox').first().check();
        await expect(bar(page)).toContainText(`已勾选 ${rows.length} 户`, { timeout: 500 });
      }).toPass();
      await bar(page)
        .getByRole('button', { name: /采纳建议/ })
        .click();
      await expect(page.getByText(`已采纳 ${rows.length} 户的建议`)).toBeVisible();
      await expect(round(page)).toContainText(`${rows.length} / ${rows.length}`);
      const decided = await reviewed(page);
      expect(decided.map((r) => [r.decision, r.decided_tier, r.decided_by, r.decided_on])).toEqual(
        rows.map((r) => ['accepted', r.proposed_tier, '陈总', TODAY]),
      );
      expect(await api(page, 'quota?as_of=2026-11-21')).toEqual(quotaBefore);
      await page.getByRole('button', { name: '撤销', exact: true }).click();
      await expect(round(page)).toContainText(`0 / ${rows.length}`);
      expect((await reviewed(page)).every((r) => r.decision === null)).toBe(true);
    });

    test('is overridden by keyboard with a reason, and its history tells', async ({ page }) => {
      const row = (await reviewed(page)).find((r) => r.proposal === 'keep' && r.tier === 'qualified');
      await open(page, `${list}&row=${row?.customer_id}`);
      await page.locator('aside.drawer').getByRole('heading', { level: 2 }).click();
      await expect(async () => {
        await page.keyboard.press('o');
        await expect(bar(page).getByLabel('理由')).toBeVisible({ timeout: 500 });
      }).toPass();
      await bar(page).getByLabel('类别').selectOption('vip');
      await bar(page).getByRole('button', { name: '改判 1 户' }).click();
      await expect(bar(page).getByRole('alert')).toHaveText('请写明理由。');
      await bar(page).getByLabel('理由').fill('总部指定');
      await bar(page).getByRole('button', { name: '改判 1 户' }).click();
      const drawer = page.locator('aside.drawer');
      await expect(drawer.getByText('已改判: VIP')).toBeVisible();
      await expectAccessible(page);
      await drawer.getByRole('link', { name: /历史/ }).click();
      await expect(drawer.getByText('理由：总部指定')).toBeVisible();
      await expect(drawer.getByText(/当场撤销/)).toBeVisible();
    });

    test('is signed with a reason where a quota is over, filed as a workbook, and rests', async ({
      page,
    }) => {
      await open(page, `${list.replace('view=all', 'view=undecided')}`);
      await expect(async () => {
        await page.getByRole('checkbox').first().check();
        await expect(bar(page)).toContainText('已勾选', { timeout: 500 });
      }).toPass();
      await page.locator('h1').click();
      await page.keyboard.press('a');
      await expect(round(page)).toContainText('可签发');
      await round(page).getByText('签发', { exact: true }).click();
      const over = await round(page).getByText(/ 超 /).count();
      await round(page)
        .getByRole('button', { name: `签发 ${DEPARTMENT}` })
        .click();
      if (over > 0) {
        await expect(round(page).getByRole('alert')).toContainText('名额超额');
        await round(page).getByLabel('名额超额的理由').fill('总部指定');
        await round(page)
          .getByRole('button', { name: `签发 ${DEPARTMENT}` })
          .click();
      }
      await expect(round(page)).toContainText('已签发');
      await round(page).getByRole('button', { name: '备案' }).click();
      await page
        .getByRole('dialog')
        .getByRole('button', { name: /登记备案/ })
        .click();
      await expect(round(page)).toContainText('已备案');
      const rows = await reviewed(page);
      const file = await page.request.get(
        `${server.url}/api/reviews/filing?period=2026H1&department=${encodeURIComponent(DEPARTMENT)}`,
      );
      const book = new ExcelJS.Workbook();
      await book.xlsx.load((await file.body()) as unknown as ArrayBuffer);
      expect(book.worksheets[0]?.rowCount).toBe(rows.length + 2);
      expect(book.worksheets[2]?.getCell('B1').value).toBe('已备案');
    });

    test('prints one evaluation form a customer', async ({ page }) => {
      const rows = await reviewed(page);
      await page.goto(
        `${server.url}/reviews/forms?period=2026H1&department=${encodeURIComponent(DEPARTMENT)}`,
      );
      await expect(page.locator('.print-sheet')).toHaveCount(rows.length);
      await expect(page.locator('.print-sheet').first()).toContainText('陈总 2026-11-22 已签发');
      await page.emulateMedia({ media: 'print' });
      await expect(page.locator('.nav-column')).toBeHidden();
      const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
      expect(pdf.match(/\/Type\s*\/Page\b/g)?.length).toBeGreaterThanOrEqual(rows.length);
      await page.emulateMedia({ media: 'screen' });
      await page.goto(`${server.url}/reviews/forms?period=2026H1`);
      await page.getByRole('link', { name: `${DEPARTMENT}，${rows.length} 份` }).click();
      await expect(page.locator('.print-sheet')).toHaveCount(rows.length);
      await page.goto(`${server.url}/reviews?period=2026H1`);
      await page.emulateMedia({ media: 'print' });
      await expect(page.locator('.decide-bar')).toBeHidden();
      await page.emulateMedia({ media: 'screen' });
      await page.goto(`${server.url}/reviews/forms?period=2026H1&customer=${rows[0]?.customer_id}`);
      await expect(page.locator('.print-sheet')).toHaveCount(1);
      await expectAccessible(page);
    });

    test('is opened again with a reason, and a demotion is decided outside of it', async ({ page }) => {
      await open(page, list);
      await round(page).getByText('重新打开', { exact: true }).click();
      await round(page).getByLabel('经办人').fill('陈总');
      await round(page).getByLabel('理由').fill('客户申诉');
      await round(page)
        .getByRole('button', { name: `重新打开 ${DEPARTMENT}` })
        .click();
      await expect(round(page)).toContainText('可签发');
      const cases = await api(page, `demotions?as_of=${TODAY}`);
      await open(page, `/reviews/demotions?row=${cases[0]?.customer_id}`);
      await expect(page.locator('.page-footer')).toContainText(`${cases.length} 件`);
      await page.locator('aside.drawer').getByRole('heading', { level: 2 }).click();
      await page.keyboard.press('a');
      await expect(page.getByText('已采纳 1 户的建议')).toBeVisible();
      await expect(page.locator('.page-footer')).toContainText(`${cases.length - 1} 件`);
      expect((await api(page, `demotions?as_of=${TODAY}`)).length).toBe(cases.length - 1);
      expect((await api(page, 'demotions?as_of=2026-11-21')).map((r) => r.customer_id)).toContain(
        cases[0]?.customer_id,
      );
    });

    test('demotions are accessible in every look, and fit a phone', async ({ page, context }) => {
      for (const { locale, theme } of looks) {
        await context.addCookies([
          { name: 'locale', value: locale, url: server.url },
          { name: 'theme', value: theme, url: server.url },
        ]);
        await page.goto(`${server.url}/reviews/demotions`);
        await expect(page.locator('tr[data-key]').first()).toBeVisible();
        await expectAccessible(page);
      }
      await page.setViewportSize({ width: 390, height: 844 });
      for (const address of ['/reviews/demotions', '/reviews?period=2026H1']) {
        await page.goto(server.url + address);
        await expect(page.locator('tr[data-key]').first()).toBeVisible();
        await expectNoSidewaysScroll(page);
      }
    });
  });
