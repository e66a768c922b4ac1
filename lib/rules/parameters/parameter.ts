/**
 * A number that a company chose: a list of dated values, each with the source that says so. Rules never hold
 * such a number; they are handed the values in force on the day that they judge.
 */

/** What a value may be: decimals and money are exact text, shares are exact text between 0 and 1. */
export type ParameterType =
  | { is: 'decimal'; min?: string; max?: string }
  | { is: 'share' }
  | { is: 'integer'; min?: number; max?: number }
  | { is: 'optional_integer'; min?: number }
  | { is: 'choice'; of: readonly string[] }
  | { is: 'list'; of?: readonly string[] }
  | { is: 'hours' };

export type Unit =
  | 'yuan'
  | 'yuan_per_point'
  | 'points'
  | 'days'
  | 'working_days'
  | 'working_hours'
  | 'hours'
  | 'months'
  | 'percent'
  | 'score'
  | 'rank'
  | 'beds'
  | 'times'
  | 'factor'
  | 'calls_per_day'
  | 'minutes'
  | 'characters'
  | 'sales'
  | 'none';

export interface DatedValue<V> {
  /** First day on which it holds, `YYYY-MM-DD`. */
  from: string;
  value: V;
  /** File and article of the regulation, or who set it; `—` where the sources are silent. */
  source: string;
  /** True where no source gives the value: a company is expected to set its own. */
  assumed: boolean;
}

export interface Parameter<V = ParameterValue> {
  rule: string;
  unit: Unit;
  type: ParameterType;
  zh: string;
  en: string;
  values: readonly DatedValue<V>[];
}

export type ParameterValue = string | number | null | readonly string[];

/** The day from which the defaults hold: before any file that a company can be expected to load. */
export const DEFAULT_FROM = '2000-01-01';

interface Declaration<V> {
  rule: string;
  unit?: Unit;
  zh: string;
  en: string;
  value: V;
  source?: string;
  /** Given by a source, but not its size. */
  assumed?: boolean;
}

function declare<V>(type: ParameterType, d: Declaration<V>): Parameter<V> {
  const source = d.source ?? '—';
  const values = [{ from: DEFAULT_FROM, value: d.value, source, assumed: d.assumed ?? source === '—' }];
  return { rule: d.rule, unit: d.unit ?? 'none', type, zh: d.zh, en: d.en, values };
}

export const decimal = (d: Declaration<string>, range: { min?: string; max?: string } = { min: '0' }) =>
  declare({ is: 'decimal', ...range }, d);
/** A share between 0 and 1, shown as a percentage. */
export const share = (d: Declaration<string>) => declare({ is: 'share' }, { unit: 'percent', ...d });
export const integer = (d: Declaration<number>, range: { min?: number; max?: number } = { min: 0 }) =>
  declare({ is: 'integer', ...range }, d);
export const optionalInteger = (d: Declaration<number | null>) =>
  declare<number | null>({ is: 'optional_integer', min: 0 }, d);
export const choice = <const C extends string>(of: readonly C[], d: Declaration<NoInfer<C>>) =>
  declare<C>({ is: 'choice', of }, d);
export const list = (d: Declaration<readonly string[]>, of?: readonly string[]) =>
  declare<readonly string[]>({ is: 'list', ...(of ? { of } : {}) }, d);
/** Spans of a day: `09:00-12:00,13:00-18:00`. */
export const hours = (d: Declaration<string>) => declare({ is: 'hours' }, d);
