/** A rule as `GET /api/rules/<id>` gives it. */
export interface RuleText {
  id: string;
  title: { zh: string; en: string };
  sentence: { zh: string; en: string };
  parameters: readonly RuleParameter[];
}

export interface RuleParameter {
  name: string;
  label: { zh: string; en: string };
  /** Null where it is not in force, or set to none. */
  value: string | number | readonly string[] | null;
  /** A code, worded as `ui.rule.unit.<unit>`; `none` for none. */
  unit: string;
  /** The first day it is in force; null where it is not. */
  from: string | null;
  source: string;
  assumed: boolean;
}

const kept = new Map<string, Promise<RuleText>>();

/** Fetches a rule as of a day (today without one), once; a failed fetch is tried again. @throws Error with the status */
export function fetchRule(id: string, on: string | null): Promise<RuleText> {
  const address = `/api/rules/${encodeURIComponent(id)}${on ? `?on=${on}` : ''}`;
  let rule = kept.get(address);
  if (!rule) {
    rule = fetch(address).then((answer) => {
      if (!answer.ok) throw new Error(`${answer.status}`);
      return answer.json() as Promise<RuleText>;
    });
    rule.catch(() => kept.delete(address));
    kept.set(address, rule);
  }
  return rule;
}
