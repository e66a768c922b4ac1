/** What an import may be told, by the page, the command line or a test. */
import { PolicyBook } from '@/lib/rules/policy';
import type { WorkerLine } from './load/job';
import type { PublishStep } from './load/publish';
import type { WorkerLimits } from './load/worker-process';
import type { Mapping } from './recognise';

export interface ImportOptions {
  /** The kind of every file; else recognised, file by file. */
  kind?: string;
  /** The mapping for every file. */
  mapping?: Mapping;
  /** Kind or mapping of single files, by their name. */
  perFile?: Readonly<Record<string, { kind?: string; mapping?: Mapping }>>;
  /** Saved mappings, offered by the headers of each file. */
  mappings?: readonly Mapping[];
  /** For the ranges that row rules compare with (B-06); default: the regulations' own. */
  policy?: PolicyBook;
  maxBytes?: number;
  limits?: WorkerLimits;
  by?: string;
  /** Ends the reading: the worker is stopped and nothing is kept. */
  signal?: AbortSignal;
  onProgress?: (line: ImportProgress) => void;
}

export type ImportProgress =
  | (WorkerLine & { file: string })
  | { at: 'publish'; step: PublishStep }
  | { at: 'staged' };

/** 2 GB: more than any office's export, less than what a disk full of mistakes would take. */
export const defaultMaxBytes = 2_000_000_000;

/** Of the worker's engine; its heap has a limit of its own. */
export const workerMemory = () => process.env.TIERLINE_IMPORT_MEMORY ?? '1GB';

export const policyOf = (o: ImportOptions): PolicyBook => o.policy ?? new PolicyBook();
