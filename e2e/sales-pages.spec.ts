/** What a page of sales can do, the same on every one: filter, split, drill to rows, back, a saved view, a file. */
import type { Page } from '@playwright/test';
import { expect, writing as test } from './support/test';

const pages = [
  'funnel',
  'pipeline',
  'pipeline/bridge',
  'pipeline/cohorts',
  'lost',
  'plans',
  'idle',
  'idle/due',
  'idle/week',
  'visits',
  'ownership',
  'files',
];

const asked = (page: Page) => new URL(page.url()).search;

/** Does something that asks the page anew, and waits for its address. */
async function changing(page: Page, work: () => Promise<unknown>): Promise<void> {
  const before = page.url();
  await work();
  await expect.poll(() => page.url()).not.toBe(before);
  await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
}

for (const name of pages) {
  test(`/${name} is filtered, split, followed to its rows and back, kept as a view and taken as a file`, async ({
    page,
  }) => {
    await page.goto(`/${name}`);
    const bar = page.locator('.filter-bar');
    await changing(page, async () => {
      await bar.locator('button.chip[aria-haspopup="listbox"]').first().click();
      await page.locator('[role="option"]').first().click();
      await page.keyboard.press('Escape');
    });
    const filter = asked(page);
    expect(filter).toMatch(/=/);
    // A part that says it is empty has nothing to follow.
    const splits = bar.locator('.segments a:not([aria-current]):visible').filter({ hasNotText: / 0$/ });
    if ((await splits.count()) > 0) await changing(page, () => splits.first().click());

    // Back stands where one left, filter and split in place.
    const here = page.url();
    const links = page
      .locator(
        '.figure-value a:visible, main a[href^="/rows/"]:visible, tr[data-key] [data-row-link]:visible',
      )
      .filter({ hasNotText: /^0$/ });
    // What is shown already is not followed.
    const elsewhere = await links.evaluateAll((all) =>
      all.findIndex((a) => a instanceof HTMLAnchorElement && a.href !== window.location.href),
    );
    await changing(page, () => links.nth(elsewhere).click());
    await expect(page.locator('tr[data-key]').first()).toBeVisible();
    await page.goBack();
    await expect(page).toHaveURL(here);

    const views = page.getByRole('dialog', { name: '保存的视图' });
    await page.keyboard.press('s');
    await views.getByLabel('名称', { exact: true }).fill(name);
    await views.locator('input[name="by"]').fill('王经理');
    await views.getByRole('button', { name: '保存当前视图' }).click();
    await expect(views.getByRole('link', { name })).toBeVisible();
    const file = await page.locator('details.menu a[href*="format=csv"]').first().getAttribute('href');
    await page.goto('/policy');
    await page.goto(`/${name}`);
    await page.keyboard.press('s');
    await changing(page, () => views.getByRole('link', { name }).click());
    await expect(page).toHaveURL(here);

    const csv = await page.request.get(file ?? '');
    expect(csv.headers()['content-disposition']).toContain('.csv');
    expect((await csv.text()).trim().split('\n').length).toBeGreaterThan(1);
  });
}
