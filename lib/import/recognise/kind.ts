/** Which kind a table is, and which of its headers are which columns. Pure: header and sample in, answer out. */
import type { Kind } from '../kind';
import { kinds as allKinds } from '../kinds';
import { assign } from './assign';
import { valuesOf } from './fit';
import { type FoldedHeader, foldHeader } from './fold';
import { sharers } from './headers';
import { findUnpivot } from './months';
import type { PlanName, PlanUnpivot, Question } from './plan';
import { kindQuestion, questionsOf } from './questions';
import { customerCode, debitCredit, type Sides, yuanAmount } from './traps';

export interface SampleRow {
  cells: readonly (string | null)[];
}

export interface RecognisedColumn {
  column: string;
  /** Position in the header. */
  from: number;
  /** Further headers that fill it where the first is null. */
  others: number[];
  scale: number;
  divide: number;
  part?: 'code' | 'name';
  /** Keys written as numbers with a fraction of zeros: 17850.0. */
  asInteger?: true;
}

export interface Recognition {
  /** Null: nothing fits, or several fit equally and a person chooses. */
  kind: string | null;
  columns: RecognisedColumn[];
  /** Headers of nobody, or that lost their column to a better one. */
  unknown: { index: number; header: string; beatenFor?: string }[];
  /** Reference columns that the file gives by name. */
  names: PlanName[];
  /** Required columns that the file lacks. */
  missing: string[];
  unpivot: PlanUnpivot | null;
  /** Debit and credit columns of a ledger: one row gives a sale and a payment. */
  sides: Sides | null;
  questions: Question[];
  /** The best kinds, best first, at most five. */
  candidates: { kind: string; score: number; columns: number; missing: string[] }[];
}

interface Scored extends Omit<Recognition, 'kind' | 'candidates'> {
  of: Kind;
  score: number;
  recognised: number;
}

/** Kinds whose scores differ by less are equal, and the file's name decides. */
const tie = 0.5;

/**
 * Recognises a table. `fileName` may hold the file's, the sheet's and the title's words; it decides only
 * between equals, and gives the year of month columns.
 */
export function recogniseKind(
  header: readonly string[],
  sample: readonly SampleRow[],
  fileName: string,
  kinds: readonly Kind[] = allKinds,
): Recognition {
  const folded = header.map(foldHeader);
  const values = header.map((_, i) => valuesOf(sample, i));
  const shared = sharers(kinds);
  const scored = kinds
    .map((kind) => scoreKind(kind, header, folded, values, shared, fileName))
    .filter((s) => s.recognised > 0)
    .sort((a, b) => Number(b.missing.length === 0) - Number(a.missing.length === 0) || b.score - a.score);
  const candidates = scored.slice(0, 5).map((s) => ({
    kind: s.of.name,
    score: Math.round(s.score * 100) / 100,
    columns: s.recognised,
    missing: s.missing,
  }));
  const best = scored[0];
  const nothing = header.map((h, index) => ({ index, header: h }));
  // Whoever has said which kind it is wants to see what fits, however little.
  const few = kinds.length > 1 && (best?.recognised ?? 0) < Math.max(2, header.length * 0.4);
  if (!best || (best.missing.length > 0 && few)) {
    const empty = { columns: [], names: [], missing: [], unpivot: null, sides: null };
    return {
      kind: null,
      ...empty,
      unknown: nothing,
      questions: [kindQuestion(scored.slice(0, 5), false)],
      candidates,
    };
  }
  const equals = scored.filter(
    (s) => (s.missing.length === 0) === (best.missing.length === 0) && s.score > best.score - tie,
  );
  const named = equals.filter((s) => isNamed(s.of, fileName));
  const chosen = equals.length === 1 ? best : named.length === 1 ? named[0] : undefined;
  const { of, score: _, recognised: __, ...answer } = chosen ?? best;
  if (!chosen) {
    return {
      kind: null,
      ...answer,
      questions: [kindQuestion(equals, best.missing.length === 0)],
      candidates,
    };
  }
  return { kind: of.name, ...answer, candidates };
}

function isNamed(kind: Kind, fileName: string): boolean {
  const name = foldHeader(fileName).stem;
  return [kind.name, kind.zh, ...kind.fileNames].some((n) => name.includes(foldHeader(n).stem));
}

function scoreKind(
  kind: Kind,
  header: readonly string[],
  folded: readonly FoldedHeader[],
  values: readonly string[][],
  shared: ReadonlyMap<string, number>,
  fileName: string,
): Scored {
  const assignment = assign(kind, folded, values);
  const unpivot = findUnpivot(kind, header, folded, assignment, fileName);
  const sides = debitCredit(kind, folded, assignment, values);
  const columns: RecognisedColumn[] = [];
  let score = 0;
  for (const { column, from, fit } of assignment.assigned) {
    const [first = 0, ...others] = from;
    const { stem, scale, divide } = folded[first] ?? { stem: '', scale: 1, divide: 1 };
    const own = values[first] ?? [];
    const asInteger = column.type.is === 'text' && own.length > 0 && own.every((v) => /^\d+\.0+$/.test(v));
    columns.push({
      column: column.name,
      from: first,
      others,
      scale,
      divide,
      ...(asInteger ? { asInteger } : {}),
    });
    score +=
      fit !== null && fit < 0.5
        ? -0.5
        : weight(stem, shared) + (fit === 1 && column.type.is === 'code' ? 0.3 : 0);
  }
  if (unpivot) score += 2;
  customerCode(kind, folded, values, columns);
  yuanAmount(kind, folded, values, columns);
  const names = namesOf(kind, header, folded);
  const missing = kind.columns
    .filter(
      (c) =>
        c.required &&
        c.default === undefined &&
        !columns.some((r) => r.column === c.name) &&
        !names.some((n) => n.column === c.name) &&
        unpivot?.monthColumn !== c.name &&
        !(sides !== null && (c.name === 'kind' || c.name === 'amount')),
    )
    .map((c) => c.name);
  const used = new Set([
    ...columns.flatMap((c) => [c.from, ...c.others]),
    ...names.map((n) => n.index),
    ...(unpivot?.months.map((m) => m.index) ?? []),
    ...(unpivot?.year?.from === 'header' ? [unpivot.year.index] : []),
    ...(sides ? [sides.debit, sides.credit] : []),
  ]);
  const unknown = header.flatMap((h, index) => {
    if (used.has(index)) return [];
    const beatenFor = assignment.beaten.find((b) => b.index === index)?.column;
    return [{ index, header: h, ...(beatenFor === undefined ? {} : { beatenFor }) }];
  });
  return {
    of: kind,
    score,
    recognised: columns.length + (unpivot ? 2 : 0) + (sides ? 2 : 0),
    columns,
    unknown,
    names,
    missing,
    unpivot,
    sides,
    questions: questionsOf(kind, header, folded, values, columns, unpivot, missing),
  };
}

/** A header that many kinds share says little about the kind: 日期 and 客户编号 less than 叫修时间. */
function weight(stem: string, shared: ReadonlyMap<string, number>): number {
  return 0.25 + 0.75 / (shared.get(stem) ?? 1);
}

function namesOf(kind: Kind, header: readonly string[], folded: readonly FoldedHeader[]): PlanName[] {
  return kind.references.flatMap((ref) => {
    if (!ref.byName) return [];
    for (const h of ref.byName.header) {
      const { stem } = foldHeader(h);
      const index = folded.findIndex((f) => f.stem === stem);
      if (index >= 0) {
        return [
          {
            column: ref.column,
            index,
            header: header[index] ?? '',
            kind: ref.kind,
            nameColumn: ref.byName.column,
          },
        ];
      }
    }
    return [];
  });
}
