/** Statements of a half-year: each project whose months without a repeat ended in it (B-08, B-10). */
import { exact, plain, yuan } from '@/lib/rules/bonus_decimal';
import { projectsOf } from './bonus_half';
import { checkedPeriod, earningPeople } from './bonus_people';
import {
  byTechnician,
  itemOf,
  itemPayers,
  itemPeriodsOf,
  itemsIn,
  parametersOf,
  payableOf,
} from './bonus_statement_parts';
import type { HalfSheet, StatementLine } from './bonus_statement_shape';
import { sourceOf } from './bonus_trace_row';
import type { ReportContext } from './report';

type Project = Awaited<ReturnType<typeof projectsOf>>[number];

/**
 * The statements of a half-year as data and policy give them now, by number. What is granted for a whole year stands in the second half's.
 * @param period `2026H1`
 * @throws NotInForceError, QueryError
 */
export async function liveHalfStatements(ctx: ReportContext, period: string): Promise<HalfSheet[]> {
  const half = checkedPeriod(period);
  const policy = ctx.policy.on(half.end);
  const each = policy['bonus.no_repeat'];
  const [people, projects, itemsOf] = await Promise.all([
    earningPeople(ctx, half, {}),
    projectsOf(ctx, half, { each: true, technician: null }),
    itemsIn(ctx, itemPeriodsOf(period)),
  ]);
  const projectsBy = byTechnician(projects);
  const parameters = parametersOf(ctx.policy, 'half', half.end);
  return people.map(({ technician_id, name, role, department, region }) => {
    const own = projectsBy.get(technician_id) ?? [];
    const n = own.reduce((count, p) => count + p.projects, 0);
    const reward = yuan(exact(each).times(n));
    const items = (itemsOf.get(technician_id) ?? []).map((item) => itemOf(item, policy));
    return {
      grain: 'half',
      period,
      technician: { technician_id, name, role, department, region },
      parameters,
      figures: { projects_without_repeat: n, reward },
      formula: [
        {
          sign: '',
          term: 'projects',
          value: String(n),
          unit: 'projects',
          rule: 'B-08',
          figures: ['reward'],
        },
        { sign: '*', term: 'each', value: each, unit: 'yuan_per_project', rule: 'B-08', figures: [] },
        { sign: '=', term: 'total', value: reward, unit: 'yuan', rule: 'B-10', figures: [] },
      ],
      lines: own.map((project) => lineOf(project, each)),
      items,
      adjustments: [],
      carried: [],
      payers: [{ part: 'awards', payer: policy['payer.awards'], amount: reward }, ...itemPayers(items)],
      payable: payableOf(reward, items),
    };
  });
}

function lineOf(p: Project, each: string): StatementLine {
  return {
    figure: 'reward',
    rule: 'B-08',
    source_kind: 'jobs',
    source_id: p.job_id ?? '',
    date: p.finished_on,
    points: null,
    amount: plain(exact(each).times(p.projects)),
    counts: p.projects > 0,
    note: p.repeated_by !== null ? 'repeated' : p.projects === 0 ? 'earned_before' : null,
    detail: {
      of: 'project',
      project_id: p.project_id,
      ends_on: p.ends_on,
      repeated_by: p.repeated_by,
    },
    subject: null,
    customer_id: null,
    customer_name: null,
    repeat_of: null,
    done_by: null,
    remark: null,
    ...sourceOf(p),
  };
}
