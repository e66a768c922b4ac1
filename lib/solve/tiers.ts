/** The best choice of tiers under quotas, and the next best ones. */
import {
  type Assignment,
  demotionsOf,
  inNumberOrder,
  isFeasible,
  type SolverProblem,
  worthOf,
} from '@/lib/rules/solver';
import { assignmentOf, columnsOf, fewestDemotions, greatestWorth } from './model';
import { Session, SolveFailed, type SolveProgress } from './session';

export interface TierSolution {
  to: Assignment;
  /** By `worthOf`. */
  worth: number;
  /** Falls beyond what is due. */
  demotions: number;
  proven: boolean;
  gap: number | null;
}

export interface SolveOptions {
  signal?: AbortSignal;
  onProgress?: (progress: SolveProgress & { step: number; steps: number }) => void;
  /** For each step of the search. */
  seconds: number;
  /** How many next best ones. */
  alternatives: number;
  /** One that is open already and stays open; else one of its own. */
  session?: Session;
}

/**
 * @returns the best first; fewer alternatives where there are no more, or none was found in time
 * @throws SolveStopped, SolveFailed
 */
export async function solveTiers(problem: SolverProblem, options: SolveOptions): Promise<TierSolution[]> {
  const { signal, onProgress, seconds, alternatives } = options;
  const columns = columnsOf(problem);
  if (columns.of.length === 0) {
    const to: Assignment = problem.customers.map(() => null);
    return [{ to, worth: 0, demotions: 0, proven: true, gap: 0 }];
  }
  const session = options.session ?? new Session(signal);
  const steps = 1 + alternatives + (problem.fewest ? 1 : 0);
  let step = 0;
  const ask = (program: Parameters<Session['solve']>[0]) => {
    step += 1;
    const now = step;
    onProgress?.({ step: now, steps, gap: null, seconds: 0 });
    return session.solve(program, seconds, (p) => onProgress?.({ ...p, step: now, steps }));
  };
  try {
    let most: number | null = null;
    let sure = true;
    if (problem.fewest) {
      const answer = await ask(fewestDemotions(problem, columns));
      if (answer.solution === null)
        throw new SolveFailed('no choice keeps the quotas, or none was found in time');
      most = demotionsOf(problem, assignmentOf(problem, columns, answer.solution));
      sure = answer.proven;
    }
    const found: TierSolution[] = [];
    // What the solver said, not what was put in order of numbers: that is what the next one must differ from.
    const known: Assignment[] = [];
    while (found.length <= alternatives) {
      const answer = await ask(greatestWorth(problem, columns, most, known));
      if (answer.solution === null) break;
      const raw = assignmentOf(problem, columns, answer.solution);
      const to = found.length === 0 ? inNumberOrder(problem, raw) : raw;
      if (!isFeasible(problem, to)) throw new SolveFailed('its answer breaks a quota');
      known.push(raw, ...(found.length === 0 ? [to] : []));
      found.push({
        to,
        worth: worthOf(problem, to),
        demotions: demotionsOf(problem, to),
        proven: answer.proven && sure,
        gap: answer.proven ? 0 : answer.gap,
      });
    }
    if (found.length === 0) throw new SolveFailed('no choice keeps the quotas, or none was found in time');
    return found;
  } finally {
    if (!options.session) session.close();
  }
}
