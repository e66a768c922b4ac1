import { useTranslations } from 'next-intl';
import { Drawer, tabOf } from '@/app/_components/drawer/Drawer';
import { Terms } from '@/app/_components/drawer/Terms';
import { TierHistory } from '@/app/_components/drawer/TierHistory';
import { RuleRef } from '@/app/_components/rules/RuleRef';
import { SourceRef } from '@/app/_components/rules/SourceRef';
import { useCodes } from '@/app/_components/table/ReportTable';
import { number, pay, shortDate } from '@/lib/format';
import { DecisionHistory } from '../../_parts/Decisions';
import type { CaseDetail, CasesModel } from '../_model';

/** One case: how its clock and its proposal came about, the problems behind it, the decisions before. */
export function CaseDrawer(props: { detail: CaseDetail; model: CasesModel; tab: string | undefined }) {
  const { detail, model, tab } = props;
  const t = useTranslations('demotions.detail');
  const codes = useCodes();
  const { row, problems, tiers, decisions } = detail;
  const tabs = [
    { id: 'how' as const },
    { id: 'rows' as const, count: problems.length },
    { id: 'history' as const, count: tiers.length + decisions.length },
  ];
  const shown = tabOf(tabs, tab);
  return (
    <Drawer
      title={row.name}
      note={[row.customer_id, row.department, codes('tier').vip].filter(Boolean).join(' · ')}
      tabs={tabs}
      tab={tab}
    >
      {shown === 'how' ? (
        <>
          <Terms
            terms={[
              {
                label: t('first'),
                note: codes('problem')[row.problem ?? ''] ?? '',
                rule: 'R-03',
                value: row.found_on,
              },
              { label: t('within'), rule: 'R-05', value: t('days', { n: model.within }) },
              { label: t('due'), rule: 'R-13', value: row.due_on, sum: true },
              { label: t('score'), note: row.period ?? t('running'), rule: 'R-02', value: row.score },
            ]}
          />
          <p className="mt-3 rounded-tag bg-over-tint p-2.5 text-table">
            <b>
              {codes('tier').vip} → {codes('tier')[row.proposed_tier] ?? row.proposed_tier}
            </b>{' '}
            <RuleRef id="R-05" />
            <br />
            {t(row.days_late > 0 ? 'late' : 'left', { n: Math.abs(row.days_left) })}{' '}
            {row.period === null ? null : t('inReview', { period: row.period })}
          </p>
        </>
      ) : null}
      {shown === 'rows' ? (
        <ul>
          {problems.map((p) => (
            <li key={p.item} className="border-line border-b py-1 text-table last:border-b-0">
              <p className="flex gap-2">
                <span className="flex-1">
                  {p.item} <span className="text-ink-2">{codes('problem')[p.kind] ?? p.kind}</span>
                </span>
                <span>{t('found', { day: shortDate(p.found_on, model.params.as_of) })}</span>
                <span className="w-24 text-right">{p.amount === null ? '' : pay(p.amount)}</span>
              </p>
              <p className="flex flex-wrap justify-between gap-x-3 text-ink-2 text-note">
                <span>
                  {p.due_on === null ? p.date : t('dueOn', { due: p.due_on, paid: p.paid_on ?? '—' })}
                </span>
                {p.source_import === null || p.source_file === null || p.source_line === null ? null : (
                  <SourceRef
                    source={{
                      import: p.source_import,
                      file: p.source_file,
                      sheet: p.source_sheet,
                      line: p.source_line,
                    }}
                  />
                )}
              </p>
            </li>
          ))}
          <li className="pt-1 text-ink-3 text-note">{t('count', { n: number(problems.length) })}</li>
        </ul>
      ) : null}
      {shown === 'history' ? (
        <>
          <DecisionHistory decisions={decisions} />
          <TierHistory tiers={tiers} register={tiers.length === 0} />
        </>
      ) : null}
    </Drawer>
  );
}
