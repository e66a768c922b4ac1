/** A company that begins: no data, and what each page says until there is some. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { BrowserContext, Page } from '@playwright/test';
import { ensureData } from '../scripts/lib/data.mjs';
import { anyPort, serve } from '../scripts/lib/server.mjs';
import { expectAccessible, expectNoSidewaysScroll, looks } from './support/page';
import { expect, test } from './support/test';

const pages = [
  '/',
  '/funnel',
  '/funnel/processes',
  '/pipeline',
  '/lost',
  '/plans',
  '/receivables',
  '/customers',
  '/idle',
  '/visits',
  '/ownership',
  '/files',
  '/quotas',
  '/quotas/what-if',
  '/quotas/solve',
  '/reviews',
  '/reviews/forms',
  '/reviews/demotions',
  '/blacklist',
  '/admission',
  '/bonuses',
  '/bonuses/quarter',
  '/bonuses/half',
  '/bonuses/team',
  '/bonuses/run',
  '/bonuses/questions',
  '/bonuses/what-if',
  '/bonuses/T001',
  '/rows/idle',
];

test.describe('without data', () => {
  test.describe.configure({ mode: 'serial' });
  const folder = mkdtempSync(path.join(tmpdir(), 'tierline-begin-'));
  let server: Awaited<ReturnType<typeof serve>>;
  test.beforeAll(async () => {
    await ensureData(folder, { empty: true });
    server = await serve({ host: '127.0.0.1', port: await anyPort('127.0.0.1'), env: { DATA_DIR: folder } });
  });
  test.afterAll(async () => {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const open = (page: Page, address: string) => page.goto(`${server.url}${address}`);
  const speak = (context: BrowserContext, locale: string, theme = 'light') =>
    context.addCookies([
      { name: 'locale', value: locale, url: server.url },
      { name: 'theme', value: theme, url: server.url },
    ]);

  for (const locale of ['zh-CN', 'en']) {
    test(`every page says in ${locale} what to load, and leads there`, async ({ page, context }) => {
      await speak(context, locale);
      for (const address of pages) {
        await open(page, address);
        const text = (await page.locator('main').textContent()) ?? '';
        expect(text, address).not.toMatch(/[{}]/);
        if (locale === 'en') expect(text, address).not.toMatch(/\p{Script=Han}/u);
        await expect(page.locator('main a[href="/imports"]').first(), address).toBeVisible();
      }
    });
  }

  test('axe finds nothing in the first page, which fits a phone', async ({ page, context }) => {
    for (const { locale, theme } of looks) {
      await speak(context, locale, theme);
      await open(page, '/');
      await expectAccessible(page);
    }
    await page.setViewportSize({ width: 390, height: 844 });
    await open(page, '/');
    await expectNoSidewaysScroll(page);
  });

  test('a file shows its first rows as they are read; once loaded, the navigation knows of the data', async ({
    page,
    context,
  }) => {
    await speak(context, 'zh-CN');
    await open(page, '/imports');
    const navigation = page.locator('.nav-column');
    await expect(navigation).toContainText('还没有数据');
    const text = '编号,日期,客户号,单据类型,金额(万元)\nL1,2026/3/5,C1,销售,1.5\nL2,2026.3.6,C1,收款,0.5\n';
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: '选择文件', exact: true }).click();
    await (await chooser).setFiles([
      { name: '客户台账.csv', mimeType: 'text/csv', buffer: Buffer.from(text) },
    ]);
    const first = page.getByRole('region', { name: '前几行 · 客户台账.csv' });
    await expect(first).toBeVisible({ timeout: 60_000 });
    await expect(first.locator('thead')).toContainText('金额(万元)');
    await expect(first.locator('tbody tr').first()).toContainText('15000.00');
    await expect(first.locator('tbody tr').nth(1)).toContainText('回款');
    await page.getByRole('button', { name: '载入 2 行变化' }).click();
    await expect(page).toHaveURL(/\/imports\/1$/, { timeout: 60_000 });
    await expect(navigation).toContainText('数据至');
    await expect(navigation).not.toContainText('还没有数据');
  });
});
