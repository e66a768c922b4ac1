/**
 * `npm run --silent import -- [--kind K] [--mapping NAME] [--json] FILE…|FOLDER`, `--undo N`.
 * Exit code: 0 all loaded, 1 some rows rejected or files refused, 2 nothing loaded.
 */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { command } from '@/lib/command/client';
import { CommandError, type Progress, told } from '@/lib/command/protocol';
import { exitCode, importJson, importText, progressText } from '@/lib/command/say';
import { type Mapping, mappingSchema } from '@/lib/import/recognise';
import { dataDir } from '@/lib/warehouse/paths';

const usage = 'import [--kind K] [--mapping NAME|FILE.json] [--json] FILE…|FOLDER\nimport --undo NUMBER';

/** npm runs scripts in the project; the person named files from where they stood. */
const resolved = (p: string) => path.resolve(process.env.INIT_CWD ?? process.cwd(), p);

const by = os.userInfo().username;

function options() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        kind: { type: 'string' },
        mapping: { type: 'string' },
        json: { type: 'boolean', default: false },
        undo: { type: 'string' },
      },
    });
  } catch (error) {
    throw new CommandError(`${error instanceof Error ? error.message : String(error)}\n${usage}`);
  }
}

function readMapping(given: string | undefined): string | Mapping | null {
  if (given === undefined) return null;
  if (!given.endsWith('.json')) return given;
  return mappingSchema.parse(JSON.parse(fs.readFileSync(resolved(given), 'utf8')));
}

const onWait = () => console.error('The warehouse is held by another process; waiting for it.');

async function undo(given: string): Promise<number> {
  const importId = Number(given);
  if (!Number.isInteger(importId) || importId < 1)
    throw new CommandError(`"${given}" is no import's number.`);
  const { dataVersion } = await command(dataDir(), { op: 'undo', importId, by }, { onWait });
  console.log(`Import ${importId} is undone; the data is at version ${dataVersion}.`);
  return 0;
}

async function main(): Promise<number> {
  const { values, positionals } = options();
  if (values.undo !== undefined) return undo(values.undo);
  if (positionals.length === 0) throw new CommandError(usage);
  const paths = positionals.map(resolved);
  for (const p of paths) if (!fs.existsSync(p)) throw new CommandError(`There is no file or folder ${p}.`);
  const live = process.stderr.isTTY && !values.json;
  const onProgress = (p: Progress) => {
    if (live) process.stderr.write(`\r\u001b[K${progressText(p)}`);
  };
  const result = await command(
    dataDir(),
    { op: 'import', paths, kind: values.kind ?? null, mapping: readMapping(values.mapping), by },
    { onProgress, onWait },
  );
  if (live) process.stderr.write('\r\u001b[K');
  console.log(values.json ? JSON.stringify(importJson(result)) : importText(result));
  return exitCode(result);
}

try {
  process.exitCode = await main();
} catch (error) {
  const e = error instanceof Error ? error : new Error(String(error));
  console.error(told.has(e.name) ? e.message : e);
  process.exitCode = 2;
}
