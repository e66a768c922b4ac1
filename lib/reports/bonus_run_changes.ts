/** Which lines, items and parameters moved since a period was closed, each with its cause (B-12). */
import { exact, plain, yuan } from '@/lib/rules/bonus_decimal';
import type { MonthStatement } from '@/lib/rules/bonus_month';
import { frozenStatement, settledStatement } from '@/lib/work/bonus_runs_closing';
import { openWorkStore } from '@/lib/work/store';
import { liveLongStatements } from './bonus_long';
import { checkedPeriod } from './bonus_people';
import { type Causes, causesOf } from './bonus_run_causes';
import { type Due, unscoped } from './bonus_run_due';
import { liveStatement, liveStatements } from './bonus_statement';
import type {
  AnySheet,
  StatementAdjustment,
  StatementChange,
  StatementItem,
  StatementLine,
} from './bonus_statement_shape';
import type { Source } from './bonus_trace_row';
import type { ReportContext } from './report';

/** Above so many people the statements of the whole month are made at once. */
const ONE_BY_ONE = 12;

export interface Explained {
  due: Due;
  adjustment: StatementAdjustment;
  /** The statement of the closed period by now; null for who has none any more. */
  now: AnySheet | null;
  was: AnySheet | null;
}

/** The differences of open months line by line. */
export async function explain(ctx: ReportContext, all: readonly Due[]): Promise<Explained[]> {
  const wide = unscoped(ctx);
  const causes = new Map<number, Promise<Causes>>();
  const now = await sheetsNow(wide, all);
  return Promise.all(
    all.map(async (due) => {
      const was = await sheetThen(ctx, due);
      const sheet = now.get(keyOf(due)) ?? null;
      const { dataVersion } = due.base;
      const known = causes.get(dataVersion) ?? causesOf(wide, dataVersion);
      causes.set(dataVersion, known);
      const changes = await changesOf(was, sheet, due, await known);
      const team = teamOf(ctx, due, was ?? sheet);
      return { due, now: sheet, was, adjustment: { ...adjustmentOf(due, changes), ...team } };
    }),
  );
}

const keyOf = (due: Due) => `${due.period} ${due.person.technician_id}`;

async function sheetsNow(ctx: ReportContext, all: readonly Due[]): Promise<Map<string, AnySheet>> {
  const sheets = new Map<string, AnySheet>();
  for (const period of new Set(all.map((due) => due.period))) {
    const ids = new Set(all.filter((d) => d.period === period).map((d) => d.person.technician_id));
    const made =
      checkedPeriod(period).grain !== 'month'
        ? await liveLongStatements(ctx, period)
        : ids.size > ONE_BY_ONE
          ? await liveStatements(ctx, period)
          : await Promise.all([...ids].map((id) => liveStatement(ctx, period, id)));
    for (const sheet of made) {
      const id = sheet?.technician.technician_id;
      if (sheet && id !== undefined && ids.has(id)) sheets.set(`${period} ${id}`, sheet);
    }
  }
  return sheets;
}

/** The statement from which the difference is taken: as it was closed, or as a later closing settled it. */
async function sheetThen(ctx: ReportContext, due: Due): Promise<AnySheet | null> {
  const store = await openWorkStore(ctx.db.dir);
  const { base, period, person } = due;
  const kept = base.settled
    ? await settledStatement(store, base.closing, period, person.technician_id)
    : await frozenStatement(store, base.closing, person.technician_id);
  return kept ? (JSON.parse(kept.body) as { sheet: AnySheet | null }).sheet : null;
}

function adjustmentOf(due: Due, changes: StatementChange[]): StatementAdjustment {
  const { period, before, after, amount } = due;
  return { period, before, after, amount: amount ?? '0.00', changes };
}

/** Who pays a quarter's parts commission pays the team's share of it (B-09). */
function teamOf(
  ctx: ReportContext,
  { team, period }: Due,
  sheet: AnySheet | null,
): Pick<StatementAdjustment, 'team'> {
  if (!team) return {};
  const paid = sheet?.payers.find((p) => p.part === 'parts')?.payer;
  return { team: { ...team, payer: paid ?? ctx.policy.on(checkedPeriod(period).end)['payer.parts'] } };
}

const nowhere: Source = { source_import: null, source_file: null, source_sheet: null, source_line: null };

const sourceOf = (of: Source | undefined): Source =>
  of
    ? {
        source_import: of.source_import,
        source_file: of.source_file,
        source_sheet: of.source_sheet,
        source_line: of.source_line,
      }
    : nowhere;

const lineKey = (line: StatementLine) => `${line.figure} ${line.source_kind} ${line.source_id}`;

const worth = (line: StatementLine | undefined): string | null =>
  line === undefined ? null : (line.points ?? line.amount);

function lineMoved(was: StatementLine | undefined, now: StatementLine | undefined): boolean {
  if (!was || !now) return true;
  return was.points !== now.points || was.amount !== now.amount;
}

/** Of a sale the team's part, as a line of its own. */
function teamLines(sheet: AnySheet | null): StatementLine[] {
  return (sheet?.lines ?? []).flatMap((line) =>
    line.detail?.of === 'parts' ? [{ ...line, figure: 'parts_team_share', amount: line.detail.team }] : [],
  );
}

async function changesOf(
  was: AnySheet | null,
  now: AnySheet | null,
  due: Due,
  causes: Causes,
): Promise<StatementChange[]> {
  const lines = [
    ...paired(was?.lines ?? [], now?.lines ?? [], lineKey),
    ...paired(teamLines(was), teamLines(now), lineKey),
  ].filter(([a, b]) => lineMoved(a, b));
  const items = paired(was?.items ?? [], now?.items ?? [], (item) => item.item_id).filter(
    ([a, b]) => a?.amount !== b?.amount,
  );
  const of = await causes.look(lines, items);
  return [
    ...lines.flatMap(([a, b]) => lineChange(a, b, of.line(a, b, was, now))),
    ...items.flatMap(([a, b]) => itemChange(a, b, of.item(a, b))),
    ...parameterChanges(was, now),
    ...registerChange(was, now),
    ...carriedChange(due),
    ...reopenedChange(due),
  ];
}

/** Rows of two states by key, those of the earlier one first. */
function paired<R>(was: readonly R[], now: readonly R[], key: (row: R) => string): [R?, R?][] {
  const later = new Map(now.map((row) => [key(row), row]));
  const earlier = new Set(was.map(key));
  return [
    ...was.map((row): [R?, R?] => [row, later.get(key(row))]),
    ...now.filter((row) => !earlier.has(key(row))).map((row): [R?, R?] => [undefined, row]),
  ];
}

type Cause = Pick<StatementChange, 'cause' | 'cause_id'>;

function lineChange(was: StatementLine | undefined, now: StatementLine | undefined, cause: Cause) {
  const row = now ?? was;
  if (!row) return [];
  const { figure, source_kind, source_id } = row;
  return [
    { figure, source_kind, source_id, before: worth(was), after: worth(now), ...cause, ...sourceOf(row) },
  ];
}

function itemChange(was: StatementItem | undefined, now: StatementItem | undefined, cause: Cause) {
  const row = now ?? was;
  if (!row) return [];
  return [
    {
      figure: 'items',
      source_kind: 'bonus_items',
      source_id: row.item_id,
      before: was?.amount ?? null,
      after: now?.amount ?? null,
      ...cause,
      ...sourceOf(row),
    },
  ];
}

/** Parameters that bear on a figure without a line of their own; those of fines and accidents show on the lines. */
const figureOfParameter: Readonly<Record<string, keyof MonthStatement>> = {
  'bonus.base_points': 'excess_points',
  'bonus.point_rate': 'performance_pay',
};

function parameterChanges(was: AnySheet | null, now: AnySheet | null): StatementChange[] {
  if (was?.grain !== 'month' || now?.grain !== 'month') return [];
  const [a, b] = [was.figures, now.figures] as [MonthStatement, MonthStatement];
  const values = new Map(was.parameters.map((p) => [p.name, p.value]));
  return now.parameters.flatMap((p) => {
    const figure = figureOfParameter[p.name];
    const before = values.get(p.name);
    if (!figure || before === undefined || before === p.value || a[figure] === b[figure]) return [];
    return [
      {
        figure,
        source_kind: 'parameter',
        source_id: p.name,
        before: String(before),
        after: String(p.value),
        cause: 'parameter',
        cause_id: p.name,
        ...nowhere,
      },
    ];
  });
}

const totalOf = (sheet: AnySheet | null): string | null =>
  sheet === null ? null : 'reward' in sheet.figures ? sheet.figures.reward : sheet.figures.total;

/** Somebody entered or left the register, or the roles that earn. */
function registerChange(was: AnySheet | null, now: AnySheet | null): StatementChange[] {
  if ((was === null) === (now === null)) return [];
  const sheet = now ?? was;
  if (!sheet) return [];
  return [
    {
      figure: sheet.grain === 'half' ? 'reward' : 'total',
      source_kind: 'technicians',
      source_id: sheet.technician.technician_id,
      before: totalOf(was),
      after: totalOf(now),
      cause: 'register',
      cause_id: null,
      ...nowhere,
    },
  ];
}

function carriedChange({ was, now }: Due): StatementChange[] {
  if (exact(was.carried).eq(now.carried)) return [];
  return [
    {
      figure: 'carried',
      source_kind: 'figure',
      source_id: 'carried',
      before: was.carried,
      after: now.carried,
      cause: 'reopened',
      cause_id: null,
      ...nowhere,
    },
  ];
}

/** What a later month took up before this one was reopened and closed anew: it would be paid twice. */
function reopenedChange({ period, was, now, before, after, amount }: Due): StatementChange[] {
  if (before === null || after === null || amount === null) return [];
  const ofLines = worthGain(was, now);
  if (ofLines === null || exact(ofLines).eq(amount)) return [];
  const rest = yuan(exact(amount).minus(ofLines));
  return [
    {
      figure: 'adjustments',
      source_kind: 'figure',
      source_id: period,
      before: plain(exact(rest).negated()),
      after: '0',
      cause: 'reopened',
      cause_id: null,
      ...nowhere,
    },
  ];
}

function worthGain(was: Due['was'], now: Due['now']): string | null {
  const of = (state: Due['was']) => {
    const total = state.figures === null ? '0' : state.figures.total;
    return total === null ? null : exact(total).plus(state.items).plus(state.carried);
  };
  const [a, b] = [of(was), of(now)];
  return a === null || b === null ? null : yuan(b.minus(a));
}
