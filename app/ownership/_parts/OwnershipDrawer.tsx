import { useLocale, useTranslations } from 'next-intl';
import { Drawer, tabOf } from '@/app/_components/drawer/Drawer';
import { Terms } from '@/app/_components/drawer/Terms';
import { RuleRef } from '@/app/_components/rules/RuleRef';
import { SourceRef } from '@/app/_components/rules/SourceRef';
import { useCodes } from '@/app/_components/table/ReportTable';
import { dayWords, NONE, number, rate, shortDate } from '@/lib/format';
import type { ListedFinding, OwnershipDetail, OwnershipModel } from '../_model';
import { TakeBack } from './TakeBack';

const rules: Record<string, string> = {
  unowned: 'O-04',
  conflict: 'O-02',
  late_entry: 'O-01',
  late_first_contact: 'O-03',
  late_forward: 'O-05',
  entered_before_review: 'O-05',
};

interface Props {
  detail: OwnershipDetail;
  model: OwnershipModel;
  tab: string | undefined;
}

/** One finding: what it rests on, who could take the customer and why, the record, and what was decided. */
export function OwnershipDrawer({ detail, model, tab }: Props) {
  const t = useTranslations('ownership.detail');
  const none = useTranslations('idle.none');
  const codes = useCodes();
  const { row, others, history } = detail;
  const tabs = [
    { id: 'how' as const },
    { id: 'rows' as const, count: 1 + others.length },
    { id: 'history' as const, count: history.length },
  ];
  const shown = tabOf(tabs, tab);
  const note = [
    codes('ownership_finding')[row.finding],
    row.customer_id,
    row.department,
    row.region,
    row.grade,
  ].filter(Boolean);
  return (
    <Drawer
      title={row.name}
      note={
        <>
          {note.join(' · ')} · {row.owner ?? <span data-tone="full">{none('owner')}</span>}
        </>
      }
      tabs={tabs}
      tab={tab}
    >
      {shown === 'how' ? <How detail={detail} model={model} /> : null}
      {shown === 'rows' ? (
        <>
          <Record row={row} asOf={model.params.as_of} />
          {others.length > 0 ? <h3 className="mt-3 text-table">{t('others')}</h3> : null}
          {others.map((other) => (
            <Record key={other.key} row={other} asOf={model.params.as_of} />
          ))}
        </>
      ) : null}
      {shown === 'history' ? <History detail={detail} /> : null}
    </Drawer>
  );
}

function How({ detail, model }: Pick<Props, 'detail' | 'model'>) {
  const t = useTranslations('ownership.detail');
  const codes = useCodes();
  const locale = useLocale();
  const { row, candidates } = detail;
  const { as_of } = model.params;
  const within =
    row.finding === 'late_entry'
      ? model.within.enter
      : row.finding === 'late_first_contact'
        ? model.within.first
        : model.within.forward;
  return (
    <>
      <Terms
        terms={[
          {
            label: t(`since.${row.finding}`),
            rule: rules[row.finding],
            value: row.since === null ? NONE : shortDate(row.since, as_of),
          },
          {
            label: t(`days.${row.finding}`, { n: within }),
            rule: rules[row.finding],
            value: row.days === null ? NONE : t('nDays', { n: row.days }),
          },
          ...(row.finding === 'conflict'
            ? [
                {
                  label: t('marks'),
                  rule: 'O-02',
                  value: row.marks
                    .map((m) => codes('ownership_mark')[m] ?? m)
                    .join(locale === 'en' ? ', ' : '、'),
                },
                {
                  label: t('first'),
                  note: `${row.other_name} ${row.other_customer_id}`,
                  rule: 'O-02',
                  value: row.other_owner ?? NONE,
                },
              ]
            : []),
          ...(row.proposed_owner === null
            ? []
            : [{ label: t('proposed'), rule: rules[row.finding], value: row.proposed_owner, sum: true }]),
        ]}
      />
      {row.finding === 'late_first_contact' ? (
        <p className="mt-1 mb-2 text-ink-3 text-note">{t(row.to_decide ? 'stillOpen' : 'contacted')}</p>
      ) : null}
      {row.decision !== null && row.decision_id !== null ? (
        <section className="mt-3">
          <h3 className="text-table">{t('decided')}</h3>
          <p className="text-table">
            {t(`decision.${row.decision}`, { owner: row.decided_owner ?? NONE })}
            <span className="text-ink-3">
              {' '}
              {row.decided_by} · {row.decided_on === null ? NONE : dayWords(row.decided_on, locale, as_of)} ·{' '}
              {row.decided_why}
            </span>
          </p>
          <p className="text-ink-3 text-note">{t('notWritten')}</p>
          <TakeBack key={row.decision_id} id={row.decision_id} />
        </section>
      ) : null}
      {candidates.length > 0 ? (
        <section className="mt-3">
          <h3 className="flex items-baseline gap-2 text-table">
            {t('candidates')} <RuleRef id="O-04" />
          </h3>
          <table className="candidates">
            <thead>
              <tr>
                <th scope="col">{t('name')}</th>
                <th scope="col" className="right">
                  {t('customers')}
                </th>
                <th scope="col" className="right">
                  {t('rates')}
                </th>
                <th scope="col" className="right">
                  {t('ability')}
                </th>
                <th scope="col" className="right">
                  {t('load')}
                </th>
              </tr>
            </thead>
            <tbody>
              {candidates.map((c) => (
                <tr key={c.name}>
                  <th scope="row">{c.name === row.proposed_owner ? <b>{c.name}</b> : c.name}</th>
                  <td className="right">{number(c.customers)}</td>
                  <td className="right">
                    {c.win_rate === null ? NONE : rate(c.win_rate, 0)} /{' '}
                    {c.department_rate === null ? NONE : rate(c.department_rate, 0)}
                  </td>
                  <td className="right">{Number(c.ability).toFixed(2)}</td>
                  <td className="right">{c.load === null ? NONE : Number(c.load).toFixed(1)}</td>
                </tr>
              ))}
            </tbody>
          </table>
          <p className="mt-1 text-ink-3 text-note">{t('candidatesNote', { n: model.within.minClosed })}</p>
        </section>
      ) : null}
    </>
  );
}

function Record({ row, asOf }: { row: ListedFinding; asOf: string }) {
  const codes = useCodes();
  const { source_import, source_file: file, source_sheet: sheet, source_line: line } = row;
  return (
    <div className="border-line border-b py-1.5 text-table last:border-b-0">
      <p>
        {codes('ownership_finding')[row.finding]} · {row.customer_id} · {row.owner ?? NONE}
        {row.since === null ? null : ` · ${shortDate(row.since, asOf)}`}
      </p>
      {source_import === null || file === null || line === null ? null : (
        <p>
          <SourceRef source={{ import: source_import, file, sheet, line }} />
        </p>
      )}
    </div>
  );
}

function History({ detail }: { detail: OwnershipDetail }) {
  const t = useTranslations('ownership.detail');
  const { history } = detail;
  if (history.length === 0) return <p className="text-ink-3 text-note">{t('noHistory')}</p>;
  return (
    <ul>
      {history.map((d) => (
        <li key={d.id} className="border-line border-b py-1.5 text-table last:border-b-0">
          <p data-tone={d.withdrawn_at === null ? undefined : 'full'}>
            {t(`decision.${d.decision}`, { owner: d.owner })}
          </p>
          <p className="text-ink-3 text-note">
            {d.decided_by} · {d.decided_on} · {d.why}
          </p>
          {d.withdrawn_by === null ? null : (
            <p className="text-ink-3 text-note">
              {t('withdrawn', {
                by: d.withdrawn_by,
                at: d.withdrawn_at?.slice(0, 10) ?? '',
                why: d.withdrawn_why ?? '',
              })}
            </p>
          )}
        </li>
      ))}
    </ul>
  );
}
