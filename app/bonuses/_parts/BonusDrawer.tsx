import { useTranslations } from 'next-intl';
import { Drawer, tabOf } from '@/app/_components/drawer/Drawer';
import type { BonusDetail } from '../_detail';
import type { BonusesModel } from '../_model';
import { MonthHistory } from './MonthHistory';
import { MonthTerms } from './MonthTerms';
import { StatementLink } from './StatementLink';
import { TraceRows } from './TraceRows';

/** One person of the list: how the total comes about, the rows behind it, the months before. */
export function BonusDrawer({
  detail,
  model,
  tab,
}: {
  detail: BonusDetail;
  model: BonusesModel;
  tab?: string;
}) {
  const codes = useTranslations('codes');
  const { row, groups } = detail;
  const { period } = model.params;
  const count = groups.reduce((n, g) => n + g.rows.length, 0);
  const tabs = [{ id: 'how' as const }, { id: 'rows' as const, count }, { id: 'history' as const }];
  const shown = tabOf(tabs, tab);
  return (
    <Drawer
      title={row.name}
      note={[row.technician_id, codes(`role.${row.role}`), row.region, period].filter(Boolean).join(' · ')}
      tabs={tabs}
      tab={tab}
      actions={<StatementLink technician={row.technician_id} period={period} />}
    >
      {shown === 'how' ? <MonthTerms row={row} base={model.base} rate={model.rate} /> : null}
      {shown === 'rows' ? <TraceRows groups={groups} year={period} /> : null}
      {shown === 'history' ? <MonthHistory id={row.technician_id} history={detail.history} /> : null}
    </Drawer>
  );
}
