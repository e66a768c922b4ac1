/** What reports of plans hand to their queries. */
import { earlier } from '@/lib/rules/period';
import { periodBounds } from './funnel_seen';
import { listOrAll, many } from './params';
import type { ReportContext } from './report';
import { scopeParams } from './viewer';

/** Of the filters those that a line of the plan can bear: it names no region, grade or tier. */
export const planFilters = { department: many, owner: many, product: many };

interface Asked {
  period: string;
  as_of: string;
  department?: string[] | undefined;
  owner?: string[] | undefined;
  product?: string[] | undefined;
}

/** The days of a period, what of it is over, filters and scope. */
export function planSpan(ctx: ReportContext, p: Asked) {
  const { from, to } = periodBounds(p.period);
  return {
    from,
    to,
    until: earlier(to, p.as_of),
    face_to_face: [...ctx.policy.on(p.as_of)['visit.face_to_face']],
    departments: listOrAll(p.department),
    owners: listOrAll(p.owner),
    products: listOrAll(p.product),
    ...scopeParams(ctx.viewer),
  };
}
