/** A year of parts commission (B-09): each sale with its margin and band, and what is paid to whom in which month. */
import { z } from 'zod';
import { bonusParts } from '@/lib/queries/bonus';
import { exact, plain, yuan } from '@/lib/rules/bonus_decimal';
import { totalOf } from '@/lib/rules/bonus_what_if';
import { type PartsPolicy, type PartsSale, partsCommission } from '@/lib/rules/parts';
import type { Period } from '@/lib/rules/period';
import { earningPeople, peopleOf, technicianFilters } from './bonus_people';
import { bonusQuarter } from './bonus_quarter';
import { overBy, type YearAsked, yearPeriod } from './bonus_year';
import { column, sourceColumns } from './columns';
import { asOf } from './params';
import { defineReport, type ReportContext } from './report';
import { rowsOf } from './rows';

const asking = { period: yearPeriod, as_of: asOf, ...technicianFilters };

export const partsBands = ['high', 'low', 'margin_too_low', 'fee_too_low', 'amount_missing'] as const;
export type PartsBand = (typeof partsBands)[number];

/** The band that a sale falls into: which rate it earns, or why none. */
function bandOf(
  sale: PartsSale,
  policy: PartsPolicy,
): { band: PartsBand; commission: ReturnType<typeof partsCommission> } {
  const commission = partsCommission(sale, policy);
  const high = commission.rate.eq(policy['parts.high_rate']) && !commission.rate.eq(policy['parts.low_rate']);
  return { band: commission.why_none ?? (high ? 'high' : 'low'), commission };
}

/** Share of the price that is gain; for showing only, the rule compares exactly. */
const marginOf = (sale: PartsSale): number | null =>
  exact(sale.component_price).gt(0)
    ? exact(sale.component_price).minus(sale.component_cost).div(sale.component_price).toNumber()
    : null;

export interface PartsRow {
  period: string;
  sale_id: string;
  technician_id: string;
  name: string;
  department: string | null;
  received_in_full_on: string;
  /** Yuan. */
  component_price: string;
  component_cost: string;
  margin: number | null;
  band: PartsBand;
  commission_rate: number;
  received_amount: string | null;
  /** Yuan, exact: the quarter's figure is rounded once over all its sales. */
  technician_share: string;
  team_share: string;
  source_import: number | null;
  source_file: string | null;
  source_sheet: string | null;
  source_line: number | null;
}

/** One row a sale received in full in a quarter of the year that is over. */
export const bonusYearParts = defineReport({
  name: 'bonus_year_parts',
  params: { ...asking, band: z.array(z.enum(partsBands)).optional() },
  columns: [
    column.text('period'),
    column.text('sale_id'),
    column.text('technician_id'),
    column.text('name'),
    column.text('department'),
    column.date('received_in_full_on'),
    column.money('component_price'),
    column.money('component_cost'),
    column.rate('margin'),
    column.code('band', 'parts_band'),
    column.rate('commission_rate'),
    column.money('received_amount'),
    column.decimal('technician_share'),
    column.decimal('team_share'),
    ...sourceColumns,
  ],
  rules: ['B-09'],
  run: async (ctx, { band, ...p }): Promise<PartsRow[]> => {
    if (band?.length) {
      const all = await rowsOf(bonusYearParts, ctx, p);
      return all.filter((row) => band.includes(row.band));
    }
    return (await Promise.all(overBy(p, 'quarter').map((quarter) => salesOf(ctx, p, quarter)))).flat();
  },
});

async function salesOf(ctx: ReportContext, p: YearAsked, quarter: Period): Promise<PartsRow[]> {
  const policy = ctx.policy.on(quarter.end);
  const [people, sales] = await Promise.all([
    earningPeople(ctx, quarter, { department: p.department, region: p.region }),
    bonusParts(ctx.db, { from: quarter.start, until: quarter.end, technician: null }),
  ]);
  const known = new Map(people.map((person) => [person.technician_id, person]));
  return sales.flatMap((sale) => {
    const who = known.get(sale.technician_id);
    if (!who) return [];
    const { band, commission } = bandOf(sale, policy);
    return [
      {
        period: quarter.name,
        sale_id: sale.sale_id,
        technician_id: sale.technician_id,
        name: who.name,
        department: who.department,
        received_in_full_on: sale.received_in_full_on,
        component_price: sale.component_price,
        component_cost: sale.component_cost,
        margin: marginOf(sale),
        band,
        commission_rate: commission.rate.toNumber(),
        received_amount: sale.received_amount,
        technician_share: plain(commission.technician),
        team_share: plain(commission.team),
        source_import: sale.source_import,
        source_file: sale.source_file,
        source_sheet: sale.source_sheet,
        source_line: sale.source_line,
      },
    ];
  });
}

/** One row a quarter, department and payer: what is paid out, and in which month (B-09, B-10). */
export const bonusYearPayouts = defineReport({
  name: 'bonus_year_payouts',
  params: asking,
  columns: [
    column.text('period'),
    column.text('pay_month'),
    column.code('payer', 'payer'),
    column.text('department'),
    column.integer('people'),
    column.money('parts_commission'),
    column.money('parts_team_share'),
    column.money('total'),
  ],
  rules: ['B-09', 'B-10'],
  run: async (ctx, p) =>
    (await Promise.all(overBy(p, 'quarter').map((quarter) => payoutsOf(ctx, p, quarter)))).flat(),
});

async function payoutsOf(ctx: ReportContext, p: YearAsked, quarter: Period) {
  const filters = { department: p.department, region: p.region };
  const [rows, people] = await Promise.all([
    rowsOf(bonusQuarter, ctx, { period: quarter.name, ...filters }),
    peopleOf(ctx, quarter, filters),
  ]);
  const place = new Map(people.map((person) => [person.technician_id, person.department]));
  const earning = rows.filter((r) => Number(r.parts_commission) > 0 || Number(r.parts_team_share) > 0);
  const departments = [...new Set(earning.map((r) => place.get(r.technician_id) ?? null))].sort((a, b) =>
    a === null ? 1 : b === null ? -1 : a.localeCompare(b, 'zh-CN'),
  );
  return departments.map((department) => {
    const own = earning.filter((r) => (place.get(r.technician_id) ?? null) === department);
    const parts_commission = totalOf(own.map((r) => r.parts_commission)) ?? yuan(exact(0));
    const parts_team_share = totalOf(own.map((r) => r.parts_team_share)) ?? yuan(exact(0));
    return {
      period: quarter.name,
      pay_month: own[0]?.pay_month ?? '',
      payer: ctx.policy.on(quarter.end)['payer.parts'] as string,
      department,
      people: own.length,
      parts_commission,
      parts_team_share,
      total: totalOf([parts_commission, parts_team_share]) ?? yuan(exact(0)),
    };
  });
}
