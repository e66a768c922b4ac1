/** A report's parameters as the command line gives them. */
import { CommandError } from './protocol';

export interface ReportArguments {
  name: string;
  given: Record<string, string[]>;
  format: 'json' | 'csv' | 'xlsx';
  out: string | null;
}

const usage =
  'report NAME [--as-of D] [--period P] [--by G] [--department X …] [--format json|csv|xlsx] [--out FILE]';

/**
 * `quota --as-of 2026-08-31 --department 华东一部 华东二部` → parameters as a URL would give them. What follows an
 * option up to the next one is its values; which of them exist is the report's to say.
 * @throws CommandError
 */
export function reportArguments(args: readonly string[]): ReportArguments {
  const [name, ...rest] = args;
  if (name === undefined || name.startsWith('-')) throw new CommandError(usage);
  const given: Record<string, string[]> = {};
  let values: string[] | null = null;
  for (const arg of rest) {
    const option = /^--([a-z][a-z0-9-]*)(?:=(.*))?$/s.exec(arg);
    if (option) {
      values = given[(option[1] ?? '').replaceAll('-', '_')] ??= [];
      if (option[2] !== undefined) values.push(option[2]);
    } else if (values === null) throw new CommandError(`"${arg}" belongs to no option.\n${usage}`);
    else values.push(arg);
  }
  for (const [option, of] of Object.entries(given)) {
    if (of.length === 0) throw new CommandError(`--${option.replaceAll('_', '-')} needs a value.`);
  }
  const { format = ['json'], out = [], ...params } = given;
  const [chosen] = format;
  if (format.length > 1 || (chosen !== 'json' && chosen !== 'csv' && chosen !== 'xlsx'))
    throw new CommandError(`--format is json, csv or xlsx, not "${format.join(' ')}".`);
  if (out.length > 1) throw new CommandError('--out takes one file.');
  return { name, given: params, format: chosen, out: out[0] ?? null };
}
