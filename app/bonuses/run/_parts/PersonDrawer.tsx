import { useLocale, useTranslations } from 'next-intl';
import { Drawer } from '@/app/_components/drawer/Drawer';
import { Terms } from '@/app/_components/drawer/Terms';
import { ButtonLink } from '@/app/_components/ui/Button';
import { ClientMessages } from '@/app/_i18n/ClientMessages';
import { stepName } from '@/app/_lib/periods';
import { monthName, NONE, pay, signed } from '@/lib/format';
import type { RunRow } from '@/lib/reports/bonus_run';
import type { Rest } from '@/lib/work/bonus_runs';
import { localMinute } from '../../_time';
import { restDecided } from '../_actions';
import type { RunModel } from '../_model';
import { ActForm } from './ActForm';
import { causeHref, useCause, worded } from './AdjustmentsView';

/** What one person is paid and why; a negative sum is decided here (B-10). */
export function PersonDrawer({ row, rest, model }: { row: RunRow; rest: Rest | null; model: RunModel }) {
  const t = useTranslations('bonus_run');
  const locale = useLocale();
  const { period } = model.params;
  const money = (value: string | null) => (value === null ? NONE : pay(value));
  const plus = (value: string | null) =>
    value === null ? NONE : Number(value) === 0 ? pay(value) : signed(value, 2);
  const before = monthName(stepName(period, -1), locale);
  const negative = row.sum_due !== null && Number(row.sum_due) < 0;
  const decided = row.rest === 'carry' || row.rest === 'waive' ? row.rest : null;
  const lines = model.adjustments.filter((a) => a.technician_id === row.technician_id);
  return (
    <Drawer
      title={row.name}
      note={`${row.technician_id} · ${row.region ?? row.department ?? ''}`}
      actions={
        <ButtonLink href={`/bonuses/${encodeURIComponent(row.technician_id)}?period=${period}`}>
          {t('people.statement')}
        </ButtonLink>
      }
    >
      <p className="pb-2 text-note text-ink-3">
        {row.net_points === null && row.total === null
          ? t('people.noStatement')
          : row.total_before === null
            ? t('people.none', { month: before })
            : t('people.before', { month: before, value: pay(row.total_before) })}
      </p>
      <Terms
        terms={[
          { label: t('people.total'), rule: 'B-10', value: money(row.total) },
          { label: t('people.items'), rule: 'B-10', value: plus(row.items) },
          { label: t('people.adjustments'), rule: 'B-12', value: plus(row.adjustments) },
          { label: t('people.carried'), rule: 'B-10', value: plus(row.carried) },
          { label: t('people.sum'), value: row.sum_due === null ? NONE : signedPay(row.sum_due), sum: true },
          ...(decided
            ? [{ label: t(`people.${decided}`), rule: 'B-10', value: signed(turned(row.sum_due ?? '0'), 2) }]
            : []),
          {
            label: t('people.payable'),
            rule: 'B-10',
            value: row.payable === null ? NONE : signedPay(row.payable),
            sum: true,
          },
        ]}
      />
      {lines.length > 0 ? <Lines lines={lines} /> : null}
      {negative && rest && decided ? (
        <p className="pt-3 text-table text-ink-2">
          {t('rest.decided', {
            what: t(`people.${decided}`),
            by: rest.by,
            at: localMinute(rest.at),
            why: rest.why,
          })}
        </p>
      ) : null}
      {negative && !model.closing ? (
        <ClientMessages areas={['bonus_run']}>
          <section className="mt-3 border-line border-t pt-3">
            <h3 className="pb-2 font-semibold text-table">{decided ? t('rest.back') : t('rest.title')}</h3>
            <ActForm
              key={row.rest}
              act={restDecided}
              fields={{
                period,
                technician: row.technician_id,
                name: row.name,
                amount: row.sum_due ?? '',
                ...(decided ? { decision: '' } : {}),
              }}
              why={t('steps.why')}
              submit={decided ? t('rest.back') : t('rest.button')}
              {...(decided ? {} : { undo: { act: restDecided, why: t('undone'), fields: { decision: '' } } })}
            >
              {decided ? null : (
                <fieldset className="flex flex-col gap-1 text-table">
                  <legend className="sr-only">{t('rest.title')}</legend>
                  {(['carry', 'waive'] as const).map((decision) => (
                    <label key={decision} className="flex items-center gap-2">
                      <input
                        type="radio"
                        name="decision"
                        value={decision}
                        defaultChecked={decision === 'carry'}
                      />
                      {t(`rest.${decision}`, { month: stepName(period, 1) })}
                    </label>
                  ))}
                </fieldset>
              )}
            </ActForm>
          </section>
        </ClientMessages>
      ) : null}
    </Drawer>
  );
}

const turned = (value: string) => (value.startsWith('-') ? value.slice(1) : `-${value}`);
const signedPay = (value: string) => (value.startsWith('-') ? signed(value, 2) : pay(value));

function Lines({ lines }: { lines: RunModel['adjustments'] }) {
  const t = useTranslations('bonus_run');
  const figures = useTranslations('codes.bonus_figure');
  const cause = useCause();
  return (
    <section className="pt-3">
      <h3 className="border-line-strong border-b pb-1 font-semibold text-table">{t('people.changes')}</h3>
      <ul className="text-table">
        {lines.map((line) => {
          const href = causeHref(line);
          const words = cause(line);
          const total = line.cause === null;
          return (
            <li
              key={`${line.of_period} ${line.figure} ${line.source_kind} ${line.source_id}`}
              className={`border-line border-b py-1.5 ${total ? 'font-semibold' : ''}`}
            >
              <p className="flex justify-between gap-3">
                <span>{total ? line.of_period : `${figures(line.figure)} ${line.source_id}`}</span>
                <span className="text-right">
                  {worded(line, line.before) ?? NONE} → {worded(line, line.after) ?? NONE}
                </span>
              </p>
              <p className="flex justify-between gap-3 text-note text-ink-3">
                {href ? (
                  <a href={href} className="text-accent hover:underline">
                    {words}
                  </a>
                ) : (
                  <span>{words}</span>
                )}
                {total && line.amount !== null ? <span>{signed(line.amount, 2)}</span> : null}
              </p>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
