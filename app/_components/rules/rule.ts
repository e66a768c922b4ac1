/** A rule as `GET /api/rules/<id>` gives it. */
export interface RuleText {
  id: string;
  title: { zh: string; en: string };
  sentence: { zh: string; en: string };
  parameters: readonly {
    name: string;
    value: string;
    unit: string;
    /** The first day it is in force. */
    from: string;
    source: string;
    assumed: boolean;
  }[];
}

const kept = new Map<string, Promise<RuleText>>();

/** Fetches a rule once; a failed fetch is tried again next time. @throws Error with the status */
export function fetchRule(id: string): Promise<RuleText> {
  let rule = kept.get(id);
  if (!rule) {
    rule = fetch(`/api/rules/${encodeURIComponent(id)}`).then((answer) => {
      if (!answer.ok) throw new Error(`${answer.status}`);
      return answer.json() as Promise<RuleText>;
    });
    rule.catch(() => kept.delete(id));
    kept.set(id, rule);
  }
  return rule;
}
