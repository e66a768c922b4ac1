/**
 * The thread from a company's exports to its figures: an empty installation, the office files dropped on the
 * page, five pages in both languages and themes, a figure followed to its rows, a file with the same total.
 */
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import Decimal from 'decimal.js';
import ExcelJS from 'exceljs';
import { anyPort, serve } from '../scripts/lib/server.mjs';
import { expectAccessible, looks, rowsOf, shownNumber } from './support/page';
import { expect, test } from './support/test';

const office = '../shared/data/company/office';
const day = '2026-08-31';
const pages = [
  { address: '/funnel?period=2026H1&by=grade', report: `funnel?period=2026H1&by=grade&as_of=${day}` },
  { address: `/quotas?as_of=${day}`, report: `quota?as_of=${day}` },
  { address: '/reviews?period=2026H1', report: 'review?period=2026H1' },
  { address: '/bonuses?period=2026-07', report: 'bonus?period=2026-07' },
  { address: `/idle?as_of=${day}`, report: `idle?as_of=${day}` },
];

test.describe
  .serial('a company that starts with nothing (skipped where ../shared is missing)', () => {
    test.skip(!existsSync(office), 'the shared company is not there');

    let server: Awaited<ReturnType<typeof serve>>;
    const folder = mkdtempSync(path.join(tmpdir(), 'tierline-thread-'));

    test.beforeAll(async () => {
      server = await serve({
        host: '127.0.0.1',
        port: await anyPort('127.0.0.1'),
        env: { DATA_DIR: folder, TIERLINE_TODAY: day },
      });
    });
    test.afterAll(async () => {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    });

    test('is told what to do, on every page', async ({ page }) => {
      for (const { address } of pages) {
        await page.goto(server.url + address);
        await expect(page.getByRole('main').getByRole('link', { name: '去导入' }).first()).toBeVisible();
      }
    });

    test('loads its office files through the page', async ({ page }) => {
      test.setTimeout(180_000);
      await page.goto(`${server.url}/imports`);
      // The button answers once the page is awake.
      await expect(async () => {
        const chooser = page.waitForEvent('filechooser', { timeout: 2_000 });
        await page.getByRole('button', { name: /^选择文件$/ }).click();
        await (await chooser).setFiles(readdirSync(office).map((f) => path.join(office, f)));
      }).toPass();
      await page.getByRole('button', { name: /^载入/ }).click({ timeout: 90_000 });
      await expect(page).toHaveURL(/\/imports\/1$/, { timeout: 90_000 });
    });

    for (const { address, report } of pages) {
      for (const { locale, theme } of looks) {
        test(`sees ${address} in ${locale}, ${theme}`, async ({ page, context }) => {
          await context.addCookies([
            { name: 'locale', value: locale, url: server.url },
            { name: 'theme', value: theme, url: server.url },
          ]);
          await page.goto(server.url + address);
          await expect(page.locator('tbody tr').first()).toBeVisible();
          await expectAccessible(page);
        });
      }

      test(`finds the rows of ${report} in its workbook`, async ({ page }) => {
        const rows = await rowsOf(page, `${server.url}/api/reports/${report}`);
        const file = await page.request.get(`${server.url}/api/reports/${report}&format=xlsx`);
        const book = new ExcelJS.Workbook();
        await book.xlsx.load((await file.body()) as unknown as ArrayBuffer);
        const sheet = book.worksheets[0];
        expect(sheet?.rowCount).toBe(rows.length + 1);
      });
    }

    test('finds the total of the month in its workbook', async ({ page }) => {
      await page.goto(`${server.url}/bonuses?period=2026-07`);
      const shown = await page.locator('.figure').first().locator('.figure-value').textContent();
      const file = await page.request.get(`${server.url}/api/reports/bonus?period=2026-07&format=xlsx`);
      const book = new ExcelJS.Workbook();
      await book.xlsx.load((await file.body()) as unknown as ArrayBuffer);
      const sheet = book.worksheets[0];
      if (!sheet) throw new Error('The workbook has no sheet.');
      const column = (sheet.getRow(1).values as string[]).indexOf('total');
      let total = new Decimal(0);
      sheet.eachRow((row, n) => {
        if (n > 1) total = total.plus(String(row.getCell(column).value));
      });
      expect(new Decimal(shownNumber(shown)).toFixed(2)).toBe(total.toFixed(2));
    });

    test('opens the 201 idle customers, and from one the line of its file', async ({ page }) => {
      await page.goto(`${server.url}/idle?as_of=${day}`);
      await expect(page.locator('.page-footer')).toContainText('201');
      await page.goto(`${server.url}/rows/customer_sales?customer_id=C00001&as_of=${day}`);
      const place = page
        .locator('tbody tr')
        .first()
        .getByRole('link', { name: /客户台账/ });
      await expect(place).toHaveText(/客户台账\.csv:\d+/);
      const line = /:(\d+)$/.exec((await place.textContent()) ?? '')?.[1] ?? '';
      await place.click();
      await expect(page.locator('tr[data-current]').first()).toContainText(line);
    });
  });
