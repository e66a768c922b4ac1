/** Statements: quarters and half-years, files on paper and for payroll, questions and signatures. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from '@playwright/test';
import Decimal from 'decimal.js';
import ExcelJS from 'exceljs';
import { anyPort, serve } from '../scripts/lib/server.mjs';
import { readPdf } from '../tests/support/pdf';
import { expectAccessible, expectNoSidewaysScroll, look, looks, rowsOf } from './support/page';
import { expect, test } from './support/test';

const period = '2026-10';
const sum = (values: readonly unknown[]) =>
  values.reduce<Decimal>((total, v) => total.plus(String(v ?? 0)), new Decimal(0)).toFixed(2);

for (const { locale, theme } of looks) {
  test(`questions and signatures open in ${locale}, ${theme}, and axe finds nothing`, async ({
    page,
    context,
  }) => {
    await look(context, locale, theme);
    await page.goto(`/bonuses/questions?period=${period}&view=signatures`);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(
      locale === 'en' ? 'Questions and signatures' : '疑问与签字',
    );
    await expect(page.locator('tbody tr[data-key]').first()).toBeVisible();
    await expectAccessible(page);
    await page.goto(`/bonuses/T001?period=2026Q3&ask=`);
    await expect(page.locator('.question-form textarea')).toBeFocused();
    await expectAccessible(page);
  });
}

test('a quarter and a half-year add up to their reports, rows and all, also on a phone', async ({ page }) => {
  for (const [name, of, total] of [
    ['bonus_quarter', '2026Q3', 'total'],
    ['bonus_half', '2026H1', 'reward'],
  ] as const) {
    const rows = await rowsOf(page, `/api/reports/${name}?period=${of}`);
    const most = [...rows].sort((a, b) => Number(b[total]) - Number(a[total]))[0];
    const id = String(most?.technician_id);
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.goto(`/bonuses/${id}?period=${of}`);
    const shown = (await page.locator('.formula [data-sum] dd').textContent()) ?? '';
    expect(new Decimal(shown.replaceAll(',', '')).toFixed(2)).toBe(String(most?.[total]));
    const effects = await page.locator('.statement-rows tr:not(.group) .effect').allTextContents();
    expect(sum(effects.slice(1).map((e) => e.replace('−', '-').replace(/[^\d.-]/g, '')))).toBe(
      String(most?.[total]),
    );
    await page.setViewportSize({ width: 390, height: 844 });
    await expectNoSidewaysScroll(page);
  }
});

test('the PDF of a month says everybody’s total, with Chinese glyphs embedded', async ({ page }) => {
  const rows = await rowsOf(page, `/api/reports/bonus?period=${period}`);
  await page.goto(`/bonuses?period=${period}`);
  await page.getByText('工资发放').click();
  const href = await page.getByRole('link', { name: /全部奖金单 PDF/ }).getAttribute('href');
  const answer = await page.request.get(href ?? '');
  expect(answer.headers()['content-type']).toBe('application/pdf');
  const { pages, fonts } = readPdf(await answer.body());
  expect(pages.length).toBeGreaterThanOrEqual(rows.length);
  const text = pages.join('\n');
  for (const row of rows) {
    const total = new Decimal(String(row.total));
    expect(text).toContain(
      total
        .abs()
        .toFixed(2)
        .replace(/\B(?=(\d{3})+\.)/g, ','),
    );
    expect(text).toContain(String(row.name));
  }
  for (const { letters, drawn } of fonts) {
    const ideographs = [...letters].filter(([, letter]) => /\p{Script=Han}/u.test(letter));
    expect(ideographs.length).toBeGreaterThan(5);
    for (const [glyph] of ideographs) expect(drawn?.[glyph]).toBeGreaterThan(2);
  }
});

test('the payroll adds up to the statements, sheet by sheet', async ({ page }) => {
  const lines = await rowsOf(page, `/api/reports/bonus_payroll?period=${period}`);
  const file = await page.request.get(`/api/bonuses/payroll?period=${period}`);
  const book = new ExcelJS.Workbook();
  await book.xlsx.load((await file.body()) as unknown as ArrayBuffer);
  const [, ...sheets] = book.worksheets;
  const totals = sheets.map((s) => s.getRow(s.rowCount).getCell(s.columnCount).value);
  expect(sheets.map((s) => s.name)).toEqual(['公司', '备件子公司']);
  expect(sum(totals)).toBe(sum(lines.map((l) => l.amount)));
  const month = await rowsOf(page, `/api/reports/bonus_signed?period=${period}`);
  const quarter = await rowsOf(page, '/api/reports/bonus_signed?period=2026Q3');
  const people = lines.filter((l) => l.technician_id !== null);
  expect(sum(people.map((l) => l.amount))).toBe(sum([...month, ...quarter].map((r) => r.payable)));
  const csv = await page.request.get(`/api/bonuses/payroll?period=${period}&format=csv`);
  expect((await csv.text()).trim().split(/\r?\n/)).toHaveLength(lines.length + 1);
  const wrong = await page.request.get('/api/bonuses/payroll?period=2026');
  expect(wrong.status()).toBe(400);
});

test.describe
  .serial('a technician who does not follow the statement', () => {
    let server: Awaited<ReturnType<typeof serve>>;
    const folder = mkdtempSync(path.join(tmpdir(), 'tierline-statement-'));
    const head = 'job_id,technician_id,finished_on,points,record_signed';

    test.beforeAll(async () => {
      server = await serve({
        host: '127.0.0.1',
        port: await anyPort('127.0.0.1'),
        env: { DATA_DIR: folder, TIERLINE_TODAY: '2026-07-31' },
      });
    });
    test.afterAll(async () => {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    });

    async function load(page: Page, named: Record<string, string[]>, number: number) {
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
    const statement = (more = '') => `${server.url}/bonuses/T1?period=2026-06${more}`;
    const list = () => `${server.url}/bonuses/questions?period=2026-06`;

    test('asks about a line by name; HR answers from the list; it can be taken back', async ({ page }) => {
      test.setTimeout(120_000);
      await load(
        page,
        {
          technicians: ['technician_id,name,role,department', 'T1,韩兆丰,engineer,客服部'],
          jobs: [head, 'J1,T1,2026-06-10,20,yes', 'J2,T1,2026-06-12,2,no'],
        },
        1,
      );
      await page.goto(statement());
      await page.getByRole('link', { name: '问 J2' }).last().click();
      const form = page.locator('.question-form').filter({ has: page.locator('textarea') });
      await expect(form).toContainText('未签单 J2');
      await form.getByLabel('想问什么').fill('客户签过字');
      await form.getByRole('button', { name: '提问' }).click();
      await expect(form.getByRole('alert')).toHaveText('写上你的名字');
      await form.getByLabel('经办人').fill('韩兆丰');
      await form.getByLabel('想问什么').fill('客户签过字');
      await form.getByRole('button', { name: '提问' }).click();
      await expect(page.locator('.question')).toContainText(['', '客户签过字']);
      await expect(page.getByRole('link', { name: '问 J2' }).last()).toHaveText('待答复');

      await page.goto(list());
      await expect(page.locator('.figure').first().locator('.figure-value')).toContainText('1');
      await page.locator('tbody tr[data-key]').first().click();
      const drawer = page.locator('.drawer');
      await drawer.getByText('答复 / 了结').click();
      await drawer.getByLabel('怎么答复').fill('单子补上了，下月退还');
      await drawer.getByLabel('经办人').fill('孔宁');
      await drawer.getByRole('button', { name: '答复' }).click();
      await expect(drawer.locator('.tag')).toHaveText('已答复');
      await page.getByRole('button', { name: '撤销' }).click();
      await expect(drawer.locator('.tag')).toHaveText('待答复');
      const [asked] = await rowsOf(page, `${server.url}/api/reports/bonus_asked?period=2026-06`);
      expect(asked).toMatchObject({ state: 'open', source_id: 'J2', asked_by: '韩兆丰', answer: null });
    });

    test('signs; when a file changes the statement the signature is void, and is shown so', async ({
      page,
    }) => {
      test.setTimeout(120_000);
      await page.goto(statement());
      const signature = page.locator('.questions').first();
      // 22 − 17 points at 270 yuan, less the fine for J2.
      await signature.getByLabel('经办人').fill('韩兆丰');
      await signature.getByRole('button', { name: '签字确认 1,250.00 元' }).click();
      await expect(signature).toContainText('韩兆丰 已签');
      const pdf = async () => {
        const answer = await page.request.get(
          `${server.url}/api/bonuses/statements?period=2026-06&technician=T1`,
        );
        return readPdf(await answer.body()).pages.join('\n');
      };
      expect(await pdf()).toContain('韩兆丰 已签');

      await load(page, { jobs: [head, 'J2,T1,2026-06-12,2,yes'] }, 2);
      await page.goto(statement());
      await expect(signature).toContainText('签字作废');
      await expect(signature).toContainText('签的是 1,250.00 元，现在是 1,350.00 元');
      expect(await pdf()).not.toContain('韩兆丰 已签');
      await page.goto(`${list()}&view=signatures`);
      await expect(page.locator('tbody tr[data-key]')).toContainText('已作废');
      await page.goto(statement());
      await expect(page.locator('.question').last()).toContainText('这一行已不在奖金单上');
    });
  });
