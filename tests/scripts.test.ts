import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { ensureData } from '@/scripts/lib/data.mjs';
import { checkNode } from '@/scripts/lib/install.mjs';
import { playwrightCounts, sum, vitestCounts } from '@/scripts/lib/results.mjs';
import { anyPort, freePort } from '@/scripts/lib/server.mjs';

describe('the Node version', () => {
  it.each(['20.9.0', '20.20.2', '22.11.0', '24.1.0'])('%s is one of ours', (version) => {
    expect(() => checkNode(version)).not.toThrow();
  });

  it.each(['18.20.0', '20.8.1', '25.0.0'])('%s is refused, and the sentence names it', (version) => {
    expect(() => checkNode(version)).toThrow(version);
  });
});

describe('the port', () => {
  it('is the wanted one where it is free, and the next one where it is taken', async () => {
    const taken = createServer();
    const port = await anyPort('127.0.0.1');
    expect(await freePort('127.0.0.1', port)).toBe(port);
    await new Promise<void>((resolve) => taken.listen(port, '127.0.0.1', resolve));
    expect(await freePort('127.0.0.1', port)).toBeGreaterThan(port);
    await new Promise((resolve) => taken.close(resolve));
  });
});

describe('a data folder that is to stay without data', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'tierline-empty-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('is left so, and is no empty folder the next time', async () => {
    await ensureData(folder, { empty: true });
    expect(readdirSync(folder)).toEqual(['uploads']);
    await ensureData(folder);
    expect(existsSync(path.join(folder, 'warehouse.duckdb'))).toBe(false);
  });
});

describe('the last line of npm test', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'tierline-results-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const report = (name: string, content: unknown): string => {
    const file = path.join(folder, name);
    writeFileSync(file, JSON.stringify(content));
    return file;
  };

  it('adds unit tests and tests of the pages', () => {
    const unit = vitestCounts(
      report('a.json', { numPassedTests: 7, numFailedTests: 1, numPendingTests: 2, numTodoTests: 1 }),
      1,
    );
    const pages = playwrightCounts(
      report('b.json', { stats: { expected: 4, unexpected: 1, flaky: 1, skipped: 1 } }),
      1,
    );
    expect(sum([unit, pages])).toEqual({ passed: 12, failed: 2, skipped: 4 });
  });

  it('counts a run without a report as a failure', () => {
    expect(vitestCounts(path.join(folder, 'none.json'), 0)).toEqual({ passed: 0, failed: 1, skipped: 0 });
  });

  it('counts a run that broke off after its tests as a failure', () => {
    const all = { numPassedTests: 7, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0 };
    expect(vitestCounts(report('c.json', all), 1).failed).toBe(1);
    expect(vitestCounts(report('c.json', all), 0).failed).toBe(0);
  });
});

describe('the lock file', () => {
  interface Locked {
    version?: string;
    optionalDependencies?: Record<string, string>;
  }

  it('names the native packages of every platform, without which npm ci refuses to install', () => {
    const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
      packages: Record<string, Locked>;
    };
    const missing = Object.entries(lock.packages).flatMap(([at, { optionalDependencies = {} }]) =>
      Object.keys(optionalDependencies).filter(
        (name) => !lock.packages[`${at}/node_modules/${name}`] && !lock.packages[`node_modules/${name}`],
      ),
    );
    expect(missing).toEqual([]);
  });
});

describe('the scripts that start on a fresh clone', () => {
  it('import nothing that has to be installed, before any package is installed', () => {
    const seen = new Set<string>();
    const foreign: string[] = [];
    const walk = (file: string): void => {
      if (seen.has(file)) return;
      seen.add(file);
      for (const [, from = ''] of readFileSync(file, 'utf8').matchAll(
        /^(?:import|export)\b[^;]*?from '([^']+)'/gm,
      )) {
        if (from.startsWith('.')) walk(path.join(path.dirname(file), from));
        else if (!from.startsWith('node:')) foreign.push(`${file} imports ${from}`);
      }
    };
    for (const start of ['scripts/start.mjs', 'scripts/test.mjs']) walk(start);
    expect(seen.size).toBeGreaterThan(6);
    expect(foreign).toEqual([]);
  });
});
