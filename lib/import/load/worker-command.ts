/** How the worker is started: the bundle that the build made, or its sources where that is missing or older. */
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';

/** Arguments for Node, without the job. @param root the project's folder */
export function workerCommand(root: string): string[] {
  const folder = path.join(root, 'dist', 'import-worker');
  const list = path.join(folder, 'sources.json');
  if (fs.existsSync(list) && isCurrent(root, list)) return [path.join(folder, 'worker.mjs')];
  return ['--import', 'tsx', path.join(root, 'lib', 'import', 'load', 'worker.ts')];
}

/** True while every source is what it was bundled from: a few milliseconds, against reading by old rules. */
function isCurrent(root: string, list: string): boolean {
  const { hash, sources } = JSON.parse(fs.readFileSync(list, 'utf8')) as { hash: string; sources: string[] };
  const now = createHash('sha256');
  for (const source of sources) {
    const file = path.join(root, source);
    if (!fs.existsSync(file)) return false;
    now.update(fs.readFileSync(file)).update('\0');
  }
  return now.digest('hex') === hash;
}
