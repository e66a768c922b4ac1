import { expectAccessible, expectNoSidewaysScroll, look, looks, rowsOf, shownNumber } from './support/page';
import { expect, test } from './support/test';

const AS_OF = '2026-11-20';
const files = `/files?as_of=${AS_OF}`;
const due = `/idle/due?as_of=${AS_OF}`;
const week = `/idle/week?as_of=${AS_OF}`;

// One page in all four looks, the others in one each.
const others: Record<string, string> = {
  'zh-CN/light': week,
  'en/dark': files,
  'en/light': '/files/market?period=2026H2',
};
for (const { locale, theme } of looks) {
  test(`files, contacts due, the week and market reports open in ${locale}, ${theme}, and axe finds nothing`, async ({
    page,
    context,
  }) => {
    await look(context, locale, theme);
    const other = others[`${locale}/${theme}`];
    for (const address of other ? [due, other] : [due]) {
      await page.goto(address);
      await expect(page.locator('tr[data-key]').first()).toBeVisible();
      await expectAccessible(page);
    }
  });
}

test('a missing field opens the customers that lack it, Back undoes it, the file has the same rows', async ({
  page,
}) => {
  await page.goto(files);
  const line = page.locator('.files-table').first().locator('tbody tr').first();
  const n = shownNumber(await line.locator('td.strong').textContent());
  await line.getByRole('link').click();
  await expect(page).toHaveURL(/missing=note/);
  await expect(page.locator('table[aria-rowcount]').first()).toHaveAttribute('aria-rowcount', `${n + 1}`);
  const rows = await rowsOf(page, `/api/reports/completeness_customers?as_of=${AS_OF}&missing=note`);
  expect(rows).toHaveLength(n);
  await page.goBack();
  await expect(page).not.toHaveURL(/missing=/);
  await page.locator('.files-table').nth(1).locator('tbody').getByRole('link').first().click();
  await expect(page).toHaveURL(/department=/);
});

test('files are not held against a past day, the page says why, and leads to what imports changed', async ({
  page,
}) => {
  await page.goto(`${files}&by=region&grade=A`);
  const note = page.locator('.filter-note');
  await expect(note).toContainText('不与过去比：档案没有历史');
  await note.getByRole('link', { name: '10-20 以来导入改了什么' }).click();
  await expect(page).toHaveURL(/\/changes\?report=completeness&since=2026-10-20/);
  await expect(page).toHaveURL(/by=region/);
  const reports = page.getByRole('navigation', { name: '比较哪张表' });
  await expect(reports.getByRole('link', { name: '档案' })).toHaveAttribute('aria-current', 'true');
  await expect(page.locator('tr[data-key], .state').first()).toBeVisible();
});

test('the drawer of a file follows the keyboard and names each field', async ({ page }) => {
  await page.goto(files);
  await expect(page.locator('tr[data-key]').first()).toBeVisible();
  const drawer = page.locator('aside.drawer');
  await expect(async () => {
    await page.keyboard.press('j');
    await expect(page.locator('tr[data-cursor]')).toHaveCount(1, { timeout: 500 });
  }).toPass();
  await page.keyboard.press('Enter');
  await expect(drawer.getByText('缺', { exact: true }).first()).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(drawer).toHaveCount(0);
});

test('contacts due: each view counts its rows, a cell of the matrix opens exactly its customers', async ({
  page,
}) => {
  await page.goto(due);
  const rows = (await rowsOf(page, `/api/reports/idle_due?as_of=${AS_OF}`)) as unknown as {
    state: string;
    list: string;
  }[];
  const views = page.locator('nav.segments').first();
  const todo = rows.filter((r) => r.state === 'overdue' || r.state === 'due').length;
  await expect(views.getByRole('link').first()).toHaveText(`待安排 ${todo}`);
  await expect(views.getByRole('link', { name: '已计划' })).toHaveText(
    `已计划 ${rows.filter((r) => r.state === 'planned').length}`,
  );
  const cell = page.locator('.matrix tbody td a').first();
  const n = shownNumber(await cell.textContent());
  await cell.click();
  await expect(page).toHaveURL(/region=.*owner=|owner=.*region=/);
  await expect(page.locator('table[aria-rowcount]').first()).toHaveAttribute('aria-rowcount', `${n + 1}`);
  await page.locator('tr[data-key] a.row-link').first().click();
  await expect(page.locator('aside.drawer').locator('li')).toHaveCount(6);
  await page.goBack();
  await page.goBack();
  await expect(page).not.toHaveURL(/region=/);
});

test('the week of one salesperson is shown by day, and its workbook has the same visits', async ({
  page,
}) => {
  await page.goto(week);
  const owner = page.locator('.pace tbody tr').first().getByRole('link');
  const name = (await owner.textContent()) ?? '';
  await owner.click();
  await expect(page).toHaveURL(new RegExp(`owner=${encodeURIComponent(name)}`));
  const rows = await rowsOf(page, `/api/reports/idle_week?as_of=${AS_OF}&owner=${encodeURIComponent(name)}`);
  expect(rows.length).toBeGreaterThan(0);
  await expect(page.locator('footer.page-footer')).toContainText(`${rows.length} 次走访`);
  await expect(page.locator('tr[data-key]')).toHaveCount(rows.length);
  const xlsx = await page.request.get(
    `/api/reports/idle_week?as_of=${AS_OF}&owner=${encodeURIComponent(name)}&format=xlsx`,
  );
  expect((await xlsx.body()).subarray(0, 2).toString()).toBe('PK');
});

test('a wrong parameter is named, on each page', async ({ page }) => {
  for (const address of [
    '/files?view=odd',
    '/idle/due?list=odd',
    '/files/market?period=odd',
    '/ownership?view=odd',
  ]) {
    await page.goto(address);
    const name = /\?(\w+)=/.exec(address)?.[1] ?? '';
    await expect(page.locator('.state[role="alert"]')).toContainText(`「${name}」`);
  }
});

test('on a phone nothing scrolls sideways', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  for (const address of [files, due, week, '/files/market?period=2026H2']) {
    await page.goto(address);
    await expect(page.locator('tr[data-key]').first()).toBeVisible();
    await expectNoSidewaysScroll(page);
  }
});
