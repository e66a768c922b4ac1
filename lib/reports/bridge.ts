/** How the open pipeline came from one day to another (F-02, F-03). */
import { bridgeMovements } from '@/lib/queries/bridge';
import { type Movement, movements } from '@/lib/rules/bridge';
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
    const found = await bridgeMovements(ctx.db, { ...bridgeDays(p), ...seenBy(ctx.viewer, p) });
    return movements.map((movement) => {
      const row = found.find((r) => r.movement === movement);
      return { movement, count: row?.count ?? 0, amount: row?.amount ?? '0.00' };
    });
  },
});
