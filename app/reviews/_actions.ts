'use server';
import { getTranslations } from 'next-intl/server';
import { z } from 'zod';
import { type FormState, fieldText } from '@/app/_components/ui/form';
import { pageContext } from '@/app/_lib/context';
import { type Decided, decided } from '@/app/_lib/decided';
import { halfPeriod } from '@/lib/reports/params';
import { decideCases, decideReview, fileRound, revokeDecisions, signRound } from '@/lib/reports/review-round';
import { openAgain } from '@/lib/work/review_rounds';
import { openWorkStore } from '@/lib/work/store';

const asking = z.object({
  /** Null: open demotion cases, outside of a review. */
  period: halfPeriod.nullable(),
  customers: z.array(z.string().min(1)).min(1).max(100_000),
  /** Null accepts what is proposed. */
  tier: z.string().nullable(),
  by: z.string().max(100),
  effective_on: z.string().max(20),
  reason: z.string().max(2000).nullable(),
});

/** accepts proposals, or decides otherwise with a reason. */
export async function decide(asked: z.infer<typeof asking>): Promise<Decided> {
  const { period, customers, tier, ...how } = asking.parse(asked);
  const [ctx, t] = await Promise.all([pageContext(), getTranslations('decide')]);
  const d = { ...how, today: ctx.today };
  return decided(async () => {
    const ids =
      period === null
        ? await decideCases(ctx, { customers, tier }, d)
        : await decideReview(ctx, { period, customers, tier }, d);
    return { done: t(tier === null ? 'accepted' : 'overridden', { n: ids.length }), ids };
  });
}

const revoking = z.object({
  ids: z.array(z.number().int()).min(1).max(100_000),
  by: z.string().max(100),
  why: z.string().max(2000),
});

/** Takes decisions back; they stay on record. */
export async function revoke(asked: z.infer<typeof revoking>): Promise<Decided> {
  const { ids, by, why } = revoking.parse(asked);
  const [ctx, t] = await Promise.all([pageContext(), getTranslations('decide')]);
  return decided(async () => {
    const n = await revokeDecisions(ctx, ids, { by, why, today: ctx.today });
    return { done: t('revoked', { n }) };
  });
}

const asForm = ({ problem, done }: Decided): FormState => ({ problem, done });
const roundOf = (form: FormData) => ({
  period: halfPeriod.parse(fieldText(form, 'period')),
  department: fieldText(form, 'department') || null,
});

/** signs a department's review off. */
export async function sign(_: FormState, form: FormData): Promise<FormState> {
  const [ctx, t] = await Promise.all([pageContext(), getTranslations('decide')]);
  const how = { by: fieldText(form, 'by'), reason: fieldText(form, 'reason'), today: ctx.today };
  return asForm(
    await decided(async () => {
      await signRound(ctx, roundOf(form), how);
      return { done: t('signed') };
    }),
  );
}

/** Opens a signed review again. */
export async function reopen(_: FormState, form: FormData): Promise<FormState> {
  const [ctx, t] = await Promise.all([pageContext(), getTranslations('decide')]);
  return asForm(
    await decided(async () => {
      const store = await openWorkStore(ctx.db.dir);
      await openAgain(store, roundOf(form), { by: fieldText(form, 'by'), why: fieldText(form, 'why') });
      return { done: t('reopened') };
    }),
  );
}

/** records that a signed review was handed to the marketing division. */
export async function fileNow(_: FormState, form: FormData): Promise<FormState> {
  const [ctx, t] = await Promise.all([pageContext(), getTranslations('decide')]);
  return asForm(
    await decided(async () => {
      await fileRound(ctx, roundOf(form), { by: fieldText(form, 'by'), today: ctx.today });
      return { done: t('filed') };
    }),
  );
}
