/** How well values fit a column's type: the evidence by which a header that could mean two things is told. */

import type { ColumnType } from '../kind';
import { looksDate, looksNumeric } from '../read/cells';
import { booleanWords, codesOf, foldValue, nullTokens } from './vocabulary';

const nulls = new Set(nullTokens);

/** Values of a column of the sample that are not null, trimmed, with their repetitions. */
export function valuesOf(sample: readonly { cells: readonly (string | null)[] }[], index: number): string[] {
  return sample.flatMap((row) => {
    const cell = row.cells[index]?.trim();
    return cell === undefined || nulls.has(foldValue(cell)) ? [] : [cell];
  });
}

const period =
  /^(?:20\d{2})?[-年./ ]?(?:(?:第?[1-4一二三四]季度?|q[1-4])|(?:h[12]|上半年|下半年)|(?:0?[1-9]|1[0-2])月?份?)$|^20\d{2}年?$/i;

function fits(type: ColumnType, value: string): boolean {
  switch (type.is) {
    case 'text':
      return true;
    case 'code':
      return codesOf(type)?.has(foldValue(value)) ?? false;
    case 'boolean':
      return foldValue(value) in booleanWords;
    case 'date':
    case 'instant':
      return looksDate(value) || /^(?:19|20)\d{6}$/.test(value) || /^[2-6]\d{4}(?:\.\d+)?$/.test(value);
    case 'integer':
    case 'decimal':
      return looksNumeric(value);
    case 'period':
      return period.test(foldValue(value)) || /^20\d{2}-\d{2}/.test(value);
  }
}

/** The share of distinct values that the type can read; null where nothing can be said (text, no values). */
export function fitOf(type: ColumnType, values: readonly string[]): number | null {
  if (type.is === 'text' || values.length === 0) return null;
  const distinct = [...new Set(values)];
  return distinct.filter((v) => fits(type, v)).length / distinct.length;
}

/** People who look after customers stand beside many of them; a customer's own principal beside one. */
export function repeats(values: readonly string[]): boolean {
  return values.length >= 4 && new Set(values).size <= values.length * 0.6;
}
