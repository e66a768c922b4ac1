import { useTranslations } from 'next-intl';
import { Drawer, tabOf } from '@/app/_components/drawer/Drawer';
import { Terms } from '@/app/_components/drawer/Terms';
import { RuleRef } from '@/app/_components/rules/RuleRef';
import { SourceRef } from '@/app/_components/rules/SourceRef';
import { useCodes } from '@/app/_components/table/ReportTable';
import { ClientMessages } from '@/app/_i18n/ClientMessages';
import { NONE, number, pay } from '@/lib/format';
import type { ListDetail, ListModel } from '../_model';
import { ConfirmForm, LiftForm, ProposeForm } from './Keep';

/** One entry or proposal: what it says and what can be done, the business since, what was done before. */
export function ListDrawer(props: { detail: ListDetail; model: ListModel; tab: string | undefined }) {
  const { detail, model, tab } = props;
  const t = useTranslations('blacklist.detail');
  const { row, business, events } = detail;
  const tabs = [
    { id: 'how' as const },
    { id: 'rows' as const, count: business.length },
    { id: 'history' as const, count: events.length },
  ];
  const shown = tabOf(tabs, tab);
  return (
    <Drawer
      title={row.name}
      note={[row.customer_id, row.customer_department].filter(Boolean).join(' · ')}
      tabs={tabs}
      tab={tab}
    >
      {shown === 'how' ? <How detail={detail} model={model} /> : null}
      {shown === 'rows' ? <Business detail={detail} /> : null}
      {shown === 'history' ? (
        <ol>
          {events.map((e) => (
            <li
              key={`${e.done_at}${e.step}`}
              className="flex gap-3 border-line border-b py-1 text-table last:border-b-0"
            >
              <span className="w-20 flex-none">{e.done_on}</span>
              <span className="flex-1">
                <b>{t(`step.${e.step}`)}</b> {e.step === 'undone' ? t(`undone.${e.why ?? 'lifted'}`) : e.why}
              </span>
              <span className="text-ink-2">{e.done_by}</span>
            </li>
          ))}
          {events.length === 0 ? <li className="text-ink-3 text-table">{t('noEvents')}</li> : null}
        </ol>
      ) : null}
    </Drawer>
  );
}

function How({ detail, model }: { detail: ListDetail; model: ListModel }) {
  const t = useTranslations('blacklist.detail');
  const codes = useCodes();
  const { row } = detail;
  const list = row.scope === 'company' ? codes('list_scope').company : (row.department ?? NONE);
  return (
    <>
      <Terms
        terms={[
          { label: t('list'), rule: 'R-10', value: list ?? row.scope },
          ...(row.listed_on ? [{ label: t('listed'), rule: 'R-12', value: row.listed_on }] : []),
          ...(row.removed_on ? [{ label: t('removed'), rule: 'R-10', value: row.removed_on }] : []),
          ...(row.business_since === null
            ? []
            : [{ label: t('business'), rule: 'A-07', value: number(row.business_since) }]),
        ]}
      />
      <p className="mt-3 rounded-tag bg-sunk p-2.5 text-table">
        {t(`why.${row.state}`, { period: row.period ?? '', since: row.since ?? '', by: row.by ?? '' })}{' '}
        <RuleRef id={row.state === 'suggested' || row.state === 'proposed' ? 'R-09' : 'R-10'} />
        {row.reason ? (
          <>
            <br />
            {t('because', { reason: row.reason })}
          </>
        ) : null}
      </p>
      {row.source_import !== null && row.source_file !== null && row.source_line !== null ? (
        <p className="mt-2 text-note">
          <SourceRef
            source={{
              import: row.source_import,
              file: row.source_file,
              sheet: row.source_sheet,
              line: row.source_line,
            }}
          />
        </p>
      ) : null}
      <ClientMessages areas={['listing']}>
        <div className="mt-3 border-line border-t pt-1">
          {model.decidable ? <Deed detail={detail} model={model} /> : null}
          {model.decidable ? null : <p className="pt-1 text-ink-3 text-note">{t('past')}</p>}
        </div>
      </ClientMessages>
    </>
  );
}

function Deed({ detail, model }: { detail: ListDetail; model: ListModel }) {
  const { row } = detail;
  if (row.state === 'suggested')
    return <ProposeForm customer={row.customer_id} period={row.period} departments={model.departments} />;
  if (row.state === 'proposed' && row.entry_id !== null) return <ConfirmForm id={row.entry_id} />;
  if (row.state === 'listed' && row.listed_on !== null) {
    const { customer_id, scope, department, listed_on } = row;
    return <LiftForm {...{ customer_id, scope, department, listed_on }} />;
  }
  return null;
}

function Business({ detail }: { detail: ListDetail }) {
  const t = useTranslations('blacklist.detail');
  const codes = useCodes();
  const { business, row } = detail;
  if (business.length === 0)
    return <p className="text-ink-3 text-table">{t(row.listed_on ? 'noBusiness' : 'notListed')}</p>;
  return (
    <ul>
      {business.map((b) => (
        <li
          key={[b.kind, b.item, b.line_no, b.stage, b.date].join('/')}
          className="border-line border-b py-1 text-table last:border-b-0"
        >
          <p className="flex gap-2">
            <span className="w-20 flex-none">{b.date}</span>
            <span className="flex-1">
              {codes('business')[b.kind] ?? b.kind}{' '}
              <span className="text-ink-2">
                {b.item}
                {b.stage ? ` ${codes('stage')[b.stage] ?? b.stage}` : ''}
              </span>
            </span>
            <span className="text-right">{b.amount === null ? NONE : pay(b.amount)}</span>
          </p>
          {b.source_import === null || b.source_file === null || b.source_line === null ? null : (
            <p className="pl-[92px] text-note">
              <SourceRef
                source={{
                  import: b.source_import,
                  file: b.source_file,
                  sheet: b.source_sheet,
                  line: b.source_line,
                }}
              />
            </p>
          )}
        </li>
      ))}
    </ul>
  );
}
