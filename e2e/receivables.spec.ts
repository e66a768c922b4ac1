import { expectAccessible, expectNoSidewaysScroll, look, looks, rowsOf, shownNumber } from './support/page';
import { expect, test } from './support/test';

const AS_OF = '2026-11-20';
const address = `/receivables?as_of=${AS_OF}`;
const api = `/api/reports/receivables?as_of=${AS_OF}`;

interface Receivable {
  customer_id: string;
  name: string | null;
  balance: string;
  overdue: string;
  d1_30: string;
  d91: string;
}

const owed = async (page: Parameters<typeof rowsOf>[0]) =>
  (await rowsOf(page, api)) as unknown as Receivable[];
const cents = (values: readonly string[]) =>
  values.reduce((sum, value) => sum + BigInt(value.replace('.', '')), 0n);

for (const { locale, theme } of looks) {
  test(`receivables open in ${locale}, ${theme}, and axe finds nothing`, async ({ page, context }) => {
    await look(context, locale, theme);
    await page.goto(address);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(
      locale === 'en' ? 'Receivables' : '回款账龄',
    );
    await expect(page.locator('tr[data-key]').first()).toBeVisible();
    await expectAccessible(page);
  });
}

test('balance and overdue are the sums of the customers that they open', async ({ page }) => {
  const rows = await owed(page);
  await page.goto(address);
  const value = (label: string) =>
    page
      .locator('.figure')
      .filter({ has: page.locator('dt', { hasText: new RegExp(`^${label}`) }) })
      .locator('.figure-value');
  const exact = async (label: string) =>
    BigInt(((await value(label).getAttribute('title')) ?? '').replace(/[^\d]/g, ''));
  expect(await exact('余额')).toBe(cents(rows.map((r) => r.balance)));
  expect(await exact('逾期')).toBe(cents(rows.map((r) => r.overdue)));
  await value('逾期').getByRole('link').click();
  const n = rows.filter((r) => Number(r.overdue) > 0).length;
  await expect(page).toHaveURL(/view=overdue/);
  await expect(page.locator('table[aria-rowcount]')).toHaveAttribute('aria-rowcount', `${n + 1}`);
});

test('an age of the picture lists its customers, and Back takes it away', async ({ page }) => {
  const rows = await owed(page);
  await page.goto(address);
  await page.locator('table.ageing thead').getByRole('link', { name: '1–30 天' }).click();
  const n = rows.filter((r) => Number(r.d1_30) > 0).length;
  expect(n).toBeGreaterThan(0);
  await expect(page.locator('table[aria-rowcount]')).toHaveAttribute('aria-rowcount', `${n + 1}`);
  await page.goBack();
  await expect(page).not.toHaveURL(/view=/);
});

test('the rate and the sales without a due date open the rows that they count', async ({ page }) => {
  await page.goto(address);
  const rate = page.locator('.figure a[href*="/rows/receivables_on_time"]');
  const shown = shownNumber(await rate.textContent());
  const due = (await rowsOf(page, `/api/reports/receivables_on_time?as_of=${AS_OF}`)) as unknown as {
    due_amount: string;
    on_time_amount: string;
  }[];
  const share = Number(cents(due.map((d) => d.on_time_amount))) / Number(cents(due.map((d) => d.due_amount)));
  expect(Math.abs(shown - share * 100)).toBeLessThan(0.06);
  const never = page.locator('.figure a[href*="/rows/sales_never_due"]');
  const count = shownNumber(await never.textContent());
  expect(await rowsOf(page, `/api/reports/sales_never_due?as_of=${AS_OF}`)).toHaveLength(count);
  await rate.click();
  await expect(page.locator('table[aria-rowcount]')).toHaveAttribute('aria-rowcount', `${due.length + 1}`);
});

test('the drawer reckons the balance from the pool, and its rows lead to their lines', async ({ page }) => {
  const row = (await owed(page)).find((r) => Number(r.overdue) > 0);
  await page.goto(`${address}&row=${row?.customer_id}`);
  const drawer = page.locator('aside.drawer');
  await expect(drawer.getByRole('heading', { level: 2 })).toHaveText(row?.name ?? '');
  await expect(drawer.getByRole('heading', { name: /怎么冲销/ })).toBeVisible();
  const [whole, cent] = (row?.balance ?? '').split('.');
  const balance = `${Number(whole).toLocaleString('en-US')}.${cent}`;
  await expect(drawer.getByText(balance, { exact: true }).first()).toBeVisible();
  await expectAccessible(page);
  const sales = await rowsOf(
    page,
    `/api/reports/receivable_sales?as_of=${AS_OF}&customer_id=${row?.customer_id}`,
  );
  await drawer.getByRole('link', { name: /背后的行/ }).click();
  await expect(drawer.getByRole('heading', { name: `销售与冲销 ${sales.length}` })).toBeVisible();
  await expect(drawer.locator('a[href^="/imports/"]').first()).toHaveAttribute('href', /file=.+&line=\d+/);
  await drawer.getByRole('link', { name: /历史/ }).click();
  await expect(drawer.locator('dd').first()).toHaveText(balance);
});

test('J, Enter and Esc open and close a customer', async ({ page }) => {
  await page.goto(address);
  await expect(page.locator('tr[data-key]').first()).toBeVisible();
  await expect(async () => {
    await page.keyboard.press('j');
    await expect(page.locator('tr[data-cursor]')).toHaveCount(1, { timeout: 500 });
  }).toPass();
  await page.keyboard.press('Enter');
  await expect(page.locator('aside.drawer')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.locator('aside.drawer')).toHaveCount(0);
});

test('the files hold the same rows and the same total', async ({ page }) => {
  const rows = await owed(page);
  const csv = await (await page.request.get(`${api}&format=csv`)).text();
  const lines = csv.trim().split(/\r?\n/);
  expect(lines).toHaveLength(rows.length + 1);
  const at = (lines[0] ?? '').split(',').indexOf('overdue');
  expect(cents(lines.slice(1).map((line) => line.split(',')[at] ?? ''))).toBe(
    cents(rows.map((r) => r.overdue)),
  );
  const xlsx = await page.request.get(`${api}&format=xlsx`);
  expect((await xlsx.body()).subarray(0, 2).toString()).toBe('PK');
});

test('[ steps to the month end before, and mistakes are named', async ({ page }) => {
  await page.goto(address);
  await expect(async () => {
    await page.keyboard.press('[');
    await expect(page).toHaveURL(/as_of=2026-10-31/, { timeout: 1500 });
  }).toPass();
  await page.goto('/receivables?view=moon');
  await expect(page.locator('.state[role="alert"]')).toContainText('「view」');
});

test('on a phone nothing scrolls sideways', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(address);
  await expect(page.locator('tr[data-key]').first().locator('.phone-title')).toBeVisible();
  await expectNoSidewaysScroll(page);
});
