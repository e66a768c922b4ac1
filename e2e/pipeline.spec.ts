import type { Page } from '@playwright/test';
import { expectAccessible, expectNoSidewaysScroll, look, looks, rowsOf, shownNumber } from './support/page';
import { expect, test } from './support/test';

const asOf = 'as_of=2026-11-20';
const half = `period=2026H1&${asOf}`;

/** Opens the rows of a figure in turn: as many as it says. */
async function expectFigures(page: Page, address: string, counted: readonly number[]): Promise<void> {
  await page.goto(address);
  const links = page.locator('.figure-value a');
  const figures = await links.evaluateAll((all) =>
    all.map((a) => ({ href: a.getAttribute('href') ?? '', text: a.textContent })),
  );
  for (const place of counted) {
    const { href = '', text = '' } = figures[place] ?? {};
    const rows = await rowsOf(page, href.replace('/rows/', '/api/reports/'));
    expect(rows.length, href).toBe(shownNumber(text));
  }
}

/** Each look sees the open pipeline and one of the pages beside it. */
const beside = [
  `/pipeline/bridge?${asOf}`,
  `/pipeline/cohorts?${asOf}`,
  `/lost?${half}`,
  `/lost?${half}&view=traits`,
] as const;

for (const [i, { locale, theme }] of looks.entries()) {
  test(`the open pipeline opens in ${locale}, ${theme}, and axe finds nothing`, async ({ page, context }) => {
    await look(context, locale, theme);
    await page.goto(`/pipeline?${asOf}`);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(
      locale === 'en' ? 'Open pipeline' : '在途商机',
    );
    await expect(page.locator('.stage-bars tbody tr').last()).toBeVisible();
    await expectAccessible(page);
    await page.goto(beside[i] ?? '/lost');
    await expect(page.locator('.figure').last()).toBeVisible();
    await expectAccessible(page);
  });
}

test('figures open exactly their opportunities', async ({ page }) => {
  await expectFigures(page, `/pipeline?${asOf}`, [0, 5]);
  await expectFigures(page, `/pipeline?${asOf}&department=${encodeURIComponent('华南部')}`, [0, 5]);
  await expectFigures(page, `/lost?${half}`, [1, 3]);
  await expectFigures(page, `/pipeline/cohorts?${asOf}&from=2026-01&to=2026-06`, [0, 1, 3, 4]);
});

test('a stage filters the list, a group the page, and Back undoes both', async ({ page }) => {
  await page.goto(`/pipeline?${asOf}&by=department`);
  const stage = page.locator('.stage-bars tbody tr').nth(2);
  const count = shownNumber(await stage.locator('.count').textContent());
  await stage.locator('th a').click();
  await expect(page).toHaveURL(/stage=solution/);
  await expect(page.locator('table[aria-rowcount]').last()).toHaveAttribute('aria-rowcount', `${count + 1}`);
  const group = page.locator('table[aria-rowcount]').first().locator('tbody tr').first();
  const name = await group.locator('td, th').first().textContent();
  const open = shownNumber(await group.locator('td').nth(1).textContent());
  await group.locator('td, th').first().click();
  await expect(page).toHaveURL(new RegExp(`department=${encodeURIComponent(name?.trim() ?? '')}`));
  await expect(page.locator('.figure-value').first()).toHaveText(String(open));
  await page.goBack();
  await expect(page).not.toHaveURL(/department=/);
  await page.goBack();
  await expect(page).not.toHaveURL(/stage=/);
});

test('an open opportunity tells by keyboard how it is weighed', async ({ page }) => {
  await page.goto(`/pipeline?${asOf}`);
  await expect(async () => {
    await page.keyboard.press('j');
    await expect(page.locator('tr[data-cursor]')).toHaveCount(1, { timeout: 500 });
  }).toPass();
  await page.keyboard.press('Enter');
  const drawer = page.locator('aside.drawer');
  await expect(drawer).toContainText('签约比例');
  await expect(drawer).toContainText(/样本 \d+ 笔/);
  await drawer.getByRole('link', { name: /背后的行/ }).click();
  await expect(drawer.locator('a[href^="/imports/"]')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(drawer).toHaveCount(0);
});

test('the bridge balances on the page, and a bar lists its opportunities', async ({ page }) => {
  await page.goto(`/pipeline/bridge?${asOf}&from=2026-06-30`);
  await expect(page.getByText('平衡：期初 + 新增 + 调增 − 调减 − 签约 − 丢单 = 期末')).toBeVisible();
  const lost = page.getByRole('link', { name: /^丢单 \d+$/ });
  const count = shownNumber(await lost.textContent());
  await lost.click();
  await expect(page).toHaveURL(/movement=lost/);
  await expect(page.locator('table[aria-rowcount]')).toHaveAttribute('aria-rowcount', `${count + 1}`);
  await page.getByLabel('期初日（当天结束时）').fill('2026-08-31');
  await page.getByRole('button', { name: '从这天起' }).click();
  await expect(page).toHaveURL(/from=2026-08-31/);
  await expect(page).toHaveURL(/movement=lost/);
});

test('brushing months sets them in the address when let go', async ({ page }) => {
  await page.goto(`/pipeline/cohorts?${asOf}`);
  const chart = page.locator('[role="img"]').last();
  await expect(chart.locator('svg')).toBeVisible();
  const box = await chart.boundingBox();
  if (!box) throw new Error('the chart has no box');
  await page.mouse.move(box.x + box.width * 0.4, box.y + 90);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width * 0.5, box.y + 90, { steps: 4 });
  await expect(page).not.toHaveURL(/from=/);
  await page.mouse.move(box.x + box.width * 0.6, box.y + 90, { steps: 4 });
  await page.mouse.up();
  await expect(page).toHaveURL(/from=2025-\d\d&to=2026-\d\d|from=2025-\d\d&to=2025-\d\d/);
  const { from, to } = Object.fromEntries(new URL(page.url()).searchParams);
  await expect(page.locator('.page-footer')).toContainText(`${from} 至 ${to}`);
  // The frame runs round whole bars: moved by nothing it names the same months.
  await expect(chart.locator('svg')).toBeVisible();
  await page.mouse.move(box.x + box.width * 0.5, box.y + 90);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width * 0.5 + 1, box.y + 90);
  await page.mouse.move(box.x + box.width * 0.5, box.y + 90);
  await page.mouse.up();
  await page.waitForTimeout(300);
  expect(Object.fromEntries(new URL(page.url()).searchParams)).toMatchObject({ from, to });
  await page.goBack();
  await expect(page).not.toHaveURL(/from=/);
});

test('a reason filters the lost ones; the downloads hold as many rows', async ({ page }) => {
  await page.goto(`/lost?${half}`);
  const reason = page.locator('.reason-bars tbody tr').first();
  const count = shownNumber(await reason.locator('td.amount').first().textContent());
  await reason.locator('th a').click();
  await expect(page).toHaveURL(/reason=/);
  await expect(page.locator('table[aria-rowcount]')).toHaveAttribute('aria-rowcount', `${count + 1}`);
  const question = `${asOf}&stalled=true`;
  const rows = await rowsOf(page, `/api/reports/opportunities_open?${question}`);
  const csv = await page.request.get(`/api/reports/opportunities_open?${question}&format=csv`);
  expect((await csv.text()).trim().split(/\r?\n/)).toHaveLength(rows.length + 1);
  const xlsx = await page.request.get(`/api/reports/opportunities_open?${question}&format=xlsx`);
  const { default: ExcelJS } = await import('exceljs');
  const book = new ExcelJS.Workbook();
  await book.xlsx.load((await xlsx.body()) as unknown as ArrayBuffer);
  expect(book.getWorksheet('opportunities_open')?.rowCount).toBe(rows.length + 1);
});

test('the funnel shows where each stage’s went and how long they stayed; other processes stand beside', async ({
  page,
}) => {
  await page.goto(`/funnel?${half}&view=flow`);
  await expect(page.getByText('每一步都平衡')).toBeVisible();
  await expectAccessible(page);
  const cell = page.locator('.flow .fate a').first();
  const count = shownNumber(await cell.textContent());
  await cell.click();
  await expect(page.locator('table[aria-rowcount]')).toHaveAttribute('aria-rowcount', `${count + 1}`);
  await page.goto(`/funnel?${half}&view=times`);
  await expect(page.locator('.times tbody tr').last()).toBeVisible();
  await expect(page.locator('.times tbody tr')).toHaveCount(4);
  await expectAccessible(page);
  await page.getByRole('link', { name: '其他流程' }).click();
  await expect(page.locator('.times.process tbody tr')).toHaveCount(8);
  await page.getByRole('link', { name: '新客户准入' }).click();
  await expect(page.locator('.times.process tbody tr')).toHaveCount(6);
  await expect(page.locator('.times.process tbody tr').last()).toBeVisible();
  await expectAccessible(page);
});

test('wrong parameters are named, and on a phone nothing scrolls sideways', async ({ page }) => {
  for (const [address, name] of [
    ['/pipeline?by=mood', 'by'],
    ['/pipeline?stage=x', 'stage'],
    ['/pipeline/bridge?from=2030-01-01', 'from'],
    ['/pipeline/cohorts?from=2026', 'from'],
    ['/lost?dated=never', 'dated'],
    ['/funnel/processes?process=x', 'process'],
    ['/funnel?view=x', 'view'],
  ] as const) {
    await page.goto(address);
    await expect(page.locator('.state[role="alert"]')).toContainText(`「${name}」`);
  }
  await page.setViewportSize({ width: 390, height: 844 });
  for (const address of [
    `/pipeline?${asOf}`,
    `/pipeline/bridge?${asOf}`,
    `/pipeline/cohorts?${asOf}`,
    `/lost?${half}`,
    `/funnel?${half}&view=flow`,
    `/funnel?${half}&view=times`,
    `/funnel/processes?${half}`,
  ]) {
    await page.goto(address);
    await expect(page.locator('.figure').first()).toBeVisible();
    await expectNoSidewaysScroll(page);
  }
});
