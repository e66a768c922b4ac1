import { useTranslations } from 'next-intl';
import { Section } from '@/app/_components/page/Section';
import { Empty } from '@/app/_components/page/states';
import type { TableColumn } from '@/app/_components/table/columns';
import { ReportTable } from '@/app/_components/table/ReportTable';
import type { WhatIfModel } from '../_model';
import { MoveBar } from './MoveBar';

const columns: TableColumn[] = [
  {
    name: 'name',
    type: 'text',
    header: 'customer',
    cell: { kind: 'name', id: 'customer_id' },
    phone: 'title',
  },
  { name: 'owner', type: 'text', cell: { kind: 'owner' }, width: 72, phone: 'meta' },
  { name: 'grade', type: 'code', vocabulary: 'grade', cell: { kind: 'grade' }, phone: 'meta' },
  {
    name: 'tier',
    type: 'code',
    vocabulary: 'scratch_tier',
    cell: { kind: 'move', to: 'scratch_tier' },
    width: 104,
    phone: 'value',
  },
  { name: 'outside', type: 'code', vocabulary: 'outside', width: 80, weight: 'quiet', phone: 'meta' },
  { name: 'net_sales_12m', type: 'money', unit: 'wan' },
  { name: 'score', type: 'decimal', digits: 2, phone: 'note' },
  { name: 'problems', type: 'integer', zero: 'dot', hide: 'narrow' },
  { name: 'eligible', type: 'code', vocabulary: 'tier', hide: 'narrow' },
];

/** The customers of the department, those of its base and those that could come in. */
export function ScratchList({ model }: { model: WhatIfModel }) {
  const t = useTranslations('what_if');
  const { department, rows, period } = model;
  if (department === null) return null;
  if (rows.length === 0) {
    return (
      <Section title={department}>
        <Empty>{t('nobody')}</Empty>
      </Section>
    );
  }
  const title = t('list', { department, n: rows.length });
  return (
    <div className="flex min-h-[260px] flex-1 flex-col max-desk:block">
      <MoveBar moves={model.moves} />
      <ReportTable
        key={department}
        columns={columns}
        rows={rows.map((row) => ({ ...row }))}
        rowKey="customer_id"
        title={title}
        note={t('listNote', { period })}
        label={title}
        initialSort="-net_sales_12m"
      />
    </div>
  );
}
