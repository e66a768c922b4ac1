/** What a closed month answers with (B-12): rows as they were frozen, whatever was loaded or set since. */
import type { StepTaken } from '@/lib/work/bonus_runs';
import {
  type Closing,
  frozenFigures,
  frozenShared,
  frozenStatement,
  frozenStatements,
  standingClosing,
} from '@/lib/work/bonus_runs_closing';
import { openWorkStore } from '@/lib/work/store';
import type { BonusRow } from './bonus';
import type { BonusHalfRow } from './bonus_half';
import type { TechnicianFilters } from './bonus_people';
import type { BonusQuarterRow } from './bonus_quarter';
import type { HalfSheet, MonthSheet, QuarterSheet, StatementPerson } from './bonus_statement_shape';
import type { Source, TraceRow } from './bonus_trace_row';
import { remember } from './cache';
import type { Cell, ReportContext } from './report';
import { inScope } from './viewer';

/** What a person gets of a month beside the statement's own total; yuan. */
export interface MonthPay {
  items: string;
  adjustments: string | null;
  carried: string;
  due: string | null;
  payable: string | null;
  carried_over: string;
}

/** The part of a frozen statement that lists and sums read. */
export interface FrozenFigures {
  /** Null for who is paid an adjustment or a rest without a statement of the month. */
  row: BonusRow | null;
  technician_id: string;
  name: string;
  role: string;
  department: string | null;
  region: string | null;
  jobs: number;
  pay: MonthPay;
}

/** The same of a quarter or a half-year. */
export interface LongFigures<R = BonusQuarterRow | BonusHalfRow> extends StatementPerson {
  row: R;
  /** Amounts of other regulations for the period; yuan. */
  items: string;
}

/** Rows of a report as they were frozen. */
export type FrozenRow = Record<string, Cell> & Source & { technician_id: string };

export interface FrozenBody {
  sheet: MonthSheet;
  trace: TraceRow[];
  records: FrozenRow[];
}

/** A frozen statement of a quarter or a half-year; what is behind it stands in its trace. */
export interface LongBody {
  sheet: QuarterSheet | HalfSheet;
  trace: TraceRow[];
}

/** Rows of a month that stand beside the statements. */
export interface FrozenShared {
  items: FrozenRow[];
  questions: FrozenRow[];
  findings: FrozenRow[];
  /** Where everybody was, for filters and scope. */
  places: { technician_id: string; department: string | null; region: string | null }[];
}

/** The closing that counts for a period; null while it is open. */
export async function closingOf(ctx: ReportContext, period: string): Promise<Closing | null> {
  return standingClosing(await openWorkStore(ctx.db.dir), period);
}

export type { Closing, StepTaken };

/** A closing never changes, so what was read of it once is remembered. */
const kept = <R>(ctx: ReportContext, closing: number, what: string, read: () => Promise<R[]>) =>
  remember(JSON.stringify(['frozen', ctx.db.dir, closing, what]), read);

type Place = { department: string | null; region: string | null };

/** Under filters and scope; a person's place is the one that was frozen. */
export function seen(ctx: ReportContext, filters: TechnicianFilters, place: Place): boolean {
  const chosen = (wanted: readonly string[] | undefined, value: string | null) =>
    !wanted?.length || (value !== null && wanted.includes(value));
  return (
    chosen(filters.department, place.department) &&
    chosen(filters.region, place.region) &&
    inScope(ctx.viewer, place)
  );
}

/** Everybody's frozen figures, under filters and scope. */
export async function frozenPeople<F extends Place = FrozenFigures>(
  ctx: ReportContext,
  closing: Closing,
  filters: TechnicianFilters,
): Promise<F[]> {
  const all = await kept(ctx, closing.id, 'figures', async () => {
    const texts = await frozenFigures(await openWorkStore(ctx.db.dir), closing.id);
    return texts.map((json) => JSON.parse(json) as F);
  });
  return all.filter((person) => seen(ctx, filters, person));
}

/** One person's frozen rows; null for who has none, or is out of sight. */
export async function frozenBody<B = FrozenBody>(
  ctx: ReportContext,
  closing: Closing,
  technician: string,
): Promise<B | null> {
  const [found] = await kept(ctx, closing.id, `body:${technician}`, async () => {
    const one = await frozenStatement(await openWorkStore(ctx.db.dir), closing.id, technician);
    return one ? [one] : [];
  });
  if (!found) return null;
  const place = JSON.parse(found.figures) as Place;
  return seen(ctx, {}, place) ? (JSON.parse(found.body) as B) : null;
}

/** Everybody's frozen rows, under filters and scope. */
export async function frozenBodies<B = FrozenBody>(
  ctx: ReportContext,
  closing: Closing,
  filters: TechnicianFilters,
): Promise<B[]> {
  const all = await frozenStatements(await openWorkStore(ctx.db.dir), closing.id);
  return all
    .filter((one) => seen(ctx, filters, JSON.parse(one.figures) as Place))
    .map((one) => JSON.parse(one.body) as B);
}

/** Frozen rows that belong to no one statement, under filters and scope. */
export async function frozenBeside(
  ctx: ReportContext,
  closing: Closing,
  what: 'items' | 'questions' | 'findings',
  filters: TechnicianFilters,
): Promise<FrozenRow[]> {
  const [shared] = await kept(ctx, closing.id, 'shared', async () => [
    JSON.parse(await frozenShared(await openWorkStore(ctx.db.dir), closing.id)) as FrozenShared,
  ]);
  if (!shared) return [];
  const places = new Map(shared.places.map((p) => [p.technician_id, p]));
  const nowhere = { department: null, region: null };
  return shared[what].filter((row) => seen(ctx, filters, places.get(row.technician_id) ?? nowhere));
}
