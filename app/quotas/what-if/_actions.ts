'use server';
import { revalidatePath } from 'next/cache';
import { getTranslations } from 'next-intl/server';
import { z } from 'zod';
import { type FormState, fieldText } from '@/app/_components/ui/form';
import { isDate } from '@/lib/rules/period';
import { readMove } from '@/lib/rules/quota_what_if';
import { keepScenario, removeScenario, restoreScenario } from '@/lib/work/scenarios';
import { openWorkStore } from '@/lib/work/store';

const movesSchema = z.array(z.string());

/** Keeps the scratch copy under a name; what it starts from and its own moves become one list. */
export async function keep(_: FormState, form: FormData): Promise<FormState> {
  const t = await getTranslations('what_if.keep');
  const [by, name] = [fieldText(form, 'by').trim(), fieldText(form, 'name').trim()];
  if (by === '') return { problem: t('whoMissing'), done: null };
  if (name === '') return { problem: t('nameMissing'), done: null };
  const moves = movesSchema.parse(JSON.parse(fieldText(form, 'moves') || '[]'));
  const asOf = fieldText(form, 'as_of');
  if (moves.length === 0 || !moves.every(readMove) || !isDate(asOf)) {
    return { problem: t('nothing'), done: null };
  }
  await keepScenario(await openWorkStore(), { name, asOf, moves, by, why: fieldText(form, 'why') });
  revalidatePath('/quotas/what-if');
  return { problem: null, done: t('done', { name }) };
}

export async function remove(id: number, by: string): Promise<void> {
  await removeScenario(await openWorkStore(), id, by);
  revalidatePath('/quotas/what-if');
}

export async function restore(id: number): Promise<void> {
  await restoreScenario(await openWorkStore(), id);
  revalidatePath('/quotas/what-if');
}
