/** What moved a line of a closed statement: an import, its undoing, a coefficient, a parameter (B-12). */
import { bonusSources, importStates } from '@/lib/queries/bonus_causes';
import type { AnySheet, StatementChange, StatementItem, StatementLine } from './bonus_statement_shape';
import type { ReportContext } from './report';

export type Cause = Pick<StatementChange, 'cause' | 'cause_id'>;
type Pair<R> = readonly [R?, R?];

export interface Found {
  line(
    was: StatementLine | undefined,
    now: StatementLine | undefined,
    before: AnySheet | null,
    after: AnySheet | null,
  ): Cause;
  item(was: StatementItem | undefined, now: StatementItem | undefined): Cause;
}

export interface Causes {
  look(lines: readonly Pair<StatementLine>[], items: readonly Pair<StatementItem>[]): Promise<Found>;
}

const other: Cause = { cause: 'other', cause_id: null };

/**
 * The causes of what happened after a data version.
 * @param since the data version of the closing from which is compared
 */
export async function causesOf(ctx: ReportContext, since: number): Promise<Causes> {
  const imports = await importStates(ctx.db, {});
  const fresh = new Set(
    imports.filter((i) => i.state !== 'undone' && (i.data_version ?? 0) > since).map((i) => i.import_id),
  );
  const undone = new Set(imports.filter((i) => (i.undone_version ?? 0) > since).map((i) => i.import_id));
  const lastUndone = [...undone].at(-1) ?? null;

  const byImport = (id: number | null | undefined): Cause | null =>
    id === null || id === undefined
      ? null
      : fresh.has(id)
        ? { cause: 'import', cause_id: String(id) }
        : undone.has(id)
          ? { cause: 'import_undone', cause_id: String(id) }
          : null;

  return {
    async look(lines, items) {
      const rows = lines.flatMap((pair) => pair.filter((l) => l !== undefined));
      const ids = (kind: string) => [
        ...new Set(rows.filter((l) => l.source_kind === kind).map((l) => l.source_id)),
      ];
      const originals = rows.flatMap((l) => [l.repeat_of, repeatedBy(l)].filter((id) => id !== null));
      const found = await bonusSources(ctx.db, {
        jobs: [...new Set([...ids('jobs'), ...originals])],
        events: ids('service_events'),
        sales: ids('parts_sales'),
        quarters: ids('assessments'),
        items: items.flatMap((pair) => pair.flatMap((i) => (i ? [i.item_id] : []))),
      });
      const standing = new Map(found.map((f) => [`${f.source_kind} ${f.source_id}`, f.import_id]));
      const nowUnder = (kind: string, id: string) => standing.get(`${kind} ${id}`);
      /** A row that came back when an import was taken back bears its old import. */
      const returned = (was: unknown, now: unknown): Cause | null =>
        (was === undefined || now === undefined) && lastUndone !== null
          ? { cause: 'import_undone', cause_id: String(lastUndone) }
          : null;
      /** The repeat that cost a project went with the import that was taken back. */
      const repeatGone = (was: StatementLine | undefined, now: StatementLine | undefined): Cause | null =>
        repeatedBy(was) !== repeatedBy(now) ? returned(undefined, now) : null;
      return {
        line: (was, now, before, after) => {
          const row = now ?? was;
          if (!row) return other;
          return (
            byImport(now?.source_import) ??
            byImport(was?.source_import) ??
            byImport(nowUnder(row.source_kind, row.source_id)) ??
            (was && now ? coefficient(now, was, nowUnder, byImport) : null) ??
            (was && now ? parameter(now, before, after) : null) ??
            repeat(was, now, nowUnder, byImport) ??
            byImport(row.repeat_of === null ? null : nowUnder('jobs', row.repeat_of)) ??
            (before === null || after === null ? { cause: 'register', cause_id: null } : null) ??
            returned(was, now) ??
            // A rank moves with anybody's score.
            (row.figure === 'award' ? returned(undefined, now) : null) ??
            repeatGone(was, now) ??
            other
          );
        },
        item: (was, now) =>
          byImport(now?.source_import) ??
          byImport(was?.source_import) ??
          byImport(nowUnder('bonus_items', (now ?? was)?.item_id ?? '')) ??
          returned(was, now) ??
          other,
      };
    },
  };
}

const repeatedBy = (line: StatementLine | undefined): string | null =>
  line?.detail?.of === 'project' ? line.detail.repeated_by : null;

/** A project that a repeat cost, or that has it no longer: the repeat's import (B-08). */
function repeat(
  was: StatementLine | undefined,
  now: StatementLine | undefined,
  nowUnder: (kind: string, id: string) => number | undefined,
  byImport: (id: number | null | undefined) => Cause | null,
): Cause | null {
  for (const id of [repeatedBy(now), repeatedBy(was)]) {
    const cause = id === null ? null : byImport(nowUnder('jobs', id));
    if (cause) return cause;
  }
  return null;
}

/** Another coefficient, or one that holds from another day. */
function coefficient(
  now: StatementLine,
  was: StatementLine,
  nowUnder: (kind: string, id: string) => number | undefined,
  byImport: (id: number | null | undefined) => Cause | null,
): Cause | null {
  const [a, b] = [was.detail, now.detail];
  if (a?.of !== 'points' || b?.of !== 'points') return null;
  if (a.coefficient === b.coefficient && a.coefficient_from === b.coefficient_from) return null;
  const at = byImport(nowUnder('coefficients', `${now.subject}@${b.coefficient_from}`));
  return { cause: 'coefficient', cause_id: at?.cause_id ?? null };
}

const ofParts = [
  'parts.high_margin',
  'parts.high_rate',
  'parts.low_margin',
  'parts.low_rate',
  'parts.min_fee_per_day',
  'parts.technician_share',
];

const parametersOf: Readonly<Record<string, readonly string[]>> = {
  gross_points: ['bonus.default_quantity'],
  repeat_points: ['bonus.default_quantity'],
  safety_points: ['bonus.safety_points', 'bonus.safety_per'],
  fines_unsigned: ['fine.unsigned'],
  fines_complaint: ['fine.complaint'],
  award: ['award.first', 'award.first_to_rank', 'award.second', 'award.second_to_rank'],
  parts_commission: ofParts,
  parts_team_share: ofParts,
  reward: ['bonus.no_repeat'],
};

/** The same row is worth something else: the company set another value. */
function parameter(now: StatementLine, before: AnySheet | null, after: AnySheet | null): Cause | null {
  const value = (sheet: AnySheet | null, name: string) =>
    JSON.stringify(sheet?.parameters.find((p) => p.name === name)?.value);
  const name = (parametersOf[now.figure] ?? []).find((n) => value(before, n) !== value(after, n));
  return name === undefined ? null : { cause: 'parameter', cause_id: name };
}
