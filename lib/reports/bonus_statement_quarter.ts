/** Statements of a quarter: the award and each sale of parts (B-05, B-09, B-10). */
import { bonusParts } from '@/lib/queries/bonus';
import { exact, plain } from '@/lib/rules/bonus_decimal';
import type { PolicyValues } from '@/lib/rules/parameters';
import { partsCommission } from '@/lib/rules/parts';
import { checkedPeriod, peopleOf } from './bonus_people';
import { type BonusQuarterRow, liveQuarter } from './bonus_quarter';
import { byTechnician, itemOf, itemPayers, itemsIn, parametersOf, payableOf } from './bonus_statement_parts';
import type { QuarterFigures, QuarterSheet, StatementLine } from './bonus_statement_shape';
import { type Source, sourceOf } from './bonus_trace_row';
import type { ReportContext } from './report';

type Sale = Awaited<ReturnType<typeof bonusParts>>[number];

const blank = {
  points: null,
  counts: true,
  note: null,
  detail: null,
  subject: null,
  customer_id: null,
  customer_name: null,
  repeat_of: null,
  done_by: null,
  remark: null,
} as const;

/**
 * The statements of a quarter as data and policy give them now, by number, of everybody in sight who takes part in it.
 * @param period `2026Q2`
 * @throws NotInForceError, QueryError
 */
export async function liveQuarterStatements(ctx: ReportContext, period: string): Promise<QuarterSheet[]> {
  const quarter = checkedPeriod(period);
  const policy = ctx.policy.on(quarter.end);
  const [rows, people, sales, itemsOf] = await Promise.all([
    liveQuarter(ctx, { period }),
    peopleOf(ctx, quarter, {}),
    bonusParts(ctx.db, { from: quarter.start, until: quarter.end, technician: null }),
    itemsIn(ctx, [period]),
  ]);
  const personOf = new Map(people.map((p) => [p.technician_id, p]));
  const salesOf = byTechnician(sales);
  const parameters = parametersOf(ctx.policy, 'quarter', quarter.end);
  return rows.map((row) => {
    const { technician_id, name, role, ...figures } = row;
    const person = personOf.get(technician_id);
    const items = (itemsOf.get(technician_id) ?? []).map((item) => itemOf(item, policy));
    // Who is no engineer and no lead takes part in the awards alone.
    const earning = policy['bonus.earning_roles'].includes(role) ? (salesOf.get(technician_id) ?? []) : [];
    return {
      grain: 'quarter',
      period,
      technician: {
        technician_id,
        name,
        role,
        department: person?.department ?? null,
        region: person?.region ?? null,
      },
      parameters,
      figures,
      formula: formulaOf(figures),
      lines: [...award(period, row, person), ...earning.map((sale) => saleLine(sale, policy))],
      items,
      adjustments: [],
      carried: [],
      payers: [
        { part: 'awards', payer: policy['payer.awards'], amount: figures.award },
        { part: 'parts', payer: policy['payer.parts'], amount: figures.parts_commission },
        ...itemPayers(items),
      ],
      payable: payableOf(figures.total, items),
    };
  });
}

function formulaOf(f: QuarterFigures): QuarterSheet['formula'] {
  const yuan = { unit: 'yuan' as const };
  return [
    { sign: '', term: 'award', value: f.award, ...yuan, rule: 'B-05', figures: ['award'] },
    {
      sign: '+',
      term: 'parts',
      value: f.parts_commission,
      ...yuan,
      rule: 'B-09',
      figures: ['parts_commission'],
    },
    { sign: '=', term: 'total', value: f.total, ...yuan, rule: 'B-10', figures: [] },
  ];
}

function award(quarter: string, row: BonusQuarterRow, person: Source | undefined): StatementLine[] {
  if (row.score === null || row.rank === null || !person) return [];
  return [
    {
      ...blank,
      figure: 'award',
      rule: 'B-05',
      source_kind: 'assessments',
      source_id: quarter,
      date: null,
      amount: row.award,
      note: row.tie_flag ? 'tie_to_decide' : null,
      detail: { of: 'rank', score: row.score, rank: row.rank },
      ...sourceOf(person),
    },
  ];
}

function saleLine(sale: Sale, policy: PolicyValues): StatementLine {
  const result = partsCommission(sale, policy);
  const price = exact(sale.component_price);
  return {
    ...blank,
    figure: 'parts_commission',
    rule: 'B-09',
    source_kind: 'parts_sales',
    source_id: sale.sale_id,
    date: sale.received_in_full_on,
    amount: plain(result.technician),
    counts: result.why_none === null,
    note: result.why_none,
    detail: {
      of: 'parts',
      cost: sale.component_cost,
      price: sale.component_price,
      // For the eye alone: the rule compares by multiplying, and never with this.
      margin: price.gt(0) ? plain(price.minus(sale.component_cost).div(price).toDecimalPlaces(4)) : null,
      service_days: sale.service_days,
      service_fee: sale.service_fee,
      received: sale.received_amount,
      rate: plain(result.rate),
      technician_share: policy['parts.technician_share'],
      team: plain(result.team),
    },
    ...sourceOf(sale),
  };
}
