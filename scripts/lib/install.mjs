import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { must, root } from './run.mjs';
import { Remedy, say } from './say.mjs';

/** The range of package.json, `>=20.9 <25`, checked before anything that needs it. */
export function checkNode(version = process.versions.node) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (major >= 21 && major < 25) return;
  if (major === 20 && minor >= 9) return;
  throw new Remedy(
    say(
      `Tierline 需要 Node 20.9 到 24，这里是 ${version}。请安装其中一个版本（https://nodejs.org），再运行一次。`,
      `Tierline needs Node 20.9 to 24; this is ${version}. Install one of those (https://nodejs.org) and run this again.`,
    ),
  );
}

const lockFile = path.join(root, 'package-lock.json');
const stampFile = path.join(root, 'node_modules', '.tierline-lock');
const npmsOwn = path.join(root, 'node_modules', '.package-lock.json');

/** Installs the packages of package-lock.json unless exactly these are there. */
export async function ensureModules() {
  const lock = createHash('sha256').update(readFileSync(lockFile)).digest('hex');
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === lock)
    return { detail: say('已齐备', 'up to date') };
  // Somebody's own `npm install` leaves no stamp of ours, but npm's record, written after the lock file.
  const byHand = existsSync(npmsOwn) && statSync(npmsOwn).mtimeMs >= statSync(lockFile).mtimeMs;
  if (!byHand) {
    await must(
      'npm',
      ['ci', '--no-audit', '--no-fund'],
      say('检查网络和 npm 源后再运行一次。', 'Check the network and the npm registry, then run this again.'),
    );
  }
  writeFileSync(stampFile, lock);
  return { detail: byHand ? say('已齐备', 'up to date') : say('已安装', 'installed') };
}
