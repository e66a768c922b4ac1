/** What stands behind a half-year's statement: each project whose months without a repeat ended in it. */
import { exact, plain } from '@/lib/rules/bonus_decimal';
import type { projectsOf } from './bonus_half';
import { fromFigure, sourceOf, type TraceRow } from './bonus_trace_row';

/** The rows behind a technician's statement of a half-year, also the projects that earn nothing, with the reason. */
export function traceHalf(projects: Awaited<ReturnType<typeof projectsOf>>, each: string): TraceRow[] {
  const earned = projects.reduce((n, p) => n + p.projects, 0);
  return [
    ...projects.map((p) => ({
      figure: 'projects_without_repeat',
      rule: 'B-08',
      source_kind: 'jobs',
      source_id: p.job_id ?? '',
      date: p.finished_on,
      // What a person checks: the project, or the repeat that cost it.
      value: p.repeated_by ?? p.project_id,
      effect: String(p.projects),
      note: p.repeated_by !== null ? 'repeated' : p.projects === 0 ? 'earned_before' : null,
      ...sourceOf(p),
    })),
    fromFigure({
      figure: 'reward',
      rule: 'B-08',
      source_id: 'projects_without_repeat',
      value: `${earned} × ${each}`,
      effect: plain(exact(each).times(earned)),
    }),
  ];
}
