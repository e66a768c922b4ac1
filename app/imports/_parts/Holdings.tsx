import { useTranslations } from 'next-intl';
import { NONE, number } from '@/lib/format';
import type { Holding } from '@/lib/import/holdings';
import { useFileWords } from './words';

/** What the product can load, and what of it is there. */
export function Holdings({ holdings }: { holdings: readonly Holding[] }) {
  const t = useTranslations('imports');
  const words = useFileWords();
  return (
    <div className="sideways">
      <table className="plain-table" aria-label={t('views.kinds')}>
        <thead>
          <tr>
            <th>{t('columns.kind')}</th>
            <th className="right">{t('columns.rows')}</th>
            <th className="right wide">{t('columns.first')}</th>
            <th className="right">{t('columns.last')}</th>
            <th className="right wide">{t('columns.lastImport')}</th>
          </tr>
        </thead>
        <tbody>
          {holdings.map((h) => (
            <tr key={h.kind}>
              <td>{words.kind(h.kind)}</td>
              <td className={`right ${h.rows === 0 ? 'quiet' : ''}`}>
                {h.rows === 0 ? NONE : number(h.rows)}
              </td>
              <td className="right wide quiet">{h.first ?? NONE}</td>
              <td className="right">{h.last ?? NONE}</td>
              <td className="right wide">
                {h.importId === null ? (
                  NONE
                ) : (
                  <a className="act" href={`/imports/${h.importId}`}>
                    #{h.importId}
                  </a>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
