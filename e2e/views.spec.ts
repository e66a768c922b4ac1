/** Saved views and what an import changed: both write, so they have a server and a data folder of their own. */
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { anyPort, serve } from '../scripts/lib/server.mjs';
import { expectAccessible } from './support/page';
import { expect, test } from './support/test';

test.describe
  .serial('with a folder of its own', () => {
    let server: Awaited<ReturnType<typeof serve>>;
    const folder = mkdtempSync(path.join(tmpdir(), 'tierline-views-'));

    test.beforeAll(async () => {
      cpSync('data/sample/客户资源登记表.csv', path.join(folder, 'files', '客户资源登记表.csv'), {
        recursive: true,
      });
      server = await serve({
        host: '127.0.0.1',
        port: await anyPort('127.0.0.1'),
        env: { DATA_DIR: path.join(folder, 'store'), TIERLINE_TODAY: '2026-11-22' },
      });
    });
    test.afterAll(async () => {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    });

    const drop = async (page: import('@playwright/test').Page, file: string) => {
      await page.goto(`${server.url}/imports`);
      await expect(async () => {
        const chooser = page.waitForEvent('filechooser', { timeout: 2_000 });
        await page.getByRole('button', { name: /^选择文件$/ }).click();
        await (await chooser).setFiles([file]);
      }).toPass();
      await page.getByRole('button', { name: /^载入/ }).click({ timeout: 60_000 });
      await expect(page).toHaveURL(/\/imports\/\d+$/, { timeout: 60_000 });
    };

    test('what the last import changed is named, with the rows that did it', async ({ page }) => {
      test.setTimeout(120_000);
      await drop(page, path.join(folder, 'files', '客户资源登记表.csv'));
      const more = path.join(folder, '客户走访单.csv');
      writeFileSync(
        more,
        '走访单号,客户编号,业务员,方式,拜访时间\nV90001,C0312,吴雨桐,外访,2026-11-20 09:00\nV90002,C0384,周志远,电话,2026-11-20 10:00\n',
      );
      await drop(page, more);
      await page.getByRole('link', { name: '改变了哪些数字' }).click();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('变化');
      await expect(page.locator('.figure', { hasText: '导入的行' }).locator('.figure-value')).toHaveText('2');
      await expect(page.locator('tr[data-key="C0312"]')).toBeVisible();
      await expectAccessible(page);
      // By a day as well as by an import.
      await page.locator('summary', { hasText: '自导入' }).click();
      await page.getByLabel('自哪天起的导入').fill('2999-01-01');
      await page.getByRole('button', { name: '从这天起' }).click();
      await expect(page).toHaveURL(/since=2999-01-01/);
      await expect(page.locator('summary', { hasText: '自 2999-01-01 起' })).toBeVisible();
      await expect(page.locator('.state')).toContainText('从 2999-01-01 起没有导入');
      await page.goBack();
      await page.locator('tr[data-key="C0312"]').click();
      await expect(page).toHaveURL(/\/rows\/changed_rows\?.*customer_id=C0312/);
      await expect(page.locator('table[aria-rowcount]')).toHaveAttribute('aria-rowcount', '2');
    });

    test('a view is saved, opened, renamed, removed and brought back, by keyboard', async ({ page }) => {
      await page.goto(`${server.url}/idle?region=${encodeURIComponent('上海')}`);
      // Exactly: the open list has a button whose name holds this one's.
      const button = page.getByRole('button', { name: '视图', exact: true });
      await expect(async () => {
        await page.keyboard.press('s');
        await expect(page.getByRole('dialog', { name: '保存的视图' })).toBeVisible({ timeout: 2_000 });
      }).toPass();
      await page.getByLabel('名称', { exact: true }).fill('上海闲置');
      await page.locator('input[name="by"]').fill('王经理');
      await page.getByRole('button', { name: '保存当前视图' }).click();
      await expect(page.getByRole('link', { name: /^上海闲置/ })).toBeVisible();
      await expectAccessible(page);

      await page.getByRole('button', { name: '改名：上海闲置' }).click();
      await page.getByRole('textbox', { name: '改名：上海闲置' }).fill('我的上海');
      await page.keyboard.press('Enter');
      await expect(
        page.getByRole('dialog', { name: '保存的视图' }).getByRole('link', { name: /^我的上海/ }),
      ).toBeVisible();
      await page.getByRole('button', { name: '移除：我的上海' }).click();
      await expect(page.getByText('还没有保存的视图。')).toBeVisible();
      await page.getByText('已移除视图「我的上海」').waitFor();
      await page.getByRole('button', { name: '撤销' }).first().click();
      // A click elsewhere has closed the list; what was removed is in it again.
      await expect(page.getByRole('dialog', { name: '保存的视图' })).toHaveCount(0);
      await button.click();
      await expect(
        page.getByRole('dialog', { name: '保存的视图' }).getByRole('link', { name: /^我的上海/ }),
      ).toBeVisible();
      await page.keyboard.press('Escape');
      await expect(page.getByRole('dialog', { name: '保存的视图' })).toHaveCount(0);
      await expect(button).toBeFocused();

      await page.goto(`${server.url}/quotas`);
      await expect(async () => {
        await page.keyboard.press('Control+k');
        await expect(page.getByRole('dialog', { name: '搜索或跳转' })).toBeVisible({ timeout: 2_000 });
      }).toPass();
      await page.keyboard.type('我的上海');
      await page.getByRole('option', { name: /我的上海/ }).click();
      await expect(page).toHaveURL(/\/idle\?region=/);
    });
  });
