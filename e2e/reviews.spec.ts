import { expectAccessible, expectNoSidewaysScroll, look, looks, rowsOf, shownNumber } from './support/page';
import { expect, test } from './support/test';

const PERIOD = '2026H1';
const address = `/reviews?period=${PERIOD}`;
const api = `/api/reports/review?period=${PERIOD}`;

interface Review {
  customer_id: string;
  name: string;
  tier: string | null;
  score: string;
  problems: number;
  proposal: string;
  flag: string | null;
}

const reviews = async (page: Parameters<typeof rowsOf>[0]) =>
  (await rowsOf(page, api)) as unknown as Review[];

for (const { locale, theme } of looks) {
  test(`reviews open in ${locale}, ${theme}, and axe finds nothing`, async ({ page, context }) => {
    await look(context, locale, theme);
    await page.goto(address);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(
      locale === 'en' ? 'Half-year review' : '半年评审',
    );
    await expect(page.locator('tr[data-key]').first()).toBeVisible();
    await expectAccessible(page);
  });
}

test('each view counts and lists exactly its customers', async ({ page }) => {
  const rows = await reviews(page);
  const views = {
    全部: rows.length,
    降级: rows.filter((r) => r.proposal === 'demote').length,
    升级: rows.filter((r) => r.proposal === 'promote').length,
    待名额: rows.filter((r) => r.proposal === 'waiting').length,
    关注: rows.filter((r) => r.flag === 'watch').length,
  };
  await page.goto(address);
  const segments = page.getByRole('navigation', { name: '显示' });
  for (const [word, n] of Object.entries(views)) {
    expect(n, word).toBeGreaterThan(0);
    await segments.getByRole('link', { name: `${word} ${n}`, exact: true }).click();
    await expect(page.locator('footer.page-footer')).toContainText(`${n} 户，共 ${rows.length} 户`);
  }
});

test('a figure opens as many customers as it says, and Back returns', async ({ page }) => {
  await page.goto(address);
  const figure = page.locator('.figure').filter({ hasText: '建议降级' }).locator('.figure-value a');
  const n = shownNumber(await figure.textContent());
  await figure.click();
  await expect(page).toHaveURL(/view=demote/);
  await expect(page.locator('table[aria-rowcount]')).toHaveAttribute('aria-rowcount', `${n + 2}`);
  await page.goBack();
  await expect(page).not.toHaveURL(/view=/);
});

test('the drawer shows the measures, the rule of the proposal, and as many problems as are counted', async ({
  page,
}) => {
  const row = (await reviews(page)).find((r) => r.proposal === 'demote' && r.tier === 'preferred');
  await page.goto(`${address}&row=${row?.customer_id}`);
  const drawer = page.locator('aside.drawer');
  await expect(drawer.getByRole('heading', { level: 2 })).toHaveText(row?.name ?? '');
  await expect(drawer.getByText(row?.score ?? '', { exact: true })).toBeVisible();
  await expect(drawer.getByText('有问题的优选客户降为合格')).toBeVisible();
  await expect(drawer.getByRole('link', { name: '规则 R-06' })).toBeVisible();
  await expectAccessible(page);
  await drawer.getByRole('link', { name: /背后的行/ }).click();
  await expect(drawer.locator('a[href^="/imports/"]')).toHaveCount(row?.problems ?? 0);
});

test('J, K, Enter and Esc walk through the customers', async ({ page }) => {
  await page.goto(address);
  await expect(page.locator('tr[data-key]').first()).toBeVisible();
  await expect(async () => {
    await page.keyboard.press('j');
    await expect(page.locator('tr[data-cursor]')).toHaveCount(1, { timeout: 500 });
  }).toPass();
  await page.keyboard.press('Enter');
  const heading = page.locator('aside.drawer').getByRole('heading', { level: 2 });
  const first = (await heading.textContent()) ?? '';
  await page.keyboard.press('j');
  await expect(heading).not.toHaveText(first);
  await page.keyboard.press('k');
  await expect(heading).toHaveText(first);
  await page.keyboard.press('Escape');
  await expect(page.locator('aside.drawer')).toHaveCount(0);
});

test('the file holds the scores of the page', async ({ page }) => {
  const rows = await reviews(page);
  const csv = await (await page.request.get(`${api}&format=csv`)).text();
  const lines = csv.trim().split(/\r?\n/);
  const at = (lines[0] ?? '').split(',').indexOf('score');
  expect(lines.slice(1).map((line) => line.split(',')[at])).toEqual(rows.map((r) => r.score));
});

test('[ steps to the half-year before, and mistakes are named', async ({ page }) => {
  await page.goto(address);
  await expect(async () => {
    await page.keyboard.press('[');
    await expect(page).toHaveURL(/period=2025H2/, { timeout: 1500 });
  }).toPass();
  await page.goto('/reviews?period=2026Q1');
  await expect(page.locator('.state[role="alert"]')).toContainText('「period」');
});

test('a filter that leaves nothing is named and cleared', async ({ page }) => {
  await page.goto(`${address}&department=不存在`);
  await page.locator('.state').getByRole('link', { name: '不存在' }).click();
  await expect(page.locator('tr[data-key]').first()).toBeVisible();
});

test('on a phone nothing scrolls sideways', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(address);
  await expect(page.locator('tr[data-key]').first().locator('.phone-title')).toBeVisible();
  await expectNoSidewaysScroll(page);
});
