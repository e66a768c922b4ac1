import { expect, test } from '@playwright/test';
import { expectAccessible, expectNoSidewaysScroll, look, looks, rowsOf, shownNumber } from './support/page';

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
