import { expectAccessible, expectNoSidewaysScroll, look, looks, rowsOf, shownNumber } from './support/page';
import { expect, test } from './support/test';

const AS_OF = '2026-11-20';
const page1 = `/idle?as_of=${AS_OF}`;
const api = `/api/reports/idle?as_of=${AS_OF}`;

interface Idle {
  customer_id: string;
  name: string;
  reasons: string[];
  region: string | null;
  value_at_stake: string;
}

const cents = (rows: Idle[]) => rows.reduce((sum, r) => sum + BigInt(r.value_at_stake.replace('.', '')), 0n);

for (const { locale, theme } of looks) {
  test(`idle customers open in ${locale}, ${theme}, and axe finds nothing`, async ({ page, context }) => {
    await look(context, locale, theme);
    await page.goto(page1);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(
      locale === 'en' ? 'Idle customers' : '闲置客户',
    );
    await expect(page.locator('tr[data-key]').first()).toBeVisible();
    await expectAccessible(page);
  });
}

test('each view by reason counts exactly the customers to whom the reason applies', async ({ page }) => {
  const rows = (await rowsOf(page, api)) as unknown as Idle[];
  await page.goto(page1);
  const views = page.locator('nav.segments').first();
  await expect(views.getByRole('link').first()).toHaveText(`全部 ${rows.length}`);
  for (const [reason, word] of [
    ['trade', '停购'],
    ['visit', '未回访'],
    ['rhythm', '破节奏'],
  ] as const) {
    const n = rows.filter((r) => r.reasons.includes(reason)).length;
    expect(n, word).toBeGreaterThan(0);
    await expect(views.getByRole('link', { name: word })).toHaveText(`${word} ${n}`);
  }
});

test('a view lists as many rows as it counts, and its file holds the same rows and the same total', async ({
  page,
}) => {
  await page.goto(page1);
  const view = page.locator('nav.segments').first().getByRole('link', { name: '停购' });
  const count = shownNumber(await view.textContent());
  await view.click();
  await expect(page).toHaveURL(/reason=trade/);
  await expect(page.locator('footer.page-footer')).toContainText(`${count} 户`);
  await expect(page.locator('table[aria-rowcount]').first()).toHaveAttribute('aria-rowcount', `${count + 1}`);

  const rows = (await rowsOf(page, `${api}&reason=trade`)) as unknown as Idle[];
  expect(rows).toHaveLength(count);
  const csv = await (await page.request.get(`${api}&reason=trade&format=csv`)).text();
  const lines = csv.trim().split(/\r?\n/);
  expect(lines).toHaveLength(count + 1);
  const last = lines
    .slice(1)
    .reduce((sum, line) => sum + BigInt(line.split(',').at(-1)?.replace('.', '') ?? 0), 0n);
  expect(last).toBe(cents(rows));
  const wan = Number(cents(rows)) / 1e6;
  const stake = shownNumber(await page.locator('dd.figure-value').first().textContent());
  expect(Math.abs(stake - wan)).toBeLessThan(1);
  const xlsx = await page.request.get(`${api}&reason=trade&format=xlsx`);
  expect((await xlsx.body()).subarray(0, 2).toString()).toBe('PK');
});

test('a bar beside the list filters it, and Back undoes the filter', async ({ page }) => {
  await page.goto(page1);
  const rail = page.getByRole('region', { name: '在险金额分布' });
  const line = rail.locator('table').first().locator('tbody tr').first();
  const region = (await line.getByRole('link').textContent()) ?? '';
  const count = shownNumber(await line.locator('td').nth(1).textContent());
  await line.getByRole('link').click();
  await expect(page).toHaveURL(new RegExp(`region=${encodeURIComponent(region)}`));
  await expect(page.locator('footer.page-footer')).toContainText(`${count} 户`);
  await page.goBack();
  await expect(page).not.toHaveURL(/region=/);
});

test('the drawer follows the keyboard and says how each reason came about', async ({ page }) => {
  await page.goto(page1);
  await expect(page.locator('tr[data-key]').first()).toBeVisible();
  const drawer = page.locator('aside.drawer');
  await expect(async () => {
    await page.keyboard.press('j');
    await expect(page.locator('tr[data-cursor]')).toHaveCount(1, { timeout: 500 });
  }).toPass();
  await page.keyboard.press('Enter');
  await expect(drawer).toBeVisible();
  const first = await drawer.getByRole('heading', { level: 2 }).textContent();
  await expect(drawer.locator('li')).toHaveCount(6);
  await expect(drawer.getByText('逾期').first()).toBeVisible();
  await page.keyboard.press('j');
  await expect(drawer.getByRole('heading', { level: 2 })).not.toHaveText(first ?? '');
  await page.keyboard.press('k');
  await expect(drawer.getByRole('heading', { level: 2 })).toHaveText(first ?? '');
  await page.keyboard.press('Escape');
  await expect(drawer).toHaveCount(0);
  await expect(page).not.toHaveURL(/row=/);
});

test('the rows behind a customer lead to the lines they were loaded from', async ({ page }) => {
  const rows = (await rowsOf(page, api)) as unknown as Idle[];
  const top = rows[0];
  expect(top).toBeDefined();
  const sales = await rowsOf(
    page,
    `/api/reports/customer_sales?as_of=${AS_OF}&customer_id=${top?.customer_id}`,
  );
  await page.goto(`${page1}&row=${top?.customer_id}&tab=rows`);
  const drawer = page.locator('aside.drawer');
  await expect(drawer.getByRole('heading', { level: 2 })).toHaveText(top?.name ?? '');
  await expect(drawer.getByText(`销售与退货 ${sales.length}`)).toBeVisible();
  await expect(drawer.locator('a[href^="/imports/"]').first()).toHaveAttribute(
    'href',
    /\/imports\/\d+\?file=.+&line=\d+/,
  );
  await expectAccessible(page);
  await drawer.locator('a[href^="/rows/customer_sales"]').click();
  await expect(page.locator('table[aria-rowcount]')).toHaveAttribute('aria-rowcount', `${sales.length + 1}`);
});

test('[ steps to the last month end and ] back', async ({ page }) => {
  await page.goto(page1);
  await expect(async () => {
    await page.keyboard.press('[');
    await expect(page).toHaveURL(/as_of=2026-10-31/, { timeout: 1500 });
  }).toPass();
  await page.keyboard.press(']');
  await expect(page).toHaveURL(/as_of=2026-11-(22|30)/);
});

test('a parameter that is wrong is named, and one link drops it', async ({ page }) => {
  await page.goto(`/idle?as_of=${AS_OF}&reason=bored`);
  await expect(page.locator('.state[role="alert"]')).toContainText('「reason」');
  await page.getByRole('link', { name: '去掉参数「reason」' }).click();
  await expect(page.locator('tr[data-key]').first()).toBeVisible();
  await page.goto('/idle?as_of=2026-02-30');
  await expect(page.locator('.state[role="alert"]')).toContainText('「as_of」');
  await page.goto('/idle?colour=red');
  await expect(page.locator('.state[role="alert"]')).toContainText('「colour」');
});

test('filters that leave nothing are named and cleared', async ({ page }) => {
  await page.goto(`${page1}&department=不存在`);
  await expect(page.locator('.state')).toContainText('这些条件下没有行');
  await page.locator('.state').getByRole('link', { name: '不存在' }).click();
  await expect(page.locator('tr[data-key]').first()).toBeVisible();
});

test('on a phone nothing scrolls sideways and a row has two lines', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(page1);
  const row = page.locator('tr[data-key]').first();
  await expect(row.locator('.phone-title')).toBeVisible();
  await expect(row.locator('.phone-value')).toContainText('万元');
  await expectNoSidewaysScroll(page);
  await row.getByRole('link').click();
  await expect(page.locator('aside.drawer')).toBeVisible();
  await expectNoSidewaysScroll(page);
});
