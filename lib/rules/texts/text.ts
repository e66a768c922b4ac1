/** How a rule is told to people: a short title and our own sentence, in both languages. */
import type { ParameterName } from '../parameters';

export interface RuleText {
  title: Bilingual;
  /** One or two sentences; the regulation itself is named by `source`. */
  sentence: Bilingual;
  /** File and article; `—` where the sources are silent. */
  source: string;
  /** Parameters that it shares with the rule under which they are declared. */
  also?: readonly ParameterName[];
}

export interface Bilingual {
  zh: string;
  en: string;
}

export type RuleTexts = Readonly<Record<string, RuleText>>;

/** `rule(source, [zh title, zh sentence], [en title, en sentence])` */
export const rule = (
  source: string,
  zh: readonly [title: string, sentence: string],
  en: readonly [title: string, sentence: string],
  also: readonly ParameterName[] = [],
): RuleText => ({
  title: { zh: zh[0], en: en[0] },
  sentence: { zh: zh[1], en: en[1] },
  source,
  ...(also.length > 0 ? { also } : {}),
});
