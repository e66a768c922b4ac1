import { expectAccessible, expectNoSidewaysScroll, look, looks, rowsOf, shownNumber } from './support/page';
import { expect, test } from './support/test';

const AS_OF = '2026-11-20';
const address = `/customers/C0121?as_of=${AS_OF}`;

test('a customer opens in every look, and axe finds nothing', async ({ page, context }) => {
  for (const { locale, theme } of looks) {
    await look(context, locale, theme);
    await page.goto(address);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('上海安源骨伤医院');
    await expect(page.locator('table.customer-scores tbody tr').first()).toBeVisible();
    await expectAccessible(page);
  }
});

test('the ledger, the timeline and the scores are those of their reports', async ({ page }) => {
  const one = `as_of=${AS_OF}&customer_id=C0121`;
  const [year] = await rowsOf(page, `/api/reports/customer_ledger?${one}&by=year`);
  const events = await rowsOf(page, `/api/reports/customer_timeline?${one}`);
  const scores = await rowsOf(page, `/api/reports/customer_scores?${one}`);
  await page.goto(address);
  await expect(page.locator('table.customer-ledger tr[data-year]').first()).toContainText(
    `${year?.place} / ${year?.of_all}`,
  );
  await expect(page.getByRole('heading', { name: `往事 ${events.length}` })).toBeVisible();
  await expect(page.locator('table.customer-scores tbody tr')).toHaveCount(scores.length);
  const contacts = events.filter((e) => e.event === 'contact').length;
  await page
    .locator('.customer-timeline')
    .getByRole('link', { name: `联系 ${contacts}` })
    .click();
  await expect(page).toHaveURL(/event=contact/);
  await expect(page.getByRole('heading', { name: `往事 ${contacts}` })).toBeVisible();
  // The balance opens the very entries that it is the sum of.
  const shown = await page
    .locator('.figure')
    .filter({ hasText: '余额' })
    .locator('.figure-value')
    .textContent();
  await page.locator('.figure').filter({ hasText: '余额' }).locator('.figure-value a').click();
  await expect(page).toHaveURL(/\/rows\/receivable_entries/);
  const entries = await rowsOf(page, `/api/reports/receivable_entries?${one}`);
  const balance = Number(entries.at(-1)?.balance ?? entries[0]?.balance);
  expect(Math.abs(balance / 10_000 - shownNumber(shown))).toBeLessThan(0.01);
});

test('a customer is found in the list, in the palette and from a table', async ({ page }) => {
  await page.goto('/customers');
  await page.getByRole('searchbox', { name: '按名称或编号查找' }).fill('C0121');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/find=C0121/);
  await page.locator('tr[data-key="C0121"] [data-row-link]').click();
  await expect(page).toHaveURL(/\/customers\/C0121$/);
  await page.goto(`/idle?as_of=${AS_OF}`);
  const number = page.locator('tr[data-key] .cell-number').first();
  const id = await number.textContent();
  await number.click();
  await expect(page).toHaveURL(new RegExp(`/customers/${id}$`));
  // By the button: the keys open and close, and a second press would close what the first one opens.
  await page.getByRole('button', { name: /搜索或跳转/ }).click();
  await page.getByRole('dialog').getByRole('combobox').fill('骨伤');
  await page
    .getByRole('option', { name: /骨伤医院 C\d+/ })
    .first()
    .click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('骨伤医院');
});

test('nothing scrolls sideways on a phone, and who is unknown is said', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(address);
  await expect(page.locator('table.customer-scores')).toBeVisible();
  await expectNoSidewaysScroll(page);
  await page.goto('/customers/X999');
  await expect(page.locator('.state')).toContainText('没有编号为');
  await expect(page.locator('main a[href="/customers"]')).toBeVisible();
});
