'use server';
import { revalidatePath } from 'next/cache';
import { getTranslations } from 'next-intl/server';
import { type FormState, fieldText as text } from '@/app/_components/ui/form';
import { pageContext } from '@/app/_lib/context';
import { statementIn } from '@/lib/reports/bonus_statement_any';
import { digestOf } from '@/lib/reports/bonus_statement_standing';
import {
  askQuestion,
  BonusQuestionError,
  continueQuestion,
  type QuestionAct,
  takeBackEntry,
} from '@/lib/work/bonus_questions';
import { BonusSignatureError, signStatement, withdrawSignature } from '@/lib/work/bonus_signatures';
import { openWorkStore } from '@/lib/work/store';

/** What came of it, and what can be taken back. */
export interface SaidState extends FormState {
  entry: number | null;
}

const refresh = () => revalidatePath('/bonuses', 'layout');

/** Keeps what was said and words what came of it. The framework refuses a foreign origin. */
async function said(act: QuestionAct, work: () => Promise<{ entry: number }>): Promise<SaidState> {
  const t = await getTranslations('statement.questions');
  try {
    const { entry } = await work();
    refresh();
    return { problem: null, done: t(`done.${act}`), entry };
  } catch (error) {
    if (!(error instanceof BonusQuestionError)) throw error;
    return { problem: t(`problems.${error.problem}`), done: null, entry: null };
  }
}

/** Asks about a line (`figure:source_kind:source_id`), or with an empty line about the whole statement. */
export async function askAbout(_: SaidState, form: FormData): Promise<SaidState> {
  const period = text(form, 'period');
  const technician_id = text(form, 'technician');
  const [figure = '', source_kind = '', ...id] = text(form, 'line').split(':');
  if (!(await statementIn(await pageContext(), period, technician_id))) {
    const t = await getTranslations('statement.questions');
    return { problem: t('problems.no_statement'), done: null, entry: null };
  }
  return said('asked', async () =>
    askQuestion(
      await openWorkStore(),
      { period, technician_id, figure, source_kind, source_id: id.join(':'), words: text(form, 'words') },
      { by: text(form, 'by') },
    ),
  );
}

const acts: readonly QuestionAct[] = ['asked', 'answered', 'closed'];

/** Answers a question, asks again or closes it: which, says the button. */
export async function sayMore(_: SaidState, form: FormData): Promise<SaidState> {
  const act = acts.find((a) => a === text(form, 'act')) ?? 'answered';
  return said(act, async () =>
    continueQuestion(await openWorkStore(), Number(text(form, 'question')), act, text(form, 'words'), {
      by: text(form, 'by'),
    }),
  );
}

/** Takes back what was just said. @returns the sentence to show */
export async function takeBack(entry: number, by: string): Promise<string> {
  const t = await getTranslations('statement.questions');
  const taken = await takeBackEntry(await openWorkStore(), entry, by);
  refresh();
  return t(taken ? 'undone' : 'notUndone');
}

async function signing(done: 'done' | 'withdrawn', work: () => Promise<string | null>): Promise<FormState> {
  const t = await getTranslations('statement.signature');
  try {
    const problem = await work();
    refresh();
    return problem ? { problem: t(`problems.${problem}`), done: null } : { problem: null, done: t(done) };
  } catch (error) {
    if (!(error instanceof BonusSignatureError)) throw error;
    return { problem: t(`problems.${error.problem}`), done: null };
  }
}

/** Signs the statement that the person saw; where it has changed since, nothing is signed. */
export async function sign(_: FormState, form: FormData): Promise<FormState> {
  const period = text(form, 'period');
  const technician_id = text(form, 'technician');
  return signing('done', async () => {
    const sheet = await statementIn(await pageContext(), period, technician_id);
    if (!sheet) return 'no_statement';
    const digest = digestOf(sheet);
    if (digest !== text(form, 'digest')) return 'changed';
    await signStatement(await openWorkStore(), {
      period,
      technician_id,
      digest,
      payable: sheet.payable,
      by: text(form, 'by'),
    });
    return null;
  });
}

/** Withdraws the signature, with a reason. */
export async function withdraw(_: FormState, form: FormData): Promise<FormState> {
  return signing('withdrawn', async () => {
    await withdrawSignature(await openWorkStore(), {
      period: text(form, 'period'),
      technician_id: text(form, 'technician'),
      by: text(form, 'by'),
      why: text(form, 'why'),
    });
    return null;
  });
}
