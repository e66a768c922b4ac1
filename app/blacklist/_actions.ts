'use server';
import { getTranslations } from 'next-intl/server';
import { z } from 'zod';
import { type FormState, fieldText } from '@/app/_components/ui/form';
import { pageContext } from '@/app/_lib/context';
import { type Decided, decided } from '@/app/_lib/decided';
import { blacklist } from '@/lib/reports/blacklist';
import { lift, propose } from '@/lib/reports/blacklist-keeping';
import { rowsOf } from '@/lib/reports/run';
import { confirmListing, rejectListing, undoLift, undoListing } from '@/lib/work/blacklist';
import { file } from '@/lib/work/review_rounds';
import { openWorkStore } from '@/lib/work/store';

const text = z.string().max(2000);
const scope = z.enum(['department', 'company']);
const step = z.discriminatedUnion('step', [
  z.object({
    step: z.literal('propose'),
    customer_id: text,
    scope,
    department: text.nullable(),
    reason: text,
    period: text.nullable(),
  }),
  z.object({ step: z.literal('confirm'), id: z.number().int() }),
  z.object({ step: z.literal('reject'), id: z.number().int(), why: text }),
  z.object({
    step: z.literal('lift'),
    customer_id: text,
    scope,
    department: text.nullable(),
    listed_on: text,
    why: text,
  }),
  z.object({ step: z.literal('undo'), id: z.number().int() }),
  z.object({ step: z.literal('undo_lift'), id: z.number().int() }),
]);
export type ListStep = z.infer<typeof step>;

/** What was done, and the step that undoes it. */
export interface ListDone extends Decided {
  undo: ListStep | null;
}

/** One step of keeping the lists: propose, confirm, turn down, lift, or undo the last one. */
export async function keep(asked: ListStep, by: string): Promise<ListDone> {
  const s = step.parse(asked);
  const [ctx, t] = await Promise.all([pageContext(), getTranslations('listing')]);
  const store = await openWorkStore(ctx.db.dir);
  const d = { by: text.parse(by), today: ctx.today };
  let undo: ListStep | null = null;
  const done = await decided(async () => {
    switch (s.step) {
      case 'propose': {
        const { step: _, ...entry } = s;
        undo = { step: 'undo', id: await propose(ctx, entry, d) };
        return { done: t('done.propose') };
      }
      case 'confirm':
        await confirmListing(store, s.id, d);
        undo = { step: 'undo', id: s.id };
        return { done: t('done.confirm', { day: ctx.today }) };
      case 'reject':
        await rejectListing(store, s.id, s.why, d);
        undo = { step: 'undo', id: s.id };
        return { done: t('done.reject') };
      case 'lift': {
        const { step: _, why, ...entry } = s;
        const by = await lift(ctx, entry, why, d);
        undo = 'lift' in by ? { step: 'undo_lift', id: by.lift } : { step: 'undo', id: by.entry };
        return { done: t('done.lift', { day: ctx.today }) };
      }
      case 'undo':
        await undoListing(store, s.id, d);
        return { done: t('done.undo') };
      case 'undo_lift':
        await undoLift(store, s.id, d);
        return { done: t('done.undo') };
    }
  });
  return { ...done, undo };
}

/** records that a list was handed to the marketing division. */
export async function fileList(_: FormState, form: FormData): Promise<FormState> {
  const [ctx, t] = await Promise.all([pageContext(), getTranslations('listing')]);
  const department = fieldText(form, 'department') || null;
  const { problem, done } = await decided(async () => {
    const rows = (await rowsOf(blacklist, ctx, { as_of: ctx.today })).filter(
      (r) => r.removed_on === null && r.department === department,
    );
    await file(
      await openWorkStore(ctx.db.dir),
      { kind: 'blacklist', period: null, department, rows: rows.length },
      { by: fieldText(form, 'by'), today: ctx.today },
    );
    return { done: t('done.file') };
  });
  return { problem, done };
}
