/** The separator of a CSV, found by which one cuts the lines most alike. */
import type { Separator } from './source';

const separators: readonly Separator[] = [',', ';', '\t', '|'];

/** Fields of each of the first records, quotes respected. `text` may end within a record, which is left out. */
export function fieldCounts(text: string, separator: string, limit = 200): number[] {
  const counts: number[] = [];
  let fields = 1;
  let start = true;
  let quoted = false;
  let blank = true;
  for (let i = 0; i < text.length && counts.length < limit; i++) {
    const c = text[i];
    if (quoted) {
      if (c === '"') quoted = false;
      continue;
    }
    if (c === '"' && (start || text[i - 1] === '"')) {
      quoted = true;
      blank = false;
      start = false;
    } else if (c === separator) {
      fields++;
      start = true;
      blank = false;
    } else if (c === '\n' || c === '\r') {
      if (!blank) counts.push(fields);
      fields = 1;
      start = true;
      blank = true;
    } else {
      blank = false;
      start = false;
    }
  }
  if (!blank && !quoted && counts.length === 0) counts.push(fields);
  return counts;
}

/**
 * The separator with the greatest share of records of one and the same field count; on a tie the one that cuts
 * more. A title above or a total below is the minority. A text that nothing cuts is one column: ','.
 */
export function findSeparator(text: string): Separator {
  let best: { separator: Separator; share: number; fields: number } = { separator: ',', share: 0, fields: 1 };
  for (const separator of separators) {
    const counts = fieldCounts(text, separator);
    const times = new Map<number, number>();
    for (const n of counts) if (n > 1) times.set(n, (times.get(n) ?? 0) + 1);
    for (const [fields, n] of times) {
      const share = n / counts.length;
      const better = share > best.share + 0.05 || (share > best.share - 0.05 && fields > best.fields);
      if (share >= 0.3 && better) best = { separator, share, fields };
    }
  }
  return best.separator;
}
