import { useTranslations } from 'next-intl';
import { Drawer, tabOf } from '@/app/_components/drawer/Drawer';
import { Terms } from '@/app/_components/drawer/Terms';
import { SourceRef } from '@/app/_components/rules/SourceRef';
import { ButtonLink } from '@/app/_components/ui/Button';
import { NONE, pay } from '@/lib/format';
import type { AdmissionDetail, AdmissionModel } from '../_model';

interface Sourced {
  source_import: number | null;
  source_file: string | null;
  source_sheet: string | null;
  source_line: number | null;
}

const Place = ({ of }: { of: Sourced }) =>
  of.source_import === null || of.source_file === null || of.source_line === null ? null : (
    <SourceRef
      source={{
        import: of.source_import,
        file: of.source_file,
        sheet: of.source_sheet,
        line: of.source_line,
      }}
    />
  );

/** One finding: why, the sales behind it, the customer's contracts. */
export function AdmissionDrawer({
  detail,
  model,
  tab,
}: {
  detail: AdmissionDetail;
  model: AdmissionModel;
  tab: string | undefined;
}) {
  const t = useTranslations('admission.drawer');
  const codes = useTranslations('codes');
  const { row, sales, contracts } = detail;
  const tabs = [
    { id: 'how' as const },
    { id: 'rows' as const, count: sales.length },
    { id: 'history' as const, count: contracts.length },
  ];
  const shown = tabOf(tabs, tab);
  return (
    <Drawer
      title={row.name}
      note={[row.customer_id, row.department, row.owner].filter(Boolean).join(' · ')}
      tabs={tabs}
      tab={tab}
      actions={
        <ButtonLink
          href={model.link('admission_sales', { customer_id: [row.customer_id], finding: [row.finding] })}
        >
          {t('all')}
        </ButtonLink>
      }
    >
      {shown === 'how' ? (
        <>
          <p className="pb-3 text-table">{t(`why.${row.finding}`, { day: row.lapsed_on ?? NONE })}</p>
          <Terms
            terms={[
              { label: t('first'), rule: 'Q-07', value: row.since },
              { label: t('last'), value: row.last_sale_on },
              { label: t('sales'), value: String(row.sales) },
              { label: t('amount'), value: pay(row.sales_since), sum: true },
            ]}
          />
        </>
      ) : null}
      {shown === 'rows' ? (
        <ul className="text-table">
          {sales.map((s) => (
            <li key={`${s.entry_id}/${s.line_no ?? ''}`} className="border-line border-b py-1">
              <p className="flex justify-between gap-3">
                <span>
                  {s.date} {s.entry_id} <span className="text-ink-3">{s.product}</span>
                </span>
                <b>{pay(s.amount)}</b>
              </p>
              <Place of={s} />
            </li>
          ))}
        </ul>
      ) : null}
      {shown === 'history' ? (
        contracts.length === 0 ? (
          <p className="text-ink-2 text-table">{t('noContracts')}</p>
        ) : (
          <ul className="text-table">
            {contracts.map((k) => (
              <li key={k.contract_id} className="border-line border-b py-1">
                <p className="flex justify-between gap-3">
                  <span>
                    {k.contract_id} <span className="text-ink-3">{codes(`contract_kind.${k.kind}`)}</span>
                  </span>
                  <span>
                    {k.starts_on ?? k.signed_on ?? NONE} – {k.expires_on ?? NONE}
                  </span>
                </p>
                <Place of={k} />
              </li>
            ))}
          </ul>
        )
      ) : null}
    </Drawer>
  );
}
