/**
 * `npm run --silent report -- NAME [--as-of D] [--period P] [--by G] [--department X …] [--format json|csv|xlsx]
 * [--out FILE]`: every parameter of the report under its name, with hyphens; a filter takes several values.
 */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { reportArguments } from '@/lib/command/arguments';
import { command } from '@/lib/command/client';
import { told } from '@/lib/command/protocol';
import { dataDir } from '@/lib/warehouse/paths';

async function main(): Promise<void> {
  const { name, given, format, out } = reportArguments(process.argv.slice(2));
  const by = os.userInfo().username;
  const onWait = () => console.error('The warehouse is held by another process; waiting for it.');
  const { bytes } = await command(dataDir(), { op: 'report', name, given, format, by }, { onWait });
  const content = Buffer.from(bytes, 'base64');
  if (out === null) await new Promise<void>((resolve) => process.stdout.write(content, () => resolve()));
  else fs.writeFileSync(path.resolve(process.env.INIT_CWD ?? process.cwd(), out), content);
}

try {
  await main();
} catch (error) {
  const e = error instanceof Error ? error : new Error(String(error));
  console.error(told.has(e.name) ? e.message : e);
  process.exitCode = 2;
}
