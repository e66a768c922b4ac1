import { expectAccessible, expectNoSidewaysScroll, look, looks, rowsOf, shownNumber } from './support/page';
import { expect, test } from './support/test';

const as_of = '2026-11-20';
const views = ['director', 'hr', 'region'] as const;
const addressOf = (view: string) => `/?as_of=${as_of}${view === 'director' ? '' : `&view=${view}`}`;

for (const view of views) {
  for (const { locale, theme } of looks) {
    test(`the overview (${view}) opens in ${locale}, ${theme}, and axe finds nothing`, async ({
      page,
      context,
    }) => {
      await look(context, locale, theme);
      await page.goto(addressOf(view));
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(locale === 'en' ? 'Overview' : '总览');
      await expect(page.locator('.figure')).toHaveCount(6);
      await expect(page.locator('[role="img"] svg').first()).toBeVisible();
      await expect(page.locator('tbody tr[data-key]').first()).toBeVisible();
      await expectAccessible(page);
    });
  }
}

test('the table sums to the reports it comes from', async ({ page }) => {
  const question = `as_of=${as_of}`;
  const [idle, open, months] = [
    await rowsOf(page, `/api/reports/idle?${question}`),
    await rowsOf(page, `/api/reports/opportunities_open?${question}`),
    await rowsOf(page, `/api/reports/overview_sales?${question}`),
  ];
  await page.goto(addressOf('director'));
  const total = page.locator('tfoot td.plain-only');
  const wan = (rows: Record<string, unknown>[], name: string) =>
    rows.reduce((sum, r) => sum + Math.round(Number(r[name] ?? 0) * 100), 0) / 1e6;
  expect(shownNumber(await total.nth(1).textContent())).toBeCloseTo(wan(months, 'net_sales'), 2);
  expect(shownNumber(await total.nth(3).textContent())).toBe(open.length);
  expect(shownNumber(await total.nth(6).textContent())).toBe(idle.length);
  expect(shownNumber(await total.nth(7).textContent())).toBeCloseTo(wan(idle, 'value_at_stake'), 2);
});

test('every figure and every task leads to an address that answers', async ({ page }) => {
  for (const view of views) {
    await page.goto(addressOf(view));
    const hrefs = await page
      .locator('.figure-value a, .todo li a:first-child')
      .evaluateAll((all) => all.map((a) => a.getAttribute('href') ?? ''));
    expect(hrefs.length).toBeGreaterThanOrEqual(8);
    for (const href of new Set(hrefs)) {
      const answer = await page.request.get(href);
      expect([href, answer.status()]).toEqual([href, 200]);
      expect([href, await answer.text()]).not.toEqual([href, expect.stringContaining('role="alert"')]);
    }
  }
});

test('the views are chosen in the address, and Back returns', async ({ page }) => {
  await page.goto(addressOf('director'));
  await page.getByRole('link', { name: '人事' }).click();
  await expect(page).toHaveURL(/view=hr/);
  await expect(page.locator('.segments [aria-current]')).toHaveText('人事');
  await page.goBack();
  await expect(page.locator('.segments [aria-current]')).toHaveText('总监');
});

test('brackets step to the end of the month before', async ({ page }) => {
  await page.goto(addressOf('director'));
  await expect(async () => {
    await page.keyboard.press('[');
    await expect(page).toHaveURL(/as_of=2026-10-31/, { timeout: 1500 });
  }).toPass();
  await expect(page.locator('.stepper button')).toContainText('2026-10-31');
});

test('a region narrows the figures to its customers', async ({ page }) => {
  const idle = await rowsOf(page, `/api/reports/idle?as_of=${as_of}`);
  const region = String(idle.find((r) => r.region)?.region);
  await page.goto(`${addressOf('region')}&region=${encodeURIComponent(region)}`);
  const shown = shownNumber(await page.locator('.figure-value a').first().textContent());
  expect(shown).toBe(idle.filter((r) => r.region === region).length);
});

test('the figures of a region are those of the pages that they open', async ({ page }) => {
  await page.goto(addressOf('region'));
  const figure = (name: string) => page.locator('.figure', { hasText: name }).locator('.figure-value a');
  const due = await rowsOf(page, `/api/reports/idle_due?as_of=${as_of}&state=due`);
  expect(shownNumber(await figure('个工作日内到期').textContent())).toBe(due.length);
  const [visits] = await rowsOf(page, `/api/reports/visits_summary?period=2026-10&as_of=${as_of}`);
  expect(await figure('覆盖率').textContent()).toContain(`${(Number(visits?.coverage) * 100).toFixed(1)}%`);
  const late = figure('迟交纪要');
  expect(shownNumber(await late.textContent())).toBe(visits?.minutes_late);
  const rows = await rowsOf(
    page,
    ((await late.getAttribute('href')) ?? '').replace('/rows/', '/api/reports/'),
  );
  expect(rows.length).toBe(visits?.minutes_late);
});

test('an unknown view is named', async ({ page }) => {
  await page.goto(`/?as_of=${as_of}&view=king`);
  await expect(page.getByRole('alert').first()).toContainText('view');
});

test('nothing scrolls sideways on a phone', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  for (const view of views) {
    await page.goto(addressOf(view));
    await expect(page.locator('.figure')).toHaveCount(6);
    await expectNoSidewaysScroll(page);
  }
});
