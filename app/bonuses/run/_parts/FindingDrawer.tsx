import { useTranslations } from 'next-intl';
import { Drawer } from '@/app/_components/drawer/Drawer';
import { RuleRef } from '@/app/_components/rules/RuleRef';
import { ClientMessages } from '@/app/_i18n/ClientMessages';
import { pay } from '@/lib/format';
import type { FindingRow } from '@/lib/reports/bonus_run_findings';
import { localMinute } from '../../_time';
import type { FindingLine, RunModel } from '../_model';
import { FindingList } from './FindingList';

/** So many rows are listed; the others are behind the link. */
const LISTED = 200;

/** The rows of one kind of finding: what to do, and waving them through with a reason. */
export function FindingDrawer({ line, model }: { line: FindingLine; model: RunModel }) {
  const t = useTranslations('bonus_run');
  const codes = useTranslations('codes.bonus_run_finding');
  const kinds = useTranslations('codes.source_kind');
  const { finding, rule, waivable } = line;
  const { period } = model.params;
  const rows = model.findingRows.filter((f) => f.finding === finding);
  const steps = useTranslations('bonus_run.steps');
  const subject = (f: FindingRow) =>
    f.source_kind === 'bonus_steps'
      ? steps(f.source_id.split(':')[0] ?? '')
      : f.source_kind === 'technicians'
        ? (f.name ?? f.source_id)
        : `${kinds(f.source_kind)} ${f.source_id}`;
  return (
    <Drawer title={codes(finding)} note={<RuleRef id={rule} />}>
      <p className="pb-2 text-ink-2 text-table">
        {rows.length === 0 ? t('findings.nothing') : t(`advice.${finding}`)}
      </p>
      {rows.length > 0 ? (
        <>
          <p className="pb-2 text-table">
            <a
              href={model.link('bonus_run_findings', { finding: [finding] })}
              className="text-accent underline underline-offset-2"
            >
              {t('findings.all', { n: rows.length })}
            </a>
          </p>
          <ClientMessages areas={['bonus_run']}>
            <FindingList
              period={period}
              fixed={model.closing !== null || !waivable}
              why={model.closing ? t('findings.closed') : waivable ? null : t('findings.cannot')}
              rows={rows.slice(0, LISTED).map((f) => ({
                finding: f.finding,
                technician_id: f.technician_id,
                source_kind: f.source_kind,
                source_id: f.source_id,
                title: subject(f),
                note: [f.source_kind === 'technicians' ? f.technician_id : f.name, f.date]
                  .filter(Boolean)
                  .join(' · '),
                amount: f.amount === null ? null : pay(f.amount),
                href: hrefOf(f, period),
                waived:
                  f.waived_by === null
                    ? null
                    : {
                        by: f.waived_by,
                        at: f.waived_at === null ? '' : localMinute(f.waived_at),
                        why: f.why ?? '',
                      },
              }))}
              rest={rows
                .slice(LISTED)
                .filter((f) => f.state === 'open')
                .map(keyOf)}
            />
          </ClientMessages>
          {rows.length > LISTED ? (
            <p className="pt-2 text-note text-ink-3">{t('findings.more', { n: LISTED })}</p>
          ) : null}
        </>
      ) : null}
    </Drawer>
  );
}

const keyOf = ({ finding, technician_id, source_kind, source_id }: FindingRow) => ({
  finding,
  technician_id,
  source_kind,
  source_id,
});

/** The line of a file, the person whose sum it is, or the statement. */
function hrefOf(f: FindingRow, period: string): string | null {
  if (f.finding === 'negative_total' || f.finding === 'unknown_total')
    return `/bonuses/run?period=${period}&view=people&row=${encodeURIComponent(f.technician_id)}`;
  if (f.source_import !== null && f.source_file !== null && f.source_line !== null) {
    const sheet = f.source_sheet === null ? '' : `&sheet=${encodeURIComponent(f.source_sheet)}`;
    return `/imports/${f.source_import}?file=${encodeURIComponent(f.source_file)}${sheet}&line=${f.source_line}`;
  }
  return f.technician_id === '' ? null : `/bonuses/${encodeURIComponent(f.technician_id)}?period=${period}`;
}
