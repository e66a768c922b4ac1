import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { TierHistory } from '@/app/_components/drawer/TierHistory';
import { Section } from '@/app/_components/page/Section';
import { SourceRef } from '@/app/_components/rules/SourceRef';
import { useCodes } from '@/app/_components/table/ReportTable';
import { href } from '@/app/_lib/url';
import { number } from '@/lib/format';
import type { CustomerModel, FileRow } from '../_model';
import { Grades } from './Grades';

const fields = [
  'kind',
  'grade',
  'contact_name',
  'phone',
  'address',
  'industry',
  'source',
  'institution_class',
  'specialty',
  'beds',
  'tax_no',
  'collected_on',
  'entered_on',
  'assigned_on',
  'admitted_on',
  'licence_expires_on',
  'qualification_expires_on',
  'contract_until',
  'updated_on',
  'note',
] as const satisfies readonly (keyof FileRow)[];

const vocabularies: Partial<Record<(typeof fields)[number], string>> = {
  kind: 'customer_kind',
  grade: 'grade',
};

/** The tiers and grades it had, and the register's row with the line that it was loaded from. */
export function FileCard({ model }: { model: CustomerModel }) {
  const t = useTranslations('customer.file');
  const columns = useTranslations('columns');
  const codes = useCodes();
  const { file, tiers, as_of } = model;
  const { source_import, source_file, source_sheet: sheet, source_line } = file;
  const shown = (name: (typeof fields)[number]): string | null => {
    const value = file[name];
    if (value === null) return null;
    const vocabulary = vocabularies[name];
    if (vocabulary) return codes(vocabulary)[String(value)] ?? String(value);
    return typeof value === 'number' ? number(value) : String(value);
  };
  return (
    <>
      <Section title={t('tiers')} rule="Q-05">
        <div className="px-edge">
          <TierHistory tiers={tiers} register={file.tier_since === null && file.tier !== null} />
        </div>
      </Section>
      <Grades model={model} />
      <Section
        title={t('title')}
        note={
          source_import === null || source_file === null || source_line === null ? null : (
            <SourceRef source={{ import: source_import, file: source_file, sheet, line: source_line }} />
          )
        }
        rule="G-01"
      >
        <dl className="customer-file px-edge">
          {fields.map((name) => (
            <div key={name}>
              <dt>{name === 'entered_on' || name === 'kind' ? t(name) : columns(name)}</dt>
              <dd>{shown(name) ?? <span className="text-ink-3">—</span>}</dd>
            </div>
          ))}
        </dl>
        <p className="px-edge py-2 text-note no-print">
          <Link
            className="text-accent"
            prefetch={false}
            href={href('/rows/customer_file', {}, { as_of, customer_id: file.customer_id })}
          >
            {t('row')}
          </Link>
        </p>
      </Section>
    </>
  );
}
