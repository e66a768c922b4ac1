import { useTranslations } from 'next-intl';
import { Section } from '@/app/_components/page/Section';
import { SourceRef } from '@/app/_components/rules/SourceRef';
import { useCodes } from '@/app/_components/table/ReportTable';
import type { CustomerModel } from '../_model';

/** The grade that the register says, and each change of it between imports, the latest first (G-01). */
export function Grades({ model }: { model: CustomerModel }) {
  const t = useTranslations('customer.grades');
  const codes = useCodes();
  const { file, timeline } = model;
  const changes = timeline.filter((e) => e.event === 'grade');
  const word = (grade: string | null) => codes('grade')[grade ?? 'none'] ?? grade;
  return (
    <Section title={t('title')} note={t('note')} rule="G-01">
      {changes.length === 0 ? (
        <p className="px-edge text-ink-3 text-table">{t('unchanged', { grade: word(file.grade) ?? '' })}</p>
      ) : (
        <ol className="customer-grades px-edge">
          {changes.map((e) => (
            <li key={e.id} className="flex gap-3 border-line border-b py-1 text-table last:border-b-0">
              <time dateTime={e.date} className="w-20 flex-none">
                {e.date}
              </time>
              <b className="flex-1">{e.detail ?? word(e.code)}</b>
              {e.source_import === null || e.source_file === null || e.source_line === null ? null : (
                <span className="text-note">
                  <SourceRef
                    source={{
                      import: e.source_import,
                      file: e.source_file,
                      sheet: e.source_sheet,
                      line: e.source_line,
                    }}
                  />
                </span>
              )}
            </li>
          ))}
        </ol>
      )}
    </Section>
  );
}
