/** A file that takes the reader's time or memory costs that file alone: the next one is read, and the server lives. */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { StageJob } from '@/lib/import/load/job';
import { runWorker } from '@/lib/import/load/run-worker';
import { bareWorkbook } from './files';

let spool: string;
beforeEach(() => {
  spool = fs.mkdtempSync(path.join(os.tmpdir(), 'tierline-limits-'));
});
afterEach(() => fs.rmSync(spool, { recursive: true }));

const good = () => {
  const file = path.join(spool, 'good.csv');
  fs.writeFileSync(file, 'entry_id,date,customer_id,kind,amount\nL1,2026-01-02,C1,sale,100.00\n');
  return file;
};

const job = (...paths: string[]): StageJob => ({
  spool,
  files: paths.map((file, i) => ({
    id: i + 1,
    path: file,
    name: path.basename(file),
    kind: null,
    mapping: null,
  })),
  saved: [],
  ruleValues: {},
  maxBytes: 1e9,
  memory: '500MB',
});

const outcome = (staged: Awaited<ReturnType<typeof runWorker>>) =>
  staged.map((f) => [f.file, f.refused?.code ?? null, f.sheets.flatMap((s) => s.parts.map((p) => p.read))]);

/** Strings that no compression makes suspicious, more of them than a small heap holds. */
function heavyWorkbook(): Uint8Array {
  const strings: string[] = [];
  let block = Buffer.from('seed');
  for (let i = 0; i < 400_000; i++) {
    block = createHash('sha512').update(block).digest();
    strings.push(`<si><t>${block.toString('hex')}</t></si>`);
  }
  return bareWorkbook('<row><c t="s"><v>0</v></c></row>', {
    'xl/sharedStrings.xml': `<sst>${strings.join('')}</sst>`,
  });
}

describe('the reader of uploads', () => {
  it('is ended at its time limit: the file is refused with a sentence, the next one is read', async () => {
    // Nobody ever writes into this pipe: whoever reads it waits for ever.
    const endless = path.join(spool, 'endless.csv');
    execFileSync('mkfifo', [endless]);
    const staged = await runWorker(job(endless, good()), () => {}, { heapMb: 512, fileMs: 6_000 });
    expect(outcome(staged)).toEqual([
      ['endless.csv', 'reader_time', []],
      ['good.csv', null, [1]],
    ]);
    expect(staged[0]?.refused?.zh).toContain('读取超过了时限');
  }, 60_000);

  it('that runs out of memory costs that file alone', async () => {
    const heavy = path.join(spool, 'heavy.xlsx');
    fs.writeFileSync(heavy, heavyWorkbook());
    const staged = await runWorker(job(heavy, good()), () => {}, { heapMb: 48, fileMs: 120_000 });
    expect(outcome(staged)).toEqual([
      ['heavy.xlsx', 'reader_memory', []],
      ['good.csv', null, [1]],
    ]);
    expect(staged[0]?.refused?.en).toContain('more memory than the limit');
  }, 120_000);

  it('is ended when the person cancels', async () => {
    const endless = path.join(spool, 'endless.csv');
    execFileSync('mkfifo', [endless]);
    const abort = new AbortController();
    const reading = runWorker(
      job(endless),
      () => abort.abort(new Error('cancelled')),
      undefined,
      abort.signal,
    );
    await expect(reading).rejects.toThrow('cancelled');
  }, 60_000);
});
