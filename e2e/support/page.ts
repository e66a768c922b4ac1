/** What every page is held to, in both languages and both themes, on a desk and on a phone. */
import AxeBuilder from '@axe-core/playwright';
import { type BrowserContext, expect, type Page } from '@playwright/test';

export type Locale = 'zh-CN' | 'en';
export type Theme = 'light' | 'dark';

/** Every look that a page has. */
export const looks: readonly { locale: Locale; theme: Theme }[] = [
  { locale: 'zh-CN', theme: 'light' },
  { locale: 'zh-CN', theme: 'dark' },
  { locale: 'en', theme: 'light' },
  { locale: 'en', theme: 'dark' },
];

/** Chooses language and theme as the switches of the page do. */
export async function look(context: BrowserContext, locale: Locale, theme: Theme = 'light'): Promise<void> {
  const url = process.env.E2E_URL ?? 'http://127.0.0.1';
  await context.addCookies([
    { name: 'locale', value: locale, url },
    { name: 'theme', value: theme, url },
  ]);
}

/** axe finds nothing: names, roles, contrast, order of headings. */
export async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const told = violations.map(
    (v) =>
      `${v.id}: ${v.nodes
        .slice(0, 3)
        .map((n) => `${n.target.join(' ')} ${n.failureSummary ?? ''}`)
        .join(' | ')}`,
  );
  expect(told).toEqual([]);
}

/** Nothing is wider than the window. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const { wide, room } = await page.evaluate(() => ({
    wide: Math.max(
      document.documentElement.scrollWidth,
      ...[...document.querySelectorAll('[data-page-scroll]')].map((e) => e.scrollWidth),
    ),
    room: window.innerWidth,
  }));
  expect(wide).toBeLessThanOrEqual(room);
}

/** The rows of a report, as its address gives them for the same question. */
export async function rowsOf(page: Page, href: string): Promise<Record<string, unknown>[]> {
  const answer = await page.request.get(href);
  expect(answer.ok(), await answer.text()).toBe(true);
  return ((await answer.json()) as { rows: Record<string, unknown>[] }).rows;
}

/** A whole number as a page shows it, without its grouping. */
export const shownNumber = (text: string | null): number => Number((text ?? '').replace(/[^\d.]/g, ''));
