/**
 * A mark of each closed period: of the loaded rows and the policy that its figures rest on. An import of another month,
 * or a decision, leaves it as it is; so a closed period is compared anew only when something in it may have moved (B-12).
 */
import { bonusMarksOf } from '@/lib/queries/bonus_run';
import { parameterNames } from '@/lib/rules/parameters';
import { checkedPeriod } from './bonus_people';
import { remember } from './cache';
import type { ReportContext } from './report';

/** Parameters by which a bonus is computed; those of other rules move none. */
const bears = parameterNames.filter((name) => /^(award|bonus|fine|parts)\./.test(name));

/** The marks of some periods, by period. */
export async function marksOf(
  ctx: ReportContext,
  periods: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const asked = periods.map(checkedPeriod);
  const question = {
    periods: asked.map((p) => p.name),
    starts: asked.map((p) => p.start),
    ends: asked.map((p) => p.end),
    categories: asked.map((p) =>
      p.grain === 'half' ? ctx.policy.on(p.end)['bonus.no_repeat_category'] : '',
    ),
  };
  const key = JSON.stringify(['bonus_marks', ctx.db.dir, ctx.db.dataVersion(), question]);
  const rows = await remember(key, () => bonusMarksOf(ctx.db, question));
  const loaded = new Map(rows.map((r) => [r.period, r.mark]));
  return new Map(
    asked.map(({ name, end }) => {
      const values = bears.map((parameter) => ctx.policy.valueOn(parameter, end).value);
      return [name, JSON.stringify([loaded.get(name), values])];
    }),
  );
}
