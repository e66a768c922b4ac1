import { useTranslations } from 'next-intl';
import { Section } from '@/app/_components/page/Section';
import { Tag } from '@/app/_components/ui/Tag';
import { NONE, pay, signed } from '@/lib/format';
import { localMinute } from '../../_time';
import type { RunModel } from '../_model';
import type { VersionDifference } from '../_versions';
import { useStepLabel } from './RunSteps';

/** Every closing of the month, and what the latest two states differ in. */
export function VersionsView({
  model,
  difference,
}: {
  model: RunModel;
  difference: VersionDifference | null;
}) {
  const t = useTranslations('bonus_run.versions');
  const steps = useStepLabel();
  const { closings, params } = model;
  if (closings.length === 0) return <p className="state">{t('none', { period: params.period })}</p>;
  return (
    <div className="overflow-y-auto pb-6">
      {closings.toReversed().map((c) => (
        <Section
          key={c.id}
          title={t('closing', { n: c.version })}
          note={c.reopenedAt === null ? <Tag tone="ok">{t('counts')}</Tag> : null}
        >
          <div className="px-5 text-table leading-6">
            <p>{t('closedBy', { by: c.by, at: localMinute(c.at), version: c.dataVersion })}</p>
            {c.reopenedAt !== null ? (
              <p data-tone="full">
                {t('reopenedBy', {
                  by: c.reopenedBy ?? '',
                  at: localMinute(c.reopenedAt),
                  why: c.reopenedWhy ?? '',
                })}
              </p>
            ) : null}
            <p className="text-ink-3">
              {c.steps
                .map((s) => t('steps', { step: steps('month', s.step), by: s.by, at: localMinute(s.at) }))
                .join(' · ')}
            </p>
            <p className="text-note text-ink-3">{t('hash', { hash: c.hash.slice(0, 16) })}</p>
          </div>
        </Section>
      ))}
      {difference ? <Difference of={difference} /> : null}
    </div>
  );
}

function Difference({ of }: { of: VersionDifference }) {
  const t = useTranslations('bonus_run.versions');
  const to = of.to === null ? t('now') : t('version', { n: of.to });
  const money = (value: string | null) => (value === null ? NONE : pay(value));
  return (
    <Section title={t('difference', { from: of.from, to })} rule="B-12">
      {of.rows.length === 0 ? (
        <p className="px-5 text-ink-2 text-table">{t('same')}</p>
      ) : (
        <table className="mx-5 text-table leading-7">
          <thead className="text-ink-3 text-note">
            <tr className="border-line-strong border-b">
              <th scope="col" className="pr-8 text-left font-medium">
                {t('who')}
              </th>
              <th scope="col" className="pr-8 text-right font-medium">
                {t('was')}
              </th>
              <th scope="col" className="pr-8 text-right font-medium">
                {t('is')}
              </th>
              <th scope="col" className="text-right font-medium">
                {t('delta')}
              </th>
            </tr>
          </thead>
          <tbody>
            {of.rows.map((row) => (
              <tr key={row.technician_id} className="border-line border-b">
                <th scope="row" className="pr-8 text-left font-normal">
                  {row.name} <span className="text-ink-3">{row.technician_id}</span>
                </th>
                <td className="pr-8 text-right">{money(row.before)}</td>
                <td className="pr-8 text-right">{money(row.now)}</td>
                <td className="text-right font-medium">{row.delta === null ? NONE : signed(row.delta, 2)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Section>
  );
}
