/** A whole month: from the files to closed and exported, and what a later file does to it (B-12, B-13). */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from '@playwright/test';
import Decimal from 'decimal.js';
import ExcelJS from 'exceljs';
import { anyPort, serve } from '../scripts/lib/server.mjs';
import { expectAccessible, expectNoSidewaysScroll, look, looks, rowsOf } from './support/page';
import { expect, test } from './support/test';

const sample = '/bonuses/run?period=2026-10';

for (const { locale, theme } of looks) {
  test(`the month run opens in ${locale}, ${theme}, and axe finds nothing`, async ({ page, context }) => {
    await look(context, locale, theme);
    await page.goto(`${sample}&row=unsigned`);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(
      locale === 'en' ? 'Month run' : '月度关账',
    );
    await expect(page.locator('tbody tr[data-key]')).toHaveCount(13);
    await expectAccessible(page);
    await page.goto(`${sample}&view=people&row=T004`);
    await expect(page.locator('.drawer')).toBeVisible();
    await expectAccessible(page);
  });
}

test('each finding opens exactly its rows, by keyboard, and a phone needs no sideways scroll', async ({
  page,
}) => {
  await page.goto(sample);
  const open = await rowsOf(page, '/api/reports/bonus_run_findings?period=2026-10&finding=unsigned');
  const row = page.locator('tbody tr[data-key="unsigned"]');
  await expect(row).toContainText(String(open.length));
  await row.click();
  await expect(page.locator('.drawer li')).toHaveCount(open.length);
  await page.keyboard.press('Escape');
  await expect(page.locator('.drawer')).toHaveCount(0);
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(sample);
  await expectNoSidewaysScroll(page);
});

test.describe
  .serial('a month of a small company', () => {
    let server: Awaited<ReturnType<typeof serve>>;
    const folder = mkdtempSync(path.join(tmpdir(), 'tierline-run-'));
    const files = {
      technicians: [
        'technician_id,name,role,department,region',
        'T1,韩兆丰,engineer,客服部,华东',
        'T2,石文涛,lead,客服部,华南',
        // Who takes part in the quarter's awards alone (B-05).
        'T3,白雅琴,service_admin,客服部,华东',
        'T4,倪思远,service_admin,客服部,华南',
      ],
      coefficients: ['work_type,category,points,effective_from', '调试,commissioning,2,2024-01-01'],
      assessments: [
        'quarter,technician_id,score',
        '2026Q2,T1,90',
        '2026Q2,T2,80',
        '2026Q2,T3,70',
        '2026Q2,T4,60',
      ],
      jobs: [
        'job_id,technician_id,finished_on,points,record_signed',
        'J1,T1,2026-06-10,20,yes',
        'J2,T1,2026-06-12,2,',
        'J3,T2,2026-06-20,18,yes',
        'J4,T1,2026-07-02,3,yes',
        'J5,T2,2026-07-02,3,yes',
      ],
    };
    const closedMonth: string[] = [];

    test.beforeAll(async () => {
      server = await serve({
        host: '127.0.0.1',
        port: await anyPort('127.0.0.1'),
        env: { DATA_DIR: folder, TIERLINE_TODAY: '2026-08-31' },
      });
    });
    test.afterAll(async () => {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    });

    /** Loads files as a person does, and waits for the page of the import. */
    async function loadFiles(page: Page, named: Record<string, string[]>, number: number) {
      await page.goto(`${server.url}/imports`);
      // The button answers once the page is awake.
      await expect(async () => {
        const chooser = page.waitForEvent('filechooser', { timeout: 2_000 });
        await page.getByRole('button', { name: /^选择文件$/ }).click();
        await (await chooser).setFiles(
          Object.entries(named).map(([name, lines]) => ({
            name: `${name}.csv`,
            mimeType: 'text/csv',
            buffer: Buffer.from(`${lines.join('\n')}\n`),
          })),
        );
      }).toPass();
      await page.getByRole('button', { name: /^载入/ }).click({ timeout: 60_000 });
      await expect(page).toHaveURL(new RegExp(`/imports/${number}$`), { timeout: 60_000 });
    }
    const run = (period: string, more = '') => `${server.url}/bonuses/run?period=${period}${more}`;
    /** Takes the steps of a month in which nothing is left to do, and closes it. */
    async function close(page: Page, period: string) {
      await page.goto(run(period));
      await page.getByLabel('经办人').first().fill('钱会计');
      for (const step of ['服务部编制', '财务核对', '人力资源核对']) {
        await page.getByRole('button', { name: `完成：${step}` }).click();
        await expect(page.locator('li', { hasText: step }).first()).toContainText('钱会计');
      }
      await page.getByRole('button', { name: `关账 ${period}` }).click();
      await page
        .getByRole('dialog')
        .getByRole('button', { name: `关账 ${period}` })
        .click();
      await expect(page.locator('.page-header .tag')).toHaveText('已关账');
    }
    /** Everything that is sent of June, without the moment at which it is sent. */
    async function june(page: Page): Promise<string[]> {
      const asked = ['bonus?', 'bonus_run?', 'bonus_records?', 'bonus_trace?technician=T1&'];
      return Promise.all(
        asked.map(async (a) =>
          JSON.stringify(await rowsOf(page, `${server.url}/api/reports/${a}period=2026-06`)),
        ),
      );
    }

    test('is loaded, its finding waved through, its steps taken, then closed', async ({ page }) => {
      test.setTimeout(120_000);
      await loadFiles(page, files, 1);
      await page.goto(run('2026-06', '&row=signature_unknown'));
      const drawer = page.locator('.drawer');
      await drawer.getByLabel('经办人').fill('钱会计');
      await drawer.getByRole('button', { name: '放行 1 项' }).click();
      await expect(drawer.getByRole('alert')).toHaveText('请写明原因。');
      await drawer.getByLabel('放行的原因').fill('客户电话确认');
      await drawer.getByRole('button', { name: '放行 1 项' }).click();
      await expect(drawer).toContainText('客户电话确认');

      await close(page, '2026-06');
      closedMonth.push(...(await june(page)));
      expect(closedMonth[0]).toContain('"closed":true');
    });

    test('is exported: the workbook adds up to what the page shows', async ({ page }) => {
      await page.goto(run('2026-06', '&view=people'));
      // 22 − 17 and 18 − 17 points at 270 yuan.
      await expect(page.locator('.figure').first()).toContainText('1,620.00');
      const file = await page.request.get(`${server.url}/api/reports/bonus_run?period=2026-06&format=xlsx`);
      const book = new ExcelJS.Workbook();
      await book.xlsx.load((await file.body()) as unknown as ArrayBuffer);
      const sheet = book.worksheets[0];
      if (!sheet) throw new Error('The workbook has no sheet.');
      const column = (sheet.getRow(1).values as string[]).indexOf('payable');
      let total = new Decimal(0);
      sheet.eachRow((row, n) => {
        if (n > 1) total = total.plus(String(row.getCell(column).value));
      });
      expect(total.toFixed(2)).toBe('1620.00');
      const payroll = await page.request.get(`${server.url}/api/bonuses/payroll?period=2026-06`);
      const sheets = new ExcelJS.Workbook();
      await sheets.xlsx.load((await payroll.body()) as unknown as ArrayBuffer);
      // A cover, then a sheet for each payer.
      expect(sheets.worksheets.length).toBeGreaterThan(1);
    });

    test('stays as it was when a file changes a June job; July shows the difference and its cause', async ({
      page,
    }) => {
      test.setTimeout(120_000);
      const header = files.jobs[0] ?? '';
      await loadFiles(page, { jobs: [header, 'J1,T1,2026-06-10,21,yes'] }, 2);
      expect(await june(page)).toEqual(closedMonth);
      await page.goto(run('2026-07', '&view=adjustments'));
      await expect(page.locator('.figure').nth(2)).toContainText('+270.00');
      await expect(page.locator('tr[data-key]', { hasText: 'J1' })).toHaveCount(1);
      await page.locator('.page-body').getByRole('link', { name: '导入 #2' }).click();
      await expect(page).toHaveURL(/\/imports\/2$/);
    });

    test('closes the quarter that is paid with July; a score that comes later is an adjustment of August', async ({
      page,
    }) => {
      test.setTimeout(120_000);
      await close(page, '2026-07');
      await loadFiles(page, { assessments: ['quarter,technician_id,score', '2026Q2,T4,95'] }, 3);
      await page.goto(run('2026-08', '&view=adjustments'));
      await expect(page.locator('.figure').nth(2)).toContainText('2 人，来自 1 个已关账的期间');
      const moved = page.locator('tr[data-key]', { hasText: '考核奖' });
      await expect(moved).toHaveCount(2);
      await expect(moved.filter({ hasText: '白雅琴' })).toContainText(
        /2026Q2.*1,500\.00.*1,000\.00.*导入 #3/,
      );
      await page.setViewportSize({ width: 390, height: 844 });
      await page.reload();
      await expect(moved.filter({ hasText: '倪思远' })).toContainText('1,000.00 → 1,500.00');
      await expectNoSidewaysScroll(page);
      // The statement of the quarter stays as it was closed, and says by whom.
      await page.goto(`${server.url}/bonuses/T3?period=2026Q2`);
      await expect(page.locator('aside')).toContainText('钱会计');
      await expect(page.locator('.page-body')).toContainText('1,500.00');
    });

    test('is opened again with a reason; both versions and their difference are kept', async ({ page }) => {
      await page.goto(run('2026-06'));
      await page.getByText('重新打开 2026-06').click();
      const form = page.locator('form').filter({ has: page.getByRole('button', { name: '重新打开' }) });
      await form.getByLabel('经办人').fill('钱会计');
      await form.getByLabel('原因').fill('补录任务点');
      await form.getByRole('button', { name: '重新打开' }).click();
      await expect(page.locator('.page-header .tag')).toHaveText('未关账');
      await page.goto(run('2026-06', '&view=versions'));
      const body = page.locator('.page-body');
      await expect(body.getByText('补录任务点')).toBeVisible();
      await expect(body.locator('table')).toContainText('+270.00');
    });
  });
