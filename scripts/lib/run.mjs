import { spawn } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { Remedy, say } from './say.mjs';

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const windows = process.platform === 'win32';

const children = new Set();
process.on('exit', () => {
  for (const child of children) child.kill();
});

/** A process that ends with this one, however this one ends. */
export function owned(child) {
  children.add(child);
  child.once('exit', () => children.delete(child));
  return child;
}

/** A command that an installed package brings. */
export const bin = (name) => path.join(root, 'node_modules', '.bin', name);

/**
 * Runs a command to its end in the project's folder.
 * @returns {Promise<{code: number, output: string}>} its exit code and, unless shown, what it wrote
 */
export function run(command, args, { env = {}, show = false } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: show ? 'inherit' : ['ignore', 'pipe', 'pipe'],
      // npm and the commands of packages are .cmd files there, which only a shell starts.
      shell: windows,
    });
    const parts = [];
    owned(child);
    child.stdout?.on('data', (part) => parts.push(part));
    child.stderr?.on('data', (part) => parts.push(part));
    child.on('error', reject);
    child.on('close', (code, signal) => {
      resolve({ code: code ?? (signal ? 1 : 0), output: Buffer.concat(parts).toString('utf8') });
    });
  });
}

/** The same, for a command that must succeed: else its last lines and the remedy are the fault. */
export async function must(command, args, remedy, options) {
  const { code, output } = await run(command, args, options);
  if (code === 0) return output;
  const tail = output.trimEnd().split('\n').slice(-40).join('\n');
  const failed = say(
    `「${path.basename(command)} ${args.join(' ')}」失败，退出码 ${code}。`,
    `"${path.basename(command)} ${args.join(' ')}" failed with exit code ${code}.`,
  );
  throw new Remedy([tail, failed, remedy].filter(Boolean).join('\n'));
}
