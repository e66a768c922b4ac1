/** Rules and parameters on a day: every sentence, every value, who set it and since when. */
import type { PageContext } from '@/app/_lib/context';
import { choice } from '@/app/_lib/periods';
import { one, type SearchParams } from '@/app/_lib/url';
import { isDate } from '@/lib/format';
import { BadParameterError } from '@/lib/reports/errors';
import { isParameterName, type ParameterName, parameterNames, parameters } from '@/lib/rules/parameters';
import type { Parameter, ParameterValue } from '@/lib/rules/parameters/parameter';
import type { ValueInForce } from '@/lib/rules/policy';
import { type RuleCard, ruleCard, ruleIds } from '@/lib/rules/texts';
import { type PolicyEntry, policyHistory } from '@/lib/work/policy';
import { allChecks, type CheckResult } from '@/lib/work/policy_checks';
import { openWorkStore } from '@/lib/work/store';

const views = ['assumed', 'own', 'checks', 'calendar'] as const;
export type PolicyView = 'all' | (typeof views)[number];

export interface ParameterDetail {
  name: ParameterName;
  parameter: Parameter;
  /** In force on the day. */
  value: ParameterValue;
  from: string | null;
  /** All dated values, defaults included, the oldest first. */
  dated: readonly ValueInForce[];
  /** What was ever set, withdrawn values too, the latest first. */
  entries: PolicyEntry[];
}

export interface PolicyModel {
  day: string;
  view: PolicyView;
  q: string;
  /** Rules that are shown, by their letter. */
  families: { letter: string; cards: RuleCard[] }[];
  /** The rule that an address led to. */
  rule: string | null;
  detail: ParameterDetail | null;
  /** Values that must fit each other, on every day. */
  checks: CheckResult[];
  counts: { rules: number; parameters: number; assumed: number; own: number };
  shown: number;
}

const letterOf = (rule: string) => rule.slice(0, 1);

/** @throws BadParameterError on a day, view, rule or parameter that there is not */
export async function policyModel(ctx: PageContext, search: SearchParams): Promise<PolicyModel> {
  const day = one(search, 'as_of') ?? ctx.today;
  if (!isDate(day)) throw new BadParameterError('as_of', 'expected a day such as 2026-03-31');
  const view = choice('view', one(search, 'view'), views) ?? 'all';
  const rule = one(search, 'rule') ?? null;
  if (rule !== null && !ruleIds.includes(rule)) throw new BadParameterError('rule', 'no such rule');
  const q = (one(search, 'q') ?? '').trim();
  const cards = ruleIds.flatMap((id) => ruleCard(ctx.policy, id, day) ?? []);
  const all = unique(cards);
  const shown = cards.flatMap((card) => shownCard(card, view, q));
  const families = [...new Set(shown.map((c) => letterOf(c.id)))].map((letter) => ({
    letter,
    cards: shown.filter((c) => letterOf(c.id) === letter),
  }));
  return {
    day,
    view,
    q,
    families,
    rule,
    detail: await detailOf(ctx, day, one(search, 'row') ?? one(search, 'parameter')),
    checks: allChecks(ctx.policy),
    counts: {
      rules: ruleIds.length,
      parameters: parameterNames.length,
      assumed: all.filter((p) => p.assumed).length,
      own: all.filter((p) => p.setBy !== null).length,
    },
    shown: shown.length,
  };
}

/** A parameter that several rules share counts once. */
const unique = (cards: readonly RuleCard[]) => [
  ...new Map(cards.flatMap((c) => c.parameters).map((p) => [p.name, p])).values(),
];

/** What a view and a search leave of a rule: its sentence or one of its parameters has to bear the words. */
function shownCard(card: RuleCard, view: PolicyView, q: string): RuleCard[] {
  const kept = card.parameters.filter(
    (p) => (view !== 'assumed' || p.assumed) && (view !== 'own' || p.setBy !== null),
  );
  if ((view === 'assumed' || view === 'own') && kept.length === 0) return [];
  const wanted = q.toLocaleLowerCase();
  if (wanted === '') return [{ ...card, parameters: kept }];
  const has = (...texts: string[]) => texts.some((text) => text.toLocaleLowerCase().includes(wanted));
  const { id, title, sentence, source } = card;
  if (has(id, title.zh, title.en, sentence.zh, sentence.en, source)) return [{ ...card, parameters: kept }];
  const found = kept.filter((p) => has(p.name, p.label.zh, p.label.en, p.source));
  return found.length > 0 ? [{ ...card, parameters: found }] : [];
}

async function detailOf(
  ctx: PageContext,
  day: string,
  name: string | undefined,
): Promise<ParameterDetail | null> {
  if (name === undefined) return null;
  if (!isParameterName(name)) throw new BadParameterError('parameter', 'no such parameter');
  const dated = ctx.policy.history(name);
  const now = dated.findLast((v) => v.from <= day);
  return {
    name,
    parameter: parameters[name],
    value: now?.value ?? null,
    from: now?.from ?? null,
    dated,
    entries: await policyHistory(await openWorkStore(ctx.db.dir), name),
  };
}
