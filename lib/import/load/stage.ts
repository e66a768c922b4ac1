/** One sheet, one plan: validated rows as Parquet, rejected ones as NDJSON. */
import path from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import type { Kind } from '../kind';
import { kindOf } from '../kinds';
import type { SourceFile, SourceSheet } from '../read/source';
import type { DateOrder, LoadPlan } from '../recognise/plan';
import { provenOrder } from './dates';
import { judgedAtPublish, type StagedPart, type StageJob } from './job';
import { datesContradict, dateUndecided, RefusedError } from './refusals';
import { writeRejects } from './rejects';
import { directRelation, spooledRelation } from './relation';
import { isShortDate } from './sentences';
import { type Spool, spoolRows } from './spool';
import { lookupByDate } from './sql/dated';
import { pickedSql } from './sql/pick';
import { literal } from './sql/quote';
import { DROPPED, validatingSelect } from './sql/select';

/**
 * Rows of a group: it ends with the vector of 2,048 rows that makes it full, and one of more than 122,880 would leave
 * crumbs in the table, which the engine sweeps together with their neighbours by writing those again.
 */
const GROUP_ROWS = 122_880 - 2_048;

/** The file lives for seconds: packing it would take longer than it saves, and so would a dictionary of keys. */
const STAGED_AS = `compression uncompressed, dictionary_size_limit 1000, row_group_size ${GROUP_ROWS}`;

export interface StageInput {
  job: StageJob;
  source: SourceFile;
  sheet: SourceSheet;
  plan: LoadPlan;
  mapping: string | null;
  /** Number of the part within the file, and a name for its files in the spool. */
  part: number;
  label: string;
  /** Date columns that must prove their order although the sample gave no reason to ask. */
  prove?: readonly string[];
}

/** Rows of a sheet as DuckDB sees them, spooled once however many plans read them. */
export class SheetRows {
  private spool: Promise<Spool> | null = null;

  constructor(
    private readonly source: SourceFile,
    private readonly sheet: SourceSheet,
    private readonly spoolPath: string,
  ) {}

  direct(): string | null {
    return this.source.regular || this.source.scanning ? directRelation(this.source, this.sheet) : null;
  }

  async spooled(): Promise<string> {
    this.spool ??= spoolRows(this.source, this.sheet, this.spoolPath);
    return spooledRelation(await this.spool, this.sheet.header.length);
  }
}

const needsLines = (plan: LoadPlan): boolean =>
  plan.unpivot !== null || plan.columns.some((p) => p.sources.some((s) => s.from === 'position'));

/**
 * Stages one plan of a sheet. DuckDB reads the file itself while a scan proves it regular; where the scan does
 * not, or DuckDB finds another number of rows or stumbles, the rows go through the spool like any others.
 * @throws RefusedError where a person has to say something first
 */
export async function stagePart(
  c: DuckDBConnection,
  input: StageInput,
  rows: SheetRows,
): Promise<StagedPart> {
  const direct = needsLines(input.plan) ? null : rows.direct();
  if (direct !== null) {
    const staged = await stageDirect(c, input, direct);
    if (staged) return staged;
  }
  return stageRelation(c, input, await rows.spooled(), true);
}

async function stageDirect(c: DuckDBConnection, input: StageInput, relation: string) {
  try {
    const [outcome] = await Promise.allSettled([
      stageRelation(c, input, relation, false),
      interruptedUnlessRegular(c, input.source),
    ]);
    await input.source.scanning;
    const regular = input.source.regular;
    // Whatever was found, an error too, says nothing about a file that must be read otherwise.
    if (!regular) return null;
    if (outcome.status === 'rejected') throw outcome.reason;
    const staged = outcome.value;
    const found = staged.read + staged.dropped + regular.exclude.length;
    return found === regular.lines - input.sheet.headerLine ? staged : null;
  } catch (error) {
    if (error instanceof RefusedError) throw error;
    // A file that DuckDB's own reader cannot take is still read, row by row, and judged there.
    if (error instanceof Error && /CSV|Invalid Input/i.test(error.message)) return null;
    throw error;
  }
}

/** No more work on a file whose scan says that DuckDB reads it otherwise than we do. */
async function interruptedUnlessRegular(c: DuckDBConnection, source: SourceFile): Promise<void> {
  await source.scanning;
  if (!source.regular) c.interrupt();
}

async function stageRelation(
  c: DuckDBConnection,
  input: StageInput,
  relation: string,
  lined: boolean,
): Promise<StagedPart> {
  const kind = kindOf(input.plan.kind);
  const plan = await withDateOrders(c, kind, input, relation);
  const parquet = `${input.label}.parquet`;
  const target = path.join(input.job.spool, parquet);
  const select = validatingSelect({
    kind,
    plan,
    relation,
    lined,
    reading: { nulls: plan.nulls, order: null, epoch1904: input.source.epoch1904 },
    width: input.sheet.header.length,
    ruleValues: Object.fromEntries(
      Object.entries(input.job.ruleValues).map(([word, dated]) => [word, lookupByDate(dated)]),
    ),
    keepCells: judgedAtPublish(plan),
  });
  await c.run(`copy (${select}) to ${literal(target)} (format parquet, ${STAGED_AS})`);
  // Which lines are no data is known when the scan is done.
  if (!lined) await input.source.scanning;
  const exclude = lined ? [] : (input.source.regular?.exclude ?? []);
  const line = lined ? '_line' : `(${input.sheet.headerLine} + 1 + file_row_number)::integer`;
  const all = `(select *, ${line} as line from read_parquet(${literal(target)}, file_row_number = true)) where line not in (${[0, ...exclude].join(', ')})`;
  const [count] = (
    await c.runAndReadAll(
      `select count(*) filter (_bad is null)::integer as good, count(*) filter (_bad = ${literal(DROPPED)})::integer as dropped, count(*)::integer as total from ${all}`,
    )
  ).getRowObjectsJson();
  const total = Number(count?.total ?? 0);
  const dropped = Number(count?.dropped ?? 0);
  const bad = total - dropped - Number(count?.good ?? 0);
  let rejects: string | null = null;
  if (bad > 0) {
    rejects = `${input.label}.rejects.ndjson`;
    const listed = `(select line, _bad as bad, _cells as cells from ${all} and _bad is not null and _bad <> ${literal(DROPPED)})`;
    const { dateOrders } = await writeRejects(c, listed, kind, plan, path.join(input.job.spool, rejects));
    const unproved = [...dateOrders].filter(
      (name) => orderOf(plan, name) === null && !input.prove?.includes(name),
    );
    // The first rows had no such date; the rest of the column has, so it must prove its order.
    if (unproved.length > 0) {
      return stageRelation(c, { ...input, plan, prove: unproved }, relation, lined);
    }
  }
  const sample = await c.runAndReadAll(
    `select ${kind.columns.map((k) => `"${k.name}"`).join(', ')} from ${all} and _bad is null limit 20`,
  );
  return {
    part: input.part,
    kind: kind.name,
    mapping: input.mapping,
    plan,
    parquet,
    lined,
    exclude,
    read: total - dropped,
    dropped,
    rejected: bad,
    rejects,
    typedSample: sample.getRowObjectsJson(),
  };
}

const orderOf = (plan: LoadPlan, column: string): DateOrder | null =>
  plan.columns.find((p) => p.column === column)?.dateOrder ?? null;

/** Gives each date column that has dates such as 3/4/2016 the order that it proves. */
async function withDateOrders(
  c: DuckDBConnection,
  kind: Kind,
  input: StageInput,
  relation: string,
): Promise<LoadPlan> {
  const columns = [];
  for (const p of input.plan.columns) {
    const column = kind.columns.find((k) => k.name === p.column);
    const dated = column?.type.is === 'date' || column?.type.is === 'instant';
    if (
      !column ||
      !dated ||
      p.dateOrder ||
      !(input.prove?.includes(p.column) || sampleHasShortDates(input.sheet, p))
    ) {
      columns.push(p);
      continue;
    }
    const proof = await provenOrder(c, relation, pickedSql(column, p, input.plan.nulls));
    if (proof === 'undecided') throw new RefusedError(dateUndecided(column));
    if (proof === 'contradictory') throw new RefusedError(datesContradict(column));
    columns.push(proof === 'none' ? p : { ...p, dateOrder: proof });
  }
  return { ...input.plan, columns };
}

function sampleHasShortDates(sheet: SourceSheet, p: LoadPlan['columns'][number]): boolean {
  const indexes = p.sources.flatMap((s) => (s.from === 'header' ? [s.index] : []));
  return sheet.sample.some((row) => indexes.some((i) => isShortDate(row.cells[i] ?? null)));
}
