import { expectAccessible, expectNoSidewaysScroll, look, looks, rowsOf, shownNumber } from './support/page';
import { expect, test } from './support/test';

const question = 'period=2026H1&as_of=2026-11-20';
const page1 = `/funnel?${question}`;

interface Cell {
  group: string | null;
  stage: string;
  reached: number;
  amount: string;
}

for (const { locale, theme } of looks) {
  test(`the funnel opens in ${locale}, ${theme}, and axe finds nothing`, async ({ page, context }) => {
    await look(context, locale, theme);
    await page.goto(page1);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(
      locale === 'en' ? 'Pipeline funnel' : '商机漏斗',
    );
    await expect(page.locator('[role="img"] svg')).toBeVisible();
    await expectAccessible(page);
  });
}

test('every bar opens exactly the opportunities it counts', async ({ page }) => {
  const cells = (await rowsOf(page, `/api/reports/funnel?${question}&by=grade`)) as unknown as Cell[];
  await page.goto(page1);
  const links = page.locator('.funnel-count a');
  const hrefs = await links.evaluateAll((all) =>
    all.map((a) => ({ href: a.getAttribute('href') ?? '', text: a.textContent })),
  );
  const counted = cells.filter((c) => c.reached > 0).length;
  expect(hrefs.length).toBe(counted + 5);
  for (const { href, text } of hrefs) {
    const rows = await rowsOf(page, href.replace('/rows/', '/api/reports/'));
    expect(rows.length, href).toBe(shownNumber(text));
  }
});

test('the amount of a cell is the sum of its rows, to the cent', async ({ page }) => {
  const cells = (await rowsOf(page, `/api/reports/funnel?${question}&by=grade`)) as unknown as Cell[];
  for (const cell of cells.filter((c) => c.reached > 0 && c.stage === 'signed')) {
    const group = cell.group === null ? '' : `&group=${cell.group}`;
    const rows = await rowsOf(
      page,
      `/api/reports/funnel_opportunities?${question}&by=grade${group}&stage=${cell.stage}`,
    );
    const sum = rows.reduce((total, r) => total + BigInt(String(r.amount).replace('.', '')), 0n);
    expect(sum).toBe(BigInt(cell.amount.replace('.', '')));
  }
});

test('the figures open their rows: created, signed, stalled', async ({ page }) => {
  for (const figure of ['进入', '签约', '停滞']) {
    await page.goto(page1);
    const box = page
      .locator('.figure')
      .filter({ has: page.locator('dt', { hasText: new RegExp(`^${figure}[^金]`) }) });
    const link = box.locator('.figure-value a');
    const count = shownNumber(await link.textContent());
    expect(count, figure).toBeGreaterThan(0);
    await link.click();
    await expect(page).toHaveURL(/\/rows\//);
    await expect(page.locator('table[aria-rowcount]')).toHaveAttribute('aria-rowcount', `${count + 1}`);
  }
});

test('a split by salesperson shows the six largest and says so; the table has all', async ({ page }) => {
  const cells = (await rowsOf(page, `/api/reports/funnel?${question}&by=salesperson`)) as unknown as Cell[];
  const groups = cells.length / 5;
  expect(groups).toBeGreaterThan(6);
  await page.goto(`${page1}&by=salesperson`);
  await expect(page.locator('.funnel-bars thead th')).toHaveCount(7);
  await expect(page.getByText(`图中为最大的 6 组，共 ${groups} 组`)).toBeVisible();
  await page.getByRole('link', { name: '表', exact: true }).click();
  await expect(page).toHaveURL(/view=table/);
  await expect(page.locator('table[aria-rowcount]')).toHaveAttribute(
    'aria-rowcount',
    `${(groups + 1) * 6 + 1}`,
  );
  await expectAccessible(page);
});

test('comparing is on, can be ended and brought back', async ({ page }) => {
  await page.goto(page1);
  const figure = page.locator('.figure').first();
  await expect(figure).toContainText('2025H2');
  await page.getByRole('link', { name: '不再与 2025H2 比较' }).click();
  await expect(page).toHaveURL(/compare=none/);
  await expect(figure).toContainText('未比较');
  await page.getByRole('link', { name: '比较 2025H2' }).click();
  await expect(figure).toContainText('2025H2');
});

test('[ and ] step the period, and Back undoes a filter', async ({ page }) => {
  await page.goto(page1);
  await expect(async () => {
    await page.keyboard.press('[');
    await expect(page).toHaveURL(/period=2025H2/, { timeout: 1500 });
  }).toPass();
  await page.keyboard.press(']');
  await expect(page).toHaveURL(/period=2026H1/);
  await page.locator('button.chip', { hasText: '产品' }).click();
  const option = page.getByRole('option').first();
  await option.click();
  await page.keyboard.press('Escape');
  await expect(page).toHaveURL(/product=/);
  const product = new URL(page.url()).searchParams.get('product') ?? '';
  await expect(page.locator('button.chip', { hasText: '产品' })).toContainText(product);
  await page.goBack();
  await expect(page).not.toHaveURL(/product=/);
});

test('the name of a group filters the page, again it ends; deals are filtered by salesperson too', async ({
  page,
}) => {
  await page.goto(page1);
  await page.locator('.funnel-bars thead').getByRole('link', { name: 'A 级' }).click();
  await expect(page).toHaveURL(/grade=A/);
  const cells = (await rowsOf(page, `/api/reports/funnel?${question}&grade=A`)) as unknown as Cell[];
  await expect(page.locator('.figure-value').first()).toHaveText(String(cells[0]?.reached));
  await page.locator('.funnel-bars thead').getByRole('link', { name: 'A 级' }).click();
  await expect(page).not.toHaveURL(/grade=/);
  await page.locator('button.chip', { hasText: '业务员' }).click();
  const option = page.getByRole('option').first();
  const count = shownNumber(((await option.textContent()) ?? '').match(/\d+$/)?.[0] ?? '');
  await option.click();
  await page.keyboard.press('Escape');
  await expect(page).toHaveURL(/owner=/);
  await expect(page.locator('.figure-value').first()).toHaveText(String(count));
});

test('a stalled opportunity opens by keyboard: its age is above the limit', async ({ page }) => {
  await page.goto(page1);
  await expect(async () => {
    await page.keyboard.press('j');
    await expect(page.locator('tr[data-cursor]')).toHaveCount(1, { timeout: 500 });
  }).toPass();
  await page.keyboard.press('Enter');
  const drawer = page.locator('aside.drawer');
  await expect(drawer).toContainText('超过即停滞');
  await expectAccessible(page);
  await drawer.getByRole('link', { name: /背后的行/ }).click();
  await expect(drawer.locator('a[href^="/imports/"]')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(drawer).toHaveCount(0);
});

test('the downloaded funnel holds the report', async ({ page }) => {
  const cells = (await rowsOf(page, `/api/reports/funnel?${question}&by=grade`)) as unknown as Cell[];
  const csv = await (await page.request.get(`/api/reports/funnel?${question}&by=grade&format=csv`)).text();
  const lines = csv.trim().split(/\r?\n/);
  expect(lines).toHaveLength(cells.length + 1);
  expect(lines[1]).toContain(cells[0]?.amount ?? '?');
});

test('wrong parameters are named', async ({ page }) => {
  for (const [name, value] of [
    ['period', '2026H3'],
    ['by', 'mood'],
    ['compare', 'yesterday'],
    ['as_of', '2026-13-01'],
  ] as const) {
    await page.goto(`/funnel?${name}=${value}`);
    await expect(page.locator('.state[role="alert"]')).toContainText(`「${name}」`);
  }
});

test('a period in which nothing was created says so', async ({ page }) => {
  await page.goto('/funnel?period=2019H1&as_of=2026-11-20');
  await expect(page.locator('.state').first()).toContainText('2019H1 没有创建商机');
});

test('on a phone nothing scrolls sideways', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(page1);
  await expect(page.locator('.funnel-bars')).toBeVisible();
  await expectNoSidewaysScroll(page);
  const bars = await page.locator('.funnel-scroll').evaluate((e) => e.scrollWidth - e.clientWidth);
  expect(bars).toBe(0);
});
