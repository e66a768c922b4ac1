/** Playwright's test, with a page that is used as people use it: once what was sent has been drawn and answers. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test as base, type Page } from '@playwright/test';
import { ensureData } from '../../scripts/lib/data.mjs';
import { anyPort, serve } from '../../scripts/lib/server.mjs';

export { expect } from '@playwright/test';

/** Streamed parts stand in their places, and what can be pressed or typed into belongs to React. */
const awake = () => {
  if (document.contentType !== 'text/html') return true;
  const main = document.querySelector('main');
  if (main === null || document.querySelector('div[hidden][id^="S:"]') !== null) return false;
  const comments = document.createTreeWalker(main, NodeFilter.SHOW_COMMENT);
  while (comments.nextNode()) {
    if (/^\$[?~]/.test(comments.currentNode.nodeValue ?? '')) return false;
  }
  const live = (element: Element) => Object.keys(element).some((key) => key.startsWith('__reactFiber$'));
  return [
    ...document.querySelectorAll('body button, main a, main input:not([type="hidden"]), main select'),
  ].every(live);
};

const untilAwake = (page: Page) => page.waitForFunction(awake, undefined, { timeout: 30_000 });

export const test = base.extend({
  page: async ({ page }, use) => {
    const [goto, reload, goBack] = [page.goto.bind(page), page.reload.bind(page), page.goBack.bind(page)];
    page.goto = async (...how) => {
      const answer = await goto(...how);
      await untilAwake(page);
      return answer;
    };
    page.reload = async (...how) => {
      const answer = await reload(...how);
      await untilAwake(page);
      return answer;
    };
    page.goBack = async (...how) => {
      const answer = await goBack(...how);
      await untilAwake(page);
      return answer;
    };
    await use(page);
  },
});

/** The same on a sample company of its own, for tests that write: others read theirs at the same time. */
export const writing = test.extend<object, { own: string }>({
  own: [
    // biome-ignore lint/correctness/noEmptyPattern: a fixture without fixtures of its own is written so
    async ({}, use) => {
      const folder = mkdtempSync(path.join(tmpdir(), 'tierline-own-'));
      await ensureData(folder);
      const server = await serve({
        host: '127.0.0.1',
        port: await anyPort('127.0.0.1'),
        env: { DATA_DIR: folder },
      });
      await use(server.url);
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
    { scope: 'worker' },
  ],
  baseURL: ({ own }, use) => use(own),
});
