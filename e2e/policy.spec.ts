import type { Page } from '@playwright/test';
import { expectAccessible, expectNoSidewaysScroll, look, looks, rowsOf } from './support/page';
import { expect, writing as test } from './support/test';

const from = '2026-07-01';
const past = '/api/reports/quota?as_of=2026-06-30';
const now = '/api/reports/quota?as_of=2026-11-20';
const vip = async (page: Page, href: string) =>
  (await rowsOf(page, href)).filter((r) => r.tier === 'vip').map((r) => r.limit);

async function setVip(page: Page, value: string) {
  await page.goto('/policy?parameter=quota.vip');
  await page.getByLabel('新值').fill(value);
  await page.getByLabel('从哪天起生效').fill(from);
  await page.getByLabel('经办人').fill('李总');
  await page.getByLabel('原因或依据').fill('2026 年下半年分级方案');
  await page.getByRole('button', { name: '设定', exact: true }).click();
}

for (const { locale, theme } of looks) {
  test(`rules and parameters open in ${locale}, ${theme}, and axe finds nothing`, async ({
    page,
    context,
  }) => {
    await look(context, locale, theme);
    await page.goto('/policy');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(
      locale === 'en' ? 'Rules and parameters' : '规则与参数',
    );
    await expectAccessible(page);
    await page.goto('/policy?parameter=quota.vip');
    await expect(page.locator('aside.drawer')).toBeVisible();
    await expectAccessible(page);
    await page.goto('/policy?view=calendar');
    await expect(page.locator('.day-cells').first()).toBeVisible();
    await expectAccessible(page);
  });
}

test('a value set from a day changes what comes after it, leaves the past, and is withdrawn', async ({
  page,
}) => {
  const [pastBefore, nowBefore] = [await vip(page, past), await vip(page, now)];
  expect(new Set(nowBefore)).toEqual(new Set([0.15]));
  await setVip(page, '10%');
  await expect(page.getByRole('status').filter({ hasText: from })).toBeVisible();
  expect(new Set(await vip(page, now))).toEqual(new Set([0.1]));
  expect(await vip(page, past)).toEqual(pastBefore);

  await page.goto('/policy?view=own');
  await expect(page.locator('.parameter-row')).toContainText(['VIP 上限']);
  await page.goto('/policy?as_of=2026-06-30&view=own');
  await expect(page.getByText('都是制度给的或假定的')).toBeVisible();

  await page.goto('/policy?row=quota.vip&tab=history');
  await page.getByText('撤回这个值').click();
  await page.getByLabel('经办人').fill('李总');
  await page.getByLabel('原因或依据').fill('写错了');
  await page.getByRole('button', { name: `撤回 ${from} 起的值` }).click();
  await expect(page.getByText('由 李总 于')).toBeVisible();
  expect(await vip(page, now)).toEqual(nowBefore);
});

test('a value that cannot stand is refused in a sentence and not kept', async ({ page }) => {
  const before = await vip(page, now);
  for (const [value, sentence] of [
    ['很多', '请填 0 到 1 或百分比'],
    ['90%', '加起来不能超过 100%'],
  ] as const) {
    await setVip(page, value);
    await expect(page.locator('aside.drawer').getByRole('alert')).toContainText(sentence);
  }
  await page.goto('/policy?parameter=quota.vip');
  await expect(page.getByLabel('经办人')).toHaveValue('李总');
  await page.getByLabel('经办人').fill('');
  await page.getByRole('button', { name: '设定', exact: true }).click();
  await expect(page.locator('aside.drawer').getByRole('alert')).toHaveText('请写明是谁定的。');
  expect(await vip(page, now)).toEqual(before);
});

test('a rule is reached by its number, a parameter by its name; what does not exist is said', async ({
  page,
}) => {
  await page.goto('/policy?rule=Q-03');
  await expect(page.locator('#Q-03')).toBeInViewport();
  await page.goto('/policy#B-04');
  await expect(page.locator('#B-04')).toBeInViewport();
  await page.goto('/policy?parameter=quota.vip');
  await expect(page).toHaveURL(/row=quota\.vip/);
  await expect(async () => {
    await page.keyboard.press('Escape');
    await expect(page.locator('aside.drawer')).toHaveCount(0, { timeout: 1_000 });
  }).toPass();
  await page.goto('/policy?parameter=quota.nothing');
  await expect(page.locator('.state[role=alert]')).toContainText('parameter');
  await page.goto('/policy?as_of=2026-02-30');
  await expect(page.locator('.state[role=alert]')).toContainText('as_of');
});

test('sentences and parameters are searched, and Back undoes it', async ({ page }) => {
  await page.goto('/policy');
  const all = await page.locator('.rule-block').count();
  await page.getByRole('searchbox').fill('黑名单');
  await page.getByRole('searchbox').press('Enter');
  await expect(page).toHaveURL(/q=/);
  await expect(page.locator('.rule-block').first()).toContainText('黑名单');
  expect(await page.locator('.rule-block').count()).toBeLessThan(all);
  await page.goBack();
  await expect(page.locator('.rule-block')).toHaveCount(all);
});

test('the calendar knows make-up days and says which years it does not know', async ({ page }) => {
  await page.goto('/policy?view=calendar&year=2026');
  await expect(page.getByTitle('2026-10-10 调休上班')).toBeVisible();
  await expect(page.getByTitle('2026-10-01 法定放假')).toBeVisible();
  await expect(page.getByRole('note')).toHaveCount(0);
  await page.goto('/policy?view=calendar&year=2060');
  await expect(page.getByRole('note')).toContainText('2060');
});

test('[ and ] step the day, and the page fits a phone', async ({ page }) => {
  await page.goto('/policy?as_of=2026-03-31');
  // Keys are heard once the page is awake.
  await expect(async () => {
    if (page.url().includes('as_of=2026-03-31')) await page.keyboard.press('[');
    await expect(page).toHaveURL(/as_of=2026-02-28/, { timeout: 1_000 });
  }).toPass();
  await page.setViewportSize({ width: 390, height: 844 });
  for (const address of ['/policy', '/policy?view=calendar', '/policy?row=quota.vip']) {
    await page.goto(address);
    await expectNoSidewaysScroll(page);
  }
});
