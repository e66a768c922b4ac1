import { useTranslations } from 'next-intl';
import { Section } from '@/app/_components/page/Section';
import { number } from '@/lib/format';
import { Sideways } from '../../_parts/Sideways';
import { useFileWords } from '../../_parts/words';
import type { PreviewView } from '../_model';

/** Rows that are there already and would change: the old value and the new one. */
export function ChangedRows({ view }: { view: PreviewView }) {
  const t = useTranslations('imports');
  const words = useFileWords();
  if (view.changes.length === 0) return null;
  const rows = new Set(view.changes.map((c) => c.line)).size;
  const note = t('changesNote', { all: number(view.current.changed), n: rows });
  return (
    <Section title={t('changedRows', { file: view.current.file })} note={note}>
      <Sideways label={t('changedRows', { file: view.current.file })}>
        <table className="plain-table">
          <tbody>
            {view.changes.map((c, i) => (
              <tr key={`${c.line}/${c.column}`}>
                <td className="right quiet">{view.changes[i - 1]?.line === c.line ? '' : c.line}</td>
                <td>{view.changes[i - 1]?.line === c.line ? '' : c.key}</td>
                <td className="wide quiet">{view.changes[i - 1]?.line === c.line ? '' : c.name}</td>
                <td className="quiet">{words.column(c.kind, c.column)}</td>
                <td className="wraps">
                  <span className="text-ink-2">{words.value(c.kind, c.column, c.before)}</span>
                  {' → '}
                  <b>{words.value(c.kind, c.column, c.after)}</b>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Sideways>
    </Section>
  );
}
