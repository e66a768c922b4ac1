/**
 * What is read before anybody asks: figures of the whole company on which pages stand and which change with the data
 * alone. Without it the first visitor after a start or an import would wait for seconds, and every next department anew.
 */
import { periodOf } from '@/lib/rules/period';
import { customerRanks } from './customer_ranks';
import { customerYears } from './customer_years';
import { spansOf } from './demotions';
import type { DayContext } from './open';
import { quota } from './quota';
import { reviewMeasures } from './review_measures';
import { rowsOf } from './rows';

const KEY = Symbol.for('tierline.prepared');

function prepared(): Map<string, string> {
  const g = globalThis as unknown as Record<symbol, Map<string, string> | undefined>;
  g[KEY] ??= new Map();
  return g[KEY];
}

/**
 * Reads once for each version of the data and each day: the bases of all products, what each customer bought in the
 * year, and what the ledger says of the last half-years: for reviews and for the clocks of demotions. What cannot be read is told when it is asked for.
 */
export async function prepareData(ctx: DayContext): Promise<void> {
  const { db, data, defaultAsOf: as_of } = ctx;
  if (data.through === null) return;
  const version = JSON.stringify([db.dataVersion(), ctx.policy.version, as_of]);
  if (prepared().get(db.dir) === version) return;
  prepared().set(db.dir, version);
  const half = periodOf(as_of, 'half');
  const { running, last, span } = spansOf(as_of);
  const work = [
    () => rowsOf(quota, ctx, { as_of, by: 'department' as const }),
    () => rowsOf(quota, ctx, { as_of, by: 'product' as const }),
    () => customerYears(ctx, as_of),
    () => customerRanks(ctx, as_of),
    () => reviewMeasures(ctx, as_of === half.end ? half : last, null),
    ...[last, running, span].map((period) => () => reviewMeasures(ctx, period, null)),
  ];
  for (const read of work) {
    try {
      await read();
    } catch {
      return;
    }
  }
}
