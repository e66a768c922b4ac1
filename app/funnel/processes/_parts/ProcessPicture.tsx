import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { ParamLink } from '@/app/_components/navigation/ParamLink';
import { Section } from '@/app/_components/page/Section';
import { Empty } from '@/app/_components/page/states';
import { useCodes } from '@/app/_components/table/ReportTable';
import { Bar } from '@/app/_components/ui/Bar';
import { NONE, number, rate, ZERO } from '@/lib/format';
import { itemsHref, type ProcessModel } from '../_model';
import '../../_parts/flow.css';

/** Stage by stage how many came so far, and how each stage is known. */
export function ProcessPicture({ model }: { model: ProcessModel }) {
  const t = useTranslations('processes.picture');
  const codes = useCodes();
  const { rows, before, stage, compare, period } = model;
  const first = rows[0]?.reached ?? 0;
  if (first === 0) {
    return (
      <Section title={t('title')}>
        <Empty>{t('empty', { period: period.name })}</Empty>
      </Section>
    );
  }
  const days = (value: number | null) => (value === null ? NONE : number(value, value % 1 === 0 ? 0 : 1));
  return (
    <div className="flex-none border-line border-b pb-2">
      <Section title={t('title')} note={t('note', { period: compare.period })} rule="F-08">
        <table className="picture-table times process">
          <thead>
            <tr>
              <th scope="col">{t('stage')}</th>
              <td className="picture" />
              <th scope="col" className="amount">
                {t('reached')}
              </th>
              <th scope="col" className="amount">
                {t('overall')}
              </th>
              <th scope="col" className="amount p90">
                {t('step')}
              </th>
              <th scope="col" className="amount p90">
                {t('before')}
              </th>
              <th scope="col" className="amount">
                {t('standing')}
              </th>
              <th scope="col" className="amount edge">
                {t('median')}
              </th>
              <th scope="col" className="amount p90">
                {t('p90')}
              </th>
              <th scope="col" className="basis p90">
                {t('basis')}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row, i) => {
              // Who came to the end stands nowhere.
              const standing = row.reached - (rows[i + 1]?.reached ?? 0);
              const current = row.stage === stage;
              return (
                <tr key={row.stage} data-current={current || undefined}>
                  <th scope="row">
                    <ParamLink set={{ stage: row.stage }} aria-current={current ? 'true' : undefined}>
                      {codes('process_stage')[row.stage] ?? row.stage}
                    </ParamLink>
                  </th>
                  <td className="picture">
                    <Bar
                      value={row.reached}
                      max={first}
                      height={13}
                      color={row.basis === 'unknown' ? 'var(--line-strong)' : undefined}
                    />
                  </td>
                  <td className="amount">
                    {row.reached === 0 ? (
                      ZERO
                    ) : (
                      <Link href={itemsHref(model, row.stage)}>
                        <b>{number(row.reached)}</b>
                      </Link>
                    )}
                  </td>
                  <td className="amount">{rate(row.overall_rate)}</td>
                  <td className="amount p90">{rate(row.step_rate)}</td>
                  <td className="amount p90">{rate(before[i]?.overall_rate ?? null)}</td>
                  <td className="amount">
                    {i === rows.length - 1 ? null : standing === 0 ? (
                      ZERO
                    ) : (
                      <Link href={itemsHref(model, row.stage, true)}>{number(standing)}</Link>
                    )}
                  </td>
                  <td className="amount edge">{days(row.median_days)}</td>
                  <td className="amount p90">{days(row.p90_days)}</td>
                  <td className="basis p90" data-tone={row.basis === 'recorded' ? undefined : 'full'}>
                    {codes('stage_basis')[row.basis] ?? row.basis}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
        <p className="px-edge pt-2 text-ink-3 text-note">{t(`known.${model.params.process}`)}</p>
      </Section>
    </div>
  );
}
