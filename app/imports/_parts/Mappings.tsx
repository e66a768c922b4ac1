import { useTranslations } from 'next-intl';
import { Empty } from '@/app/_components/page/states';
import { minute } from '@/lib/format';
import type { MappingLine } from '../_model';
import { RemoveMapping } from './RemoveMapping';
import { useFileWords } from './words';

/** How files of this company are remembered to be read. */
export function Mappings({ mappings }: { mappings: readonly MappingLine[] }) {
  const t = useTranslations('imports');
  const words = useFileWords();
  if (mappings.length === 0) return <Empty>{t('noMappings')}</Empty>;
  return (
    <div className="sideways">
      <table className="plain-table" aria-label={t('views.mappings')}>
        <thead>
          <tr>
            <th>{t('columns.name')}</th>
            <th>{t('columns.kinds')}</th>
            <th className="right wide">{t('columns.headers')}</th>
            <th className="wide">{t('columns.savedBy')}</th>
            <th>
              <span className="sr-only">{t('actions')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {mappings.map((m) => (
            <tr key={m.name}>
              <td>{m.name}</td>
              <td>{m.kinds.map((k) => words.kind(k)).join(t('listComma'))}</td>
              <td className="right wide">{m.headers}</td>
              <td className="wide quiet">
                {words.person(m.by)} · {minute(m.at)}
              </td>
              <td className="right">
                <RemoveMapping name={m.name} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
