/** What a page ships as script, compressed, above an empty page of the framework. */
import fs from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Page } from '@playwright/test';
import { must, root } from '../../scripts/lib/run.mjs';

const weigh = (body: Buffer | string): number => gzipSync(body, { level: 9 }).length;

/** Builds the empty page in `bench/empty` and weighs the scripts that its document names, in bytes. */
export async function emptyPageWeight(): Promise<number> {
  const folder = path.join(root, 'bench', 'empty');
  const next = path.join(root, 'node_modules', 'next', 'dist', 'bin', 'next');
  await must(process.execPath, [next, 'build', folder], 'The empty page did not build.', {
    env: { NEXT_TELEMETRY_DISABLED: '1', NEXT_DIST_DIR: '.next' },
  });
  const dist = path.join(folder, '.next');
  const html = fs.readFileSync(path.join(dist, 'server', 'app', 'index.html'), 'utf8');
  const scripts = new Set(
    [...html.matchAll(/src="\/_next\/([^"]+\.js)"(?![^>]*nomodule)/gi)].map((m) => m[1] ?? ''),
  );
  let total = 0;
  for (const script of scripts) total += weigh(fs.readFileSync(path.join(dist, script)));
  return total;
}

export interface PageWeight {
  /** Everything but the charts, bytes. */
  page: number;
  /** The charts, which come after the first paint, bytes. */
  charts: number;
}

/** Loads a page until it is quiet and weighs every script that came. */
export async function pageWeight(page: Page, address: string): Promise<PageWeight> {
  const bodies: Promise<Buffer>[] = [];
  page.on('response', (response) => {
    if (response.request().resourceType() === 'script' && response.ok()) bodies.push(response.body());
  });
  await page.goto(address, { waitUntil: 'networkidle' });
  const weight = { page: 0, charts: 0 };
  for (const body of await Promise.all(bodies)) {
    weight[body.includes('zrender') || body.includes('echarts') ? 'charts' : 'page'] += weigh(body);
  }
  return weight;
}
