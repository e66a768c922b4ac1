/** What tests of ledger, quota and review reports share. */
import fs from 'node:fs';
import { expect } from 'vitest';
import { readParams } from '@/lib/reports/params';
import type { Report, ReportContext } from '@/lib/reports/report';
import { soleViewer, type Viewer } from '@/lib/reports/viewer';
import { makeCalendar } from '@/lib/rules/calendar';
import { type OwnValue, PolicyBook } from '@/lib/rules/policy';
import type { Warehouse } from '@/lib/warehouse/warehouse';
import { goldenDir } from '../support/golden';

export function contextOf(db: Warehouse, own: OwnValue[] = [], viewer: Viewer = soleViewer): ReportContext {
  const policy = new PolicyBook(own);
  return { db, viewer, policy, calendar: makeCalendar(policy.on('2026-01-01')) };
}

/** A value that the company set for itself, holding from a day on. */
export const ownValue = (
  parameter: OwnValue['parameter'],
  value: OwnValue['value'],
  from = '2000-01-01',
): OwnValue => ({ parameter, value, from, setBy: 'test', setAt: '2026-01-01T00:00:00Z', why: 'test' });

export const viewerOf = (scope: Partial<Viewer['scope']>): Viewer => ({
  ...soleViewer,
  id: 'scoped',
  scope: { departments: null, regions: null, owners: null, ...scope },
});

/** Runs a report with parameters given as text, as the command line would. */
export async function rowsFor<P, R extends object>(
  report: { params: Report['params']; run(ctx: ReportContext, params: P): Promise<R[]> },
  ctx: ReportContext,
  given: Record<string, string | string[]>,
): Promise<R[]> {
  const lists = Object.fromEntries(Object.entries(given).map(([k, v]) => [k, Array.isArray(v) ? v : [v]]));
  return report.run(ctx, readParams(report.params, lists) as P);
}

type Cells = Record<string, unknown>;

export const goldenRows = (name: string): Cells[] =>
  JSON.parse(fs.readFileSync(`${goldenDir}/expected/${name}.json`, 'utf8')) as Cells[];

const comparable = (v: unknown): unknown =>
  typeof v === 'string' && /^-?\d+(\.\d+)?$/.test(v) ? Number(v) : v;

/** Compares row by row, in order, the columns that are expected; decimals as numbers. */
export function expectGolden(rows: readonly object[], expected: readonly Cells[]): void {
  const only = (row: object, like: Cells) =>
    Object.fromEntries(Object.keys(like).map((k) => [k, comparable((row as Cells)[k])]));
  expect(rows.map((r, i) => only(r, expected[i] ?? {}))).toEqual(
    expected.map((e) => Object.fromEntries(Object.entries(e).map(([k, v]) => [k, comparable(v)]))),
  );
}
