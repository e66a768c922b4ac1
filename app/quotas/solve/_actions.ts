'use server';
import { getTranslations } from 'next-intl/server';
import { z } from 'zod';
import { pageContext } from '@/app/_lib/context';
import { type Decided, decided } from '@/app/_lib/decided';
import { readParams } from '@/lib/reports/params';
import { quotaSolution } from '@/lib/reports/quota_solution';
import { takeBack, takeOver } from '@/lib/reports/quota_takeover';

/** The choice as the address of its report has it: `?period=…&alternative=…`. */
function choiceOf(question: string) {
  const query = new URLSearchParams(question);
  const given = Object.fromEntries([...new Set(query.keys())].map((key) => [key, query.getAll(key)]));
  return readParams(quotaSolution.params, given);
}

const taking = z.object({
  question: z.string().max(4000),
  wanted: z.union([
    z.object({ customers: z.array(z.string().min(1)).min(1).max(100_000) }),
    z.object({ department: z.string().nullable() }),
  ]),
  by: z.string().max(100),
  effective_on: z.string().max(20),
  reason: z.string().max(2000).nullable(),
});

/** decides in the review round as the solver chose. */
export async function take(asked: z.infer<typeof taking>): Promise<Decided> {
  const { question, wanted, ...how } = taking.parse(asked);
  const [ctx, t] = await Promise.all([pageContext(), getTranslations('solve.takeover')]);
  return decided(async () => {
    const made = await takeOver(ctx, choiceOf(question), wanted, { ...how, today: ctx.today });
    const { ids, accepted, overridden, left } = made;
    return { done: t('done', { n: ids.length, accepted, overridden, left }), ids };
  });
}

const takingBack = z.object({
  question: z.string().max(4000),
  ids: z.array(z.number().int()).min(1).max(100_000),
  by: z.string().max(100),
});

/** Takes all of it back at once; the decisions stay on record. */
export async function undoTake(asked: z.infer<typeof takingBack>): Promise<Decided> {
  const { question, ids, by } = takingBack.parse(asked);
  const [ctx, t] = await Promise.all([pageContext(), getTranslations('decide')]);
  return decided(async () => {
    const d = { by, why: t('undoWhy'), today: ctx.today };
    return { done: t('revoked', { n: await takeBack(ctx, choiceOf(question), ids, d) }) };
  });
}
