import { expectAccessible, expectNoSidewaysScroll, look, looks, rowsOf } from './support/page';
import { expect, test } from './support/test';

const AS_OF = '2026-11-20';
const address = `/quotas?as_of=${AS_OF}`;
const tierWords: Record<string, string> = { vip: 'VIP', preferred: '优选' };

interface Quota {
  group: string;
  tier: string;
  base: number;
  held: number;
  places: number;
}

for (const { locale, theme } of looks) {
  test(`quotas open in ${locale}, ${theme}, and axe finds nothing`, async ({ page, context }) => {
    await look(context, locale, theme);
    await page.goto(address);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(locale === 'en' ? 'Quotas' : '名额');
    await expect(page.locator('tr[data-key]').first()).toBeVisible();
    await expectAccessible(page);
  });
}

test('each cell of a department opens exactly the customers that it counts', async ({ page }) => {
  const cells = (await rowsOf(page, `/api/reports/quota?as_of=${AS_OF}`)) as unknown as Quota[];
  expect(cells.length).toBeGreaterThan(3);
  await page.goto(address);
  for (const { group, tier, held, places } of cells.slice(0, 4)) {
    const name = `${group} ${tierWords[tier]}：占用 ${held}，名额 ${places}`;
    await page.getByRole('link', { name, exact: true }).click();
    await expect(
      page.getByRole('heading', { name: `${group} · ${tierWords[tier]} ${held} 户` }),
    ).toBeVisible();
    await expect(page.locator('table[aria-rowcount]')).toHaveAttribute('aria-rowcount', `${held + 1}`);
  }
});

test('a product opens the customers that it counts, over all departments', async ({ page }) => {
  const cells = (await rowsOf(page, `/api/reports/quota?as_of=${AS_OF}&by=product`)) as unknown as Quota[];
  const cell = cells.find((c) => c.held > 1);
  expect(cell).toBeDefined();
  await page.goto(address);
  const name = `${cell?.group} ${tierWords[cell?.tier ?? '']}：占用 ${cell?.held}，名额 ${cell?.places}`;
  await page.getByRole('link', { name, exact: true }).click();
  await expect(page).toHaveURL(/by=product/);
  await expect(page.locator('table[aria-rowcount]')).toHaveAttribute(
    'aria-rowcount',
    `${(cell?.held ?? 0) + 1}`,
  );
});

test('the whole base is one click away, with the reckoning of the places in numbers', async ({ page }) => {
  const [cell] = (await rowsOf(page, `/api/reports/quota?as_of=${AS_OF}`)) as unknown as Quota[];
  await page.goto(`${address}&by=department&group=${encodeURIComponent(cell?.group ?? '')}&tier=vip`);
  await expect(page.getByText(`⌊${cell?.base} × 15%⌋ = ${cell?.places}`)).toBeVisible();
  await page.getByRole('link', { name: `看全部基数 ${cell?.base} 户` }).click();
  await expect(page.locator('table[aria-rowcount]')).toHaveAttribute(
    'aria-rowcount',
    `${(cell?.base ?? 0) + 1}`,
  );
  await page.goBack();
  await expect(page).toHaveURL(/tier=vip/);
});

test('products of departments stand crossed, each cell opening its customers', async ({ page }) => {
  const by = `/api/reports/quota?as_of=${AS_OF}&by=department_product`;
  const cells = (await rowsOf(page, by)) as unknown as Quota[];
  await page.goto(`${address}&view=matrix`);
  const matrix = page.locator('table.quota-matrix');
  await expect(matrix.getByRole('link')).toHaveCount(cells.length);
  await matrix.getByRole('link').first().click();
  await expect(page).toHaveURL(/by=department_product/);
  await expect(matrix.locator('a[aria-current]')).toHaveCount(1);
});

test('the drawer follows the keyboard and tells the tier, the base and the decisions', async ({ page }) => {
  await page.goto(address);
  await expect(page.locator('tr[data-key]').first()).toBeVisible();
  const drawer = page.locator('aside.drawer');
  await expect(async () => {
    await page.keyboard.press('j');
    await expect(page.locator('tr[data-cursor]')).toHaveCount(1, { timeout: 500 });
  }).toPass();
  await page.keyboard.press('Enter');
  const heading = drawer.getByRole('heading', { level: 2 });
  await expect(heading).toBeVisible();
  const first = (await heading.textContent()) ?? '';
  await expect(drawer.getByRole('heading', { name: '为什么在基数里' })).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press('j');
  await expect(heading).not.toHaveText(first);
  await drawer.getByRole('link', { name: /背后的行/ }).click();
  await expect(drawer.locator('a[href^="/imports/"]').first()).toHaveAttribute('href', /file=.+&line=\d+/);
  await page.keyboard.press('Escape');
  await expect(drawer).toHaveCount(0);
});

test('the file holds the figures of the page', async ({ page }) => {
  const api = `/api/reports/quota?as_of=${AS_OF}`;
  const cells = (await rowsOf(page, api)) as unknown as Quota[];
  const csv = await (await page.request.get(`${api}&format=csv`)).text();
  const lines = csv.trim().split(/\r?\n/).slice(1);
  expect(lines.map((line) => Number(line.split(',')[3]))).toEqual(cells.map((c) => c.held));
  const xlsx = await page.request.get(`${api}&format=xlsx`);
  expect((await xlsx.body()).subarray(0, 2).toString()).toBe('PK');
});

test('[ steps to the month end before, filters live in the address, and mistakes are named', async ({
  page,
}) => {
  await page.goto(address);
  await expect(async () => {
    await page.keyboard.press('[');
    await expect(page).toHaveURL(/as_of=2026-10-31/, { timeout: 1500 });
  }).toPass();
  const [cell] = (await rowsOf(page, '/api/reports/quota?as_of=2026-10-31')) as unknown as Quota[];
  await page.goto(`/quotas?as_of=2026-10-31&department=${encodeURIComponent(cell?.group ?? '')}`);
  await expect(page.locator('table.quota-table[data-by="department"] tbody tr')).toHaveCount(1);
  await page.goto('/quotas?by=moon');
  await expect(page.locator('.state[role="alert"]')).toContainText('「by」');
  await page.goto('/quotas?view=moon');
  await expect(page.locator('.state[role="alert"]')).toContainText('「view」');
});

for (const view of ['', '&view=matrix']) {
  test(`on a phone nothing scrolls sideways ${view}`, async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto(`${address}${view}`);
    await expect(page.locator('tr[data-key]').first().locator('.phone-title')).toBeVisible();
    await expectNoSidewaysScroll(page);
  });
}
