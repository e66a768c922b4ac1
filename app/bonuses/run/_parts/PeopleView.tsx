import { useLocale, useTranslations } from 'next-intl';
import { tableColumns } from '@/app/_components/table/columns';
import { ReportTable } from '@/app/_components/table/ReportTable';
import { bonusRun } from '@/lib/reports/bonus_run';
import { cents, total } from '../../_sums';
import type { RunModel } from '../_model';

/** What everybody gets: the statement's total, what stands beside it, what is paid. */
export function PeopleView({ model }: { model: RunModel }) {
  const t = useTranslations('bonus_run.people');
  const english = useLocale() === 'en';
  const { rows, params } = model;
  if (rows.length === 0) return <p className="state">{t('empty', { period: params.period })}</p>;
  const columns = tableColumns(bonusRun.columns, [
    {
      name: 'name',
      header: 'technician',
      cell: { kind: 'name', ...(english ? {} : { id: 'technician_id' }) },
      phone: 'title',
    },
    { name: 'role', phone: 'meta', hide: 'narrow' },
    { name: 'region', phone: 'meta' },
    { name: 'jobs', hide: 'narrow' },
    { name: 'net_points', hide: 'narrow', phone: 'note' },
    { name: 'total' },
    { name: 'change', cell: { kind: 'delta' }, digits: 2, zero: 'dot' },
    { name: 'items', zero: 'dot' },
    { name: 'adjustments', zero: 'dot' },
    { name: 'carried', zero: 'dot' },
    { name: 'rest', width: 84, cell: { kind: 'status', tones: { undecided: 'over' } } },
    { name: 'payable', weight: 'strong', phone: 'value' },
  ]);
  const sum = (name: 'total' | 'change' | 'items' | 'adjustments' | 'carried' | 'payable') =>
    cents(total(rows.map((r) => r[name] ?? '0')));
  return (
    <ReportTable
      columns={columns}
      rows={rows.map((row) => ({ ...row }))}
      rowKey="technician_id"
      initialSort="-payable"
      label={t('table', { period: params.period, n: rows.length })}
      total={{
        jobs: rows.reduce((n, r) => n + r.jobs, 0),
        net_points: total(rows.map((r) => r.net_points ?? '0')),
        total: sum('total'),
        change: sum('change'),
        items: sum('items'),
        adjustments: sum('adjustments'),
        carried: sum('carried'),
        payable: sum('payable'),
      }}
      totalLabel={t('totals', { n: rows.length })}
      density="standard"
      tools={false}
    />
  );
}
