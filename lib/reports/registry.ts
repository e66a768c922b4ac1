/** Every report by its name: what the command line, the JSON address and the export files can ask for. */
import { BadParameterError } from './params';
import type { Report, ReportContext } from './report';

/** A report whatever its parameters and rows are. */
type AnyReport = Omit<Report, 'run'> & { run(ctx: ReportContext, params: never): Promise<object[]> };

const byName = new Map<string, Report>();

/** Registers reports; a name is taken once. */
export function register(...reports: readonly AnyReport[]): void {
  for (const any of reports) {
    // Its own schema reads the parameters before it runs, so whoever asks by name may hand it any.
    const r = any as Report;
    const known = byName.get(r.name);
    // While developing, a changed file brings its report anew.
    if (known && known !== r && process.env.NODE_ENV !== 'development')
      throw new Error(`Two reports are called "${r.name}".`);
    byName.set(r.name, r);
  }
}

export const reportNames = (): string[] => [...byName.keys()].sort();

/** @throws BadParameterError where there is no report of this name */
export function reportNamed(name: string): Report {
  const report = byName.get(name);
  if (!report)
    throw new BadParameterError('report', `"${name}" is unknown; known are ${reportNames().join(', ')}`);
  return report;
}
