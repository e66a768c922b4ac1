'use server';
import { revalidatePath } from 'next/cache';
import { getLocale, getTranslations } from 'next-intl/server';
import { PolicyValueError, setPolicyValues, withdrawPolicyValue } from '@/lib/work/policy';
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
