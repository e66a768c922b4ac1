/** What people asked about their statements of a period, and what was answered. */
import { z } from 'zod';
import { type BonusQuestion, bonusQuestionsAsked } from '@/lib/work/bonus_questions';
import { openWorkStore } from '@/lib/work/store';
import { checkedPeriod, peopleOf, technicianFilters } from './bonus_people';
import { payPeriod } from './bonus_trace';
import { column } from './columns';
import { localTime } from './local-time';
import { defineReport } from './report';

export const questionStates = ['open', 'answered', 'closed'] as const;

/** Those that wait for an answer first, each state by its number. */
export const bonusAsked = defineReport({
  name: 'bonus_asked',
  params: { period: payPeriod, state: z.array(z.enum(questionStates)).optional(), ...technicianFilters },
  columns: [
    column.integer('question_id'),
    column.code('state', 'question_state'),
    column.text('technician_id'),
    column.text('name'),
    column.text('department'),
    column.code('figure', 'bonus_figure'),
    column.text('source_id'),
    column.text('question'),
    column.text('asked_by'),
    column.instant('asked_at'),
    column.text('answer'),
    column.text('answered_by'),
    column.instant('answered_at'),
  ],
  rules: ['B-12', 'B-13'],
  async run(ctx, p) {
    const [people, questions] = await Promise.all([
      peopleOf(ctx, checkedPeriod(p.period), p),
      bonusQuestionsAsked(await openWorkStore(ctx.db.dir), p.period),
    ]);
    const inSight = new Map(people.filter((one) => one.in_sight).map((one) => [one.technician_id, one]));
    const wanted = p.state?.length ? new Set<string>(p.state) : null;
    return questions
      .filter((q) => inSight.has(q.technician_id) && (!wanted || wanted.has(q.state)))
      .sort((a, b) => questionStates.indexOf(a.state) - questionStates.indexOf(b.state) || a.id - b.id)
      .map((q) => {
        const person = inSight.get(q.technician_id);
        return { ...rowOf(q), name: person?.name ?? '', department: person?.department ?? null };
      });
  },
});

/** The last question and, where it came after it, the last answer. */
function rowOf(q: BonusQuestion) {
  const asked = q.entries.findLast((e) => e.act === 'asked') ?? q.entries[0];
  const answered = q.entries.findLast((e) => e.act === 'answered' && (!asked || e.id > asked.id));
  return {
    question_id: q.id,
    state: q.state,
    technician_id: q.technician_id,
    figure: q.figure === '' ? null : q.figure,
    source_id: q.source_id === '' ? null : q.source_id,
    question: asked?.words ?? '',
    asked_by: asked?.by ?? '',
    asked_at: asked ? localTime(asked.at) : null,
    answer: answered?.words ?? null,
    answered_by: answered?.by ?? null,
    answered_at: answered ? localTime(answered.at) : null,
    /** For the page: the line as its statement's address names it. */
    line: q.figure === '' ? '' : `${q.figure}:${q.source_kind}:${q.source_id}`,
  };
}
