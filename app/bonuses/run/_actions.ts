'use server';
import { revalidatePath } from 'next/cache';
import { getTranslations } from 'next-intl/server';
import { pageContext } from '@/app/_lib/context';
import { bonusQuarter } from '@/lib/reports/bonus_quarter';
import { closeMonth } from '@/lib/reports/bonus_run_close';
import { unscoped } from '@/lib/reports/bonus_run_due';
import { figuresHash, partsHash } from '@/lib/reports/bonus_run_hash';
import { runPeople } from '@/lib/reports/bonus_run_pay';
import { isWaivable } from '@/lib/rules/bonus_run_findings';
import {
  BonusRunError,
  decideRest,
  type FindingKey,
  takeStep,
  takeStepBack,
  waive,
} from '@/lib/work/bonus_runs';
import { reopenPeriod } from '@/lib/work/bonus_runs_closing';
import { openWorkStore } from '@/lib/work/store';
import { type FormState, fieldText as text } from '../../_components/ui/form';

type Words = Awaited<ReturnType<typeof getTranslations>>;

/** Runs a change of a run and words what came of it. The framework refuses a foreign origin. */
async function change(work: (t: Words) => Promise<string>): Promise<FormState> {
  const t = await getTranslations('bonus_run');
  try {
    const done = await work(t);
    revalidatePath('/', 'layout');
    return { problem: null, done };
  } catch (error) {
    if (!(error instanceof BonusRunError)) throw error;
    return { problem: t(`problem.${error.problem}`, { detail: error.detail }), done: null };
  }
}

const made = (form: FormData) => ({ by: text(form, 'by'), why: text(form, 'why') });
const process = (form: FormData) => (text(form, 'process') === 'parts' ? 'parts' : 'month');

/** Takes a step on the figures that were shown. */
export async function stepTaken(form: FormData): Promise<FormState> {
  return change(async (t) => {
    const ctx = await pageContext();
    const period = text(form, 'period');
    const of = process(form);
    const now =
      of === 'month'
        ? figuresHash(await runPeople(unscoped(ctx), period))
        : partsHash(await bonusQuarter.run(unscoped(ctx), { period }));
    // Who verifies has seen what is verified.
    if (now !== text(form, 'hash')) throw new BonusRunError('data_changed');
    await takeStep(await openWorkStore(ctx.db.dir), of, period, text(form, 'step'), now, made(form));
    return t('steps.took', { step: text(form, 'label') });
  });
}

export async function stepBack(form: FormData): Promise<FormState> {
  return change(async (t) => {
    const store = await openWorkStore((await pageContext()).db.dir);
    await takeStepBack(store, process(form), text(form, 'period'), text(form, 'step'), made(form));
    return t('steps.backDone', { step: text(form, 'label') });
  });
}

export async function monthClosed(form: FormData): Promise<FormState> {
  return change(async (t) => {
    const ctx = await pageContext();
    const period = text(form, 'period');
    await closeMonth(ctx, period, made(form), ctx.today);
    return t('close.done', { period });
  });
}

export async function monthReopened(form: FormData): Promise<FormState> {
  return change(async (t) => {
    const period = text(form, 'period');
    await reopenPeriod(await openWorkStore((await pageContext()).db.dir), period, made(form));
    return t('reopen.done', { period });
  });
}

/** Waves findings through with one reason, or lets them count again. */
export async function findingsWaived(
  period: string,
  keys: readonly FindingKey[],
  by: string,
  why: string,
  again: boolean,
): Promise<FormState> {
  return change(async (t) => {
    if (keys.some((k) => !isWaivable(k.finding))) throw new BonusRunError('not_waivable');
    const store = await openWorkStore((await pageContext()).db.dir);
    await waive(store, period, keys, { by, why }, again);
    return t(again ? 'findings.againDone' : 'findings.waved', { n: keys.length });
  });
}

/** Decides on a negative rest, or takes the decision back. */
export async function restDecided(form: FormData): Promise<FormState> {
  return change(async (t) => {
    const [period, name] = [text(form, 'period'), text(form, 'name')];
    const store = await openWorkStore((await pageContext()).db.dir);
    const decision = text(form, 'decision');
    const rest =
      decision === 'carry' || decision === 'waive'
        ? ({ decision, amount: text(form, 'amount') } as const)
        : null;
    await decideRest(store, period, text(form, 'technician'), rest, made(form));
    return rest === null
      ? t('rest.backDone', { name })
      : t('rest.done', { name, what: t(`people.${rest.decision}`) });
  });
}
