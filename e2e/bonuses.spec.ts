import { expectAccessible, expectNoSidewaysScroll, look, looks, rowsOf, shownNumber } from './support/page';
import { expect, test } from './support/test';

const period = '2026-10';
const month = `/bonuses?period=${period}`;

interface Statement {
  technician_id: string;
  name: string;
  total: string;
  excess_points: string;
  fines_unsigned: string;
  fines_complaint: string;
}

const cents = (values: readonly (string | null)[]) =>
  values.reduce((sum, v) => sum + Math.round(Number(v) * 100), 0);
const shownCents = (text: string | null) =>
  Math.round(Number((text ?? '').replace('−', '-').replace(/[^\d.-]/g, '')) * 100);

const pages = [
  { address: month, zh: '月度奖金', en: 'Monthly bonuses' },
  { address: '/bonuses/quarter?period=2026Q3', zh: '季度奖金', en: 'Quarterly bonuses' },
  { address: '/bonuses/half?period=2026H1', zh: '半年奖金', en: 'Half-year bonuses' },
];

for (const { address, zh, en } of pages) {
  for (const { locale, theme } of looks) {
    test(`${address} opens in ${locale}, ${theme}, and axe finds nothing`, async ({ page, context }) => {
      await look(context, locale, theme);
      await page.goto(address);
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(locale === 'en' ? en : zh);
      await expect(page.locator('tbody tr[data-key]').first()).toBeVisible();
      await expectAccessible(page);
    });
  }
}

for (const { locale, theme } of looks) {
  test(`a statement opens in ${locale}, ${theme}, and axe finds nothing`, async ({ page, context }) => {
    await look(context, locale, theme);
    await page.goto(`/bonuses/T001?period=${period}`);
    await expect(page.getByRole('heading', { level: 1 })).toContainText(period);
    await expect(page.locator('.statement-rows .group').first()).toBeVisible();
    await expectAccessible(page);
  });
}

test('the total of the page is that of the report and of its files', async ({ page }) => {
  const rows = (await rowsOf(page, `/api/reports/bonus?period=${period}`)) as unknown as Statement[];
  const total = cents(rows.map((r) => r.total));
  await page.goto(month);
  expect(shownCents(await page.locator('.figure-value a').first().textContent())).toBe(total);
  expect(shownCents(await page.locator('tfoot td.plain-only').last().textContent())).toBe(total);

  const csv = await (await page.request.get(`/api/reports/bonus?period=${period}&format=csv`)).text();
  const [head, ...lines] = csv
    .replace(/^\uFEFF/, '')
    .trim()
    .split(/\r?\n/);
  const at = (head ?? '').split(',').indexOf('total');
  expect(cents(lines.map((line) => line.split(',')[at] ?? ''))).toBe(total);
});

test('figures lead to as many rows as they count', async ({ page }) => {
  const rows = (await rowsOf(page, `/api/reports/bonus?period=${period}`)) as unknown as Statement[];
  await page.goto(month);
  const above = rows.filter((r) => Number(r.excess_points) > 0).length;
  const figure = page.locator('.figure').nth(2).locator('.figure-value a');
  expect(shownNumber(await figure.textContent())).toBe(above);
  await figure.click();
  await expect(page).toHaveURL(/view=above/);
  await expect(page.locator('.segments [aria-current]')).toContainText(String(above));
  await expect(page.locator('.page-footer')).toContainText(`${above} 人`);

  const fines = page.locator('.figure').nth(5);
  const counts = (await fines.locator('.figure-note').textContent())?.match(/\d+/g)?.map(Number) ?? [];
  const href = (await fines.locator('.figure-value a').getAttribute('href')) ?? '';
  const records = await rowsOf(page, href.replace('/rows/', '/api/reports/'));
  expect(records.length).toBe(counts.reduce((sum, n) => sum + n, 0));
});

test('every check before closing that finds something leads to exactly its rows', async ({ page }) => {
  await page.goto(month);
  const links = await page
    .locator('.page-aside a[href^="/rows/"]')
    .evaluateAll((all) => all.map((a) => ({ href: a.getAttribute('href') ?? '', text: a.textContent })));
  expect(links.length).toBeGreaterThan(0);
  for (const { href, text } of links) {
    const rows = await rowsOf(page, href.replace('/rows/', '/api/reports/'));
    expect([href, rows.length]).toEqual([href, shownNumber(text)]);
  }
});

test('the drawer opens, follows and closes by keyboard, and its rows name file and line', async ({
  page,
}) => {
  await page.goto(month);
  await expect(page.locator('tbody tr[data-key]').first()).toBeVisible();
  await expect(async () => {
    await page.keyboard.press('j');
    await expect(page.locator('tr[data-cursor]')).toHaveCount(1, { timeout: 500 });
  }).toPass();
  const first = (await page.locator('tr[data-cursor]').getAttribute('data-key')) ?? '';
  const second = (await page.locator('tr[data-cursor] + tr[data-key]').getAttribute('data-key')) ?? '';
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(new RegExp(`row=${first}`));
  const drawer = page.locator('.drawer');
  await expect(drawer).toContainText(first);
  await page.keyboard.press('j');
  await expect(drawer).toContainText(second);
  await page.keyboard.press('k');
  await expect(drawer).toContainText(first);
  await drawer.getByRole('link', { name: /背后的行/ }).click();
  await expect(drawer.locator('a[href^="/imports/"]').first()).toHaveAttribute('href', /file=.+line=\d+/);
  await page.keyboard.press('Escape');
  await expect(drawer).toHaveCount(0);
});

test('brackets step through the months, and Back returns', async ({ page }) => {
  await page.goto(month);
  await expect(async () => {
    await page.keyboard.press('[');
    await expect(page).toHaveURL(/period=2026-09/, { timeout: 1500 });
  }).toPass();
  await expect(page.locator('.stepper button')).toContainText('2026-09');
  await page.keyboard.press(']');
  await expect(page).toHaveURL(/period=2026-10/);
  await page.goBack();
  await expect(page).toHaveURL(/period=2026-09/);
});

test('a region is filtered in the address and on the page', async ({ page }) => {
  const all = await rowsOf(page, `/api/reports/bonus_team?period=${period}`);
  const region = String(all[0]?.region);
  await page.goto(`${month}&region=${encodeURIComponent(region)}`);
  const expected = all.filter((r) => r.region === region).length;
  await expect(page.locator('tbody tr[data-key]')).toHaveCount(expected);
  await expect(page.locator('.filter-bar .chip').first()).toContainText(region);
});

test('a statement adds up, and its rows are those of the report', async ({ page }) => {
  const rows = (await rowsOf(page, `/api/reports/bonus?period=${period}`)) as unknown as Statement[];
  const one = rows.find((r) => Number(r.total) > 0);
  const id = one?.technician_id ?? '';
  await page.goto(`/bonuses/${id}?period=${period}`);
  const terms = page.locator('.formula > div');
  await expect(terms).toHaveCount(10);
  expect(shownCents(await terms.nth(9).locator('dd').textContent())).toBe(cents([one?.total ?? '']));
  const records = await rowsOf(page, `/api/reports/bonus_records?period=${period}&technician=${id}`);
  await expect(page.locator('.statement-rows tr:not(.group):has(td.id)')).toHaveCount(records.length);
  await expect(page.locator('.signatures')).toBeHidden();
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('.signatures li')).toHaveCount(3);
  await expect(page.locator('.signatures')).toBeVisible();
});

test('a wrong parameter is named, with the way back', async ({ page }) => {
  await page.goto('/bonuses?period=2026Q1');
  await expect(page.getByRole('alert').first()).toContainText('period');
  await page.goto(`${month}&view=nobody`);
  await expect(page.getByRole('alert').first()).toContainText('view');
  await page.goto(`/bonuses/NOBODY?period=${period}`);
  await expect(page.locator('.state')).toContainText('NOBODY');
});

test('nothing scrolls sideways on a phone', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  for (const address of [...pages.map((p) => p.address), `/bonuses/T001?period=${period}`]) {
    await page.goto(address);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expectNoSidewaysScroll(page);
  }
});
