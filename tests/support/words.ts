/** The words of statements, from the messages of the pages. */
import fs from 'node:fs';
import { createTranslator } from 'use-intl/core';
import type { StatementWords, Word } from '@/lib/export/statement-words';

const read = (area: string, locale: string) =>
  JSON.parse(fs.readFileSync(`app/_i18n/messages/${area}.${locale}.json`, 'utf8')) as Record<string, never>;

/** @throws where a key or a value is missing: a statement never shows a key */
export function statementWords(locale: 'zh-CN' | 'en'): StatementWords {
  const of = (area: string): Word => {
    const t = createTranslator({
      locale,
      messages: read(area, locale),
      onError: (error) => {
        throw error;
      },
    });
    return (key, values) => t(key as never, values as never);
  };
  const { choices = {} } = read('policy', locale) as { choices?: Record<string, string> };
  return {
    locale,
    t: of('statement'),
    codes: of('codes'),
    choice: (value) => choices[value] ?? value,
  };
}
