/** What tests of the funnel and of idle customers judge with: default policy, a viewer, and the golden files. */
import fs from 'node:fs';
import path from 'node:path';
import type { ReportContext } from '@/lib/reports/report';
import { everything, type Scope, soleViewer } from '@/lib/reports/viewer';
import { makeCalendar } from '@/lib/rules/calendar';
import { type OwnValue, PolicyBook } from '@/lib/rules/policy';
import type { Warehouse } from '@/lib/warehouse/warehouse';
import { goldenDir, goldenMissing } from '../support/golden';

export function contextOf(
  db: Warehouse,
  options: { scope?: Partial<Scope>; own?: readonly OwnValue[] } = {},
): ReportContext {
  const policy = new PolicyBook(options.own ?? []);
  return {
    db,
    viewer: { ...soleViewer, scope: { ...everything, ...options.scope } },
    policy,
    calendar: makeCalendar(policy.on('2026-01-01')),
  };
}

export type Row = Record<string, unknown>;

/** The expected files of a report: their parameters, read from the name, and their rows. */
export function expectedOf(report: string): { file: string; params: Record<string, string>; rows: Row[] }[] {
  if (goldenMissing) return [];
  const dir = path.join(goldenDir, 'expected');
  return fs
    .readdirSync(dir)
    .filter((f) => f.startsWith(`${report}.`))
    .map((file) => {
      const parts = file
        .replace(/\.json$/, '')
        .split('.')
        .slice(1);
      const params = Object.fromEntries(parts.map((p) => p.split('='))) as Record<string, string>;
      return { file, params, rows: JSON.parse(fs.readFileSync(path.join(dir, file), 'utf8')) as Row[] };
    });
}

/** Decimal text compares as a number; quantiles to the ninth place. */
export const comparable = (value: unknown): unknown => {
  if (typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value)) return Number(value);
  return typeof value === 'number' ? Math.round(value * 1e9) / 1e9 : value;
};

/** The columns that an expected row has, of a row of ours. */
export const columnsOf = (expected: Row, mine: Row): Row =>
  Object.fromEntries(Object.keys(expected).map((k) => [k, comparable(mine[k])]));

export const comparableRow = (row: Row): Row =>
  Object.fromEntries(Object.entries(row).map(([k, v]) => [k, comparable(v)]));
