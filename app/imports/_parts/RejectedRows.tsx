import { useTranslations } from 'next-intl';
import { ParamLink } from '@/app/_components/navigation/ParamLink';
import { NONE } from '@/lib/format';
import { type FileLine, type RejectedLine, shownColumns } from './lines';
import { Sideways } from './Sideways';
import { useFileWords } from './words';

/** Rejected rows as they were written, the faulty cell marked, and what to do about it below each. */
export function RejectedRows({
  file,
  rows,
  canMap,
}: {
  file: FileLine;
  rows: readonly RejectedLine[];
  /** A value that no code bears can be named in a mapping. */
  canMap: boolean;
}) {
  const t = useTranslations('imports');
  const words = useFileWords();
  const shown = shownColumns(file, rows);
  return (
    <Sideways label={t('rejectedRows', { file: file.file })}>
      <table className="plain-table" data-raw>
        <thead>
          <tr>
            <th className="right">{t('columns.line')}</th>
            {shown.map((i) => (
              <th key={i}>{file.header[i]}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.flatMap((row) => [
            <tr key={row.line} className="joined">
              <td className="right quiet">{row.line}</td>
              {shown.map((i) => (
                <td
                  key={i}
                  className={row.wrong.includes(i) ? 'wrong' : undefined}
                  title={row.cells[i] ?? ''}
                >
                  {row.cells[i] ?? (row.wrong.includes(i) ? t('emptyCell') : NONE)}
                </td>
              ))}
            </tr>,
            <tr key={`${row.line}/why`}>
              <td />
              <td className="wraps quiet" colSpan={shown.length}>
                {row.mistakes.map((m) => (
                  <span key={`${m.column}/${m.code}`} className="mr-2">
                    {words.told(m)}{' '}
                    {canMap && m.code === 'unknown_code' ? (
                      <ParamLink className="act" set={{ edit: m.column ?? '1' }}>
                        {t('mapValue')}
                      </ParamLink>
                    ) : null}
                  </span>
                ))}
              </td>
            </tr>,
          ])}
        </tbody>
      </table>
    </Sideways>
  );
}
