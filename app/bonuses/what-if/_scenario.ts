/** The scenario of an address: what is tried, and what of it cannot stand; that is said at its field, not tried. */
import type { PageContext } from '@/app/_lib/context';
import { all, type SearchParams } from '@/app/_lib/url';
import { shareText } from '@/app/policy/_parts/words';
import { bonusWorkTypesOf } from '@/lib/reports/bonus_what_if';
import { readCoefficient, readScenario, readTried } from '@/lib/reports/bonus_what_if_scenario';
import { rowsOf } from '@/lib/reports/run';
import { bookWith, type Tried, type TriedRule, triedParameters } from '@/lib/rules/bonus_what_if';
import { type ParameterName, parameters } from '@/lib/rules/parameters';
import type { Parameter, ParameterValue } from '@/lib/rules/parameters/parameter';
import { parsePeriod } from '@/lib/rules/period';
import type { Bilingual } from '@/lib/rules/texts';
import { type Conflict, conflictsOf } from '@/lib/work/policy_checks';
import { PolicyValueError } from '@/lib/work/policy_input';

export interface ScenarioAsked {
  /** As a report takes them: only those that can stand, the last of each name. */
  set: string[];
  coefficient: string[];
  /** What cannot stand, by parameter. */
  problems: ReadonlyMap<string, { typed: string; told: Bilingual }>;
}

/** @throws BadParameterError where a text names no parameter that can be tried, or no coefficient */
export function scenarioAsked(search: SearchParams): ScenarioAsked {
  const set = new Map<Tried, string>();
  const problems = new Map<string, { typed: string; told: Bilingual }>();
  for (const text of all(search, 'set')) {
    try {
      set.set(readTried(text)[0], text);
    } catch (error) {
      if (!(error instanceof PolicyValueError)) throw error;
      const { parameter, zh, en } = error;
      problems.set(parameter, { typed: text.slice(parameter.length + 1), told: { zh, en } });
    }
  }
  const coefficients = new Map(all(search, 'coefficient').map((text) => [readCoefficient(text)[0], text]));
  return { set: [...set.values()], coefficient: [...coefficients.values()], problems };
}

export interface ScenarioField {
  name: Tried;
  label: Bilingual;
  unit: Parameter['unit'];
  /** What can be chosen; null where it is typed. */
  choices: readonly string[] | null;
  /** In force at the end of the months, as it would be typed. */
  now: string;
  /** As typed; null where it is not tried. */
  tried: string | null;
  problem: Bilingual | null;
}

export interface ScenarioGroup {
  rule: TriedRule;
  fields: ScenarioField[];
}

export interface WorkTypeField {
  work_type: string;
  category: string | null;
  now: string | null;
  jobs: number;
  tried: string | null;
}

export interface ScenarioView {
  groups: ScenarioGroup[];
  workTypes: WorkTypeField[];
  /** Values tried that do not fit each other. */
  conflicts: Conflict[];
  /** As they would be set: name and typed value. */
  values: { name: Tried; value: string }[];
  coefficients: { work_type: string; category: string | null; points: string }[];
}

/** As it would be typed: a share as a percentage. */
const typed = (parameter: Parameter, value: ParameterValue): string =>
  parameter.type.is === 'share' ? shareText(Number(value)) : String(value ?? '');

export async function scenarioView(
  ctx: PageContext,
  months: { from: string; to: string },
  asked: ScenarioAsked,
): Promise<ScenarioView> {
  const { values, coefficients } = readScenario(asked);
  const end = parsePeriod(months.to)?.end ?? ctx.today;
  const start = parsePeriod(months.from)?.start ?? ctx.today;
  const policy = ctx.policy.on(end);
  const text = (name: string) => asked.set.find((s) => s.startsWith(`${name}:`))?.slice(name.length + 1);
  const fieldOf = (name: Tried): ScenarioField => {
    const parameter: Parameter = parameters[name];
    const problem = asked.problems.get(name);
    return {
      name,
      label: parameter,
      unit: parameter.unit,
      choices: parameter.type.is === 'choice' ? parameter.type.of : null,
      now: typed(parameter, policy[name]),
      tried: problem?.typed ?? text(name) ?? null,
      problem: problem?.told ?? null,
    };
  };
  const known = await rowsOf(bonusWorkTypesOf, ctx, months);
  const workTypes: WorkTypeField[] = known
    .filter((w) => w.priced > 0 || coefficients.has(w.work_type))
    .map((w) => ({
      work_type: w.work_type,
      category: w.category,
      now: w.coefficient,
      jobs: w.priced,
      tried: coefficients.get(w.work_type) ?? null,
    }));
  for (const [work_type, tried] of coefficients) {
    if (!workTypes.some((w) => w.work_type === work_type))
      workTypes.push({ work_type, category: null, now: null, jobs: 0, tried });
  }
  return {
    groups: (Object.keys(triedParameters) as TriedRule[]).map((rule) => ({
      rule,
      fields: triedParameters[rule].map(fieldOf),
    })),
    workTypes,
    conflicts: conflictsOf(bookWith(ctx.policy, values), [...values.keys()] as ParameterName[], start),
    values: [...values.keys()].map((name) => ({ name, value: text(name) ?? '' })),
    coefficients: workTypes.flatMap((w) =>
      w.tried === null ? [] : [{ work_type: w.work_type, category: w.category, points: w.tried }],
    ),
  };
}
