/** What reports of visits hand to their queries: days, methods, deadlines, filters and scope. */
import { z } from 'zod';
import { earlier, parsePeriod, parseWeek } from '@/lib/rules/period';
import { dueAfter } from '@/lib/rules/visits';
import { seenBy } from './funnel_seen';
import { BadParameterError } from './params';
import type { ReportContext } from './report';

/** T-04: a month, quarter, half-year, year, or an ISO week like 2026-W31. */
export const visitPeriod = z
  .string()
  .refine(
    (s) => parsePeriod(s) !== null || parseWeek(s) !== null,
    'expected a period like 2026-03, 2026Q1, 2026H1 or 2026, or a week like 2026-W31',
  );

/** First and last day of a period or an ISO week. */
export function visitDays(name: string): { start: string; end: string } {
  const period = parsePeriod(name) ?? parseWeek(name);
  if (!period)
    throw new BadParameterError('period', 'expected a period like 2026-03 or a week like 2026-W31');
  return period;
}

type Seen = Parameters<typeof seenBy>[1] & { period: string; as_of: string };

/** The days and customers of a question, without the deadlines of minutes. */
export function visitScopeOf(ctx: ReportContext, p: Seen) {
  const { start, end } = visitDays(p.period);
  const policy = ctx.policy.on(p.as_of);
  const seen = seenBy(ctx.viewer, p);
  return {
    from: start,
    until: earlier(end, p.as_of),
    as_of: p.as_of,
    face_to_face: [...policy['visit.face_to_face']],
    ...seen,
    unfiltered: Object.values(seen).every((list) => list === null),
  };
}

/** The same with what minutes (V-02) and strikes (V-07) are judged by. */
export function visitQuestion(ctx: ReportContext, p: Seen) {
  const policy = ctx.policy.on(p.as_of);
  const scope = visitScopeOf(ctx, p);
  const rule = { calendar: ctx.calendar, within: policy['visit.minutes_within'] };
  return {
    ...scope,
    due_after: dueAfter(scope.from, scope.until, rule),
    strike_days: policy['visit.strike_days'],
  };
}
