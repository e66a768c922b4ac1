import { useTranslations } from 'next-intl';
import { Section } from '@/app/_components/page/Section';
import type { FileLine } from './lines';
import { useFileWords } from './words';

export interface NoteShown {
  line: number | null;
  rows: number;
  zh: string;
  en: string;
}

/** What to know of a file although its rows load: warnings, lines that are no data, columns of nobody. */
export function Notes({ file, notes }: { file: FileLine; notes: readonly NoteShown[] }) {
  const t = useTranslations('imports');
  const words = useFileWords();
  const facts = [
    file.dropped > 0 ? t('dropped', { n: file.dropped }) : null,
    file.unknown.length > 0 ? t('unknown', { headers: file.unknown.join(t('listComma')) }) : null,
    file.skipped.length > 0
      ? t('skipped', {
          n: file.skipped.length,
          lines: file.skipped
            .slice(0, 8)
            .map((s) => s.line)
            .join(t('listComma')),
        })
      : null,
  ].filter((fact) => fact !== null);
  if (facts.length + notes.length === 0) return null;
  return (
    <Section title={t('notes', { n: notes.length })} note={notes.length > 0 ? t('notesNote') : undefined}>
      <ul className="px-edge pb-2 text-table leading-5">
        {notes.map((n) => (
          <li key={`${n.line}/${n.zh}`}>
            {n.rows > 1 ? <b className="font-medium">{t('noteRows', { n: n.rows })} </b> : null}
            {words.told(n)}
          </li>
        ))}
        {facts.map((fact) => (
          <li key={fact} className="text-ink-2">
            {fact}
          </li>
        ))}
      </ul>
    </Section>
  );
}
