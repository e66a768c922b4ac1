import Decimal from 'decimal.js';
import { expectAccessible, expectNoSidewaysScroll, look, looks, rowsOf } from './support/page';
import { expect, test } from './support/test';

const asked = 'period=2026-10&as_of=2026-10-31';
const address = `/plans?${asked}`;

test('plans open in every look, and axe finds nothing', async ({ page, context }) => {
  for (const { locale, theme } of looks) {
    await look(context, locale, theme);
    await page.goto(address);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(locale === 'en' ? 'Plans' : '计划');
    await expect(page.locator('tr[data-key]').first()).toBeVisible();
    await expectAccessible(page);
  }
});

test('net sales of the card are the sum of the rows that it opens, and the lines sum to the whole', async ({
  page,
}) => {
  const whole = (await rowsOf(page, `/api/reports/plan?${asked}&by=none`)) as Record<string, string>[];
  await page.goto(address);
  const href = await page
    .locator('.figure', { hasText: '净销售' })
    .locator('.figure-value a')
    .getAttribute('href');
  const rows = (await rowsOf(page, `${href?.replace('/rows/', '/api/reports/')}`)) as Record<
    string,
    string
  >[];
  const sum = rows.reduce((total, r) => total.plus(r.amount ?? 0), new Decimal(0));
  expect(sum.toFixed(2)).toBe(whole[0]?.actual_amount);
  for (const by of ['salesperson', 'department', 'product']) {
    const lines = (await rowsOf(page, `/api/reports/plan?${asked}&by=${by}`)) as Record<string, string>[];
    const total = lines.reduce((all, r) => all.plus(r.actual_amount ?? 0), new Decimal(0));
    expect([by, total.toFixed(2)]).toEqual([by, whole[0]?.actual_amount]);
  }
});

test('a month of the chart turns the page to it, and Back returns', async ({ page }) => {
  await page.goto(address);
  const chart = page.locator('[role="img"] svg');
  await expect(chart).toBeVisible();
  // Its value stands at the foot of its bar.
  await chart.locator('text', { hasText: /^846$/ }).click({ position: { x: 8, y: -12 }, force: true });
  await expect(page).toHaveURL(/period=2026-07/);
  await expect(page.locator('.stepper')).toContainText('2026-07');
  await page.goBack();
  await expect(page).toHaveURL(/period=2026-10/);
});

test('the months of the year stand as a table and as a file, and a month turns the page to it', async ({
  page,
}) => {
  const months = (await rowsOf(page, '/api/reports/plan_months?period=2026&as_of=2026-10-31')) as Record<
    string,
    string
  >[];
  await page.goto(`${address}&view=months`);
  await expect(page.locator('table[aria-rowcount]')).toHaveAttribute('aria-rowcount', `${months.length + 1}`);
  await expectAccessible(page);
  const file = await page.locator('details.menu a[href*="format=csv"]').first().getAttribute('href');
  const csv = await (await page.request.get(file ?? '')).text();
  expect(csv.trim().split(/\r?\n/)).toHaveLength(months.length + 1);
  await page.locator('tr[data-key="2026-03"]').click();
  await expect(page).toHaveURL(/period=2026-03/);
  await expect(page).not.toHaveURL(/view=/);
});

test('a phone shows plans without scrolling sideways', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(address);
  await expectNoSidewaysScroll(page);
});
