/** What the command line and the server say to each other: one JSON a line, a request, then its answers. */
import type { ImportProgress, ImportResult } from '@/lib/import/imports';
import type { Mapping } from '@/lib/import/recognise';

export interface ImportRequest {
  op: 'import';
  /** Absolute paths of files and folders. */
  paths: string[];
  kind: string | null;
  /** The name of a saved mapping, or a mapping. */
  mapping: string | Mapping | null;
  by: string;
}

export interface ReportRequest {
  op: 'report';
  name: string;
  given: Record<string, string[]>;
  format: 'json' | 'csv' | 'xlsx';
  by: string;
}

export interface UndoRequest {
  op: 'undo';
  importId: number;
  by: string;
}

export type Request = ImportRequest | ReportRequest | UndoRequest;

export interface Results {
  import: ImportResult;
  /** The bytes of the report, base64. */
  report: { bytes: string };
  undo: { dataVersion: number };
}

export type Progress = ImportProgress;

export type Answer =
  | { progress: Progress }
  | { result: Results[keyof Results] }
  | { error: { name: string; message: string } };

/** Something that the person at the command line can mend: told in a sentence, without a stack. */
export class CommandError extends Error {
  override readonly name = 'CommandError';
}

/** The errors whose message is a sentence for people; another one is a fault of the product. */
export const told = new Set([
  'CommandError',
  'BadParameterError',
  'NotInForceError',
  'WarehouseBusyError',
  'UnknownImportError',
]);
