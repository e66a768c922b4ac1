import { Decimal } from 'decimal.js';
import { z } from 'zod';
import { customerEntries } from '@/lib/queries/receivables';
import { reviewIncidents } from '@/lib/queries/review';
import { yuanOf } from '@/lib/rules/cents';
import { daysBetween } from '@/lib/rules/period';
import { coverOf } from '@/lib/rules/receivables';
import { yearUpTo } from '@/lib/rules/review-period';
import { problemSales } from '@/lib/rules/review-problems';
import { FULL, MONTHS_OF_A_YEAR } from '@/lib/rules/review-score';
import { column, sourceColumns } from './columns';
import { halfPeriod, many } from './params';
import { defineReport } from './report';
import { periodNamed, type Reviewed, reviewed } from './review';
import { scopeParams } from './viewer';

const empty = {
  item: null,
  kind: null,
  date: null,
  due_on: null,
  paid_on: null,
  found_on: null,
  days_late: null,
  amount: null,
  numerator: null,
  denominator: null,
  value: null,
  source_import: null,
  source_file: null,
  source_sheet: null,
  source_line: null,
};

/** the four measures as fractions, then the score that they give. */
function measures(r: Reviewed) {
  const row = (
    item: string,
    rule: string,
    numerator: string | null,
    denominator: string | null,
    value: string,
  ) => ({
    ...empty,
    part: 'measure',
    rule,
    item,
    numerator,
    denominator,
    value,
  });
  return [
    row('volume', 'R-02', String(r.smaller), String(r.base), r.volume),
    row('receivables', 'A-04', yuanOf(r.on_time), yuanOf(r.due), r.receivables),
    row('reputation', 'R-02', r.reputation, String(FULL), r.reputation),
    row('loyalty', 'R-02', String(r.months_with_sale), String(MONTHS_OF_A_YEAR), r.loyalty),
    row('score', 'R-02', null, null, r.score),
  ];
}

/**
 * What the review of one customer rests on: its measures, its problems (sales late or overdue, incidents), and
 * the months with a sale. As many rows are sales and incidents as `review` counts problems. A customer that is
 * not reviewed, or out of the viewer's sight, has no rows. `department` saves the review of all others.
 */
export const reviewEvidence = defineReport({
  name: 'review_evidence',
  params: { period: halfPeriod, customer_id: z.string().min(1), department: many },
  columns: [
    column.code('part', 'evidence'),
    column.text('rule'),
    column.text('item'),
    column.code('kind', 'problem'),
    column.date('date'),
    column.date('due_on'),
    column.date('paid_on'),
    column.date('found_on'),
    column.integer('days_late'),
    column.money('amount'),
    column.decimal('numerator'),
    column.decimal('denominator'),
    column.decimal('value'),
    ...sourceColumns,
  ],
  rules: ['R-02', 'R-03', 'A-02', 'A-03', 'A-04'],
  run: async (ctx, p) => {
    const period = periodNamed(p.period);
    const found = (await reviewed(ctx, period, { department: p.department })).find(
      (r) => r.customer_id === p.customer_id,
    );
    if (!found) return [];
    const policy = ctx.policy.on(period.end);
    const entries = await customerEntries(ctx.db, {
      as_of: period.end,
      customer_id: p.customer_id,
      ...scopeParams(ctx.viewer),
    });
    const charges = coverOf(entries, period.end, policy['receivables.default_term']);
    const late = problemSales(charges, period.start, period.end, policy['receivables.grace_days']);
    const incidents = await reviewIncidents(ctx.db, {
      customer_id: p.customer_id,
      found_from: period.start,
      found_to: period.end,
    });
    const months = new Map<string, Decimal>();
    for (const e of entries) {
      if (e.kind !== 'sale' || e.date < yearUpTo(period.end)) continue;
      const month = e.date.slice(0, 7);
      months.set(month, (months.get(month) ?? new Decimal(0)).plus(e.amount));
    }
    return [
      ...measures(found),
      ...late.map(({ charge, found_on }) => ({
        ...empty,
        part: 'sale',
        rule: 'R-03',
        item: charge.entry.entry_id,
        kind: charge.paid_on === null ? 'overdue' : 'late',
        date: charge.entry.date,
        due_on: charge.due_on,
        paid_on: charge.paid_on,
        found_on,
        days_late: daysBetween(charge.due_on ?? found_on, charge.paid_on ?? period.end),
        amount: charge.entry.amount,
        source_import: charge.entry.source_import,
        source_file: charge.entry.source_file,
        source_sheet: charge.entry.source_sheet,
        source_line: charge.entry.source_line,
      })),
      ...incidents.map(({ incident_id, kind, occurred_on, found_on, note: _, ...source }) => ({
        ...empty,
        part: 'incident',
        rule: 'R-03',
        item: incident_id,
        kind,
        date: occurred_on,
        found_on,
        ...source,
      })),
      ...[...months].sort().map(([month, amount]) => ({
        ...empty,
        part: 'month',
        rule: 'R-02',
        item: month,
        amount: amount.toFixed(2),
      })),
    ];
  },
});
