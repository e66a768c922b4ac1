import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { expectAccessible, expectNoSidewaysScroll, look, looks, shownNumber } from './support/page';
import { expect, writing as test } from './support/test';

const stage = 'data/faulty/商机-未知阶段.csv';
const register = 'data/faulty/客户资源登记表-有误.csv';
const office = '../shared/data/company/office';

const origin = (page: Page) => ({ origin: new URL(page.url()).origin });

/** Uploads files and waits for what would become of them. */
async function preview(page: Page, files: string[] | { name: string; mimeType: string; buffer: Buffer }[]) {
  await page.goto('/imports');
  // The button answers once the page is awake.
  await expect(async () => {
    const chooser = page.waitForEvent('filechooser', { timeout: 2_000 });
    await page.getByRole('button', { name: /^(选择文件|Choose files)$/ }).click();
    await (await chooser).setFiles(files);
  }).toPass();
  await expect(page.locator('dl.figures')).toBeVisible({ timeout: 60_000 });
}

const figure = async (page: Page, label: string): Promise<number> =>
  shownNumber(
    await page
      .locator('.figure', { has: page.getByText(label, { exact: true }) })
      .locator('.figure-value')
      .textContent(),
  );

/** Rows of a kind that are there. */
async function held(page: Page, kind: string): Promise<number> {
  await page.goto('/imports?view=kinds');
  const row = page.getByRole('row').filter({ has: page.getByRole('cell', { name: kind, exact: true }) });
  return shownNumber(await row.locator('td').nth(1).textContent());
}

async function loadAll(page: Page): Promise<number> {
  await page.getByRole('button', { name: /^载入/ }).click();
  await expect(page).toHaveURL(/\/imports\/\d+$/, { timeout: 60_000 });
  return Number(/(\d+)$/.exec(page.url())?.[1]);
}

// Other pages are looked at with the sample company alone.
test.afterEach(async ({ page }) => {
  await page.goto('/imports');
  const ids = (await page.locator('a.row-link b').allTextContents()).map((t) => Number(t.slice(1)));
  for (const id of ids.filter((n) => n > 1)) {
    const answer = await page.request.post(`/api/imports/${id}/undo`, { headers: origin(page) });
    expect([200, 409]).toContain(answer.status());
  }
  const waiting = await page
    .locator('a[href*="drop="]')
    .evaluateAll((links) => links.map((l) => l.getAttribute('href') ?? ''));
  for (const href of waiting) {
    const drop = new URL(href, 'http://x').searchParams.get('drop');
    await page.request.delete(`/api/imports/drops/${drop}`, { headers: origin(page) });
  }
  await page.request.delete('/api/imports/mappings?name=%E6%80%BB%E9%83%A8%E5%95%86%E6%9C%BA', {
    headers: origin(page),
  });
});

for (const { locale, theme } of looks) {
  test(`imports, a preview and a line open in ${locale}, ${theme}, and axe finds nothing`, async ({
    page,
    context,
  }) => {
    await look(context, locale, theme);
    await page.goto('/imports');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(locale === 'en' ? 'Imports' : '导入');
    await expectAccessible(page);
    await page.goto('/imports?view=kinds');
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expectAccessible(page);
    await preview(page, [register]);
    await expectAccessible(page);
    await page.goto(`${page.url()}&edit=grade`);
    await expect(page.locator('form select').first()).toBeVisible();
    await expectAccessible(page);
    await page.goto('/imports/1?file=收据.csv&line=5');
    await expect(page.locator('tr[data-current]').first()).toBeVisible();
    await expectAccessible(page);
  });
}

test('an unknown stage is mapped by hand, loaded, remembered, and undone', async ({ page }) => {
  const before = await held(page, '商机');
  await preview(page, [stage]);
  expect(await figure(page, '拒绝')).toBe(1);
  await expect(page.locator('td.wrong')).toHaveText('等待领导拍板');
  await page.getByRole('link', { name: '映射为…' }).click();
  await page.getByLabel('阶段的值「等待领导拍板」是').selectOption({ label: '初步接触' });
  await page.getByLabel('记住为').fill('总部商机');
  await page.getByRole('button', { name: '按此重新读取' }).click();
  await expect(page.getByRole('button', { name: '载入 3 行变化' })).toBeVisible({ timeout: 60_000 });
  expect(await figure(page, '拒绝')).toBe(0);
  await loadAll(page);
  expect(await held(page, '商机')).toBe(before + 3);

  await preview(page, [stage]);
  await expect(page.getByRole('table').first()).toContainText('映射「总部商机」');
  expect(await figure(page, '不变')).toBe(3);
  await page.getByRole('button', { name: '放弃' }).click();
  await expect(page).toHaveURL(/\/imports$/);

  await page.locator('a.row-link').first().click();
  await page.getByRole('button', { name: '撤销：去掉 3 行新增' }).click();
  await expect(page.getByText('这次导入的行已不在数据里')).toBeVisible();
  expect(await held(page, '商机')).toBe(before);
});

test('rejected rows are downloaded, mended and loaded alone', async ({ page }) => {
  const before = await held(page, '客户资源登记表');
  await preview(page, [register]);
  expect(await figure(page, '新增')).toBe(2);
  expect(await figure(page, '拒绝')).toBe(6);
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: '下载 6 行被拒' }).click();
  const file = await download;
  expect(file.suggestedFilename()).toBe('客户资源登记表-有误-被拒的行.csv');
  const chunks: Buffer[] = [];
  for await (const chunk of await file.createReadStream()) chunks.push(Buffer.from(chunk));
  const mended = Buffer.concat(chunks)
    .toString('utf8')
    .replace('\n,南通', '\nF0002,南通')
    .replace(',S,', ',B,')
    .replace('加盟', '零售')
    .replace('约三百', '300')
    .replace(',-40,', ',40,')
    .replace('2026-02-30', '2026-02-28');
  await loadAll(page);
  expect(await held(page, '客户资源登记表')).toBe(before + 2);
  await preview(page, [{ name: '改好的行.csv', mimeType: 'text/csv', buffer: Buffer.from(mended) }]);
  expect(await figure(page, '拒绝')).toBe(0);
  expect(await figure(page, '新增')).toBe(6);
  await loadAll(page);
  expect(await held(page, '客户资源登记表')).toBe(before + 8);
});

test('nothing is written before it is confirmed; a preview that was left waits', async ({ page }) => {
  const before = await held(page, '客户资源登记表');
  await preview(page, [register]);
  expect(await held(page, '客户资源登记表')).toBe(before);
  await page.getByRole('link', { name: '继续' }).click();
  await page.getByRole('button', { name: '放弃' }).click();
  await expect(page).toHaveURL(/\/imports$/);
  await expect(page.getByRole('link', { name: '继续' })).toHaveCount(0);
});

test('the files of the sample company again change nothing', async ({ page }) => {
  test.setTimeout(120_000);
  const files = readdirSync('data/sample').filter((f) => /\.(csv|xlsx)$/.test(f));
  await preview(
    page,
    files.map((f) => path.join('data/sample', f)),
  );
  expect(await figure(page, '新增')).toBe(0);
  expect(await figure(page, '更改')).toBe(0);
  expect(await figure(page, '不变')).toBe(await figure(page, '读取'));
  await expect(page.getByRole('button', { name: '载入（没有变化）' })).toBeVisible();
});

test.describe('the office files of the shared company (skipped where ../shared is missing)', () => {
  test.skip(!existsSync(office), 'the shared company is not there');
  test('are all recognised, load, and are undone', async ({ page }) => {
    test.setTimeout(180_000);
    const before = await held(page, '客户资源登记表');
    await preview(
      page,
      readdirSync(office).map((f) => path.join(office, f)),
    );
    await expect(page.getByText('未载入：')).toHaveCount(0);
    expect(await figure(page, '新增')).toBeGreaterThan(1000);
    const id = await loadAll(page);
    expect(await held(page, '客户资源登记表')).toBeGreaterThan(before);
    await page.goto(`/imports/${id}`);
    await page.getByRole('button', { name: /^撤销：/ }).click();
    await expect(page.getByText('这次导入的行已不在数据里')).toBeVisible({ timeout: 60_000 });
    expect(await held(page, '客户资源登记表')).toBe(before);
  });
});

test('what is no table is refused with a sentence, and nothing can be loaded', async ({ page }) => {
  await preview(page, [
    {
      name: '人员花名册.docx',
      mimeType: 'application/octet-stream',
      buffer: Buffer.from('PK\u0003\u0004 nothing'),
    },
  ]);
  await expect(page.getByRole('row', { name: /人员花名册/ })).toContainText('未载入：');
  await expect(page.getByRole('button', { name: /^载入/ })).toBeDisabled();
});

test('a line of a file is shown with its neighbours', async ({ page }) => {
  await page.goto('/imports/1?file=收据.csv&line=5');
  const lines = page.getByRole('region', { name: '前后的行' }).locator('tbody tr');
  await expect(lines.locator('td:first-child')).toHaveText(['2', '3', '4', '5', '6', '7', '8']);
  await expect(page.locator('tr[data-current]').first()).toContainText('5');
  await page.goto('/imports/1?file=收据.csv&line=999999');
  await expect(page.locator('.state[role=alert]')).toContainText('line');
});

test('requests of other sites change nothing', async ({ page }) => {
  await page.goto('/imports');
  const foreign: Record<string, string>[] = [
    { origin: 'https://example.com' },
    { 'sec-fetch-site': 'cross-site' },
    {},
  ];
  for (const headers of foreign) {
    expect((await page.request.post('/api/imports/drops', { headers })).status()).toBe(403);
    expect((await page.request.post('/api/imports/1/undo', { headers })).status()).toBe(403);
  }
  const opened = await page.request.post('/api/imports/drops', { headers: origin(page) });
  expect(opened.status()).toBe(201);
  const { id } = (await opened.json()) as { id: string };
  const put = (name: string) =>
    page.request.put(`/api/imports/drops/${id}/files?name=${encodeURIComponent(name)}`, {
      headers: origin(page),
      data: 'a,b\n1,2\n',
    });
  expect((await put('../..')).status()).toBe(400);
  expect((await put('../../etc/客户.csv')).status()).toBe(201);
  expect((await page.request.delete(`/api/imports/drops/${id}`, { headers: origin(page) })).status()).toBe(
    204,
  );
});

test('the pages of imports fit a phone', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await preview(page, [register]);
  await expectNoSidewaysScroll(page);
  for (const address of [
    '/imports',
    '/imports?view=kinds',
    '/imports/1',
    '/imports/1?file=收据.csv&line=5',
  ]) {
    await page.goto(address);
    await expectNoSidewaysScroll(page);
  }
});
