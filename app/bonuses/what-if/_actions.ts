'use server';
import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { type FormState, fieldText as text } from '@/app/_components/ui/form';
import { currentViewer } from '@/app/_lib/context';
import { readInBackground } from '@/app/_lib/drops';
import { receiveFile } from '@/lib/import/drop-files';
import { newDrop } from '@/lib/import/drops';
import { openData } from '@/lib/reports/open';
import { isDate } from '@/lib/rules/period';
import { PolicyValueError, setPolicyValues, withdrawPolicyValues } from '@/lib/work/policy';
import { openWorkStore } from '@/lib/work/store';
import { coefficientsCsv, coefficientsFile } from './_coefficients';

export interface Adopted extends FormState {
  /** What was set, so that it can be taken back at once. */
  set?: { parameters: string[]; from: string; by: string };
}

const problem = (told: string): Adopted => ({ problem: told, done: null });

async function told(error: unknown): Promise<Adopted> {
  if (!(error instanceof PolicyValueError)) throw error;
  return problem((await getLocale()) === 'en' ? error.en : error.zh);
}

/** Makes the values tried those of the company from a day on: all of them or none, through the checks of the policy. */
export async function adoptValues(_: Adopted, form: FormData): Promise<Adopted> {
  const t = await getTranslations('bonus_what_if.adopt');
  const by = text(form, 'by').trim();
  if (by === '') return problem(t('whoMissing'));
  const from = text(form, 'from');
  const parameters = form.getAll('parameter').map(String);
  const values = parameters.map((parameter) => ({
    parameter,
    from,
    value: text(form, `value:${parameter}`),
  }));
  try {
    await setPolicyValues(await openWorkStore(), values, { by, why: text(form, 'why') });
  } catch (error) {
    return told(error);
  }
  revalidatePath('/', 'layout');
  return { problem: null, done: t('done', { n: values.length, from }), set: { parameters, from, by } };
}

/** Takes back what was just adopted: the values before it hold again, and the rows stay with who and why. */
export async function takeBack(set: NonNullable<Adopted['set']>): Promise<Adopted> {
  const t = await getTranslations('bonus_what_if.adopt');
  const values = set.parameters.map((parameter) => ({ parameter, from: set.from }));
  try {
    await withdrawPolicyValues(await openWorkStore(), values, { by: set.by, why: t('undone') });
  } catch (error) {
    return told(error);
  }
  revalidatePath('/', 'layout');
  return { problem: null, done: t('takenBack', { from: set.from }) };
}

/** Puts the coefficients tried into a file of the register of coefficients and shows what loading it would change. */
export async function previewCoefficients(_: Adopted, form: FormData): Promise<Adopted> {
  const t = await getTranslations('bonus_what_if.adopt');
  const from = text(form, 'from');
  if (!isDate(from)) return problem(t('dayMissing'));
  const csv = coefficientsCsv(form.getAll('coefficient').map(String), from);
  if (csv === null) return problem(t('coefficientsUnknown'));
  const db = await openData();
  const drop = newDrop(db.dir, currentViewer().name);
  const body = (async function* () {
    yield Buffer.from(csv, 'utf8');
  })();
  const received = await receiveFile(db.dir, drop, coefficientsFile(from), body, {
    maxBytes: 1_000_000,
    declared: null,
  });
  await readInBackground(db, received);
  redirect(`/imports/new?drop=${received.id}`);
}
