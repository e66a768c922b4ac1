/** A name for the figures of a run: the same name means that nobody's pay moved. */
import { hashOf } from '@/lib/work/bonus_runs_closing';
import type { RunPerson } from './bonus_run_pay';

/** What a person decided on a rest is no figure of the run, and does not change it. */
export function figuresHash(people: readonly RunPerson[]): string {
  return hashOf(
    ...people.map(({ technician_id, row, pay }) =>
      JSON.stringify([technician_id, row, pay.items, pay.adjustments, pay.carried, pay.due]),
    ),
  );
}

/** The same for the parts commission of a quarter (B-09). */
export const partsHash = (
  rows: readonly { technician_id: string; parts_commission: string; parts_team_share: string }[],
): string =>
  hashOf(...rows.map((r) => JSON.stringify([r.technician_id, r.parts_commission, r.parts_team_share])));
