import { expectAccessible, expectNoSidewaysScroll, look, looks, rowsOf } from './support/page';
import { expect, test } from './support/test';

const asked = 'period=2026-10&as_of=2026-11-20';
const address = `/visits?${asked}`;

for (const { locale, theme } of looks) {
  test(`visits open in ${locale}, ${theme}, and axe finds nothing`, async ({ page, context }) => {
    await look(context, locale, theme);
    await page.goto(address);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(locale === 'en' ? 'Visits' : '走访');
    await expect(page.locator('tr[data-key]').first()).toBeVisible();
    await expectAccessible(page);
  });
}

test('the cards open as many rows as they count', async ({ page }) => {
  const [summary] = (await rowsOf(page, `/api/reports/visits_summary?${asked}`)) as Record<string, number>[];
  await page.goto(address);
  const cards = [
    ['覆盖率', summary?.customers_visited],
    ['外访先批', summary?.approval_breaches],
    ['访后 7 天内成交', summary?.visited_and_bought],
  ] as const;
  for (const [label, n] of cards) {
    const link = page.locator('.figure', { hasText: label }).locator('.figure-value a');
    const href = await link.getAttribute('href');
    const rows = await rowsOf(page, `${href?.replace('/rows/', '/api/reports/')}`);
    expect([label, rows.length]).toEqual([label, n]);
  }
  await page.locator('.figure', { hasText: '覆盖率' }).locator('.figure-value a').click();
  await expect(page).toHaveURL(/\/rows\/visits_customers/);
  await expect(page.locator('table[aria-rowcount]')).toHaveAttribute(
    'aria-rowcount',
    `${(summary?.customers_visited ?? 0) + 1}`,
  );
});

test('a row opens its drawer by keyboard, and Back undoes a split', async ({ page }) => {
  await page.goto(address);
  await expect(page.locator('tr[data-key]').first()).toBeVisible();
  // The keys answer once the page is awake.
  await expect(async () => {
    await page.keyboard.press('j');
    await page.keyboard.press('Enter');
    await expect(page.locator('.drawer')).toBeVisible({ timeout: 2_000 });
  }).toPass();
  await page.getByRole('link', { name: '历史', exact: true }).click();
  await expect(page.locator('.drawer table tbody tr')).toHaveCount(6);
  await page.keyboard.press('Escape');
  await expect(page.locator('.drawer')).toHaveCount(0);
  await page.getByRole('link', { name: '部门', exact: true }).click();
  await expect(page).toHaveURL(/by=department/);
  await page.goBack();
  await expect(page).not.toHaveURL(/by=department/);
});

test('what to ask about is worded as questions, and a row opens its records', async ({ page }) => {
  const questions = await rowsOf(page, `/api/reports/visits_questions?${asked}`);
  await page.goto(`${address}&view=questions`);
  await expect(page.getByRole('heading', { name: `${questions.length} 件想问的事` })).toBeVisible();
  await expect(page.getByRole('rowheader', { name: '同一时间怎么会在两家？' })).toBeVisible();
  await page.locator('tr[data-key^="same_time"]').click();
  await expect(page).toHaveURL(/\/rows\/visits_question_rows/);
  await expect(page.locator('table[aria-rowcount]')).toHaveAttribute('aria-rowcount', '3');
});

test('a role opens the meetings with it, and a name under coverage filters the page', async ({ page }) => {
  await page.goto(address);
  const role = page.locator('.bar-list').first().locator('tbody tr').first();
  const link = role.locator('td a');
  const rows = await rowsOf(
    page,
    ((await link.getAttribute('href')) ?? '').replace('/rows/', '/api/reports/'),
  );
  expect(rows.length).toBe(Number(await link.textContent()));
  expect(new Set(rows.map((r) => r.contact_role)).size).toBe(1);
  const name = page.locator('.coverage-bars a.name').first();
  const owner = (await name.textContent()) ?? '?';
  await name.click();
  await expect(page).toHaveURL(new RegExp(`owner=${encodeURIComponent(owner)}`));
  await expect(page.locator('button.chip', { hasText: '业务员' })).toContainText(owner);
  await page.goBack();
  await expect(page).not.toHaveURL(/owner=/);
});

test('what to ask about says what raises it', async ({ page }) => {
  await page.goto(`${address}&view=questions`);
  await expect(page.locator('tr[data-key^="approved_late"]').first()).toContainText(
    /出发 \d\d:\d\d，批准 |批准 .*，出发 /,
  );
  await expect(page.locator('tr[data-key^="same_time"]').first()).toContainText(/都在 \d\d:\d\d/);
});

test('a phone shows it without scrolling sideways', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(address);
  await expectNoSidewaysScroll(page);
});
