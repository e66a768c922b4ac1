import { useTranslations } from 'next-intl';
import { Tag } from '@/app/_components/ui/Tag';
import { minute, number, ZERO } from '@/lib/format';
import type { ImportLine } from '../_model';
import { UndoButton } from './UndoButton';
import { useFileWords } from './words';

const counts = ['read', 'new', 'changed', 'unchanged', 'rejected', 'warnings'] as const;
const tones = { rejected: 'over', warnings: 'full' } as const;

/** Every import, the latest first; each opens what it did and can be taken back. */
export function History({ imports }: { imports: readonly ImportLine[] }) {
  const t = useTranslations('imports');
  const words = useFileWords();
  return (
    <div className="sideways">
      <table className="plain-table" aria-label={t('views.history')}>
        <thead>
          <tr>
            <th>{t('columns.import')}</th>
            <th className="wide">{t('columns.by')}</th>
            <th className="wide">{t('columns.files')}</th>
            <th className="wide">{t('columns.kinds')}</th>
            {counts.map((name) => (
              <th key={name} className="right wide">
                {t(`columns.${name}`)}
              </th>
            ))}
            <th className="right wide">{t('columns.seconds')}</th>
            <th>{t('columns.state')}</th>
            <th>
              <span className="sr-only">{t('actions')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {imports.map((i) => (
            <tr key={i.id}>
              <td>
                <a className="row-link" href={`/imports/${i.id}`}>
                  <b className="font-medium">#{i.id}</b> {minute(i.at)}
                </a>
              </td>
              <td className="wide quiet">{words.person(i.by)}</td>
              <td className="wide" title={i.files.join(t('listComma'))}>
                {i.files.length === 1
                  ? i.files[0]
                  : t('filesOf', { n: i.files.length, first: i.files[0] ?? '' })}
              </td>
              <td className="wide quiet" title={i.kinds.map((k) => words.kind(k)).join(t('listComma'))}>
                {i.kinds.length > 3
                  ? t('kindsOf', { n: i.kinds.length })
                  : i.kinds.map((k) => words.kind(k)).join(t('listComma'))}
              </td>
              {counts.map((name) => (
                <td
                  key={name}
                  className="right wide"
                  data-tone={name in tones && i[name] > 0 ? tones[name as keyof typeof tones] : undefined}
                >
                  {i[name] === 0 ? ZERO : number(i[name])}
                </td>
              ))}
              <td className="right wide quiet">{number(i.seconds)}</td>
              <td
                title={
                  i.undoneAt
                    ? t('undoneBy', { at: minute(i.undoneAt), by: words.person(i.undoneBy ?? '') })
                    : undefined
                }
              >
                {i.state === 'loaded' ? (
                  t('states.loaded')
                ) : (
                  <Tag tone={i.state === 'refused' ? 'over' : 'full'}>{t(`states.${i.state}`)}</Tag>
                )}
                {i.refused > 0 && i.state === 'loaded' ? (
                  <span className="ml-2" data-tone="over">
                    {t('refusedFiles', { n: i.refused })}
                  </span>
                ) : null}
              </td>
              <td className="right">
                {i.state === 'loaded' ? (
                  <UndoButton id={i.id} size="small" label={t('undo', { n: i.new + i.changed })} />
                ) : null}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
