/** Questions on the statements of a period, and the signatures under them. */
import { ask, asked } from '@/app/_lib/ask';
import type { PageContext } from '@/app/_lib/context';
import { choice, lastComplete } from '@/app/_lib/periods';
import { href, one, type SearchParams } from '@/app/_lib/url';
import { bonusAsked } from '@/lib/reports/bonus_asked';
import { bonusSigned } from '@/lib/reports/bonus_signed';
import { rowsOf } from '@/lib/reports/run';
import { type BonusQuestion, bonusQuestionsAsked } from '@/lib/work/bonus_questions';
import { openWorkStore } from '@/lib/work/store';

export const views = ['open', 'answered', 'closed', 'signatures'] as const;
export type QuestionView = (typeof views)[number];

export type AskedRow = Awaited<ReturnType<typeof bonusAsked.run>>[number];
export type SignedRow = Awaited<ReturnType<typeof bonusSigned.run>>[number];

export interface QuestionsModel {
  params: { period: string; department?: string[] };
  view: QuestionView | null;
  /** Of the view; none in the view of signatures. */
  rows: AskedRow[];
  all: AskedRow[];
  signed: SignedRow[];
  counts: Record<'open' | 'answered' | 'closed', number>;
  signatures: Record<'signed' | 'void' | 'unsigned', number>;
  /** The day of the earliest question that waits. */
  waitingSince: string | null;
  departments: { name: string | null; signed: number; of: number }[];
  options: string[];
  file: string;
}

const count = <T>(rows: readonly T[], test: (row: T) => boolean) => rows.filter(test).length;

/** @throws BadParameterError, NotInForceError, QueryError */
export async function questionsModel(ctx: PageContext, search: SearchParams): Promise<QuestionsModel> {
  const params = ask(bonusAsked, search, { period: lastComplete(ctx.defaultAsOf, 'month') });
  const view = choice('view', one(search, 'view'), views);
  const { period, department } = params;
  const [all, everybody] = await Promise.all([
    rowsOf(bonusAsked, ctx, params),
    rowsOf(bonusSigned, ctx, { period }),
  ]);
  const signed = everybody.filter(
    (row) => !department?.length || (row.department !== null && department.includes(row.department)),
  );
  const of = (state: string) => count(all, (row) => row.state === state);
  const names = [...new Set(everybody.map((row) => row.department))].sort((a, b) =>
    (a ?? '\uffff').localeCompare(b ?? '\uffff', 'zh-CN'),
  );
  const report = view === 'signatures' ? 'bonus_signed' : 'bonus_asked';
  return {
    params: { period, department },
    view,
    rows: view === 'signatures' ? [] : all.filter((row) => view === null || row.state === view),
    all,
    signed,
    counts: { open: of('open'), answered: of('answered'), closed: of('closed') },
    signatures: {
      signed: count(signed, (row) => row.signature === 'signed'),
      void: count(signed, (row) => row.signature === 'void'),
      unsigned: count(signed, (row) => row.signature === 'unsigned'),
    },
    waitingSince: all.find((row) => row.state === 'open')?.asked_at?.slice(0, 10) ?? null,
    departments: names.map((name) => ({
      name,
      signed: count(everybody, (row) => row.department === name && row.signature === 'signed'),
      of: count(everybody, (row) => row.department === name),
    })),
    options: names.filter((name) => name !== null),
    file: href(`/api/reports/${report}`, {}, asked({ period, department })),
  };
}

export interface QuestionDetail {
  row: AskedRow;
  question: BonusQuestion;
}

/** Null where the address names no question of the list. */
export async function questionDetail(
  ctx: PageContext,
  model: QuestionsModel,
  search: SearchParams,
): Promise<QuestionDetail | null> {
  const row = model.rows.find((r) => String(r.question_id) === one(search, 'row'));
  if (!row) return null;
  const store = await openWorkStore(ctx.db.dir);
  const asked = await bonusQuestionsAsked(store, model.params.period, row.technician_id);
  const question = asked.find((q) => q.id === row.question_id);
  return question ? { row, question } : null;
}
