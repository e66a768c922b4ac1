/** The words of statements in the reader's language, for pages and for files alike. */
import { getLocale, getTranslations } from 'next-intl/server';
import type { StatementWords } from '@/lib/export/statement-words';

export async function statementWords(): Promise<StatementWords> {
  const [locale, t, codes, choices] = await Promise.all([
    getLocale(),
    getTranslations('statement'),
    getTranslations('codes'),
    getTranslations('policy.choices'),
  ]);
  return {
    locale,
    t: (key, values) => t(key, values),
    codes: (key, values) => codes(key, values),
    choice: (value) => (choices.has(value) ? choices(value) : value),
  };
}
