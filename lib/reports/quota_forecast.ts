/** What is already known of the next quotas: dated admissions, decisions and listings; papers that lapse. */
import { quotaAhead as eventsAfter } from '@/lib/queries/quota_ahead';
import { nextHalfYearEnd } from '@/lib/rules/quota_days';
import { column, sourceColumns } from './columns';
import { asOf, BadParameterError, filters, listOrAll } from './params';
import { quota } from './quota';
import { afterMoves } from './quota_what_if';
import { defineReport, type ReportContext } from './report';
import { scopeParams } from './viewer';

const { department, ...otherFilters } = filters;

interface Ahead {
  as_of: string;
  until?: string | undefined;
  department?: string[] | undefined;
}

const eventsOf = (ctx: ReportContext, p: Ahead) => {
  const until = p.until ?? nextHalfYearEnd(p.as_of);
  if (until <= p.as_of) throw new BadParameterError('until', `expected a day after ${p.as_of}`);
  return eventsAfter(ctx.db, {
    as_of: p.as_of,
    until,
    departments: listOrAll(p.department),
    ...scopeParams(ctx.viewer),
  });
};

/** The events themselves; `lapses`: a paper without which a customer is not admitted ends and nothing replaces it. */
export const quotaAhead = defineReport({
  name: 'quota_ahead',
  params: { as_of: asOf, until: asOf.optional(), department },
  columns: [
    column.date('date'),
    column.code('event', 'quota_event'),
    column.text('customer_id'),
    column.text('name'),
    column.text('department'),
    column.text('owner'),
    column.code('tier', 'tier'),
    column.boolean('lapses'),
    ...sourceColumns,
  ],
  rules: ['Q-02', 'Q-05', 'Q-07', 'R-10'],
  run: eventsOf,
});

/**
 * Each department's quota on the as-of date, at the end of the next half-year (or `until`) by all that is dated by
 * then, and there without the customers whose papers lapse.
 */
export const quotaForecast = defineReport({
  name: 'quota_forecast',
  params: { as_of: asOf, until: asOf.optional(), department, ...otherFilters },
  columns: [
    column.text('group'),
    column.code('tier', 'tier'),
    column.integer('base'),
    column.integer('held'),
    column.integer('places'),
    column.integer('headroom'),
    column.code('status', 'quota_status'),
    column.integer('base_later'),
    column.integer('held_later'),
    column.integer('places_later'),
    column.integer('headroom_later'),
    column.code('status_later', 'quota_status'),
    column.integer('base_lapsed'),
    column.integer('held_lapsed'),
    column.integer('places_lapsed'),
    column.integer('headroom_lapsed'),
    column.code('status_lapsed', 'quota_status'),
  ],
  rules: ['Q-02', 'Q-03', 'Q-05', 'Q-07'],
  run: async (ctx, { until: given, ...p }) => {
    const until = given ?? nextHalfYearEnd(p.as_of);
    const by = 'department' as const;
    const [now, later, events] = await Promise.all([
      quota.run(ctx, { ...p, by }),
      quota.run(ctx, { ...p, by, as_of: until }),
      eventsOf(ctx, { ...p, until }),
    ]);
    const moves = events.flatMap((e) =>
      e.lapses ? [{ customer_id: e.customer_id, to: 'drop' as const }] : [],
    );
    const lapsed = await afterMoves(ctx, { as_of: until, by }, later, moves);
    const nowOf = new Map(now.map((row) => [`${row.group}/${row.tier}`, row]));
    return lapsed.flatMap(({ row, base, held, quota: after }) => {
      const today = nowOf.get(`${row.group}/${row.tier}`);
      if (!today) return [];
      return [
        {
          group: row.group,
          tier: row.tier,
          base: today.base,
          held: today.held,
          places: today.places,
          headroom: today.headroom,
          status: today.status,
          base_later: row.base,
          held_later: row.held,
          places_later: row.places,
          headroom_later: row.headroom,
          status_later: row.status,
          base_lapsed: base,
          held_lapsed: held,
          places_lapsed: after.places,
          headroom_lapsed: after.headroom,
          status_lapsed: after.status,
        },
      ];
    });
  },
});
