import { expectAccessible, expectNoSidewaysScroll, look, looks, rowsOf, shownNumber } from './support/page';
import { expect, test } from './support/test';

const day = '2026-11-20';
const address = `/admission?as_of=${day}`;

for (const { locale, theme } of looks) {
  test(`admission alerts open in ${locale}, ${theme}, and axe finds nothing`, async ({ page, context }) => {
    await look(context, locale, theme);
    await page.goto(address);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(
      locale === 'en' ? 'Admission alerts' : '准入预警',
    );
    await expect(page.locator('tbody tr[data-key]').first()).toBeVisible();
    await expectAccessible(page);
  });
}

test('a finding opens exactly its sales, each with its line, and the contracts; a phone shows it whole', async ({
  page,
}) => {
  const rows = await rowsOf(page, `/api/reports/admission?as_of=${day}`);
  await page.goto(address);
  const figures = page.locator('.figure .figure-value');
  expect(shownNumber(await figures.first().locator('a').textContent())).toBe(
    new Set(rows.map((r) => r.customer_id)).size,
  );
  const lapsed = rows.filter((r) => r.finding === 'licence_expired');
  await page.goto(`${address}&view=licence_expired`);
  await expect(page.locator('tbody tr[data-key]')).toHaveCount(lapsed.length);
  const [first] = lapsed;
  await page.goto(`${address}&row=${String(first?.customer_id)}/licence_expired&tab=rows`);
  const drawer = page.locator('.drawer');
  await expect(drawer.locator('li')).toHaveCount(Number(first?.sales));
  await expect(drawer.locator('a[href^="/imports/"]').first()).toHaveAttribute('href', /file=.+line=\d+/);
  await page.goto(`${address}&view=nothing`);
  await expect(page.getByRole('alert').first()).toContainText('view');
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(address);
  await expect(page.locator('tbody tr[data-key]').first()).toBeVisible();
  await expectNoSidewaysScroll(page);
});
