/** Amounts that other regulations grant: lines of their own beside the statement (B-10). */
import { bonusItemsOf } from '@/lib/queries/bonus_lines';
import { technicianFilters } from './bonus_people';
import { column, sourceColumns } from './columns';
import { anyPeriod, listOrAll } from './params';
import { defineReport } from './report';
import { scopeParams } from './viewer';

export const bonusItems = defineReport({
  name: 'bonus_items',
  params: { period: anyPeriod, ...technicianFilters },
  columns: [
    column.text('item_id'),
    column.text('technician_id'),
    column.text('name'),
    column.code('role', 'role'),
    column.text('period'),
    column.text('regulation'),
    column.money('amount'),
    column.text('payer'),
    column.text('note'),
    ...sourceColumns,
  ],
  rules: ['B-10'],
  run: (ctx, p) =>
    bonusItemsOf(ctx.db, {
      period: p.period,
      departments: listOrAll(p.department),
      regions: listOrAll(p.region),
      ...scopeParams(ctx.viewer),
    }),
});
