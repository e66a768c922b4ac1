/** The sample company's exports, tidy and as an office keeps them: every column recognised without asking. */
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { openSource } from '@/lib/import/read';
import { planOfRecognition, recogniseKind } from '@/lib/import/recognise';

const folder = '../shared/data/company';

/** What differs from UTF-8, comma, header in the first line. */
const office: Record<
  string,
  { kind: string; encoding: string | null; separator?: string; headerLine?: number }
> = {
  '客户台账.csv': { kind: 'ledger', encoding: 'gb18030' },
  '客户资源登记表.csv': { kind: 'customers', encoding: 'gb18030' },
  'parts_sales.csv': { kind: 'parts_sales', encoding: 'gb18030' },
  'service_calls.csv': { kind: 'service_calls', encoding: 'gb18030' },
  'technicians.csv': { kind: 'technicians', encoding: 'gb18030' },
  'blacklist.csv': { kind: 'blacklist', encoding: 'utf-8-bom' },
  'coefficients.csv': { kind: 'coefficients', encoding: 'utf-8-bom' },
  'opportunities.csv': { kind: 'opportunities', encoding: 'utf-8-bom' },
  'service_events.csv': { kind: 'service_events', encoding: 'utf-8-bom' },
  'tier_history.csv': { kind: 'tier_history', encoding: 'utf-8-bom' },
  'stage_changes.csv': { kind: 'stage_changes', encoding: 'utf-8-bom', separator: '\t' },
  'surveys.csv': { kind: 'surveys', encoding: 'utf-8-bom', separator: ';' },
  'assessments.xlsx': { kind: 'assessments', encoding: null, headerLine: 3 },
  'incidents.xlsx': { kind: 'incidents', encoding: null, headerLine: 3 },
  '客户走访单.xlsx': { kind: 'visits', encoding: null, headerLine: 3 },
  '服务项目.xlsx': { kind: 'jobs', encoding: null, headerLine: 3 },
};

async function recognised(file: string, called = path.basename(file)) {
  const source = await openSource(file, { maxBytes: 1e8 });
  const sheet = source.sheets[0];
  if (!sheet) throw new Error(`${file} has no sheet.`);
  return { source, sheet, r: recogniseKind(sheet.header, sheet.sample, called) };
}

describe.skipIf(!existsSync(folder))('sample company (skipped where ../shared is missing)', () => {
  it('every office file is judged here', () => {
    expect(readdirSync(`${folder}/office`).sort()).toEqual(Object.keys(office).sort());
  });

  it.each(Object.entries(office))('office/%s', async (name, expected) => {
    // The file's name must not be needed.
    const { source, sheet, r } = await recognised(`${folder}/office/${name}`, 'export');
    expect(source.sheets).toHaveLength(1);
    expect(source.encoding).toBe(expected.encoding);
    expect(source.separator).toBe(expected.encoding === null ? null : (expected.separator ?? ','));
    expect(sheet.headerLine).toBe(expected.headerLine ?? 1);
    expect(sheet.skipped.map((s) => s.why)).toEqual(expected.headerLine === 3 ? ['title', 'blank'] : []);
    expect(r).toMatchObject({ kind: expected.kind, unknown: [], missing: [], questions: [] });
    expect(r.columns).toHaveLength(sheet.header.length);
  });

  const canonical = existsSync(folder) ? readdirSync(`${folder}/canonical`) : [];
  it.each(canonical)('canonical/%s', async (name) => {
    const { source, sheet, r } = await recognised(`${folder}/canonical/${name}`, 'export');
    expect(source.encoding).toBe('utf-8');
    expect(r).toMatchObject({ kind: name.replace('.csv', ''), unknown: [], missing: [], questions: [] });
    // Each canonical header is its own column.
    expect(r.columns.map((c) => [c.column, sheet.header[c.from]])).toEqual(
      r.columns.map((c) => [c.column, c.column]),
    );
    expect(r.columns).toHaveLength(sheet.header.length);
    expect(planOfRecognition(r, sheet.header)).toHaveLength(1);
  });
});
