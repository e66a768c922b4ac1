import { createHash } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { workerCommand } from '@/lib/import/load/worker-command';

let root: string;
const write = (file: string, text: string) => {
  fs.mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
  fs.writeFileSync(path.join(root, file), text);
};
const bundled = () => {
  const hash = createHash('sha256').update('one').update('\0').digest('hex');
  write('dist/import-worker/sources.json', JSON.stringify({ hash, sources: ['lib/a.ts'] }));
};
const bundle = () => [path.join(root, 'dist/import-worker/worker.mjs')];
const fromSources = () => ['--import', 'tsx', path.join(root, 'lib/import/load/worker.ts')];

beforeEach(() => {
  root = fs.mkdtempSync(path.join(os.tmpdir(), 'tierline-worker-'));
  write('lib/a.ts', 'one');
});
afterEach(() => fs.rmSync(root, { recursive: true }));

describe('the reader of uploads is started', () => {
  it('from its sources where nothing was built', () => {
    expect(workerCommand(root)).toEqual(fromSources());
  });

  it('from the bundle that was built of exactly these sources', () => {
    bundled();
    expect(workerCommand(root)).toEqual(bundle());
  });

  it('from its sources when one was changed or removed since the build', () => {
    bundled();
    write('lib/a.ts', 'two');
    expect(workerCommand(root)).toEqual(fromSources());
    fs.rmSync(path.join(root, 'lib/a.ts'));
    expect(workerCommand(root)).toEqual(fromSources());
  });
});
