/** What a period comes to for a person, and what it would come to now (B-12). */
import { exact, sum, yuan } from './bonus_decimal';

/** One state of a person's period: the statement's figures, the items of other regulations, the rest carried in. */
export interface MonthState {
  /** Null for who has no statement of the period. */
  figures: Readonly<{ total: string | null }> | null;
  items: string;
  carried: string;
  /** Of a quarter: the team's share of the parts commission, which is paid to no one person (B-09). */
  team?: string;
  /** As a later closing keeps it: what it took up of the team's share. */
  teamTaken?: string;
}

export const noState: MonthState = { figures: null, items: '0.00', carried: '0.00' };

/** Yuan; null where a job cannot be priced. */
export function worthOf(state: MonthState): string | null {
  const total = state.figures === null ? '0' : state.figures.total;
  return total === null ? null : yuan(sum([total, state.items, state.carried]));
}

/** True when any figure differs, even where the sum does not. */
export function differs(a: MonthState, b: MonthState): boolean {
  if (a.items !== b.items || a.carried !== b.carried || a.team !== b.team) return true;
  if (a.figures === null || b.figures === null) return a.figures !== b.figures;
  const [was, now] = [a.figures, b.figures] as [Figures, Figures];
  const names = Object.keys(was);
  return names.length !== Object.keys(now).length || names.some((name) => was[name] !== now[name]);
}

type Figures = Readonly<Record<string, unknown>>;

/**
 * What is still to be paid or taken: what the month comes to now, less what it was closed with and what later
 * closings took up already.
 * @returns yuan, signed; null where either cannot be known
 */
export function stillDue(now: string | null, closed: string | null, taken: readonly string[]): string | null {
  if (now === null || closed === null) return null;
  return yuan(exact(now).minus(closed).minus(sum(taken)));
}
