/** Every page ships at most 90 kB of compressed script above an empty page of the framework, before its charts. */

import { navigation } from '../app/_components/shell/nav';
import { emptyPageWeight, pageWeight } from './support/script-weight';
import { expect, test } from './support/test';

const BUDGET = 90_000;
const pages = [
  ...navigation.flatMap((group) => group.pages.map((page) => page.href)),
  '/customers/C0121',
  '/bonuses/T002',
  '/rows/quota_customers?as_of=2026-11-20',
];

test.describe('script weight', () => {
  let empty = 0;
  test.beforeAll(async () => {
    test.setTimeout(180_000);
    empty = await emptyPageWeight();
    expect(empty).toBeGreaterThan(50_000);
  });

  for (const address of pages) {
    test(`${address} stays within its budget`, async ({ page }) => {
      const weight = await pageWeight(page, address);
      const above = weight.page - empty;
      test.info().annotations.push({
        type: 'script',
        description: `${above} bytes above empty, charts ${weight.charts}`,
      });
      console.log(
        `${address}: ${(above / 1000).toFixed(1)} kB above an empty page, charts ${(weight.charts / 1000).toFixed(1)} kB`,
      );
      expect(above).toBeLessThanOrEqual(BUDGET);
    });
  }
});
