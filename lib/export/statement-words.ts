/** How a statement finds its words: the messages of the pages, handed in by who has them. */
import { plain, rate } from '@/lib/format';
import type { StatementParameter } from '@/lib/reports/bonus_statement_shape';
import { isParameterName, parameters } from '@/lib/rules/parameters';
import type { Parameter } from '@/lib/rules/parameters/parameter';

/** A message by its key, with the values that stand in it. */
export type Word = (key: string, values?: Record<string, string | number>) => string;

export interface StatementWords {
  locale: string;
  /** Messages of `statement`. */
  t: Word;
  /** Messages of `codes`. */
  codes: Word;
  /** A value that is one of several, as the page of the parameters calls it. */
  choice(value: string): string;
}

/** A payer that the policy knows by its name, any other as the file has it. */
export const payerName = (words: StatementWords, payer: string): string =>
  payer === 'company' || payer === 'parts_subsidiary' ? words.t(`payers.${payer}`) : payer;

/** A parameter as people call it. */
export function parameterName(words: StatementWords, name: string): string {
  if (!isParameterName(name)) return name;
  return words.locale === 'en' ? parameters[name].en : parameters[name].zh;
}

/** Its value: a share as a percentage, a list in one line, a choice in words. */
export function parameterValue(words: StatementWords, p: StatementParameter): string {
  const { value, name } = p;
  if (value === null) return '—';
  const told = (one: string) =>
    name.startsWith('payer.')
      ? payerName(words, one)
      : name.endsWith('_roles')
        ? words.codes(`role.${one}`)
        : words.choice(one);
  if (typeof value === 'object') return value.map(told).join(words.locale === 'en' ? ', ' : '、');
  const type = isParameterName(name) ? (parameters[name] as Parameter).type.is : 'choice';
  if (type === 'share') return rate(Number(value));
  return type === 'choice' ? told(String(value)) : plain(value);
}

/** True for values that a reader can follow in the formula: numbers, and neither lists nor choices. */
export function isNumeric(p: StatementParameter): boolean {
  return isParameterName(p.name) && ['decimal', 'share', 'integer'].includes(parameters[p.name].type.is);
}
