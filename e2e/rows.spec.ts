/** The rows behind a figure: any report as a table, nothing in it cut, its figures on a phone too. */
import { expectAccessible, look, looks, rowsOf } from './support/page';
import { expect, test } from './support/test';

/** Texts of cells and headers that do not fit. */
const cut = () =>
  [...document.querySelectorAll<HTMLElement>('.table :is(thead button, tbody td)')]
    .filter((e) => e.clientWidth > 0 && e.scrollWidth > e.clientWidth + 1)
    .map((e) => e.textContent);

for (const { locale, theme } of looks) {
  test(`rows open in ${locale}, ${theme}, nothing is cut, and axe finds nothing`, async ({
    page,
    context,
  }) => {
    await look(context, locale, theme);
    for (const report of ['idle', 'review?period=2026H1', 'bonus?period=2026-10']) {
      await page.goto(`/rows/${report}`);
      await expect(page.locator('tr[data-key]').first()).toBeVisible();
      await expect(async () => expect(await page.evaluate(cut), report).toEqual([])).toPass();
    }
    await expectAccessible(page);
  });
}

test('a phone shows what the report is about', async ({ page }) => {
  const [row] = await rowsOf(page, '/api/reports/bonus?period=2026-10');
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto('/rows/bonus?period=2026-10');
  const first = page.locator('tr[data-key]').first();
  await expect(first.locator('.phone-title')).toHaveText(String(row?.name));
  await expect(first.locator('.phone-value')).toContainText(
    Number(row?.total).toLocaleString('en-US', { minimumFractionDigits: 2 }).replace('-', '−'),
  );
});

test('a report that is not there is no page, a mistake in the address is named', async ({ page }) => {
  await page.goto('/rows/nothing');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('没有这一页');
  await page.goto('/rows/idle?as_of=2026-02-30');
  await expect(page.locator('.state[role=alert]')).toContainText('as_of');
  await page.goto('/rows/idle?as_of=1999-12-31');
  await expect(page.locator('.state[role=alert]')).toContainText('还没有值，最早从 2000-01-01 起');
});

test('what an import changed names tiers in words', async ({ page }) => {
  await page.goto('/changes?since=1&report=quota');
  const rows = page.locator('tr[data-key]');
  await expect(rows.first()).toContainText('VIP');
  for (const text of await rows.allTextContents()) expect(text).not.toMatch(/ \/ |preferred|vip/);
});
