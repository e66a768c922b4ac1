import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ensureData } from '../scripts/lib/data.mjs';
import { anyPort, serve } from '../scripts/lib/server.mjs';
import { expectAccessible, expectNoSidewaysScroll, look, looks, rowsOf, shownNumber } from './support/page';
import { expect, test } from './support/test';

const address = '/quotas/solve?period=2026H1';

test('the solver is started, finds the best, and every figure opens exactly its rows', async ({ page }) => {
  await page.goto(`${address}&goal=sales`);
  const start = page.getByRole('button', { name: '开始求解' });
  await expect(start).toBeVisible();
  await expectAccessible(page);
  await expect(async () => {
    await start.click({ timeout: 1000 });
    await expect(start).toBeHidden({ timeout: 1000 });
  }).toPass();
  await expect(page.getByText('已证最优')).toBeVisible({ timeout: 40_000 });
  const figures = page.locator('dl.figures');
  for (const [label, view] of [
    ['升级', 'promoted'],
    ['因问题降级', 'due'],
    ['因名额降级', 'forced'],
  ] as const) {
    const figure = figures.locator('.figure').filter({ hasText: label }).first();
    const n = shownNumber(await figure.locator('.figure-value').textContent());
    await figure.locator('.figure-value a').click();
    await expect(page).toHaveURL(new RegExp(`view=${view}`));
    if (n > 0)
      await expect(page.locator('table[aria-rowcount]')).toHaveAttribute('aria-rowcount', `${n + 1}`);
    else await expect(page.getByText('没有要变动的客户')).toBeVisible();
  }
});

test('a solved question stands in all four looks, on a phone, with its reasons and next best choices', async ({
  page,
  context,
}) => {
  // Asking for the rows searches too; the page then finds its own search done at once.
  const rows = await rowsOf(page, '/api/reports/quota_solution?period=2026H1');
  await page.goto(address);
  await page.request.post('/api/solve?period=2026H1', { headers: { 'sec-fetch-site': 'same-origin' } });
  await expect(async () => {
    const told = (await (await page.request.get('/api/solve?period=2026H1')).json()) as { state: string };
    expect(told.state).toBe('done');
  }).toPass();
  const changes = rows.filter((r) => r.tier !== r.solved_tier).length;
  for (const { locale, theme } of looks) {
    await look(context, locale, theme);
    await page.goto(address);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(page.locator('table[aria-rowcount]')).toHaveAttribute('aria-rowcount', `${changes + 1}`);
    await expectAccessible(page);
  }
  await look(context, 'zh-CN');
  await page.goto(address);
  await page.locator('tr[data-key] [data-row-link]').first().click();
  await expect(page.locator('aside.drawer').getByRole('heading', { name: '定级' })).toBeVisible();
  await page.keyboard.press('Escape');
  await page.getByRole('link', { name: '次好方案 1' }).click();
  await expect(page.getByRole('heading', { name: /与最好的不同/ })).toBeVisible();
  await page.setViewportSize({ width: 390, height: 844 });
  await expectNoSidewaysScroll(page);
});

test('what was solved is taken over into the what-if, and no department is over there', async ({ page }) => {
  await page.request.post('/api/solve?period=2026H1', { headers: { 'sec-fetch-site': 'same-origin' } });
  await page.goto(address);
  await page.getByRole('link', { name: /^放进推演/ }).click();
  await expect(page).toHaveURL(/\/quotas\/what-if\?as_of=2026-06-30&move=/);
  const table = page.locator('table.scratch-table[data-by="department"]');
  await expect(table.locator('tbody tr').first()).toBeVisible();
  await expect(table.locator('.room > [data-tone="over"]')).toHaveCount(0);
});

test('a search from elsewhere is refused, and a wrong question is named', async ({ page }) => {
  const foreign = await page.request.post('/api/solve?period=2026H1', {
    headers: { 'sec-fetch-site': 'cross-site' },
  });
  expect(foreign.status()).toBe(403);
  expect((await page.request.get('/api/solve?period=2026H1&goal=moon')).status()).toBe(400);
  await page.goto('/quotas/solve?goal=moon');
  await expect(page.locator('.state[role="alert"]')).toContainText('「goal」');
});

test('what was solved is taken over into the review, taken back in one, and refused once it is signed', async ({
  page,
}) => {
  const folder = mkdtempSync(path.join(tmpdir(), 'tierline-takeover-'));
  await ensureData(folder);
  const port = await anyPort('127.0.0.1');
  const env = { DATA_DIR: folder, TIERLINE_TODAY: '2026-11-22' };
  const server = await serve({ host: '127.0.0.1', port, env });
  try {
    const of = `period=2026H1&department=${encodeURIComponent('西部')}`;
    const reviewed = () => rowsOf(page, `${server.url}/api/reports/review?${of}`);
    const solved = await rowsOf(page, `${server.url}/api/reports/quota_solution?${of}`);
    const chosen = new Map(solved.map((r) => [r.customer_id, r.solved_tier]));
    const search = () =>
      page.request.post(`${server.url}/api/solve?${of}`, { headers: { 'sec-fetch-site': 'same-origin' } });
    await search();
    await page.goto(`${server.url}/quotas/solve?${of}`);
    const bar = page.getByRole('region', { name: '拿进评审' });
    await expect(bar.getByLabel('理由')).toHaveValue(/2026H1 名额求解：得分最大.*已证明/);
    await expectAccessible(page);
    const take = bar.getByRole('button', { name: /^按求解决定/ });
    await expect(async () => {
      await page.locator('tr[data-key]').first().getByRole('checkbox').check();
      await expect(bar).toContainText('已勾选 1 户', { timeout: 500 });
    }).toPass();
    await take.click();
    await expect(bar.getByRole('alert')).toHaveText('请先写决定人。');
    await bar.getByLabel('决定人').fill('陈总');
    await take.click();
    await expect(bar.getByRole('status')).toContainText('已决定 1 户');
    await take.click();
    await expect(bar.getByRole('status')).toContainText(`已决定 ${solved.length - 1} 户`);
    await expect(bar.getByRole('status')).toContainText('早已决定的 1 户没有动');
    const decided = await reviewed();
    expect(decided.map((r) => [r.decided_tier, r.decided_by, r.decision])).toEqual(
      decided.map((r) => {
        const tier = chosen.get(r.customer_id) ?? null;
        return [tier, '陈总', tier === r.proposed_tier ? 'accepted' : 'overridden'];
      }),
    );
    await page
      .getByRole('dialog', { name: `已决定 ${solved.length - 1} 户` })
      .getByRole('button', { name: '撤销', exact: true })
      .click();
    await expect(page.getByText(`已撤销 ${solved.length - 1} 个决定`)).toBeVisible();
    expect((await reviewed()).filter((r) => r.decision !== null)).toHaveLength(1);
    await take.click();
    await expect(bar.getByRole('status')).toContainText(`已决定 ${solved.length - 1} 户`);
    await bar.getByRole('link', { name: '到评审里看' }).click();
    const round = page
      .getByRole('complementary', { name: '评审进度' })
      .getByRole('listitem')
      .filter({ hasText: '西部' });
    await expect(round).toContainText('可签发');
    await round.getByText('签发', { exact: true }).click();
    await round.getByRole('button', { name: '签发 西部' }).click();
    await expect(round).toContainText('已签发');
    await search();
    await page.goto(`${server.url}/quotas/solve?${of}`);
    await expect(async () => {
      await take.click();
      await expect(bar.getByRole('alert')).toContainText('西部 2026H1 的评审已签发', { timeout: 2000 });
    }).toPass();
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
});
