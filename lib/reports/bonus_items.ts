/** Amounts that other regulations grant: lines of their own beside the statement (B-10). */
import { bonusItemsOf } from '@/lib/queries/bonus_lines';
import { type TechnicianFilters, technicianFilters } from './bonus_people';
import { closingOf, type FrozenRow, frozenBeside } from './bonus_run_frozen';
import { column, sourceColumns } from './columns';
import { anyPeriod, listOrAll } from './params';
import { defineReport, type ReportContext } from './report';
import { scopeParams } from './viewer';

export type ItemRow = Awaited<ReturnType<typeof bonusItemsOf>>[number];

/** As the data gives them now. */
export function liveItems(ctx: ReportContext, p: { period: string } & TechnicianFilters): Promise<ItemRow[]> {
  return bonusItemsOf(ctx.db, {
    period: p.period,
    departments: listOrAll(p.department),
    regions: listOrAll(p.region),
    ...scopeParams(ctx.viewer),
  });
}

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
  async run(ctx, p): Promise<ItemRow[]> {
    const closing = await closingOf(ctx, p.period);
    if (!closing) return liveItems(ctx, p);
    return (await frozenBeside(ctx, closing, 'items', p)) as (FrozenRow & ItemRow)[];
  },
});
