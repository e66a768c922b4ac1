/**
 * Brushes a range over the months of `/pipeline/cohorts` in a browser without a window, on the built server and the
 * sample company, and prints the frames a second while the mouse moves and how many points the page was sent.
 * `BENCH_MONTHS` months are shown (120). What is drawn is the same with any number of opportunities.
 */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { chromium } from '@playwright/test';
import { stepName } from '@/app/_lib/periods';
import { findBrowser } from '../scripts/lib/browser.mjs';
import { ensureBuild } from '../scripts/lib/build.mjs';
import { ensureData } from '../scripts/lib/data.mjs';
import { anyPort, serve } from '../scripts/lib/server.mjs';
import { median } from './measure';

const HOST = '127.0.0.1';
const MONTHS = Number(process.env.BENCH_MONTHS ?? 120);
const END = '2026-11';
/** Mouse moves of one drag; a mouse reports about as many in two seconds. */
const MOVES = 120;
const DRAGS = 5;

export async function benchBrush(): Promise<void> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'tierline-bench-'));
  await ensureBuild();
  await ensureData(folder);
  const server = await serve({ host: HOST, port: await anyPort(HOST), env: { DATA_DIR: folder } });
  const executablePath = findBrowser();
  const browser = await chromium.launch({
    ...(executablePath ? { executablePath } : {}),
    args: ['--no-sandbox', '--disable-dev-shm-usage', '--disable-gpu'],
  });
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    const from = stepName(END, 1 - MONTHS);
    await page.goto(`${server.url}/pipeline/cohorts?as_of=2026-11-20&from=${from}&to=${END}`);
    const chart = page.locator('[role="img"]').last();
    await chart.locator('svg path').nth(MONTHS).waitFor({ state: 'attached' });
    const points = await chart.locator('svg path').count();
    const box = await chart.boundingBox();
    if (!box) throw new Error('the chart has no box');
    const y = box.y + 90;
    const rates: number[] = [];
    const longest: number[] = [];
    for (let drag = 0; drag < DRAGS; drag++) {
      await page.mouse.move(box.x + box.width * 0.2, y);
      await page.mouse.down();
      await page.evaluate(countFrames);
      for (let i = 1; i <= MOVES; i++) {
        await page.mouse.move(box.x + box.width * (0.2 + (0.7 * i) / MOVES), y);
      }
      const gaps = await page.evaluate<number[]>(framesCounted);
      rates.push((gaps.length * 1000) / gaps.reduce((sum, gap) => sum + gap, 0));
      longest.push(Math.max(...gaps));
      // Let go where it began: the range of the page stays as it is.
      await page.keyboard.press('Escape');
      await page.mouse.up();
      await page.goto(`${server.url}/pipeline/cohorts?as_of=2026-11-20&from=${from}&to=${END}`);
      await chart.locator('svg path').nth(MONTHS).waitFor({ state: 'attached' });
    }
    console.log(`${MONTHS} months, ${points} points drawn (at most 5000)`);
    console.log(`${median(rates).toFixed(0)} frames a second while brushing (at least 50)`);
    console.log(`${median(longest).toFixed(0)} ms for the longest frame of a drag`);
  } finally {
    await browser.close();
    await server.stop();
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

/** In the page, as text, since what compiles this bench adds names to functions that the page does not know. */
const countFrames = `(() => {
  const gaps = [];
  window.brushGaps = gaps;
  window.brushOn = true;
  let last;
  requestAnimationFrame(function frame(now) {
    if (last !== undefined) gaps.push(now - last);
    last = now;
    if (window.brushOn) requestAnimationFrame(frame);
  });
})()`;

/** Milliseconds between one frame and the next since counting began. */
const framesCounted = `(() => {
  window.brushOn = false;
  return window.brushGaps;
})()`;
