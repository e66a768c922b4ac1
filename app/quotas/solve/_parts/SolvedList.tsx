import { useTranslations } from 'next-intl';
import { Section } from '@/app/_components/page/Section';
import { Empty } from '@/app/_components/page/states';
import { tableColumns } from '@/app/_components/table/columns';
import { ReportTable } from '@/app/_components/table/ReportTable';
import { column } from '@/lib/reports/columns';
import { quotaSolution } from '@/lib/reports/quota_solution';
import { ScratchTable } from '../../what-if/_parts/ScratchTables';
import type { SolvedModel, SolveModel } from '../_model';

/** What a row is shown with beside the columns of the report. */
const listed = [...quotaSolution.columns, column.code('stand', 'decision')];

/** The quotas before and after, and the decisions behind them. */
export function SolvedList({ model, solved }: { model: SolveModel; solved: SolvedModel }) {
  const t = useTranslations('solve');
  const { shown, departments, products } = solved;
  const sales = model.params.goal === 'sales';
  const title = t(`list.${model.view ?? 'changes'}`, { n: shown.length });
  const current = model.params.department?.length === 1 ? (model.params.department[0] ?? null) : null;
  return (
    <>
      <div className="@container flex-none">
        <Section title={t('departments')} note={t('departmentsNote')} rule="Q-03">
          <ScratchTable current={current} lines={departments} by="department" />
        </Section>
        {products.length > 0 ? (
          <details className="solve-products">
            <summary>{t('products', { n: products.length })}</summary>
            <ScratchTable current={null} lines={products} by="product" />
          </details>
        ) : null}
      </div>
      {shown.length === 0 ? (
        <Empty>{t('nobody')}</Empty>
      ) : (
        <div className="flex min-h-[260px] flex-1 flex-col max-desk:block">
          <ReportTable
            key={model.view ?? 'changes'}
            columns={tableColumns(listed, [
              { name: 'name', header: 'customer', cell: { kind: 'name', id: 'customer_id' }, phone: 'title' },
              { name: 'department', weight: 'quiet', width: 84, phone: 'meta' },
              { name: 'tier', cell: { kind: 'move', to: 'solved_tier' }, width: 132, phone: 'value' },
              { name: 'why', width: 170, phone: 'note' },
              sales ? { name: 'net_sales', unit: 'wan' } : { name: 'score', digits: 2 },
              { name: 'edge', digits: 2, hide: 'narrow' },
              { name: 'problems', zero: 'dot', hide: 'narrow' },
              { name: 'eligible', hide: 'narrow' },
              { name: 'proposed_tier', hide: 'narrow', weight: 'quiet' },
              {
                name: 'stand',
                header: 'decision',
                cell: { kind: 'status', tones: { accepted: 'ok', overridden: 'full' } },
                width: 84,
                phone: 'meta',
              },
            ])}
            rows={shown.map((row) => ({ ...row }))}
            rowKey="customer_id"
            title={title}
            note={t('listNote')}
            label={title}
            initialSort={sales ? '-net_sales' : '-score'}
          />
        </div>
      )}
    </>
  );
}
