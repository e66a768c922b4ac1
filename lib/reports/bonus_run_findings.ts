/**
 * What is missing or odd in a month: each finding is a row with its source, open until it is mended, decided or waved
 * through with a reason (B-12, B-13). The list of a closed month is as it was closed.
 */
import { z } from 'zod';
import { bonusRunFindingsOf } from '@/lib/queries/bonus_run';
import { endsQuarter, isWaivable, type RunFinding, runFindings } from '@/lib/rules/bonus_run_findings';
import { periodOf } from '@/lib/rules/period';
import { bonusQuestionsAsked } from '@/lib/work/bonus_questions';
import { findingKey, stepsTaken, waivedFindings } from '@/lib/work/bonus_runs';
import { openWorkStore } from '@/lib/work/store';
import { checkedPeriod, peopleOf, type TechnicianFilters, technicianFilters } from './bonus_people';
import { liveQuestions } from './bonus_questions';
import { unscoped } from './bonus_run_due';
import { closingOf, type FrozenRow, frozenBeside } from './bonus_run_frozen';
import { figuresHash } from './bonus_run_hash';
import { type RunPerson, runPeople } from './bonus_run_pay';
import type { Source } from './bonus_trace_row';
import { column, sourceColumns } from './columns';
import { listOrAll, monthPeriod } from './params';
import { defineReport, type ReportContext } from './report';
import { loadedRows } from './rows';
import { scopeParams } from './viewer';

export interface FindingRow extends Source {
  finding: RunFinding;
  state: 'open' | 'waived';
  technician_id: string;
  name: string | null;
  date: string | null;
  source_kind: string;
  source_id: string;
  /** Yuan, where the finding has an amount. */
  amount: string | null;
  waived_by: string | null;
  waived_at: string | null;
  why: string | null;
}

type Found = Omit<FindingRow, 'state' | 'waived_by' | 'waived_at' | 'why'>;

const nowhere: Source = { source_import: null, source_file: null, source_sheet: null, source_line: null };

const of = (finding: RunFinding, p: { technician_id: string; name: string | null }): Found => ({
  finding,
  technician_id: p.technician_id,
  name: p.name,
  date: null,
  source_kind: 'technicians',
  source_id: p.technician_id,
  amount: null,
  ...nowhere,
});

/** As data, policy and decisions give them now. */
export async function liveFindings(
  ctx: ReportContext,
  p: { period: string } & TechnicianFilters,
): Promise<FindingRow[]> {
  const month = checkedPeriod(p.period);
  const store = await openWorkStore(ctx.db.dir);
  const asks = [p.period, listOrAll(p.department), listOrAll(p.region)];
  const [people, questions, odd, assessed, asked, changed, waived] = await Promise.all([
    runPeople(ctx, p.period, p),
    loadedRows(ctx, ['bonus_questions', asks], () => liveQuestions(ctx, p)),
    loadedRows(ctx, ['bonus_odd', asks], () =>
      bonusRunFindingsOf(ctx.db, {
        from: month.start,
        until: month.end,
        departments: listOrAll(p.department),
        regions: listOrAll(p.region),
        ...scopeParams(ctx.viewer),
      }),
    ),
    endsQuarter(p.period)
      ? loadedRows(ctx, ['bonus_assessed', asks], () => peopleOf(ctx, periodOf(month.end, 'quarter'), p))
      : [],
    bonusQuestionsAsked(store, p.period),
    changedSteps(ctx, p.period),
    waivedFindings(store, p.period),
  ]);
  const names = new Map(people.map((person) => [person.technician_id, person.name]));
  const found: Found[] = [
    ...people.flatMap(ofPerson),
    ...questions.map((q) => ({ ...q, finding: q.finding as RunFinding, amount: null })),
    ...odd.map((o) => ({ ...o, finding: o.finding as RunFinding, amount: null })),
    ...assessed
      .filter((person) => person.in_sight && person.score === null)
      .map((person) => of('assessment_missing', person)),
    ...asked
      .filter((q) => q.state === 'open' && names.has(q.technician_id))
      .map((q) => ({
        ...of('question_open', { technician_id: q.technician_id, name: names.get(q.technician_id) ?? null }),
        date: q.entries[0]?.at.slice(0, 10) ?? null,
        source_kind: 'bonus_questions',
        source_id: String(q.id),
      })),
    ...changed,
  ];
  const through = new Map(waived.map((w) => [findingKey(w), w]));
  return found
    .map((row): FindingRow => {
      const by = isWaivable(row.finding) ? through.get(findingKey(row)) : undefined;
      return {
        ...row,
        state: by ? 'waived' : 'open',
        waived_by: by?.by ?? null,
        waived_at: by?.at ?? null,
        why: by?.why ?? null,
      };
    })
    .sort((a, b) => runFindings.indexOf(a.finding) - runFindings.indexOf(b.finding));
}

function ofPerson(person: RunPerson): Found[] {
  const found: Found[] = [];
  if (person.pay.payable === null) found.push(of('unknown_total', person));
  if (person.undecided) found.push({ ...of('negative_total', person), amount: person.pay.due });
  if (person.row !== null && person.jobs === 0) found.push(of('no_jobs', person));
  return found;
}

/** Steps that were taken on other figures than those of now: who verified them did not see these. */
async function changedSteps(ctx: ReportContext, period: string): Promise<Found[]> {
  const steps = await stepsTaken(await openWorkStore(ctx.db.dir), 'month', period);
  if (steps.length === 0) return [];
  const hash = figuresHash(await runPeople(unscoped(ctx), period));
  return steps
    .filter((s) => s.figuresHash !== hash && s.step !== 'closed' && s.step !== 'paid')
    .map((s) => ({
      ...of('changed_since', { technician_id: '', name: null }),
      date: s.at.slice(0, 10),
      source_kind: 'bonus_steps',
      // Waved through, it comes back when the figures move again.
      source_id: `${s.step}:${hash.slice(0, 12)}`,
    }));
}

export const bonusRunFindings = defineReport({
  name: 'bonus_run_findings',
  params: {
    period: monthPeriod,
    finding: z.array(z.enum(runFindings)).optional(),
    ...technicianFilters,
  },
  columns: [
    column.code('finding', 'bonus_run_finding'),
    column.code('state', 'bonus_run_state'),
    column.text('technician_id'),
    column.text('name'),
    column.date('date'),
    column.code('source_kind', 'source_kind'),
    column.text('source_id'),
    column.money('amount'),
    column.text('waived_by'),
    column.instant('waived_at'),
    column.text('why'),
    ...sourceColumns,
  ],
  rules: ['B-12', 'B-13'],
  async run(ctx, p): Promise<FindingRow[]> {
    const closing = await closingOf(ctx, p.period);
    const rows = closing
      ? ((await frozenBeside(ctx, closing, 'findings', p)) as (FrozenRow & FindingRow)[])
      : await liveFindings(ctx, p);
    const { finding: wanted } = p;
    return wanted?.length ? rows.filter((row) => wanted.includes(row.finding)) : rows;
  },
});
