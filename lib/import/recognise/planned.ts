/** What a recognition comes to: the plans that the loader executes. */
import type { Kind } from '../kind';
import { kindOf } from '../kinds';
import { foldHeader } from './fold';
import type { RecognisedColumn, Recognition } from './kind';
import { yearColumn } from './months';
import type { LoadPlan, PlanColumn, PlanSource } from './plan';

/** Columns that hold who looks after a customer. */
const owners = new Set(['owner', 'salesperson']);

/** Zero and nothing: a side of a ledger that the row does not move. */
const nothing = ['', '-', '0', '0.0', '0.00', '0.000', '0.0000'];

/**
 * The plans of a recognised table, normally one; a ledger of debits and credits gives two. None when no kind
 * was found. `header` is the one that was recognised.
 */
export function planOfRecognition(r: Recognition, header: readonly string[]): LoadPlan[] {
  if (r.kind === null) return [];
  const kind = kindOf(r.kind);
  const plan: LoadPlan = {
    kind: kind.name,
    columns: r.columns.map((c) => planColumn(kind, c, header)),
    names: r.names,
    drops: [],
    nulls: [],
    unpivot: r.unpivot,
    unknown: r.unknown.map(({ index, header: h }) => ({ index, header: h })),
    missing: r.missing,
    questions: r.questions,
  };
  if (r.unpivot) {
    plan.columns.push({ column: r.unpivot.monthColumn, sources: [{ from: 'unpivot', what: 'month' }] });
    const { scale } = foldHeader(r.unpivot.months[0]?.header ?? '');
    plan.columns.push({
      column: r.unpivot.valueColumn,
      sources: [{ from: 'unpivot', what: 'value' }],
      ...(scale === 1 ? {} : { scale }),
    });
  }
  if (!r.sides) return [plan];
  return [side(plan, r.sides.debit, 'sale', header), side(plan, r.sides.credit, 'payment', header)];
}

function side(plan: LoadPlan, index: number, code: string, header: readonly string[]): LoadPlan {
  const name = header[index] ?? '';
  const { scale } = foldHeader(name);
  const columns = plan.columns.filter((c) => c.column !== 'amount' && c.column !== 'kind');
  columns.push({
    column: 'amount',
    sources: [{ from: 'header', index, header: name }],
    ...(scale === 1 ? {} : { scale }),
  });
  columns.push({ column: 'kind', sources: [{ from: 'constant', value: code }] });
  // A row that moves both sides would else replace its own sale by its payment.
  if (code === 'payment' && !columns.some((c) => c.column === 'line_no')) {
    columns.push({ column: 'line_no', sources: [{ from: 'constant', value: 'credit' }] });
  }
  return { ...plan, columns, drops: [{ index, header: name, values: nothing }] };
}

function planColumn(kind: Kind, r: RecognisedColumn, header: readonly string[]): PlanColumn {
  const type = kind.columns.find((c) => c.name === r.column)?.type.is;
  const year = type === 'period' ? yearColumn(header.map(foldHeader)) : -1;
  const sources = [r.from, ...r.others].map(
    (index): PlanSource =>
      year >= 0 && year !== index
        ? { from: 'with_year', year, index }
        : { from: 'header', index, header: header[index] ?? '' },
  );
  const numeric = type === 'decimal' || type === 'integer';
  return {
    column: r.column,
    sources,
    ...(numeric && r.scale !== 1 ? { scale: r.scale } : {}),
    ...(numeric && r.divide !== 1 ? { divide: r.divide } : {}),
    ...(r.asInteger ? { asInteger: true } : {}),
    ...(r.part === undefined ? {} : { part: r.part }),
    ...(owners.has(r.column) ? { owner: true } : {}),
  };
}
