/** Quotas before and after customers rise, fall, come in or leave in a scratch copy. */
import { z } from 'zod';
import { quotaScratch } from '@/lib/queries/quota_ahead';
import { addDays } from '@/lib/rules/period';
import {
  type Counts,
  countsAfter,
  deedOf,
  lastMoves,
  type Move,
  quotaBy as quotaOfCounts,
  readMove,
} from '@/lib/rules/quota_what_if';
import { scenario } from '@/lib/work/scenarios';
import { openWorkStore } from '@/lib/work/store';
import { column } from './columns';
import { asOf, BadParameterError, filters, many } from './params';
import { groupOf, quota, quotaBy } from './quota';
import { defineReport, type ReportContext } from './report';
import { scopeParams } from './viewer';

const scratch = {
  as_of: asOf,
  /** Repeatable: `<customer number>:vip|preferred|qualified|drop`; the later one of a customer counts. */
  move: many,
  /** A kept one to start from; its moves come first. */
  scenario: z
    .string()
    .regex(/^\d{1,9}$/, 'expected the number of a kept scenario')
    .optional(),
};

interface Scratch {
  as_of: string;
  move?: string[] | undefined;
  scenario?: string | undefined;
}

/**
 * The moves of a scratch copy: those of the kept one that it starts from, then its own.
 * @throws BadParameterError where a move is none, or nobody kept a scenario of that number
 */
export async function movesOf(ctx: ReportContext, p: Scratch): Promise<Move[]> {
  const kept =
    p.scenario === undefined ? null : await scenario(await openWorkStore(ctx.db.dir), Number(p.scenario));
  if (p.scenario !== undefined && !kept)
    throw new BadParameterError('scenario', `${p.scenario} was never kept`);
  return [...(kept?.moves ?? []), ...(p.move ?? [])].map((text) => {
    const move = readMove(text);
    if (!move) throw new BadParameterError('move', `"${text}" is no move; expected like C0012:vip`);
    return move;
  });
}

type Facts = Awaited<ReturnType<typeof quotaScratch>>[number];

/** What is known on a day of the customers that are moved. */
export const factsOfMoved = (ctx: ReportContext, as_of: string, moves: readonly Move[]): Promise<Facts[]> =>
  quotaScratch(ctx.db, {
    as_of,
    sold_from: addDays(as_of, 1 - ctx.policy.on(as_of)['quota.product_days']),
    customers: lastMoves(moves).map((m) => m.customer_id),
    ...scopeParams(ctx.viewer),
  });

/** The groups of each split that a customer counts in. */
const groupsOf: Record<z.infer<typeof quotaBy>, (c: Facts) => (string | null)[]> = {
  department: (c) => [c.department],
  product: (c) => c.products.map((p) => p || null),
  department_product: (c) => c.products.map((p) => groupOf(c.department, p || null)),
};

type QuotaRow = Awaited<ReturnType<typeof quota.run>>[number];

/** Each quota of a day before and after the moves; rows of `quota` of that day and split, both tiers. */
export async function afterMoves(
  ctx: ReportContext,
  p: { as_of: string; by: z.infer<typeof quotaBy> },
  rows: readonly QuotaRow[],
  moves: readonly Move[],
) {
  const policy = ctx.policy.on(p.as_of);
  const before = new Map<string | null, Counts>();
  for (const row of rows) {
    const counts = before.get(row.group) ?? { base: row.base, vip: 0, preferred: 0 };
    counts[row.tier] = row.held;
    before.set(row.group, counts);
  }
  const after =
    moves.length === 0
      ? before
      : countsAfter(before, await factsOfMoved(ctx, p.as_of, moves), moves, groupsOf[p.by]);
  return rows.map((row) => {
    const counts = after.get(row.group) ?? { base: row.base, vip: 0, preferred: 0 };
    return {
      row,
      base: counts.base,
      held: counts[row.tier],
      quota: quotaOfCounts(counts, row.tier, policy, p.by === 'department'),
    };
  });
}

export const quotaWhatIf = defineReport({
  name: 'quota_what_if',
  params: { ...scratch, by: quotaBy, ...filters },
  columns: [
    column.text('group'),
    column.code('tier', 'tier'),
    column.rate('limit'),
    column.integer('base'),
    column.integer('held'),
    column.integer('places'),
    column.integer('headroom'),
    column.code('status', 'quota_status'),
    column.integer('base_after'),
    column.integer('held_after'),
    column.integer('places_after'),
    column.integer('headroom_after'),
    column.code('status_after', 'quota_status'),
  ],
  rules: ['Q-02', 'Q-03', 'Q-04', 'Q-05', 'Q-06'],
  run: async (ctx, { move, scenario, tier, ...p }) => {
    const [rows, moves] = await Promise.all([
      quota.run(ctx, p),
      movesOf(ctx, { as_of: p.as_of, move, scenario }),
    ]);
    const all = await afterMoves(ctx, p, rows, moves);
    return all
      .filter(({ row }) => !tier?.length || tier.includes(row.tier))
      .map(({ row: { share: _, ...row }, base, held, quota: after }) => ({
        ...row,
        base_after: base,
        held_after: held,
        places_after: after.places,
        headroom_after: after.headroom,
        status_after: after.status,
      }));
  },
});

/** One row a customer that is moved, and what its last move does; a number that is unknown or out of sight has none. */
export const quotaMoves = defineReport({
  name: 'quota_moves',
  params: scratch,
  columns: [
    column.text('customer_id'),
    column.text('name'),
    column.text('department'),
    column.text('owner'),
    column.code('grade', 'grade'),
    column.code('tier', 'tier'),
    column.code('scratch_tier', 'scratch_tier'),
    column.code('deed', 'deed'),
  ],
  rules: ['Q-06'],
  run: async (ctx, p) => {
    const moves = await movesOf(ctx, p);
    if (moves.length === 0) return [];
    const facts = new Map((await factsOfMoved(ctx, p.as_of, moves)).map((c) => [c.customer_id, c]));
    return lastMoves(moves).flatMap(({ customer_id, to }) => {
      const c = facts.get(customer_id);
      if (!c) return [];
      const { name, department, owner, grade, tier } = c;
      return [{ customer_id, name, department, owner, grade, tier, scratch_tier: to, deed: deedOf(c, to) }];
    });
  },
});
