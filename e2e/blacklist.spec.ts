/** Keeping a blacklist on a company of its own: proposed, confirmed, out of every list, lifted, undone. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { ensureData } from '../scripts/lib/data.mjs';
import { anyPort, serve } from '../scripts/lib/server.mjs';
import { expectAccessible, expectNoSidewaysScroll, looks, rowsOf, shownNumber } from './support/page';
import { expect, test } from './support/test';

const TODAY = '2026-11-22';

test.describe
  .serial('the blacklists', () => {
    let server: Awaited<ReturnType<typeof serve>>;
    const folder = mkdtempSync(path.join(tmpdir(), 'tierline-list-'));
    test.beforeAll(async () => {
      await ensureData(folder);
      const port = await anyPort('127.0.0.1');
      server = await serve({ host: '127.0.0.1', port, env: { DATA_DIR: folder, TIERLINE_TODAY: TODAY } });
    });
    test.afterAll(async () => {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    });

    const ids = async (page: Page, question: string) =>
      (await rowsOf(page, `${server.url}/api/reports/${question}`)).map((r) => r.customer_id);

    test('a suggestion of a review is proposed, confirmed, gone from every list, and lifted with undo', async ({
      page,
    }) => {
      await page.goto(`${server.url}/blacklist?view=to_confirm`);
      await page.locator('tr[data-key] [data-row-link]').first().click();
      const drawer = page.locator('aside.drawer');
      const customer = /C\d+/.exec((await drawer.locator('header').textContent()) ?? '')?.[0] ?? '';
      expect(await ids(page, 'review?period=2026H2')).toContain(customer);
      await drawer.getByLabel('经办人').fill('李部长');
      await drawer.getByRole('button', { name: '提名' }).click();
      await expect(drawer.getByRole('alert')).toHaveText('请写明理由。');
      await drawer.getByLabel('原因').fill('声誉损害');
      await drawer.getByRole('button', { name: '提名' }).click();
      await expect(page.getByText('已提名，待确认')).toBeVisible();
      expect(await ids(page, `blacklist?as_of=${TODAY}`)).not.toContain(customer);

      await page.locator('tr[data-key^="p"] [data-row-link]').first().click();
      await drawer.getByRole('button', { name: '确认并公布' }).click();
      await expect(page.getByText(`已确认，${TODAY} 起生效并公布`)).toBeVisible();
      for (const question of [
        'review?period=2026H2',
        `idle?as_of=${TODAY}`,
        `quota_customers?as_of=${TODAY}`,
      ]) {
        expect(await ids(page, question), question).not.toContain(customer);
      }
      expect(await ids(page, 'quota_customers?as_of=2026-11-21')).toContain(customer);

      await page.goto(`${server.url}/blacklist?view=company`);
      await page.locator('tr[data-key]').filter({ hasText: customer }).locator('[data-row-link]').click();
      await drawer.getByLabel('理由').fill('已和解');
      await drawer.getByRole('button', { name: '移出名单' }).click();
      await expect(page.getByText(`已移出，${TODAY} 起不再列入`)).toBeVisible();
      expect(await ids(page, 'review?period=2026H2')).toContain(customer);
      await page.getByRole('button', { name: '撤销', exact: true }).click();
      await expect(page.getByText('已撤销这一步，记录留在历史里')).toBeVisible();
      expect(await ids(page, 'review?period=2026H2')).not.toContain(customer);
    });

    test('business since the listing opens exactly its rows', async ({ page }) => {
      await page.goto(`${server.url}/blacklist`);
      const figure = page.locator('.figure').filter({ hasText: '列入后往来' }).locator('.figure-value a');
      const n = shownNumber(await figure.textContent());
      expect(n).toBeGreaterThan(0);
      await figure.click();
      await expect(page.locator('table[aria-rowcount]')).toHaveAttribute('aria-rowcount', `${n + 1}`);
    });

    test('are accessible in every look, and fit a phone', async ({ page, context }) => {
      for (const { locale, theme } of looks) {
        await context.addCookies([
          { name: 'locale', value: locale, url: server.url },
          { name: 'theme', value: theme, url: server.url },
        ]);
        await page.goto(`${server.url}/blacklist`);
        await expect(page.locator('tr[data-key]').first()).toBeVisible();
        await expectAccessible(page);
      }
      await page.setViewportSize({ width: 390, height: 844 });
      await page.reload();
      await expect(page.locator('tr[data-key]').first()).toBeVisible();
      await expectNoSidewaysScroll(page);
    });
  });
