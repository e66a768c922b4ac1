import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { Section } from '@/app/_components/page/Section';
import { tableColumns } from '@/app/_components/table/columns';
import { ReportTable, useCodes } from '@/app/_components/table/ReportTable';
import { number, rate, ZERO } from '@/lib/format';
import { type FlowRow, funnelFlow } from '@/lib/reports/funnel_flow';
import { share } from '@/lib/rules/funnel';
import { fates, flowRemainder } from '@/lib/rules/funnel_flow';
import type { FunnelModel } from '../_model';
import { flowHref, type More } from '../_more';
import { useGroupName } from './names';
import { PictureOrTable } from './PictureOrTable';
import './flow.css';
import { NoDeals } from '@/app/pipeline/_parts/NoDeals';

/** The second funnel: of those who entered each stage, where they went; it balances stage by stage. */
export function FlowView({ model, more }: { model: FunnelModel; more: More }) {
  const t = useTranslations('funnel.flow');
  const words = useTranslations('funnel');
  const codes = useCodes();
  const { whole, groups } = more.flow;
  const tools = <PictureOrTable current="flow" />;
  if (model.summary.created === 0) {
    return (
      <Section title={t('title')} tools={tools}>
        <NoDeals params={model.params}>{words('empty', { period: model.period.name })}</NoDeals>
      </Section>
    );
  }
  const off = [...whole, ...groups].filter((row) => flowRemainder(row) !== 0).length;
  return (
    <>
      <div className="flex-none border-line border-b pb-2">
        <Section title={t('title')} note={t('note')} rule="F-02" tools={tools}>
          <table className="picture-table flow">
            <thead>
              <tr>
                <th scope="col">{t('stage')}</th>
                <th scope="col" className="amount">
                  {t('entered')}
                </th>
                <td className="picture" />
                {fates.map((fate) => (
                  <th key={fate} scope="col" className="fate">
                    <i data-fate={fate} />
                    {codes('fate')[fate]}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {whole.map((row) => (
                <Stage
                  key={row.stage}
                  model={model}
                  row={row}
                  name={codes('stage')[row.stage] ?? row.stage}
                />
              ))}
            </tbody>
          </table>
          <p className="px-edge pt-2 text-note" data-tone={off === 0 ? 'ok' : 'over'}>
            {off === 0 ? t('balanced') : t('unbalanced', { n: off })}{' '}
            <span className="text-ink-3">{t('skipped')}</span>
          </p>
        </Section>
      </div>
      <GroupFlow model={model} groups={groups} />
    </>
  );
}

function Stage({ model, row, name }: { model: FunnelModel; row: FlowRow; name: string }) {
  return (
    <tr>
      <th scope="row">{name}</th>
      <td className="amount">
        {row.entered === 0 ? (
          ZERO
        ) : (
          <Link href={flowHref(model, { stage: row.stage })}>
            <b>{number(row.entered)}</b>
          </Link>
        )}
      </td>
      <td className="picture">
        <span className="flow-bar" aria-hidden="true">
          {fates.map((fate) => (
            <i
              key={fate}
              data-fate={fate}
              style={{ width: `${row.entered > 0 ? (row[fate] / row.entered) * 100 : 0}%` }}
            />
          ))}
        </span>
      </td>
      {fates.map((fate) => (
        <td key={fate} className="fate">
          {row[fate] === 0 ? (
            ZERO
          ) : (
            <>
              <Link href={flowHref(model, { stage: row.stage, fate })}>
                <b>{number(row[fate])}</b>
              </Link>{' '}
              <span className="text-ink-3">{rate(share(row[fate], row.entered), 0)}</span>
            </>
          )}
        </td>
      ))}
    </tr>
  );
}

const columns = tableColumns(funnelFlow.columns, [
  { name: 'stage', width: 140, phone: 'title' },
  { name: 'entered', unit: 'deals', width: 100, weight: 'strong', phone: 'value' },
  ...fates.map((fate) => ({
    name: fate,
    width: 100,
    zero: 'dot' as const,
    phone: 'meta' as const,
    cell: { kind: 'link' as const, column: `${fate}_link` },
  })),
]);

function GroupFlow({ model, groups }: { model: FunnelModel; groups: readonly FlowRow[] }) {
  const t = useTranslations('funnel.flow');
  const words = useTranslations('funnel');
  const nameOf = useGroupName(model.params.by);
  if (groups.length === 0) return null;
  const keys = [...new Set(groups.map((row) => row.group))];
  return (
    <ReportTable
      title={t('groups', { by: words(`by.${model.params.by}`) })}
      columns={columns}
      rows={groups.map((row) => ({
        ...row,
        key: `${row.group ?? ''}/${row.stage}`,
        section: `group:${row.group ?? ''}`,
        link: row.entered > 0 ? flowHref(model, { stage: row.stage }, row.group) : null,
        ...Object.fromEntries(
          fates.map((fate) => [
            `${fate}_link`,
            row[fate] > 0 ? flowHref(model, { stage: row.stage, fate }, row.group) : null,
          ]),
        ),
      }))}
      rowKey="key"
      opens={{ column: 'link' }}
      groupBy={{
        column: 'section',
        groups: keys.map((group) => ({ value: `group:${group ?? ''}`, label: nameOf(group) })),
        count: false,
      }}
      tools={false}
    />
  );
}
