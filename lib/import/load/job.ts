/** What passes between the server and the worker process: plain JSON, written to the spool folder. */
import type { PolicyBook } from '@/lib/rules/policy';
import type { SkippedLine } from '../read/source';
import type { Mapping } from '../recognise/mapping';
import type { LoadPlan } from '../recognise/plan';

/** Why nothing of a file or sheet was loaded: a stable code, and what its keeper can do. */
export interface Refusal {
  code: string;
  zh: string;
  en: string;
}

/** A note on a file, or on one of its lines; the rows load. */
export interface Note extends Refusal {
  line: number | null;
  /** Rows that it concerns; 0 for a note on the file. */
  rows: number;
  column: string | null;
  value: string | null;
}

export interface StageFile {
  /** Number within the import, from 1. */
  id: number;
  /** Where the bytes are kept, under a plain name. */
  path: string;
  /** The name shown to people. */
  name: string;
  /** Given by the person; else recognised. */
  kind: string | null;
  mapping: Mapping | null;
}

export interface StageJob {
  spool: string;
  files: StageFile[];
  /** Saved mappings, tried by the file's headers where the person gave none. */
  saved: Mapping[];
  /** Dated values that row rules compare with, oldest first. */
  ruleValues: Record<string, { from: string; value: string }[]>;
  maxBytes: number;
  memory: string;
}

/** Rows of one kind out of one sheet, validated and typed. */
export interface StagedPart {
  part: number;
  kind: string;
  mapping: string | null;
  plan: LoadPlan;
  /** In the spool folder. */
  parquet: string;
  /** Where a row's line is: in `_line`, or header line + number of the record. */
  lined: boolean;
  /** Lines that are no data, of a file read without a line column. */
  exclude: number[];
  /** Rows of data found, dropped ones left out. */
  read: number;
  dropped: number;
  rejected: number;
  /** NDJSON of `Reject`, in the spool folder. */
  rejects: string | null;
  /** The first rows as they were typed, for the preview. */
  typedSample: Record<string, unknown>[];
}

export interface Candidate {
  kind: string;
  score: number;
}

export interface StagedSheet {
  sheet: string | null;
  headerLine: number;
  header: string[];
  skipped: SkippedLine[];
  /** The first rows as they are. */
  sample: { line: number; cells: (string | null)[] }[];
  candidates: Candidate[];
  notes: Note[];
  refused: Refusal | null;
  parts: StagedPart[];
}

export interface StagedFile {
  id: number;
  file: string;
  bytes: number;
  sha256: string;
  encoding: string | null;
  separator: string | null;
  sheets: StagedSheet[];
  refused: Refusal | null;
}

/** A mistake of a row. A row with several has several; it counts as one rejected row. */
export interface Reject {
  line: number;
  column: string | null;
  value: string | null;
  code: string;
  cells: (string | null)[];
}

/** A line on the worker's standard output. */
export type WorkerLine =
  | { at: 'file'; id: number; phase: 'open' | 'read' | 'validate' }
  | { at: 'done'; id: number };

const judgedByPolicy = {
  praise_min: 'bonus.praise_min',
  praise_max: 'bonus.praise_max',
  saving_min: 'bonus.saving_min',
  saving_max: 'bonus.saving_max',
} as const;

/** The dated parameters that row rules name (B-06), as the worker needs them. */
export function ruleValuesOf(policy: PolicyBook): StageJob['ruleValues'] {
  return Object.fromEntries(
    Object.entries(judgedByPolicy).map(([word, parameter]) => [
      word,
      policy.history(parameter).map((v) => ({ from: v.from, value: String(v.value) })),
    ]),
  );
}

/** Kinds whose rows can still be rejected when they are published, by what other files say. */
export const judgedAtPublish = (plan: LoadPlan): boolean => plan.kind === 'jobs' || plan.names.length > 0;
