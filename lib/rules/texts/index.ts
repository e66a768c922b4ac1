/** Every rule in our own words, and the card that a page shows for it. */
import { type ParameterName, parameterNames, parameters } from '../parameters';
import type { Parameter, ParameterValue, Unit } from '../parameters/parameter';
import { NotInForceError, type PolicyBook } from '../policy';
import { bonusTexts } from './bonuses';
import { calendarTexts } from './calendar';
import { customerTexts } from './customers';
import { funnelTexts } from './funnel';
import { otherTexts } from './others';
import { serviceTexts } from './service';
import type { Bilingual, RuleText, RuleTexts } from './text';
import { tierTexts } from './tiers';
import { tradeTexts } from './trade';

export type { Bilingual, RuleText } from './text';

export const ruleTexts: RuleTexts = {
  ...calendarTexts,
  ...funnelTexts,
  ...customerTexts,
  ...tradeTexts,
  ...tierTexts,
  ...bonusTexts,
  ...serviceTexts,
  ...otherTexts,
};

export const ruleIds: readonly string[] = Object.keys(ruleTexts);

/** The text of a rule (`B-04`); null where there is no such rule. */
export const ruleText = (id: string): RuleText | null =>
  Object.hasOwn(ruleTexts, id) ? (ruleTexts[id] ?? null) : null;

/** The parameters that a rule rests on: those declared under it, and those that it shares with another rule. */
export function ruleParameters(id: string): ParameterName[] {
  const declared = parameterNames.filter((name) => parameters[name].rule === id);
  return [...new Set([...declared, ...(ruleText(id)?.also ?? [])])];
}

export interface RuleCardParameter {
  name: ParameterName;
  label: Bilingual;
  unit: Unit;
  /** Null where the parameter is not in force on the day, or is set to none. */
  value: ParameterValue;
  /** First day on which the value holds; null where none is in force. */
  from: string | null;
  source: string;
  assumed: boolean;
  /** Who set it, where the company did. */
  setBy: string | null;
}

export interface RuleCard {
  id: string;
  title: Bilingual;
  sentence: Bilingual;
  source: string;
  parameters: RuleCardParameter[];
}

/**
 * A rule with the parameters in force on a day.
 * @param day `YYYY-MM-DD`
 * @returns null where there is no such rule
 */
export function ruleCard(policy: PolicyBook, id: string, day: string): RuleCard | null {
  const text = ruleText(id);
  if (!text) return null;
  const { title, sentence, source } = text;
  return { id, title, sentence, source, parameters: ruleParameters(id).map((n) => onCard(policy, n, day)) };
}

function onCard(policy: PolicyBook, name: ParameterName, day: string): RuleCardParameter {
  const parameter: Parameter = parameters[name];
  const known = { name, label: { zh: parameter.zh, en: parameter.en }, unit: parameter.unit };
  try {
    const v = policy.valueOn(name, day);
    return {
      ...known,
      value: v.value,
      from: v.from,
      source: v.source,
      assumed: v.assumed,
      setBy: v.own?.setBy ?? null,
    };
  } catch (error) {
    // A card of an early day still explains the rule; it says that no value held then.
    if (!(error instanceof NotInForceError)) throw error;
    return { ...known, value: null, from: null, source: '—', assumed: false, setBy: null };
  }
}
