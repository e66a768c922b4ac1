import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { bin, must, root } from './run.mjs';
import { say } from './say.mjs';
import { bundleWorker } from './worker.mjs';

/** Whatever the built server is made of; tests, docs and data are not. */
const sources = [
  'app',
  'lib',
  'queries',
  'public',
  'instrumentation.ts',
  'next.config.js',
  'postcss.config.mjs',
  'tsconfig.json',
  'package-lock.json',
];

const distDir = path.join(root, process.env.NEXT_DIST_DIR ?? '.next');
const stampFile = path.join(distDir, 'built-from.txt');

/** One hash over names and contents of all sources. */
export function sourceHash() {
  const hash = createHash('sha256');
  for (const source of sources) add(hash, path.join(root, source));
  return hash.digest('hex');
}

function add(hash, file) {
  if (!existsSync(file)) return;
  if (statSync(file).isDirectory()) {
    for (const name of readdirSync(file).sort()) add(hash, path.join(file, name));
    return;
  }
  hash
    .update(`${path.relative(root, file)}\0`)
    .update(readFileSync(file))
    .update('\0');
}

/** Builds the server unless the build that is there was made from exactly these sources. */
export async function ensureBuild() {
  const hash = sourceHash();
  await bundleWorker();
  const current = existsSync(stampFile) && readFileSync(stampFile, 'utf8') === hash;
  if (current) return { detail: say('未变', 'unchanged') };
  await must(
    bin('next'),
    ['build'],
    say(
      '上面是构建的最后几行：改好后再运行一次。',
      'These are the last lines of the build: mend it and run this again.',
    ),
    { env: { NEXT_TELEMETRY_DISABLED: '1' } },
  );
  writeFileSync(stampFile, hash);
  return { detail: say('已构建', 'built') };
}
