import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { AbstractIntlMessages } from 'next-intl';
import type { Locale } from './locales';

const folder = path.join(process.cwd(), 'app', '_i18n', 'messages');
const kept = new Map<Locale, AbstractIntlMessages>();

/**
 * All messages of a language: one namespace a file, `messages/quota.en.json` is `quota.*`.
 * Read from disk so that an area is added by adding its two files; kept in memory outside development.
 */
export function readMessages(locale: Locale): AbstractIntlMessages {
  const known = kept.get(locale);
  if (known) return known;
  const ending = `.${locale}.json`;
  const messages: AbstractIntlMessages = {};
  for (const file of readdirSync(folder)) {
    if (!file.endsWith(ending)) continue;
    messages[file.slice(0, -ending.length)] = JSON.parse(readFileSync(path.join(folder, file), 'utf8'));
  }
  if (process.env.NODE_ENV === 'production') kept.set(locale, messages);
  return messages;
}
