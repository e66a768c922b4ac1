import { useTranslations } from 'next-intl';
import { Section } from '@/app/_components/page/Section';
import { NONE } from '@/lib/format';
import { Sideways } from '../../_parts/Sideways';
import { useFileWords } from '../../_parts/words';
import type { FirstRows as Shown } from '../_first';

/** How the first rows are read: our columns, the file's below them where they are called otherwise. */
export function FirstRows({ file, first }: { file: string; first: Shown }) {
  const t = useTranslations('imports');
  const words = useFileWords();
  const title = t('firstRows', { file });
  const { kind } = first;
  return (
    <Section title={title} note={t(kind === null ? 'firstAsWritten' : 'firstAsRead')}>
      <Sideways label={title}>
        <table className="plain-table" data-raw>
          <thead>
            <tr>
              {first.columns.map(({ name, header, number }, i) => {
                const ours = name === null ? null : words.column(kind, name);
                return (
                  // biome-ignore lint/suspicious/noArrayIndexKey: headers of a file may be alike
                  <th key={i} className={number ? 'right' : undefined}>
                    {ours ?? header}
                    {ours !== null && header !== ours ? (
                      <small>{header === null ? t('firstNoHeader') : header}</small>
                    ) : null}
                  </th>
                );
              })}
            </tr>
          </thead>
          <tbody>
            {first.rows.map((cells, row) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: rows stand as they stand in the file
              <tr key={row}>
                {cells.map((cell, i) => {
                  const { name, number } = first.columns[i] ?? { name: null, number: false };
                  const text = cell === null ? NONE : name === null ? cell : words.value(kind, name, cell);
                  return (
                    // biome-ignore lint/suspicious/noArrayIndexKey: a cell is told apart by its place alone
                    <td key={i} className={number ? 'right' : undefined} title={cell ?? undefined}>
                      {text}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </Sideways>
    </Section>
  );
}
