'use server';
import { revalidatePath } from 'next/cache';
import { getLocale, getTranslations } from 'next-intl/server';
import { ownershipFindings } from '@/lib/reports/ownership_findings';
import { rowsOf } from '@/lib/reports/run';
import { DecisionError } from '@/lib/work/decision_error';
import {
  type DecidedFinding,
  decidedFindings,
  decideOwners,
  findingKey,
  withdrawOwnerDecisions,
} from '@/lib/work/ownership';
import { openWorkStore } from '@/lib/work/store';
import { pageContext, today } from '../_lib/context';
import { keyOf } from './_model';

export interface Decided {
  problem: string | null;
  done: string | null;
  /** Numbers of what was kept, for taking it back. */
  ids: number[];
}

const nothing = (problem: string): Decided => ({ problem, done: null, ids: [] });

async function kept(work: () => Promise<{ done: string; ids: number[] }>): Promise<Decided> {
  try {
    const result = await work();
    revalidatePath('/', 'layout');
    return { problem: null, ...result };
  } catch (error) {
    if (!(error instanceof DecisionError)) throw error;
    return nothing((await getLocale()) === 'en' ? error.en : error.zh);
  }
}

/**
 * Decides findings: each for its proposed owner, or all for one named.
 * @param asked.keys of the findings as the page shows them on the as-of date; what is not among them is refused
 */
export async function decideOwner(asked: {
  as_of: string;
  keys: readonly string[];
  /** Null: whom the proposal names. */
  owner: string | null;
  by: string;
  why: string;
}): Promise<Decided> {
  const t = await getTranslations('ownership.decide');
  const ctx = await pageContext();
  const rows = await rowsOf(ownershipFindings, ctx, ownershipFindings.params.parse({ as_of: asked.as_of }));
  const wanted = new Set(asked.keys);
  const chosen = rows.filter(
    (r) =>
      wanted.has(keyOf(r)) &&
      (r.to_decide || r.decision !== null) &&
      decidedFindings.some((f) => f === r.finding),
  );
  if (chosen.length === 0) return nothing(t('gone'));
  const unnamed = chosen.filter((r) => asked.owner === null && r.proposed_owner === null);
  if (unnamed.length > 0) return nothing(t('noProposal', { name: unnamed[0]?.name ?? '' }));
  return kept(async () => {
    const ids = await decideOwners(
      await openWorkStore(ctx.db.dir),
      chosen.map((r) => ({
        customer_id: r.customer_id,
        finding: r.finding as DecidedFinding,
        other_customer_id: r.other_customer_id,
        owner: asked.owner ?? r.proposed_owner ?? '',
        previous_owner: r.owner,
        proposed_owner: r.proposed_owner,
      })),
      { by: asked.by, why: asked.why, today: today() },
    );
    const keys = new Set(chosen.map(findingKey));
    return { done: t('done', { n: keys.size }), ids };
  });
}

/** Takes decisions back; they stay in the history. */
export async function withdrawOwner(asked: {
  ids: readonly number[];
  by: string;
  why: string;
}): Promise<Decided> {
  const t = await getTranslations('ownership.decide');
  const ctx = await pageContext();
  return kept(async () => {
    const n = await withdrawOwnerDecisions(await openWorkStore(ctx.db.dir), asked.ids, {
      by: asked.by,
      why: asked.why,
    });
    return { done: t('withdrawn', { n }), ids: [] };
  });
}
