/** Coefficients tried as a file of their register (B-01): what the import reads, from a day on. */
import { stringify } from 'csv-stringify/sync';
import { coefficients as register } from '@/lib/import/kinds/coefficients';

export interface NewCoefficient {
  work_type: string;
  category: string;
  points: string;
}

export const coefficientsFile = (from: string): string => `工作系数表-${from}.csv`;

/** One coefficient as a form sends it. */
export const coefficientText = (c: NewCoefficient): string =>
  JSON.stringify([c.work_type, c.category, c.points]);

function readText(text: string): NewCoefficient | null {
  const parts: unknown = JSON.parse(text);
  if (!Array.isArray(parts)) return null;
  const [work_type, category, points] = parts as unknown[];
  return typeof work_type === 'string' && typeof category === 'string' && typeof points === 'string'
    ? { work_type, category, points }
    : null;
}

/** The file; null where there is nothing to put into it. Its rows are judged where every file is: by the import. */
export function coefficientsCsv(texts: readonly string[], from: string): string | null {
  const rows = texts.flatMap((text) => readText(text) ?? []);
  if (rows.length === 0) return null;
  const head = register.columns.map((c) => c.zh);
  return stringify(
    [head, ...rows.map((r) => register.columns.map((c) => ({ ...r, effective_from: from })[c.name] ?? ''))],
    { bom: true, record_delimiter: '\r\n' },
  );
}
