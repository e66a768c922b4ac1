/** Who became idle between two days, who is idle no longer, and who still is (I-01 to I-09). */
import { z } from 'zod';
import { type IdleReason, idleReasonNames } from '@/lib/rules/idle';
import { column } from './columns';
import type { IdleJudged, JudgedFilters, JudgedRow } from './idle_columns';
import { idleJudged } from './idle_judged';
import { asOf, BadParameterError, filters } from './params';
import { defineReport, type ReportContext } from './report';

export const idleMoveNames = ['became', 'recovered', 'still'] as const;
export type IdleMove = (typeof idleMoveNames)[number];

/** The customers of two days, each judged on its own day. */
export interface TwoDays {
  now: IdleJudged;
  before: IdleJudged;
}

/**
 * Judges two days on one version of the data, so that a place is the same customer in both.
 * @throws BadParameterError where `against` is not before the as-of date
 */
export async function idleOnTwoDays(
  ctx: ReportContext,
  { as_of, against, product }: { as_of: string; against: string; product?: string[] | undefined },
): Promise<TwoDays> {
  if (against >= as_of) throw new BadParameterError('against', `expected a day before ${as_of}`);
  for (;;) {
    const version = ctx.db.dataVersion();
    const [now, before] = await Promise.all([
      idleJudged(ctx, { as_of, product }),
      idleJudged(ctx, { as_of: against, product }),
    ]);
    // An import in between: then one of them is of other customers.
    if (ctx.db.dataVersion() === version) return { now, before };
  }
}

/**
 * How a customer moved between two days, under filters that are asked of each day by itself (tier and reasons are those
 * of that day): what became and what still is are the idle of the later one, what recovered and what still is those of
 * the earlier. Null where it is idle on neither.
 */
export function movesBetween({ now, before }: TwoDays, filters: JudgedFilters) {
  const [inNow, inThen] = [now.outside(filters), before.outside(filters)];
  return (place: number): IdleMove | null => {
    const is = now.isIdle(place) && inNow(place) === 0;
    const was = before.isIdle(place) && inThen(place) === 0;
    if (is) return was ? 'still' : 'became';
    return was ? 'recovered' : null;
  };
}

export type IdleMoveRow = Pick<
  JudgedRow,
  | 'customer_id'
  | 'name'
  | 'department'
  | 'region'
  | 'owner'
  | 'grade'
  | 'last_contact_on'
  | 'last_contact_method'
  | 'last_visit_on'
  | 'last_sale_on'
> & {
  idle_move: IdleMove;
  /** Null where it is watched no longer. */
  tier: string | null;
  due_then: string | null;
  reasons_then: IdleReason[];
  due_on: string | null;
  reasons: IdleReason[];
  /** Yuan. */
  value_then: string | null;
  value_at_stake: string | null;
  class: string | null;
  watched: boolean;
};

/**
 * One row a customer that is idle on one of the days `against` and `as_of` or on both: who became idle, who is no longer,
 * who still is, the most valuable first of each, at the day on which it was idle. Reasons and values of both days stand
 * side by side. `watched` is false of who is idle no longer because it was blacklisted; nothing is said of its later
 * day. `idle_move` keeps some; the other filters are those of `idle`, asked of each day by itself.
 * @throws BadParameterError where `against` is not before the as-of date
 */
export const idleMoves = defineReport({
  name: 'idle_moves',
  params: {
    as_of: asOf,
    against: asOf,
    idle_move: z.array(z.enum(idleMoveNames)).optional(),
    reason: z.array(z.enum(idleReasonNames)).optional(),
    ...filters,
  },
  columns: [
    column.code('idle_move', 'idle_move'),
    column.text('customer_id'),
    column.text('name'),
    column.text('department'),
    column.text('region'),
    column.text('owner'),
    column.code('grade', 'grade'),
    column.code('tier', 'tier'),
    column.list('reasons_then', 'idle_reason'),
    column.date('due_then'),
    column.list('reasons', 'idle_reason'),
    column.date('due_on'),
    column.date('last_contact_on'),
    column.code('last_contact_method', 'method'),
    column.date('last_visit_on'),
    column.date('last_sale_on'),
    column.money('value_then'),
    column.money('value_at_stake'),
    column.code('class', 'class'),
    column.boolean('watched'),
  ],
  rules: ['I-08', 'I-09'],
  run: async (ctx, p): Promise<IdleMoveRow[]> => {
    const days = await idleOnTwoDays(ctx, p);
    const moveOf = movesBetween(days, p);
    const rows: Record<IdleMove, IdleMoveRow[]> = { became: [], recovered: [], still: [] };
    const wanted = (move: IdleMove) => !p.idle_move?.length || p.idle_move.includes(move);
    for (const place of days.now.inOrder()) {
      const move = moveOf(place);
      if (move !== null && move !== 'recovered' && wanted(move)) rows[move].push(rowOf(days, place, move));
    }
    if (wanted('recovered')) {
      for (const place of days.before.inOrder())
        if (moveOf(place) === 'recovered') rows.recovered.push(rowOf(days, place, 'recovered'));
    }
    return idleMoveNames.flatMap((move) => rows[move]);
  },
});

function rowOf({ now, before }: TwoDays, place: number, move: IdleMove): IdleMoveRow {
  const [is, was] = [now.row(place), before.row(place)];
  const [watched, wasWatched] = [now.isWatched(place), before.isWatched(place)];
  return {
    idle_move: move,
    customer_id: is.customer_id,
    name: is.name,
    department: is.department,
    region: is.region,
    owner: is.owner,
    grade: is.grade,
    tier: watched ? is.tier : null,
    reasons_then: was.reasons,
    due_then: was.due_on,
    reasons: is.reasons,
    due_on: is.due_on,
    last_contact_on: is.last_contact_on,
    last_contact_method: is.last_contact_method,
    last_visit_on: is.last_visit_on,
    last_sale_on: is.last_sale_on,
    value_then: wasWatched ? was.value_at_stake : null,
    value_at_stake: watched ? is.value_at_stake : null,
    class: watched ? is.class : null,
    watched,
  };
}
