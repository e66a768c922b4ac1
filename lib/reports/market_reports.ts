/** The monthly reports on the state of the markets: in time, late, missing (D-04). */
import { z } from 'zod';
import { marketPeople, marketReportsHandedIn } from '@/lib/queries/completeness';
import { marketReportDue, marketState, marketStates } from '@/lib/rules/completeness';
import { addMonths, parsePeriod } from '@/lib/rules/period';
import { column, sourceColumns } from './columns';
import { anyPeriod, asOf, many } from './params';
import { defineReport } from './report';
import { inScope } from './viewer';

/**
 * One row a salesperson and month of the period, up to the as-of date's month and from the first month of which any
 * report is loaded. Salespeople of the register while they are with the company on the due day; and whoever handed one
 * in all the same. `days_late` of a missing one counts to the as-of date.
 */
export const marketReports = defineReport({
  name: 'market_reports',
  params: {
    as_of: asOf,
    period: anyPeriod,
    state: z.array(z.enum(marketStates)).optional(),
    department: many,
    region: many,
    owner: many,
  },
  columns: [
    column.text('salesperson'),
    column.text('department'),
    column.text('region'),
    column.text('month'),
    column.date('due_on'),
    column.date('handed_in_on'),
    column.code('state', 'market_state'),
    column.integer('days_late'),
    ...sourceColumns,
  ],
  rules: ['D-04'],
  run: async (ctx, p) => {
    const { as_of } = p;
    const weekday = ctx.policy.on(as_of)['registration.market_weekday'];
    const [handedIn, people] = await Promise.all([
      marketReportsHandedIn(ctx.db, {}),
      marketPeople(ctx.db, {}),
    ]);
    const period = parsePeriod(p.period);
    const first = handedIn.map((r) => r.month).sort()[0];
    if (!period || first === undefined) return [];
    const from = [period.start.slice(0, 7), first].sort().at(-1) ?? first;
    const to = [period.end.slice(0, 7), as_of.slice(0, 7)].sort()[0] ?? from;

    const of = new Map(people.map((s) => [s.name, s]));
    const reports = new Map(handedIn.map((r) => [`${r.month}/${r.salesperson}`, r]));
    const names = [...new Set([...of.keys(), ...handedIn.map((r) => r.salesperson)])].sort();
    const rows = [];
    for (let month = from; month <= to; month = addMonths(`${month}-01`, 1).slice(0, 7)) {
      const due_on = marketReportDue(month, weekday, ctx.calendar);
      for (const salesperson of names) {
        const person = of.get(salesperson);
        const report = reports.get(`${month}/${salesperson}`);
        const employed =
          person !== undefined &&
          (person.joined_on === null || person.joined_on <= due_on) &&
          (person.left_on === null || person.left_on > due_on);
        if (!employed && !report) continue;
        const row = {
          salesperson,
          department: person?.department ?? null,
          region: person?.region ?? null,
          month,
          due_on,
          handed_in_on: report?.handed_in_on && report.handed_in_on <= as_of ? report.handed_in_on : null,
          ...marketState(due_on, report?.handed_in_on ?? null, as_of),
          source_import: report?.source_import ?? null,
          source_file: report?.source_file ?? null,
          source_sheet: report?.source_sheet ?? null,
          source_line: report?.source_line ?? null,
        };
        const holds = (list: readonly string[] | undefined, value: string | null) =>
          !list?.length || (value !== null && list.includes(value));
        if (
          inScope(ctx.viewer, { ...row, owner: salesperson }) &&
          holds(p.department, row.department) &&
          holds(p.region, row.region) &&
          holds(p.owner, salesperson) &&
          (!p.state?.length || p.state.includes(row.state))
        )
          rows.push(row);
      }
    }
    return rows.sort((a, b) =>
      a.salesperson < b.salesperson ? -1 : a.salesperson > b.salesperson ? 1 : a.month < b.month ? -1 : 1,
    );
  },
});
