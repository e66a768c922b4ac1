import type { Page } from '@playwright/test';
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
  const stake = shownNumber(
    await page.locator('.figure', { hasText: '在险金额' }).first().locator('.figure-value').textContent(),
  );
  expect(Math.abs(stake - wan)).toBeLessThan(1);
  const xlsx = await page.request.get(`${api}&reason=trade&format=xlsx`);
  expect((await xlsx.body()).subarray(0, 2).toString()).toBe('PK');
});

const figure = (page: Page, label: string) =>
  page.locator('.figure', { has: page.locator('dt', { hasText: new RegExp(`^${label}`) }) });
const shownIn = async (page: Page, label: string) =>
  shownNumber(await figure(page, label).locator('.figure-value').textContent());

for (const [how, day] of [
  [null, '2026-10-20'],
  ['year', '2025-11-20'],
] as const) {
  test(`against ${day}: who became idle, is no longer and still is are as many as they open, and add up`, async ({
    page,
  }) => {
    const address = how === null ? page1 : `${page1}&compare=${how}`;
    await page.goto(address);
    const now = await shownIn(page, '闲置');
    const [became, recovered, still] = [
      await shownIn(page, '新闲置'),
      await shownIn(page, '不再闲置'),
      await shownIn(page, '仍闲置'),
    ];
    expect(became).toBeGreaterThan(0);
    expect(recovered).toBeGreaterThan(0);
    expect(became + still).toBe(now);
    for (const [label, n] of [
      ['新闲置', became],
      ['不再闲置', recovered],
      ['仍闲置', still],
    ] as const) {
      await page.goto(address);
      await figure(page, label).locator('.figure-value a').click();
      await expect(page).toHaveURL(/\/rows\/idle_moves\?/);
      await expect(page.locator('table[aria-rowcount]').first()).toHaveAttribute('aria-rowcount', `${n + 1}`);
      expect(await rowsOf(page, page.url().replace('/rows/', '/api/reports/'))).toHaveLength(n);
    }
    // What stood then opens that day, with the same number.
    await page.goto(address);
    const then = figure(page, '闲置').locator('.figure-note a');
    await expect(then).toHaveText(`${how === null ? day.slice(5) : day} 为 ${recovered + still}`);
    await then.click();
    await expect(page).toHaveURL(new RegExp(`as_of=${day}`));
    expect(await shownIn(page, '闲置')).toBe(recovered + still);
  });
}

test('the day compared with is chosen in the filter bar and stands in the address', async ({ page }) => {
  await page.goto(page1);
  const compare = page.getByRole('navigation', { name: '比较' });
  await expect(compare.getByRole('link', { name: '比上月' })).toHaveAttribute('aria-current', 'true');
  await compare.getByRole('link', { name: '比去年' }).click();
  await expect(page).toHaveURL(/compare=year/);
  await expect(figure(page, '闲置')).toContainText('2025-11-20 为');
  await compare.getByRole('link', { name: '不比' }).click();
  await expect(page).toHaveURL(/compare=none/);
  await expect(figure(page, '新闲置')).toHaveCount(0);
  await page.goBack();
  await expect(figure(page, '新闲置')).toHaveCount(1);
  await page.goto(`${page1}&compare=week`);
  await expect(page.locator('.state[role="alert"]')).toContainText('「compare」');
});

test('a day before the data begins is not compared with, and the page says why', async ({
  page,
  context,
}) => {
  await page.goto('/idle?as_of=2025-01-20&compare=year');
  await expect(figure(page, '新闲置').locator('.figure-value')).toHaveText('—');
  await expect(figure(page, '新闲置').locator('.figure-note')).toContainText('商机数据 2024-10-08 才开始');
  await look(context, 'en');
  await page.reload();
  await expect(figure(page, 'Became idle').locator('.figure-note')).toHaveText(
    'opportunities begin on 8 Oct 2024',
  );
});

test('the change of a region opens it at the day compared with', async ({ page }) => {
  await page.goto(page1);
  const rail = page.getByRole('region', { name: '在险金额分布' });
  const line = rail.locator('table').first().locator('tbody tr').first();
  const region = (await line.locator('th').textContent()) ?? '';
  const moved = line.locator('a.moved');
  const n = shownNumber(((await moved.getAttribute('title')) ?? '').match(/：([\d,]+) 户/)?.[1] ?? '');
  await moved.click();
  await expect(page).toHaveURL(/as_of=2026-10-20/);
  await expect(page).toHaveURL(new RegExp(`region=${encodeURIComponent(region)}`));
  expect(await shownIn(page, '闲置')).toBe(n);
});

test('a bar beside the list filters it, and Back undoes the filter', async ({ page }) => {
  await page.goto(page1);
  const rail = page.getByRole('region', { name: '在险金额分布' });
  const line = rail.locator('table').first().locator('tbody tr').first();
  const region = (await line.locator('th').textContent()) ?? '';
  // Beside it, how many more or fewer than on the day compared with.
  const count = Number.parseInt((await line.locator('td').nth(1).textContent()) ?? '', 10);
  await line.locator('th').getByRole('link').click();
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
