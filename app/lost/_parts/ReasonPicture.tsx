import { useLocale, useTranslations } from 'next-intl';
import { ParamLink } from '@/app/_components/navigation/ParamLink';
import { Section } from '@/app/_components/page/Section';
import { Empty } from '@/app/_components/page/states';
import { useCodes } from '@/app/_components/table/ReportTable';
import { Bar } from '@/app/_components/ui/Bar';
import { moneyInColumn, number, rate, ZERO } from '@/lib/format';
import { closedHref, type LostModel, type Reason } from '../_model';
import { Apart } from './Apart';
import './lost.css';
import { NoDeals } from '@/app/pipeline/_parts/NoDeals';

const stages = ['identified', 'contacted', 'solution', 'negotiation', 'signed', null] as const;

/** Why opportunities were lost, and how far they had come; beside it what sets the signed ones apart. */
export function ReasonPicture({ model }: { model: LostModel }) {
  const t = useTranslations('lost.reasons');
  const { reasons, whole, period } = model;
  if (whole.lost + whole.signed === 0) {
    return (
      <Section title={t('title')}>
        <NoDeals params={model.params}>{t('nothingClosed', { period: period.name })}</NoDeals>
      </Section>
    );
  }
  return (
    <div className="@container flex-none border-line border-b pb-2">
      <div className="desk:@min-[1000px]:grid desk:@min-[1000px]:grid-cols-[minmax(0,1fr)_minmax(0,432px)]">
        <Section title={t('title')} note={t('note')} rule="F-09">
          {reasons.length === 0 ? (
            <Empty>{t('nothingLost', { period: period.name })}</Empty>
          ) : (
            <Reasons model={model} reasons={reasons} />
          )}
        </Section>
        <div className="min-w-0 border-line border-l max-desk:border-l-0">
          <Apart model={model} />
        </div>
      </div>
    </div>
  );
}

function Reasons({ model, reasons }: { model: LostModel; reasons: readonly Reason[] }) {
  const t = useTranslations('lost.reasons');
  const columns = useTranslations('columns');
  const codes = useCodes();
  const locale = useLocale();
  const max = Math.max(...reasons.map((r) => r.count));
  const reached = stages.filter((stage) => reasons.some((r) => r.stages.some((s) => s.stage === stage)));
  return (
    <table className="picture-table finger-rows reason-bars">
      <thead>
        <tr>
          <th scope="col">{columns('reason')}</th>
          <td className="picture" />
          <th scope="col" className="amount">
            {columns('deals')}
          </th>
          <th scope="col" className="amount">
            {columns('share')}
          </th>
          <th scope="col" className="amount wide edge">
            {columns('expected_amount')} {columns('units.wan')}
          </th>
          {reached.map((stage) => (
            <th key={stage ?? ''} scope="col" className="amount stage">
              {stage === null ? t('unknownStage') : codes('stage')[stage]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {reasons.map((r) => {
          const current = r.reason === null ? model.without : model.chosen.includes(r.reason);
          const set =
            r.reason === null
              ? { without_reason: current ? null : 'true', reason: null, view: null }
              : { reason: current ? null : r.reason, without_reason: null, view: null };
          const only: Record<string, string | string[]> =
            r.reason === null ? { without_reason: 'true' } : { reason: [r.reason] };
          return (
            <tr key={r.reason ?? ''} data-current={current || undefined}>
              <th scope="row">
                <ParamLink set={set} aria-current={current ? 'true' : undefined}>
                  {r.reason ?? <span data-tone="full">{t('none')}</span>}
                </ParamLink>
              </th>
              <td className="picture">
                <Bar value={r.count} max={max} color={r.reason === null ? 'var(--full)' : undefined} />
              </td>
              <td className="amount">
                <b>{number(r.count)}</b>
              </td>
              <td className="amount">{rate(r.share, 0)}</td>
              <td className="amount wide edge" title={r.amount}>
                {moneyInColumn(r.amount, locale)}
              </td>
              {reached.map((stage) => {
                const count = r.stages.find((s) => s.stage === stage)?.count;
                return (
                  <td key={stage ?? ''} className="amount stage">
                    {count === undefined ? (
                      ZERO
                    ) : (
                      <a
                        href={closedHref(model, { outcome: 'lost', ...only, stage_reached: stage ?? 'none' })}
                      >
                        {number(count)}
                      </a>
                    )}
                  </td>
                );
              })}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
