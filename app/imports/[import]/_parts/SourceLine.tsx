import { useTranslations } from 'next-intl';
import { ParamLink } from '@/app/_components/navigation/ParamLink';
import { Section } from '@/app/_components/page/Section';
import { NONE } from '@/lib/format';
import { Sideways } from '../../_parts/Sideways';
import type { ImportPage } from '../_model';

/** A line of a file as it was written: every cell under its header, with the lines around it. */
export function SourceLine({ page }: { page: ImportPage }) {
  const t = useTranslations('imports');
  const { source, current } = page;
  if (!source) return null;
  // A file may have two columns of one name.
  const heads = source.header.map((text, at) => ({ text, at, key: `${at}/${text}` }));
  const own = source.rows.find((r) => r.line === source.line);
  const title = t('sourceTitle', { line: source.line, file: current.file, sheet: current.sheet ?? 'none' });
  return (
    <>
      <Section title={title} note={t('sourceNote')}>
        <dl className="grid grid-cols-2 gap-x-6 gap-y-1 px-edge pb-3 text-table desk:grid-cols-4 wide:grid-cols-6">
          {heads.map(({ text, at, key }) => (
            <div key={key} className="min-w-0 border-t border-line pt-1">
              <dt className="truncate text-note text-ink-3">{text}</dt>
              <dd className="break-words">{own?.cells[at] ?? NONE}</dd>
            </div>
          ))}
        </dl>
      </Section>
      <Section title={t('neighbours')}>
        <Sideways label={t('neighbours')}>
          <table className="plain-table" data-raw>
            <thead>
              <tr>
                <th className="right">{t('columns.line')}</th>
                {heads.map(({ text, key }) => (
                  <th key={key}>{text}</th>
                ))}
              </tr>
            </thead>
            <tbody>
              {source.rows.map((row) => (
                <tr key={row.line} data-current={row.line === source.line || undefined}>
                  <td className="right">
                    <ParamLink set={{ line: String(row.line) }} replace>
                      {row.line}
                    </ParamLink>
                  </td>
                  {heads.map(({ at, key }) => (
                    <td key={key}>{row.cells[at] ?? NONE}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </Sideways>
      </Section>
    </>
  );
}
