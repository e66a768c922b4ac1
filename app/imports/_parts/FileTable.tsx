import { useTranslations } from 'next-intl';
import { ParamLink } from '@/app/_components/navigation/ParamLink';
import { NONE, number, ZERO } from '@/lib/format';
import type { FileLine } from './lines';
import { useFileWords } from './words';

const counts = ['read', 'new', 'changed', 'unchanged', 'rejected', 'warnings'] as const;
const tones = { rejected: 'over', warnings: 'full' } as const;

const resultTone = (file: FileLine) =>
  file.refused || file.rejected > 0 ? 'over' : file.read === 0 ? 'full' : undefined;

/** How each file was understood and what becomes of its rows; a file opens what is said about it below. */
export function FileTable({
  files,
  current,
  loaded,
}: {
  files: readonly FileLine[];
  current: string | null;
  loaded: boolean;
}) {
  const t = useTranslations('imports');
  const words = useFileWords();
  return (
    <div className="sideways">
      <table className="plain-table">
        <thead>
          <tr>
            <th>{t('columns.file')}</th>
            <th className="wide">{t('columns.kind')}</th>
            <th className="wide">{t('columns.understood')}</th>
            {counts.map((name) => (
              <th key={name} className={`right ${name === 'read' || name === 'rejected' ? '' : 'wide'}`}>
                {t(`columns.${name}`)}
              </th>
            ))}
            <th className="wide">{t('columns.result')}</th>
          </tr>
        </thead>
        <tbody>
          {files.map((file) => (
            <tr key={file.key} data-current={file.key === current || undefined}>
              <td title={file.file}>
                <ParamLink
                  set={{ file: file.key, line: null, sheet: null }}
                  replace
                  className="row-link"
                  aria-current={file.key === current ? 'true' : undefined}
                >
                  {file.file}
                </ParamLink>
                {file.refused ? (
                  <span className="desk:hidden" data-tone="over">
                    {words.told(file.refused)}
                  </span>
                ) : null}
              </td>
              <td className="wide">{words.kind(file.kind) ?? NONE}</td>
              <td className="wide quiet">
                {[words.understood(file), file.mapping ? t('byMapping', { name: file.mapping }) : null]
                  .filter(Boolean)
                  .join(' · ')}
              </td>
              {counts.map((name) => (
                <td
                  key={name}
                  className={`right ${name === 'read' || name === 'rejected' ? '' : 'wide'}`}
                  data-tone={name in tones && file[name] > 0 ? tones[name as keyof typeof tones] : undefined}
                >
                  {file.refused ? NONE : file[name] === 0 && name !== 'read' ? ZERO : number(file[name])}
                </td>
              ))}
              <td className="wide wraps" data-tone={resultTone(file)}>
                {file.refused
                  ? `${t('notLoaded')}${words.told(file.refused)}`
                  : file.rejected > 0
                    ? t('rowsRejected', { n: file.rejected })
                    : file.read === 0
                      ? t('noRows')
                      : t(loaded ? 'loadedWhole' : 'canLoad')}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
