/** Questions on statements: asked on a line by name, answered, closed; nothing said is ever lost. */
import type { Row, Transaction } from '@libsql/client';
import type { WorkStore } from './store';

export type QuestionAct = 'asked' | 'answered' | 'closed';
export type QuestionState = 'open' | 'answered' | 'closed';

export interface QuestionEntry {
  id: number;
  act: QuestionAct;
  words: string;
  by: string;
  /** ISO instant. */
  at: string;
}

/** The line that a question is on; all empty for the statement as a whole. */
export interface QuestionLine {
  figure: string;
  source_kind: string;
  source_id: string;
}

export interface BonusQuestion extends QuestionLine {
  id: number;
  period: string;
  technician_id: string;
  state: QuestionState;
  /** The earliest first; at least the question itself. */
  entries: QuestionEntry[];
}

/** Why nothing was kept. */
export type QuestionProblem =
  | 'who_missing'
  | 'words_missing'
  | 'words_too_long'
  | 'unknown'
  | 'changed_since';

export class BonusQuestionError extends Error {
  constructor(readonly problem: QuestionProblem) {
    super(`The question was not changed: ${problem}.`);
    this.name = 'BonusQuestionError';
  }
}

/** Long enough for a page of text; a longer one is a file. */
export const MAX_WORDS = 2000;

/** What was kept: the way to take it back. */
export interface Said {
  question: number;
  entry: number;
}

interface Made {
  by: string;
  now?: Date;
}

const stateAfter: Record<QuestionAct, QuestionState> = {
  asked: 'open',
  answered: 'answered',
  closed: 'closed',
};

const standing = `select q.*, e.id as entry_id, e.act, e.words, e.made_by, e.made_at
  from bonus_questions q join bonus_question_entries e on e.question_id = q.id and e.withdrawn_at is null`;

/** The questions of a period, of one technician or of all, the earliest first; withdrawn ones are not among them. */
export async function bonusQuestionsAsked(
  store: WorkStore,
  period: string,
  technician: string | null = null,
): Promise<BonusQuestion[]> {
  const { rows } = await store.read({
    sql: `${standing} where q.period = ?1 and (?2 is null or q.technician_id = ?2) order by q.id, e.id`,
    args: [period, technician],
  });
  return questionsOf(rows);
}

/** How many questions of a period still wait for an answer. */
export async function unansweredQuestions(store: WorkStore, period: string): Promise<number> {
  return (await bonusQuestionsAsked(store, period)).filter((q) => q.state === 'open').length;
}

function questionsOf(rows: readonly Row[]): BonusQuestion[] {
  const questions = new Map<number, BonusQuestion>();
  for (const row of rows) {
    const id = Number(row.id);
    const act = String(row.act) as QuestionAct;
    const known = questions.get(id) ?? {
      id,
      period: String(row.period),
      technician_id: String(row.technician_id),
      figure: String(row.figure),
      source_kind: String(row.source_kind),
      source_id: String(row.source_id),
      state: 'open' as const,
      entries: [],
    };
    const entry = {
      id: Number(row.entry_id),
      act,
      words: String(row.words),
      by: String(row.made_by),
      at: String(row.made_at),
    };
    questions.set(id, { ...known, state: stateAfter[act], entries: [...known.entries, entry] });
  }
  return [...questions.values()];
}

function checked(made: Made, words: string, needed: boolean) {
  const by = made.by.trim();
  const text = words.trim();
  if (by === '') throw new BonusQuestionError('who_missing');
  if (needed && text === '') throw new BonusQuestionError('words_missing');
  if (text.length > MAX_WORDS) throw new BonusQuestionError('words_too_long');
  return { by, text, at: (made.now ?? new Date()).toISOString() };
}

/**
 * Asks a question on a line of a statement, or on the whole of it.
 * @throws BonusQuestionError
 */
export async function askQuestion(
  store: WorkStore,
  question: QuestionLine & { period: string; technician_id: string; words: string },
  made: Made,
): Promise<Said> {
  const said = checked(made, question.words, true);
  return store.decide(async (tx) => {
    const { lastInsertRowid } = await tx.execute({
      sql: `insert into bonus_questions (period, technician_id, figure, source_kind, source_id) values (?, ?, ?, ?, ?)`,
      args: [
        question.period,
        question.technician_id,
        question.figure,
        question.source_kind,
        question.source_id,
      ],
    });
    return say(tx, Number(lastInsertRowid), 'asked', said);
  });
}

async function say(
  tx: Transaction,
  id: number,
  act: QuestionAct,
  said: { by: string; text: string; at: string },
): Promise<Said> {
  const { lastInsertRowid } = await tx.execute({
    sql: 'insert into bonus_question_entries (question_id, act, words, made_by, made_at) values (?, ?, ?, ?, ?)',
    args: [id, act, said.text, said.by, said.at],
  });
  return { question: id, entry: Number(lastInsertRowid) };
}

/**
 * Answers, asks again or closes a question; closing needs no words.
 * @throws BonusQuestionError where there is no such question, or a closed one is closed or answered once more
 */
export async function continueQuestion(
  store: WorkStore,
  id: number,
  act: QuestionAct,
  words: string,
  made: Made,
): Promise<Said> {
  const said = checked(made, words, act !== 'closed');
  return store.decide(async (tx) => {
    const [question] = questionsOf(
      (await tx.execute({ sql: `${standing} where q.id = ? order by e.id`, args: [id] })).rows,
    );
    if (!question) throw new BonusQuestionError('unknown');
    if (question.state === 'closed' && act !== 'asked') throw new BonusQuestionError('changed_since');
    return say(tx, id, act, said);
  });
}

/**
 * Takes back what was said last on a question; taking back the first entry withdraws the question. The row stays.
 * @returns false where something was said after it, or it is taken back already
 */
export async function takeBackEntry(
  store: WorkStore,
  entry: number,
  by: string,
  now: Date = new Date(),
): Promise<boolean> {
  const { rowsAffected } = await store.decide((tx) =>
    tx.execute({
      sql: `update bonus_question_entries as e set withdrawn_by = ?, withdrawn_at = ?
            where e.id = ? and e.withdrawn_at is null and not exists (
              select 1 from bonus_question_entries later
              where later.question_id = e.question_id and later.id > e.id and later.withdrawn_at is null)`,
      args: [by, now.toISOString(), entry],
    }),
  );
  return rowsAffected > 0;
}
