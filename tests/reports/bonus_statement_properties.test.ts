import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { statementDigest } from '@/lib/reports/bonus_statement_digest';
import { monthFormula } from '@/lib/reports/bonus_statement_formula';
import { monthLines } from '@/lib/reports/bonus_statement_lines';
import type { MonthSheet } from '@/lib/reports/bonus_statement_shape';
import { exact, sum } from '@/lib/rules/bonus_decimal';
import { type MonthFacts, type MonthPolicy, monthStatement } from '@/lib/rules/bonus_month';

type Row = Parameters<typeof monthLines>[0][number];

const decimal = (most: number, places: number) =>
  fc.integer({ min: 0, max: most * 10 ** places }).map((n) =>
    exact(n)
      .div(10 ** places)
      .toFixed(),
  );

const policies: fc.Arbitrary<MonthPolicy> = fc.record({
  'bonus.base_points': decimal(30, 3),
  'bonus.point_rate': decimal(500, 3),
  'bonus.safety_points': decimal(5, 3),
  'bonus.safety_per': fc.constantFrom('accident', 'month'),
  'fine.unsigned': decimal(300, 2),
  'fine.complaint': decimal(300, 2),
});

const blank = {
  technician_id: 'T1',
  date: '2026-06-10',
  subject: null,
  customer_id: null,
  customer_name: null,
  recorded_points: null,
  coefficient: null,
  coefficient_from: null,
  quantity: null,
  points: null,
  amount: null,
  counts: true,
  note: null,
  repeat_of: null,
  done_by: null,
  remark: null,
  source_import: 1,
  source_file: 'jobs.csv',
  source_sheet: null,
  source_line: 2,
};

/** Rows of any month: jobs that are priced, records that count and records that are only listed. */
const months: fc.Arbitrary<Row[]> = fc
  .array(
    fc.oneof(
      fc.record({ figure: fc.constantFrom('gross_points', 'repeat_points'), points: decimal(9, 9) }),
      fc.record({ figure: fc.constant('accidents') }),
      fc.record({ figure: fc.constantFrom('praise', 'savings'), amount: decimal(500, 2) }),
      fc.record({ figure: fc.constantFrom('fines_unsigned', 'fines_complaint'), counts: fc.boolean() }),
    ),
    { maxLength: 40 },
  )
  .map((rows) =>
    rows.map((row, i) => ({
      ...blank,
      ...row,
      source_kind:
        row.figure.endsWith('_points') || row.figure === 'fines_unsigned' ? 'jobs' : 'service_events',
      source_id: `N${i}`,
    })),
  );

/** What the month's query counts of the same rows. */
function factsOf(rows: readonly Row[]): MonthFacts {
  const of = (figure: string) => rows.filter((r) => r.figure === figure && r.counts);
  const points = (figure: string) => sum(of(figure).map((r) => r.points ?? '0')).toFixed();
  const amount = (figure: string) => sum(of(figure).map((r) => r.amount ?? '0')).toFixed(2);
  return {
    gross_points: points('gross_points'),
    repeat_points: points('repeat_points'),
    unpriced_jobs: 0,
    accidents: of('accidents').length,
    praise: amount('praise'),
    savings: amount('savings'),
    unsigned: of('fines_unsigned').length,
    complaints: of('fines_complaint').length,
  };
}

const statementOf = (rows: readonly Row[], policy: MonthPolicy) => monthStatement(factsOf(rows), policy);

describe('any month under any policy', () => {
  it('has lines whose points sum to the net points, and whose amounts with the pay to the total', () => {
    fc.assert(
      fc.property(months, policies, (rows, policy) => {
        const s = statementOf(rows, policy);
        const lines = monthLines(rows, policy);
        expect(lines).toHaveLength(rows.length);
        expect(sum(lines.map((l) => l.points ?? '0')).toFixed()).toBe(s.net_points);
        const amounts = sum([s.performance_pay ?? '0', ...lines.map((l) => l.amount ?? '0')]);
        expect(amounts.toFixed(2)).toBe(s.total);
      }),
    );
  });

  it('pays never less than nothing for points, and never less for one more job', () => {
    fc.assert(
      fc.property(months, policies, decimal(20, 3), (rows, policy, points) => {
        const before = statementOf(rows, policy);
        const job = { ...blank, figure: 'gross_points', points, source_kind: 'jobs', source_id: 'more' };
        const after = statementOf([...rows, job], policy);
        expect(Number(before.performance_pay)).toBeGreaterThanOrEqual(0);
        expect(exact(after.performance_pay ?? '0').gte(before.performance_pay ?? '0')).toBe(true);
        expect(exact(after.total ?? '0').gte(before.total ?? '0')).toBe(true);
      }),
    );
  });

  it('has a formula that comes out: each result is what the terms before it make', () => {
    fc.assert(
      fc.property(months, policies, (rows, policy) => {
        const s = statementOf(rows, policy);
        let running = exact(0);
        for (const { sign, value, unit } of monthFormula(s, policy)) {
          const term = exact(value ?? '0');
          if (sign === '=') {
            const floored = unit === 'points' && running.lt(0) ? exact(0) : running;
            expect(term.toFixed()).toBe(
              unit === 'points' ? floored.toFixed() : exact(floored.toFixed(2)).toFixed(),
            );
            running = term;
          } else if (sign === '*') running = running.times(term);
          else running = sign === '-' ? running.minus(term) : running.plus(term);
        }
      }),
    );
  });

  it('has a digest that stays where only the file moved, and changes with every line', () => {
    const sheet = (rows: readonly Row[], policy: MonthPolicy): MonthSheet => ({
      grain: 'month',
      period: '2026-06',
      technician: { technician_id: 'T1', name: 'li', role: 'engineer', department: null, region: null },
      parameters: [],
      figures: statementOf(rows, policy),
      formula: [],
      lines: monthLines(rows, policy),
      items: [],
      adjustments: [],
      carried: [],
      payers: [],
      payable: null,
    });
    fc.assert(
      fc.property(months, policies, fc.nat(), (rows, policy, at) => {
        const digest = statementDigest(sheet(rows, policy));
        const moved = rows.map((r) => ({ ...r, source_import: 9, source_file: 'b.csv', source_line: 77 }));
        expect(statementDigest(sheet(moved, policy))).toBe(digest);
        if (rows.length === 0) return;
        const fewer = rows.filter((_, i) => i !== at % rows.length);
        expect(statementDigest(sheet(fewer, policy))).not.toBe(digest);
      }),
    );
  });
});
