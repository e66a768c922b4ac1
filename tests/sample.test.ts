import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { kinds } from '@/lib/import/kinds';
import { makeSample, type Sample } from '@/scripts/sample';
import { makeCompany } from '@/scripts/sample/company';
import { encodeGb18030 } from '@/scripts/sample/gb18030';
import type { Row } from '@/scripts/sample/row';

const folder = 'data/sample';
const hash = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

describe('the sample company', () => {
  let sample: Sample;
  beforeAll(async () => {
    sample = await makeSample();
  });

  it('comes out of the generator byte for byte as it is committed', () => {
    const committed = readdirSync(folder).filter((f) => !f.endsWith('.md'));
    expect([...sample.files.keys()].sort()).toEqual(committed.sort());
    for (const [file, bytes] of sample.files) {
      expect([file, hash(bytes)]).toEqual([file, hash(readFileSync(path.join(folder, file)))]);
    }
  });

  it('has rows of every kind of export', () => {
    expect([...sample.counts.keys()].sort()).toEqual(kinds.map((k) => k.name).sort());
  });

  it('is smaller than 6 MB', () => {
    const size = [...sample.files.values()].reduce((sum, bytes) => sum + bytes.length, 0);
    expect(size).toBeLessThan(6_000_000);
  });
});

describe('the rows of the sample company', () => {
  const { tables } = makeCompany();
  const rows = (kind: string): Row[] => tables[kind] ?? [];

  it.each(kinds.map((k) => [k.name, k] as const))('%s: no key comes twice', (name, kind) => {
    const keys = rows(name).map((row) => JSON.stringify(kind.key.map((column) => row[column] ?? null)));
    expect(new Set(keys).size).toBe(keys.length);
  });

  it.each(kinds.map((k) => [k.name, k] as const))('%s: every reference is known', (name, kind) => {
    for (const reference of kind.references) {
      const known = new Set(rows(reference.kind).map((row) => row[reference.to]));
      const unknown = rows(name)
        .map((row) => row[reference.column])
        .filter((value) => value !== undefined && !known.has(value));
      expect(unknown).toEqual([]);
    }
  });

  it('every payment that names a sale names one of the same customer', () => {
    const sales = new Map(
      rows('ledger')
        .filter((r) => r.kind === 'sale')
        .map((r) => [r.entry_id, r.customer_id]),
    );
    for (const row of rows('ledger')) {
      if (row.settles) expect(sales.get(row.settles)).toBe(row.customer_id);
    }
  });

  it('in 2026-10 T005 has 17 points, T011 16.9 and T015 17.01', () => {
    const coefficients = rows('coefficients');
    const points = (job: Row): number => {
      if (job.points) return Number(job.points);
      const inForce = coefficients.filter(
        (c) => c.work_type === job.work_type && (c.effective_from ?? '') <= (job.finished_on ?? ''),
      );
      return Number(inForce.at(-1)?.points);
    };
    const sum = (technician: string): string =>
      rows('jobs')
        .filter((j) => j.technician_id === technician && j.finished_on?.startsWith('2026-10'))
        .reduce((total, job) => total + Math.round(points(job) * 1000), 0)
        .toString();
    expect([sum('T005'), sum('T011'), sum('T015')]).toEqual(['17000', '16900', '17010']);
  });

  it('parts come with margins of exactly 35 % and 50 %', () => {
    const margins = rows('parts_sales').map(
      (p) => Math.round((1 - Number(p.component_cost) / Number(p.component_price)) * 10_000) / 100,
    );
    expect(margins.filter((m) => m === 35).length).toBeGreaterThan(5);
    expect(margins.filter((m) => m === 50).length).toBeGreaterThan(5);
  });
});

describe('the GB18030 writer', () => {
  it('writes what the decoder reads', () => {
    const text = '客户编号,安和康复（上海）,¥1';
    const readable = text.replace('¥', '￥');
    expect(new TextDecoder('gb18030', { fatal: true }).decode(encodeGb18030(readable))).toBe(readable);
  });

  it('refuses a character for which it has no two bytes', () => {
    expect(() => encodeGb18030('😀')).toThrow('no two bytes');
  });
});
