/** What records of visits raise as questions: asked, not judged (V-10). */
import { z } from 'zod';
import { visitQuestions } from '@/lib/queries/visits_rows';
import { column, sourceColumns } from './columns';
import { asOf, filters } from './params';
import { defineReport } from './report';
import { visitPeriod, visitScopeOf } from './visits_seen';

export const questionKinds = [
  'approved_late',
  'not_approved',
  'same_time',
  'burst',
  'same_text',
  'visit_without_card',
  'card_without_visit',
] as const;

const params = {
  period: visitPeriod,
  as_of: asOf,
  question: z.enum(questionKinds).optional(),
  salesperson: z.string().optional(),
  ...filters,
};

/** The records of the questions; `key` keeps those of one of them. */
export const visitsQuestionRows = defineReport({
  name: 'visits_question_rows',
  params: { ...params, key: z.string().optional() },
  columns: [
    column.code('question', 'visit_question'),
    column.text('key'),
    column.text('visit_id'),
    column.text('customer_id'),
    column.text('name'),
    column.text('salesperson'),
    column.code('method', 'method'),
    column.date('day'),
    column.instant('visited_at'),
    column.instant('left_at'),
    column.instant('approved_at'),
    column.instant('minutes_filed_at'),
    column.text('purpose'),
    column.text('note'),
    ...sourceColumns,
  ],
  rules: ['V-01', 'V-10'],
  run: async (ctx, p) => {
    const policy = ctx.policy.on(p.as_of);
    const rows = await visitQuestions(ctx.db, {
      ...visitScopeOf(ctx, p),
      burst_count: policy['visit.burst_count'],
      burst_minutes: policy['visit.burst_minutes'],
      same_text_min: policy['visit.same_text_min'],
    });
    return rows.filter(
      (r) =>
        (p.question === undefined || r.question === p.question) &&
        (p.key === undefined || r.key === p.key) &&
        (p.salesperson === undefined || r.salesperson === p.salesperson),
    );
  },
});

type Row = Awaited<ReturnType<typeof visitsQuestionRows.run>>[number];

/**
 * The instants that a question is about: leaving (or, where that is not known, arriving) and approval, filing of the
 * first and the last minutes, else the visits.
 */
function instantsOf({ question, left_at, visited_at, approved_at, minutes_filed_at }: Row): string[] {
  const of =
    question === 'approved_late'
      ? [left_at ?? visited_at, approved_at]
      : question === 'burst'
        ? [minutes_filed_at]
        : [question === 'not_approved' ? (left_at ?? visited_at) : visited_at];
  return of.filter((at) => at !== null);
}

/**
 * One row is a question: its records are those of `visits_question_rows` with its key. `first_at` and `last_at` are the
 * instants it is about; of a form approved in time and handed in after leaving they are approval and leaving.
 */
export const visitsQuestions = defineReport({
  name: 'visits_questions',
  params,
  columns: [
    column.code('question', 'visit_question'),
    column.text('key'),
    column.text('salesperson'),
    column.date('day'),
    column.integer('records'),
    column.text('customers'),
    column.instant('first_at'),
    column.instant('last_at'),
    column.text('note'),
  ],
  rules: ['V-01', 'V-10'],
  run: async (ctx, p) => {
    const rows = await visitsQuestionRows.run(ctx, p);
    const byKey = new Map<string, typeof rows>();
    for (const row of rows) {
      const key = `${row.question} ${row.key}`;
      byKey.set(key, [...(byKey.get(key) ?? []), row]);
    }
    return [...byKey.values()].flatMap((records) => {
      const [first] = records;
      if (!first) return [];
      const instants = records.flatMap(instantsOf).sort();
      return {
        question: first.question,
        key: first.key,
        salesperson: first.salesperson,
        day: first.day,
        records: records.length,
        customers: [...new Set(records.map((r) => r.name ?? r.customer_id))].join('、'),
        first_at: instants[0] ?? null,
        last_at: instants.at(-1) ?? null,
        // Whether approval came first decides how a late form is asked about.
        handed_in_late:
          first.question === 'approved_late' &&
          first.approved_at !== null &&
          first.approved_at <= (first.left_at ?? first.visited_at ?? ''),
        note: first.question === 'same_text' ? first.note : null,
      };
    });
  },
});
