import { useTranslations } from 'next-intl';
import { ParamLink } from '@/app/_components/navigation/ParamLink';
import { Empty } from '@/app/_components/page/states';
import { useCodes } from '@/app/_components/table/ReportTable';
import { number } from '@/lib/format';
import { groupOf } from '@/lib/reports/quota';
import { limitedTiers } from '@/lib/rules/tiers';
import type { QuotasModel } from '../_model';
import { useGroup, useRoom } from './words';

/** Every product of every department: held and places of both tiers; an excess warns. */
export function QuotaMatrix({ model }: { model: QuotasModel }) {
  const t = useTranslations('quotas');
  const codes = useCodes();
  const nameOf = useGroup();
  const roomOf = useRoom();
  const { departments, products, matrix, chosen } = model;
  if (matrix.length === 0) return <Empty>{t('matrix.empty', { days: model.productDays })}</Empty>;
  const byGroup = new Map(matrix.map((line) => [line.group, line]));
  return (
    <table className="quota-matrix">
      <thead>
        <tr>
          <th scope="col">{t('table.product')}</th>
          {departments.map((d) => (
            <th key={d.group ?? ''} scope="col">
              {nameOf('department', d.group)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {products.map((p) => (
          <tr key={p.group ?? ''}>
            <th scope="row">{nameOf('product', p.group)}</th>
            {departments.map((d) => {
              const line = byGroup.get(groupOf(d.group, p.group));
              const label = nameOf('department', d.group);
              if (!line) {
                return (
                  <td key={label} data-label={label} className="none">
                    —
                  </td>
                );
              }
              return (
                <td key={label} data-label={label}>
                  {limitedTiers.map((tier) => {
                    const cell = line.cells[tier];
                    const { word, tone } = roomOf(cell);
                    const current =
                      chosen?.by === 'department_product' &&
                      chosen.group === line.group &&
                      chosen.tier === tier;
                    const name = codes('tier')[tier] ?? tier;
                    return (
                      <ParamLink
                        key={tier}
                        set={{ by: 'department_product', group: line.group ?? '', tier }}
                        aria-current={current ? 'true' : undefined}
                        title={t('matrix.cell', { base: line.base, room: word })}
                      >
                        <span>{name}</span> {number(cell.held)} / {number(cell.places)}{' '}
                        <b data-tone={tone}>{word}</b>
                      </ParamLink>
                    );
                  })}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
