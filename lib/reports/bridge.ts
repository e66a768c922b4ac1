/** How the open pipeline came from one day to another (F-02, F-03). */
import { z } from 'zod';
import { bridgeMovements } from '@/lib/queries/bridge';
import { type Movement, movements } from '@/lib/rules/bridge';
import { compareGroups, splits } from '@/lib/rules/funnel_groups';
import { column } from './columns';
import { seenBy } from './funnel_seen';
import { asOf, BadParameterError, filters } from './params';
import { defineReport } from './report';

export interface BridgeRow {
  movement: Movement;
  count: number;
  amount: string;
}

/** @throws BadParameterError where the first day is not before the last */
export function bridgeDays(p: { from: string; as_of: string }): { from: string; as_of: string } {
  if (p.from >= p.as_of) throw new BadParameterError('from', `expected a day before ${p.as_of}`);
  return { from: p.from, as_of: p.as_of };
}

/**
 * One row a movement, each of them, 0 where there is none. `from` is the day at whose end it opens, `as_of` that at
 * whose end it closes. Amounts are yuan and above 0. An amount at a day is what had been loaded by then; for days
 * before the first import, what was loaded first. A signed one leaves at its signed amount, a lost one at what was
 * expected last, so what the signing added or took is grown or shrunk.
 */
export const bridge = defineReport({
  name: 'bridge',
  params: { from: asOf, as_of: asOf, ...filters },
  columns: [column.code('movement', 'movement'), column.integer('count'), column.money('amount')],
  rules: ['F-02', 'F-03'],
  run: async (ctx, p): Promise<BridgeRow[]> => {
    const found = await bridgeMovements(ctx.db, { by: 'none', ...bridgeDays(p), ...seenBy(ctx.viewer, p) });
    return movements.map((movement) => {
      const row = found.find((r) => r.movement === movement);
      return { movement, count: row?.count ?? 0, amount: row?.amount ?? '0.00' };
    });
  },
});

export type BridgeGroup = { group: string | null; open: number } & Record<`${Movement}_amount`, string>;

/**
 * One row a group of the split that anything moved in or that was open: the bars of its bridge in yuan, above 0, and how
 * many are `open` at its end. The groups add up to the bridge of the whole, bar by bar; what has no group is last.
 */
export const bridgeGroups = defineReport({
  name: 'bridge_groups',
  params: { from: asOf, as_of: asOf, by: z.enum(splits).default('grade'), ...filters },
  columns: [
    column.text('group'),
    column.money('opening_amount'),
    column.money('new_amount'),
    column.money('grown_amount'),
    column.money('shrunk_amount'),
    column.money('signed_amount'),
    column.money('lost_amount'),
    column.money('closing_amount'),
    column.integer('open'),
  ],
  rules: ['F-02', 'F-03', 'F-04'],
  run: async (ctx, { by, ...p }): Promise<BridgeGroup[]> => {
    const found = await bridgeMovements(ctx.db, { by, ...bridgeDays(p), ...seenBy(ctx.viewer, p) });
    const groups = [...new Set(found.map((r) => r.group))].sort((a, b) => compareGroups(by, a, b));
    return groups.map((group) => {
      const own = found.filter((r) => r.group === group);
      const amounts = movements.map((movement) => [
        `${movement}_amount`,
        own.find((r) => r.movement === movement)?.amount ?? '0.00',
      ]);
      return {
        group,
        open: own.find((r) => r.movement === 'closing')?.count ?? 0,
        ...(Object.fromEntries(amounts) as Record<`${Movement}_amount`, string>),
      };
    });
  },
});
