import { sourceHref } from '@/app/_components/rules/SourceRef';
import type { Row, TableColumn } from '@/app/_components/table/columns';
import type { Mistake } from '@/app/_lib/ask';
import type { PageContext } from '@/app/_lib/context';
import { BadParameterError, NotInForceError } from '@/lib/reports/errors';
import { reportNamed } from '@/lib/reports/registry';
import { runReport } from '@/lib/reports/run';

export type RowsModel =
  | {
      params: Record<string, unknown>;
      columns: TableColumn[];
      rows: Row[];
      rules: readonly string[];
      /** The same rows as JSON; the export menu adds the format. */
      href: string;
    }
  | { problem: Mistake };

/**
 * A report as a page of rows. A mistake in the address is answered by its name, everything else is thrown.
 * @param given parameters as the address has them; the as-of date is supplied where it gives none (T-05)
 */
export async function rowsModel(
  ctx: PageContext,
  name: string,
  given: Record<string, string[]>,
): Promise<RowsModel> {
  try {
    const report = reportNamed(name);
    const asked = { ...given };
    if (!asked.as_of && 'as_of' in report.params.shape) asked.as_of = [ctx.defaultAsOf];
    const result = await runReport(ctx.db, ctx.viewer, name, asked);
    const query = new URLSearchParams(Object.entries(asked).flatMap(([k, vs]) => vs.map((v) => [k, v])));
    const columns: TableColumn[] = report.columns
      .filter((c) => !c.name.startsWith('source_') || c.name === 'source_kind' || c.name === 'source_id')
      .map((c) => ({ ...c, ...drawn(c.name) }));
    if (report.columns.some((c) => c.name === 'source_line')) {
      columns.push({
        name: 'source_place',
        type: 'text',
        header: 'source_file',
        width: 190,
        cell: { kind: 'link', column: 'source_link' },
        phone: 'note',
      });
    }
    const rows = result.rows.map((row, i) => ({ ...row, _row: String(i + 1), ...source(row) }) as Row);
    return {
      params: result.params,
      columns: onPhone(columns),
      rows,
      rules: report.rules,
      href: `/api/reports/${name}?${query}`,
    };
  } catch (error) {
    if (error instanceof BadParameterError || error instanceof NotInForceError) return { problem: error };
    throw error;
  }
}

/** Where a row was loaded from, in words and as an address; nothing where it is no row of a file. */
function source(row: Record<string, unknown>): { source_place: string | null; source_link: string | null } {
  const { source_import, source_file, source_sheet, source_line } = row;
  if (!source_file) return { source_place: null, source_link: null };
  const sheet = source_sheet ? String(source_sheet) : null;
  const at = { import: Number(source_import), file: String(source_file), sheet, line: Number(source_line) };
  return {
    source_place: [at.file, sheet].filter(Boolean).join(' ').concat(`:${at.line}`),
    source_link: sourceHref(at),
  };
}

/** How columns that every report writes alike are drawn. */
function drawn(name: string): Partial<TableColumn> {
  if (name === 'grade') return { cell: { kind: 'grade' } };
  if (name === 'owner' || name === 'salesperson') return { cell: { kind: 'owner' } };
  return {};
}

const titles = new Set(['name', 'customer_name', 'measure', 'figure', 'reason', 'group']);
const values = [
  'value_at_stake',
  'total',
  'expected_amount',
  'balance',
  'amount',
  'value',
  'award',
  'reward',
  'score',
];
const amounts = new Set<TableColumn['type']>(['money', 'points', 'decimal', 'rate', 'number', 'integer']);

/**
 * The two lines of a phone: who or what, the amount that the report is about, and beside it the first words and
 * days; a report without any such name is arranged by the table itself.
 */
function onPhone(columns: readonly TableColumn[]): TableColumn[] {
  const title = columns.find((c) => titles.has(c.name));
  if (!title) return [...columns];
  const value =
    values.map((name) => columns.find((c) => c.name === name)).find((c) => c !== undefined) ??
    columns.findLast((c) => amounts.has(c.type));
  const told = columns
    .filter((c) => c !== title && c !== value && !c.phone && c.type !== 'boolean')
    .slice(0, 4);
  return columns.map((c): TableColumn => {
    if (c === title) return { ...c, phone: 'title' };
    if (c === value) return { ...c, phone: 'value' };
    return told.includes(c) ? { ...c, phone: 'meta' } : c;
  });
}
