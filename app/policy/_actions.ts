'use server';
import { revalidatePath } from 'next/cache';
import { getLocale, getTranslations } from 'next-intl/server';
import { PolicyValueError, setPolicyValues, tryPolicyValues, withdrawPolicyValue } from '@/lib/work/policy';
import { openWorkStore } from '@/lib/work/store';
import { type FormState, fieldText as text } from '../_components/ui/form';

/** Runs a change of the policy and words what came of it. The framework refuses a foreign origin. */
async function change(work: () => Promise<string>): Promise<FormState> {
  try {
    const done = await work();
    revalidatePath('/', 'layout');
    return { problem: null, done };
  } catch (error) {
    if (!(error instanceof PolicyValueError)) throw error;
    return { problem: (await getLocale()) === 'en' ? error.en : error.zh, done: null };
  }
}

/** What the form's values would come to, before anything is kept. */
export interface Tried {
  /** Sentences with the first day on which values do not fit each other, or why one cannot stand. */
  wrong: string[];
}

/** Tries the values of the form against everything that holds on any day; nothing is kept. */
export async function tryValue(_: Tried | null, form: FormData): Promise<Tried> {
  const english = (await getLocale()) === 'en';
  const told = (one: { zh: string; en: string }) => (english ? one.en : one.zh);
  const from = text(form, 'from');
  const values = form
    .getAll('parameter')
    .map(String)
    .map((parameter) => ({ parameter, from, value: text(form, `value:${parameter}`) }));
  try {
    return { wrong: (await tryPolicyValues(await openWorkStore(), values)).map(told) };
  } catch (error) {
    if (!(error instanceof PolicyValueError)) throw error;
    return { wrong: [told(error)] };
  }
}

/** Sets a value from a day on; several at once where they have to fit each other. */
export async function setValue(_: FormState, form: FormData): Promise<FormState> {
  const t = await getTranslations('policy');
  const by = text(form, 'by').trim();
  if (by === '') return { problem: t('form.whoMissing'), done: null };
  const names = form.getAll('parameter').map(String);
  const from = text(form, 'from');
  return change(async () => {
    const values = names.map((parameter) => ({ parameter, from, value: text(form, `value:${parameter}`) }));
    await setPolicyValues(await openWorkStore(), values, { by, why: text(form, 'why') });
    return t('form.done', { from });
  });
}

/** Withdraws what the company set from a day on; the value before it holds again. */
export async function withdrawValue(_: FormState, form: FormData): Promise<FormState> {
  const t = await getTranslations('policy');
  const by = text(form, 'by').trim();
  if (by === '') return { problem: t('form.whoMissing'), done: null };
  const value = { parameter: text(form, 'parameter'), from: text(form, 'from'), by, why: text(form, 'why') };
  return change(async () => {
    const found = await withdrawPolicyValue(await openWorkStore(), value);
    return t(found ? 'form.withdrawn' : 'form.nothingToWithdraw', { from: value.from });
  });
}
