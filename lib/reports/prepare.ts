/**
 * What is read before anybody asks: figures of the whole company on which pages stand and which change with the data
 * alone. Without it the first visitor after a start or an import would wait for seconds, and every next department anew.
 */
import { periodOf, stepPeriod } from '@/lib/rules/period';
import { readAhead } from './ahead';
import { customerRanks } from './customer_ranks';
import { spansOf } from './demotions';
import { idleJudged } from './idle_judged';
import type { DayContext } from './open';
import { decidersMetOf, opportunitiesOf } from './opportunities_kept';
import { quota } from './quota';
import { changesLeft } from './review_counts';
import { reviewMeasures } from './review_measures';
import { rowsOf } from './rows';
import { twelveMonths } from './twelve_months';
import { visitsCounted } from './visits';

const KEY = Symbol.for('tierline.prepared');

function prepared(): Map<string, string> {
  const g = globalThis as unknown as Record<symbol, Map<string, string> | undefined>;
  g[KEY] ??= new Map();
  return g[KEY];
}

/**
 * Reads once for each version of the data and each day: the bases of all products, what each customer bought in the
 * year, all opportunities, the visits of the last two complete months, and what the ledger says of the last half-years: for
 * reviews and for the clocks of demotions; then the counts beside the navigation. What cannot be read is told in the log,
 * and tried again with the next page that asks.
 */
export async function prepareData(ctx: DayContext): Promise<void> {
  const { db, data, defaultAsOf: as_of } = ctx;
  if (data.through === null) return;
  const version = JSON.stringify([db.dataVersion(), ctx.policy.version, as_of]);
  if (prepared().get(db.dir) === version) return;
  prepared().set(db.dir, version);
  const half = periodOf(as_of, 'half');
  const thisMonth = periodOf(as_of, 'month');
  const month = as_of === thisMonth.end ? thisMonth : stepPeriod(thisMonth, -1);
  const { running, last, span } = spansOf(as_of);
  const work = [
    () => rowsOf(quota, ctx, { as_of, by: 'department' as const }),
    () => rowsOf(quota, ctx, { as_of, by: 'product' as const }),
    () => twelveMonths(ctx, as_of),
    () => customerRanks(ctx, as_of),
    () => opportunitiesOf(ctx),
    () => decidersMetOf(ctx),
    ...[month, stepPeriod(month, -1)].map(
      ({ name }) =>
        () =>
          visitsCounted(ctx, { period: name, as_of, by: 'salesperson' }),
    ),
    () => reviewMeasures(ctx, as_of === half.end ? half : last, null),
    () => changesLeft(ctx, (as_of === half.end ? half : last).name),
    () => idleJudged(ctx, { as_of }),
    ...[last, running, span].map((period) => () => reviewMeasures(ctx, period, null)),
  ];
  // A version that could not be prepared is one that nobody prepared.
  if (!(await readAhead(work)) && prepared().get(db.dir) === version) prepared().delete(db.dir);
}

/** The bases of products and what customers bought, of other days: where a page of quotas goes next. */
export const prepareQuotas = (ctx: DayContext, days: readonly string[]): Promise<boolean> =>
  readAhead(
    days.flatMap((as_of) => [
      () => rowsOf(quota, ctx, { as_of, by: 'department' as const }),
      () => rowsOf(quota, ctx, { as_of, by: 'product' as const }),
      () => twelveMonths(ctx, as_of),
    ]),
  );
