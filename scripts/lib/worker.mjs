/** The reader of uploads as one file: it starts in half the time that compiling its sources takes. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './run.mjs';

const folder = path.join(root, 'dist', 'import-worker');
const listFile = path.join(folder, 'sources.json');

/** The engine's package is CommonJS: to import it, Node looks for names in all of its files first, for as long again. */
const required = {
  name: 'required',
  setup(build) {
    build.onResolve({ filter: /^@duckdb\/node-api$/ }, ({ path: id, namespace }) =>
      namespace === 'required' ? { path: id, external: true } : { path: id, namespace: 'required' },
    );
    build.onLoad({ filter: /.*/, namespace: 'required' }, ({ path: id }) => ({
      contents: `module.exports = require(${JSON.stringify(id)});`,
    }));
  },
};

/** Bundles it; what it is made of is listed beside it, so that whoever starts it sees when it is out of date. */
export async function bundleWorker() {
  // On a fresh clone this file is read before any package is installed.
  const { build } = await import('esbuild');
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: ['lib/import/load/worker.ts'],
    outdir: folder,
    bundle: true,
    splitting: true,
    platform: 'node',
    target: 'node20.9',
    format: 'esm',
    packages: 'external',
    plugins: [required],
    banner: {
      js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
    },
    outExtension: { '.js': '.mjs' },
    metafile: true,
    logLevel: 'warning',
  });
  const sources = Object.keys(metafile.inputs)
    .filter((input) => !input.startsWith('required:'))
    .sort();
  const hash = createHash('sha256');
  for (const source of sources) hash.update(readFileSync(path.join(root, source))).update('\0');
  const list = `${JSON.stringify({ hash: hash.digest('hex'), sources })}\n`;
  if (!existsSync(listFile) || readFileSync(listFile, 'utf8') !== list) writeFileSync(listFile, list);
}
