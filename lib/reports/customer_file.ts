/** One customer: its file, its ledger by period, its products, what happened, and how it was scored. */
import { Decimal } from 'decimal.js';
import { z } from 'zod';
import {
  customerFile as fileOf,
  customerLedger as ledgerOf,
  customerTimeline as timelineOf,
} from '@/lib/queries/customers';
import { addMonths, type Period, periodOf } from '@/lib/rules/period';
import { halfYearEnds } from '@/lib/rules/quota_days';
import { yearUpTo } from '@/lib/rules/review-period';
import { column, sourceColumns } from './columns';
import { customerRanks } from './customer_ranks';
import { asOf } from './params';
import { defineReport, type ReportContext } from './report';
import { reviewed } from './review';
import { reviewMeasures } from './review_measures';
import { loadedRows, rowsOf } from './rows';
import { scopeParams } from './viewer';

const one = { as_of: asOf, customer_id: z.string().min(1) };

/** The row of the register, with the tier of the day; no row where the number is unknown or out of sight. */
export const customerFile = defineReport({
  name: 'customer_file',
  params: one,
  columns: [
    column.text('customer_id'),
    column.text('name'),
    column.code('kind', 'customer_kind'),
    column.text('department'),
    column.text('region'),
    column.text('owner'),
    column.code('grade', 'grade'),
    column.code('tier', 'tier'),
    column.date('tier_since'),
    column.text('industry'),
    column.text('source'),
    column.text('institution_class'),
    column.text('specialty'),
    column.integer('beds'),
    column.text('tax_no'),
    column.text('contact_name', { personal: true }),
    column.text('phone', { personal: true }),
    column.text('address', { personal: true }),
    column.text('note'),
    column.date('collected_on'),
    column.date('entered_on'),
    column.date('assigned_on'),
    column.date('admitted_on'),
    column.date('licence_expires_on'),
    column.date('qualification_expires_on'),
    column.date('contract_until'),
    column.date('updated_on'),
    column.boolean('listed'),
    ...sourceColumns,
  ],
  rules: ['G-01', 'Q-01', 'Q-05', 'Q-07'],
  run: (ctx, p) => fileOf(ctx.db, { ...p, ...scopeParams(ctx.viewer) }),
});

/** Change against what was before; null without a base. */
function growth(now: string, before: string | null): number | null {
  if (before === null || new Decimal(before).lte(0)) return null;
  return new Decimal(now).minus(before).div(before).toNumber();
}

/** The ledger of a customer by month, year and product: one reading for the reports of all three. */
function ledgerParts(ctx: ReportContext, { as_of, customer_id }: { as_of: string; customer_id: string }) {
  const year_from = yearUpTo(as_of);
  const asked = { as_of, customer_id, year_from, before_from: addMonths(year_from, -12) };
  return loadedRows(ctx, ['customer_ledger', asked], () =>
    ledgerOf(ctx.db, { ...asked, ...scopeParams(ctx.viewer) }),
  );
}

/** the ledger by month or year with the balance at each end, growth against the year before, and the year's rank. */
export const customerLedger = defineReport({
  name: 'customer_ledger',
  params: { ...one, by: z.enum(['month', 'year']).default('month') },
  columns: [
    column.text('period'),
    column.money('sales'),
    column.money('returns'),
    column.money('net_sales'),
    column.money('net_sales_before'),
    column.rate('growth'),
    column.money('payments'),
    column.money('refunds'),
    column.money('balance'),
    column.integer('place'),
    column.integer('of_all'),
  ],
  rules: ['A-01', 'A-08'],
  run: async (ctx, { by, ...p }) => {
    const byYear = by === 'year';
    const [rows, [file], ranks] = await Promise.all([
      ledgerParts(ctx, p),
      byYear ? rowsOf(customerFile, ctx, p) : [],
      byYear ? customerRanks(ctx, p.as_of) : null,
    ]);
    const key = file?.customer_key ?? null;
    return rows.flatMap((row) => {
      if (row.part !== by || row.period === null) return [];
      const rank = ranks && key !== null ? ranks(key, Number(row.period.slice(0, 4))) : null;
      return [
        {
          sales: row.sales,
          returns: row.returns,
          payments: row.payments,
          refunds: row.refunds,
          net_sales: row.net_sales,
          net_sales_before: row.net_sales_before,
          balance: row.balance,
          period: byYear ? row.period.slice(0, 4) : row.period.slice(0, 7),
          growth: growth(row.net_sales, row.net_sales_before),
          place: rank?.place ?? null,
          of_all: rank?.of_all ?? null,
        },
      ];
    });
  },
});

/** Net sales by product in the 12 months up to the day and the 12 before (A-01, T-05). */
export const customerProducts = defineReport({
  name: 'customer_products',
  params: one,
  columns: [
    column.text('product'),
    column.money('net_sales'),
    column.money('net_sales_before'),
    column.rate('growth'),
    column.date('last_sale_on'),
  ],
  rules: ['A-01'],
  run: async (ctx, p) => {
    const rows = await ledgerParts(ctx, p);
    return rows.flatMap(({ part, product, net_sales, net_sales_before, last_sale_on }) => {
      if (part !== 'product') return [];
      const before = net_sales_before ?? '0.00';
      return [
        { product, net_sales, net_sales_before: before, last_sale_on, growth: growth(net_sales, before) },
      ];
    });
  },
});

/** What happened with a customer, the latest first; `code` is of the vocabulary of its event. */
export const customerTimeline = defineReport({
  name: 'customer_timeline',
  params: one,
  columns: [
    column.date('date'),
    column.code('event', 'timeline_event'),
    column.text('id'),
    column.text('code'),
    column.text('person'),
    column.text('detail', { personal: true }),
    column.money('amount'),
    column.boolean('open'),
    ...sourceColumns,
  ],
  rules: ['V-05', 'V-09', 'F-01', 'R-03', 'Q-05', 'R-10', 'G-01'],
  run: (ctx, p) => timelineOf(ctx.db, { ...p, ...scopeParams(ctx.viewer) }),
});

const HALF_YEARS = 8;

const scoredPeriods = (as_of: string): Period[] =>
  halfYearEnds(as_of, HALF_YEARS)
    .filter((day) => /(06-30|12-31)$/.test(day))
    .map((day) => periodOf(day, 'half'));

/**
 * Reads the ledger of the whole company for the half-years of the scores, one after the other: for the customers that
 * are looked at next. What cannot be read is told when it is asked for.
 */
export async function prepareScores(ctx: ReportContext, as_of: string): Promise<void> {
  for (const period of scoredPeriods(as_of).reverse()) {
    try {
      await reviewMeasures(ctx, period, null);
    } catch {
      return;
    }
  }
}

/** the score of a customer in each of the last eight half-years in which it was reviewed, the earliest first. */
export const customerScores = defineReport({
  name: 'customer_scores',
  params: one,
  columns: [
    column.text('period'),
    column.code('tier', 'tier'),
    column.decimal('volume'),
    column.decimal('receivables'),
    column.decimal('reputation'),
    column.decimal('loyalty'),
    column.decimal('score'),
    column.integer('problems'),
    column.code('proposal', 'proposal'),
    column.code('proposed_tier', 'tier'),
  ],
  rules: ['R-01', 'R-02', 'R-03', 'R-05', 'R-07'],
  run: async (ctx, p) => {
    const [file] = await fileOf(ctx.db, { ...p, ...scopeParams(ctx.viewer) });
    if (!file) return [];
    const department = file.department === null ? undefined : [file.department];
    const all = await Promise.all(
      scoredPeriods(p.as_of).map(async (period) => {
        const reviews = await reviewed(ctx, period, { department });
        const found = reviews.find((r) => r.customer_id === p.customer_id);
        return found ? [{ name: period.name, found }] : [];
      }),
    );
    return all.flat().map(({ name, found }) => ({
      period: name,
      tier: found.tier,
      volume: found.volume,
      receivables: found.receivables,
      reputation: found.reputation,
      loyalty: found.loyalty,
      score: found.score,
      problems: found.problems,
      proposal: found.proposal,
      proposed_tier: found.proposed_tier,
    }));
  },
});
