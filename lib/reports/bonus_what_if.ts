/** Bonuses of past months under other values (B-03 to B-09): who gains, who loses, by how much. Nothing is changed. */
import { z } from 'zod';
import { bonusWorkTypes } from '@/lib/queries/bonus_what_if';
import { exact, plain } from '@/lib/rules/bonus_decimal';
import { differenceOf, outcomeOf, totalOf } from '@/lib/rules/bonus_what_if';
import type { Period } from '@/lib/rules/period';
import { checkedPeriod } from './bonus_people';
import { asking, monthsBetween, type WhatIfLine, whatIfItems, whatIfLines } from './bonus_what_if_lines';
import { column } from './columns';
import { many, monthPeriod } from './params';
import { defineReport } from './report';
import { rowsOf } from './rows';

/** Amounts before and after; what goes to the team is no part of anybody's total. */
function sumsOf(lines: readonly WhatIfLine[]) {
  const before = totalOf(lines.map((l) => l.before));
  const after = totalOf(lines.map((l) => l.after));
  return { before, after, difference: differenceOf(before, after) };
}

const groupBy = <K>(lines: readonly WhatIfLine[], key: (l: WhatIfLine) => K): Map<K, WhatIfLine[]> => {
  const groups = new Map<K, WhatIfLine[]>();
  for (const line of lines) {
    const group = groups.get(key(line));
    if (group) group.push(line);
    else groups.set(key(line), [line]);
  }
  return groups;
};

/** One row a technician: B-10's totals of all the periods before and after. */
export const bonusWhatIf = defineReport({
  name: 'bonus_what_if',
  params: asking,
  columns: [
    column.text('technician_id'),
    column.text('name'),
    column.code('role', 'role'),
    column.text('department'),
    column.money('before'),
    column.money('after'),
    column.money('difference'),
    column.rate('change'),
    column.money('month_difference'),
    column.money('quarter_difference'),
    column.money('half_difference'),
    column.code('outcome', 'bonus_outcome'),
  ],
  rules: ['B-03', 'B-04', 'B-05', 'B-06', 'B-07', 'B-08', 'B-09', 'B-10'],
  async run(ctx, p) {
    const lines = (await rowsOf(bonusWhatIfLines, ctx, p)).filter((l) => l.item !== 'parts_team_share');
    return [...groupBy(lines, (l) => l.technician_id)]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .flatMap(([technician_id, own]) => {
        // The latest period says which role and department somebody has.
        const who = own.at(-1);
        if (!who) return [];
        const { before, after, difference } = sumsOf(own);
        const of = (grain: Period['grain']) =>
          sumsOf(own.filter((l) => checkedPeriod(l.period).grain === grain)).difference;
        return [
          {
            technician_id,
            name: who.name,
            role: who.role,
            department: who.department,
            before,
            after,
            difference,
            change:
              before === null || difference === null || Number(before) === 0
                ? null
                : Number(difference) / Math.abs(Number(before)),
            month_difference: of('month'),
            quarter_difference: of('quarter'),
            half_difference: of('half'),
            outcome: outcomeOf(before, after),
          },
        ];
      });
  },
});

/** The amounts that `bonus_what_if` adds up, each of one person, one period and one item. */
export const bonusWhatIfLines = defineReport({
  name: 'bonus_what_if_lines',
  params: { ...asking, technician: many, item: z.array(z.enum(whatIfItems)).optional() },
  columns: [
    column.text('period'),
    column.text('technician_id'),
    column.text('name'),
    column.code('role', 'role'),
    column.text('department'),
    column.code('item', 'bonus_what_if_item'),
    column.money('before'),
    column.money('after'),
    column.money('difference'),
  ],
  rules: ['B-03', 'B-04', 'B-05', 'B-06', 'B-07', 'B-08', 'B-09', 'B-10'],
  async run(ctx, { technician, item, ...p }): Promise<WhatIfLine[]> {
    // Narrowed questions are answered out of the whole one, which is remembered.
    if (technician?.length || item?.length) {
      const all = await rowsOf(bonusWhatIfLines, ctx, p);
      return all.filter(
        (l) =>
          (!technician?.length || technician.includes(l.technician_id)) &&
          (!item?.length || item.includes(l.item)),
      );
    }
    return whatIfLines(ctx, p);
  },
});

/** By the day on which the period ends, months before the quarters and half-years that end with them; then by item. */
function inOrder([a]: readonly WhatIfLine[], [b]: readonly WhatIfLine[]): number {
  if (!a || !b) return 0;
  const [p, q] = [checkedPeriod(a.period), checkedPeriod(b.period)];
  if (p.end !== q.end) return p.end < q.end ? -1 : 1;
  if (p.start !== q.start) return p.start > q.start ? -1 : 1;
  return whatIfItems.indexOf(a.item) - whatIfItems.indexOf(b.item);
}

/** The same by period and item: what the company pays, the team's share of parts too. */
export const bonusWhatIfCost = defineReport({
  name: 'bonus_what_if_cost',
  params: asking,
  columns: [
    column.text('period'),
    column.code('item', 'bonus_what_if_item'),
    column.integer('people'),
    column.money('before'),
    column.money('after'),
    column.money('difference'),
  ],
  rules: ['B-03', 'B-04', 'B-05', 'B-06', 'B-07', 'B-08', 'B-09', 'B-10'],
  async run(ctx, p) {
    const lines = await rowsOf(bonusWhatIfLines, ctx, p);
    const groups = [...groupBy(lines, (l) => `${l.period}/${l.item}`).values()].sort(inOrder);
    return groups.flatMap((own) => {
      const [first] = own;
      return first ? [{ period: first.period, item: first.item, people: own.length, ...sumsOf(own) }] : [];
    });
  },
});

/** The work types of the months, with the coefficients that priced their jobs (B-01): what a what-if can change. */
export const bonusWorkTypesOf = defineReport({
  name: 'bonus_work_types',
  params: { from: monthPeriod, to: monthPeriod },
  columns: [
    column.text('work_type'),
    column.code('category', 'category'),
    column.points('first_coefficient'),
    column.points('coefficient'),
    column.integer('jobs'),
    column.integer('priced'),
  ],
  rules: ['B-01'],
  run: async (ctx, p) => {
    const months = monthsBetween(p.from, p.to);
    const rows = await bonusWorkTypes(ctx.db, {
      from: checkedPeriod(p.from).start,
      until: months.at(-1)?.end ?? checkedPeriod(p.to).end,
    });
    return rows.map((r) => ({
      ...r,
      first_coefficient: r.first_coefficient === null ? null : plain(exact(r.first_coefficient)),
      coefficient: r.coefficient === null ? null : plain(exact(r.coefficient)),
    }));
  },
});
