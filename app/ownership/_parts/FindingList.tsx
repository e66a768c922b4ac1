import { useLocale, useTranslations } from 'next-intl';
import { Empty, EmptyFiltered } from '@/app/_components/page/states';
import { type ColumnUi, tableColumns } from '@/app/_components/table/columns';
import { Largest } from '@/app/_components/table/Largest';
import { ReportTable, useCodes } from '@/app/_components/table/ReportTable';
import { asked } from '@/app/_lib/ask';
import { href } from '@/app/_lib/url';
import { dayWords } from '@/lib/format';
import { ownershipFindings } from '@/lib/reports/ownership_findings';
import { LISTED, listedOf, type OwnershipModel, ownershipFilters } from '../_model';
import { OwnerBar } from './OwnerBar';

function columnsFor(model: OwnershipModel, english: boolean) {
  const year = model.params.as_of;
  const { rows } = model;
  const conflicts = rows.some((r) => r.finding === 'conflict');
  const decided = rows.some((r) => r.decision !== null);
  const several = new Set(rows.map((r) => r.finding)).size > 1;
  const proposals = rows.some((r) => r.proposed_owner !== null);
  // With what was decided, these make room beside a drawer.
  const beside = decided ? ({ hide: 'narrow' } as const) : {};
  const ui: ColumnUi[] = [
    {
      name: 'name',
      header: 'customer',
      width: english ? 204 : 224,
      cell: { kind: 'name', id: 'customer_id' },
      phone: 'title',
    },
    ...(several
      ? [
          {
            name: 'finding',
            header: 'found',
            width: english ? 106 : 76,
            cell: { kind: 'status', tones: {} },
            phone: 'note',
          } as ColumnUi,
        ]
      : []),
    { name: 'department', width: english ? 86 : 76, weight: 'quiet', hide: 'narrow' },
    { name: 'region', width: english ? 60 : 48, phone: 'meta', ...beside },
    { name: 'grade', width: 46, cell: { kind: 'grade' }, hide: 'narrow' },
    { name: 'owner', width: 72, cell: { kind: 'owner' }, phone: 'meta' },
    ...(conflicts
      ? ([
          { name: 'marks', width: english ? 82 : 72, cell: { kind: 'tags' }, hide: 'narrow' },
          {
            name: 'other_name',
            width: english ? 184 : 200,
            cell: { kind: 'name', id: 'other_customer_id' },
            hide: 'narrow',
          },
          { name: 'other_owner', width: 84, ...beside },
        ] as ColumnUi[])
      : []),
    { name: 'since', year, width: english ? 100 : 92, hide: 'narrow' },
    { name: 'days', width: english ? 60 : 52, phone: 'value', ...beside },
    ...(proposals
      ? ([{ name: 'proposed_owner', width: english ? 112 : 92, weight: 'strong' }] as ColumnUi[])
      : []),
    ...(decided
      ? ([
          { name: 'decision', width: english ? 80 : 52, cell: { kind: 'status', tones: { assign: 'ok' } } },
          { name: 'decided_owner', width: english ? 112 : 88 },
          { name: 'decided_by', width: 84, hide: 'narrow' },
        ] as ColumnUi[])
      : []),
  ];
  return tableColumns(ownershipFindings.columns, ui);
}

/** The findings; what has to be decided can be ticked and decided together, a row opens its terms. */
export function FindingList({ model, decides }: { model: OwnershipModel; decides: boolean }) {
  const t = useTranslations('ownership');
  const idle = useTranslations('idle.filter');
  const codes = useCodes();
  const locale = useLocale();
  const { params, rows, view, sellers } = model;
  if (rows.length === 0) {
    const chosen = ownershipFilters.flatMap((param) =>
      params[param]?.length
        ? [{ param, label: idle(param), value: params[param].map((v) => codes(param)[v] ?? v).join(' ') }]
        : [],
    );
    if (chosen.length > 0) return <EmptyFiltered filters={chosen} />;
    const day = dayWords(params.as_of, locale, params.as_of);
    return (
      <Empty>
        {t(`empty.${view === null ? 'open' : view === 'decided' ? 'decided' : 'found'}`, { day })}
      </Empty>
    );
  }
  const listed = listedOf(rows);
  const title =
    view === null || view === 'decided' || view === 'reassign'
      ? t(`views.${view ?? 'open'}`)
      : (codes('ownership_finding')[view] ?? view);
  return (
    <div className="flex min-h-[260px] flex-1 flex-col max-desk:block">
      <ReportTable
        columns={columnsFor(model, locale === 'en')}
        rows={listed.map((row) => ({ ...row }))}
        rowKey="key"
        title={title}
        note={
          rows.length > LISTED ? (
            <Largest
              shown={LISTED}
              n={rows.length}
              href={href('/rows/ownership_findings', {}, asked(params))}
              by="urgent"
            />
          ) : (
            t('tableNote', { n: rows.length })
          )
        }
        density="compact"
        initialSort={view === null || view === 'unowned' ? undefined : '-days'}
      />
      {decides ? (
        <OwnerBar
          asOf={params.as_of}
          decidable={listed.filter((r) => r.to_decide || r.decision !== null).map((r) => [r.key, r.name])}
          sellers={sellers.map((s) => s.owner).sort()}
        />
      ) : null}
    </div>
  );
}
