/**
 * The process that reads uploads: the engine's reader calls its input trusted, so a crafted file may crash or
 * exhaust whoever reads it, and that is never the server. Waits for the name of its job's file on its standard
 * input, writes one JSON file per source file into the spool, tells its progress line by line.
 */
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { kindOf } from '../kinds';
import { openSource, SourceError } from '../read';
import { chunksOf } from '../read/chunks';
import type { SourceFile, SourceSheet } from '../read/source';
import { isKnownHeader } from '../recognise/headers';
import { choosePlans } from './choose';
import type { StagedFile, StagedSheet, StageFile, StageJob, WorkerLine } from './job';
import { asked, missingColumns, noHeader, RefusedError, secondTable, unknownKind } from './refusals';
import { literal } from './sql/quote';
import { SheetRows, stagePart } from './stage';

const SAMPLE = 20;

const tell = (line: WorkerLine) => process.stdout.write(`${JSON.stringify(line)}\n`);

async function stageFile(c: DuckDBConnection, job: StageJob, file: StageFile): Promise<StagedFile> {
  const bytes = fs.statSync(file.path).size;
  const staged: StagedFile = {
    id: file.id,
    file: file.name,
    bytes,
    sha256: '',
    encoding: null,
    separator: null,
    sheets: [],
    refused: null,
  };
  let digest: Promise<string> | null = null;
  try {
    const source = await openSource(file.path, { name: file.name, maxBytes: job.maxBytes, scanLater: true });
    digest = sha256(file.path);
    staged.encoding = source.encoding;
    staged.separator = source.separator;
    tell({ at: 'file', id: file.id, phase: 'read' });
    for (const [i, sheet] of source.sheets.entries()) {
      staged.sheets.push(await stageSheet(c, job, file, source, sheet, `f${file.id}s${i}`));
    }
  } catch (error) {
    if (!(error instanceof SourceError)) throw error;
    staged.refused = { code: error.code, zh: error.zh, en: error.en };
  }
  staged.sha256 = await (digest ?? sha256(file.path));
  return staged;
}

async function stageSheet(
  c: DuckDBConnection,
  job: StageJob,
  file: StageFile,
  source: SourceFile,
  sheet: SourceSheet,
  label: string,
): Promise<StagedSheet> {
  const staged: StagedSheet = {
    sheet: sheet.sheet,
    headerLine: sheet.headerLine,
    header: sheet.header,
    skipped: sheet.skipped,
    sample: sheet.sample.slice(0, SAMPLE).map((r) => ({ line: r.line, cells: r.cells })),
    candidates: [],
    notes: source.warnings
      .filter((w) => w.sheet === sheet.sheet)
      .map((w) => ({ code: w.code, zh: w.zh, en: w.en, line: w.line, rows: 0, column: null, value: null })),
    refused: null,
    parts: [],
  };
  try {
    if (sheet.headerLine === 0) throw new RefusedError(noHeader);
    const chosen = choosePlans(file, sheet, job.saved);
    staged.candidates = chosen.candidates;
    if (chosen.plans.length === 0) throw new RefusedError(unknownKind);
    const rows = new SheetRows(source, sheet, path.join(job.spool, `${label}.csv`));
    for (const [part, plan] of chosen.plans.entries()) {
      const question = plan.questions.find((q) => q.blocking);
      if (question) throw new RefusedError(asked(question));
      if (plan.missing.length > 0) throw new RefusedError(missingColumns(kindOf(plan.kind), plan.missing));
      tell({ at: 'file', id: file.id, phase: 'validate' });
      staged.parts.push(
        await stagePart(
          c,
          { job, source, sheet, plan, mapping: chosen.mapping, part, label: `${label}p${part}` },
          rows,
        ),
      );
    }
    // Known only when the last row has been read.
    staged.skipped = sheet.skipped;
    if (sheet.stopped) throw new RefusedError(secondTable(sheet.stopped.line));
  } catch (error) {
    if (!(error instanceof RefusedError)) throw error;
    staged.refused = error.refusal;
    staged.parts = [];
  }
  return staged;
}

async function sha256(file: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const { bytes } of chunksOf(file)) hash.update(bytes);
  return hash.digest('hex');
}

async function main(): Promise<void> {
  // Whoever started this process holds its standard input open; when that closes, nobody waits for the answer.
  process.stdin.once('end', () => process.exit(1));
  const asked = firstLine(process.stdin);
  const instance = await DuckDBInstance.create(':memory:', {
    threads: '2',
    preserve_insertion_order: 'true',
  });
  const c = await instance.connect();
  // The headers of all kinds are folded once, while nobody waits for it.
  isKnownHeader('');
  const job = JSON.parse(fs.readFileSync(await asked, 'utf8')) as StageJob;
  await c.run(`set memory_limit = ${literal(job.memory)}`);
  await c.run(`set temp_directory = ${literal(path.join(job.spool, 'temp'))}`);
  for (const file of job.files) {
    tell({ at: 'file', id: file.id, phase: 'open' });
    const staged = await stageFile(c, job, file);
    fs.writeFileSync(path.join(job.spool, `file-${file.id}.json`), JSON.stringify(staged));
    tell({ at: 'done', id: file.id });
  }
}

/** The stream goes on flowing, so that its end is heard. */
function firstLine(input: NodeJS.ReadableStream): Promise<string> {
  return new Promise((resolve) => {
    let text = '';
    input.on('data', (chunk: Buffer) => {
      text += chunk.toString();
      const end = text.indexOf('\n');
      if (end >= 0) resolve(text.slice(0, end));
    });
  });
}

await main();
process.exit(0);
