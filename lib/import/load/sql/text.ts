/** Text as SQL: trimmed, null tokens gone, folded as `foldValue` folds. */
import { fullWidth, halfWidth, leaverMark, nullTokens, ownerNulls } from '../../recognise/vocabulary';
import { among, bind, literal } from './quote';

/** Everything that is blank at the ends of a cell: also the no-break and the ideographic space. */
const blanks = ` \t\r\n\u00a0\u3000\ufeff`;

/** Width made plain, nothing else changed: `１２３` is `123`. Slow: only where the strict reading failed. */
export const halfWidthSql = (x: string): string =>
  `translate(${x}, ${literal(fullWidth)}, ${literal(halfWidth)})`;

/** The SQL twin of `foldValue`. */
export const foldSql = (x: string): string => `lower(replace(${halfWidthSql(x)}, ' ', ''))`;

/** The first characters with which a null token can begin, as written: lower, upper and full-width. */
function tokenStarts(tokens: readonly string[]): string[] {
  const starts = new Set<string>();
  for (const token of tokens) {
    const first = [...token][0];
    if (first === undefined) continue;
    for (const form of [first, first.toUpperCase()]) {
      starts.add(form);
      const wide = [...halfWidth].indexOf(form);
      if (wide >= 0) starts.add([...fullWidth][wide] ?? form);
    }
  }
  return [...starts];
}

/**
 * A cell trimmed; an empty one or a null token is null. Only a short text that begins as a token does is
 * folded and compared, so that ordinary cells cost a trim and two comparisons.
 * @param nulls further texts that mean null in this file, folded
 */
export function cleanText(x: string, nulls: readonly string[] = []): string {
  const tokens = [...nullTokens, ...nulls].filter((t) => t !== '');
  const longest = Math.max(...tokens.map((t) => Buffer.byteLength(t) * 3));
  const trimmed = `trim(${x}, ${literal(blanks)})`;
  const starts = tokenStarts(tokens).map(literal).join(', ');
  return `case when ${x} is null then null
    when strlen(${x}) <= ${longest} and ${trimmed}[1] in (${starts})
    then ${bind(trimmed, (t) => `case when ${among(foldSql(t), tokens)} then null else ${t} end`)}
    else nullif(${trimmed}, '') end`;
}

/** A person's name: 公海 and the like are null, 张三(已离职) is 张三. */
export function ownerName(x: string): string {
  const mark = literal(leaverMark.source.replaceAll('(?:', '('));
  return bind(
    x,
    (y) => `case when ${among(foldSql(y), ownerNulls)} then null
      else nullif(trim(regexp_replace(${halfWidthSql(y)}, ${mark}, '')), '') end`,
  );
}

/** The code or the name of `C001-某公司` and `某公司[C001]`; the whole text where neither pattern fits. */
export function partOf(x: string, part: 'code' | 'name'): string {
  const before = literal('^([A-Za-z]*[0-9][A-Za-z0-9.]*)[ ]*[-_ ][ ]*(.+)$');
  const behind = literal('^(.+?)[ ]*[\\[【(（]([A-Za-z0-9._-]*[0-9])[\\]】)）]$');
  const [b, h] = part === 'code' ? [1, 2] : [2, 1];
  return bind(
    x,
    (y) => `case when regexp_matches(${y}, ${behind}) then regexp_extract(${y}, ${behind}, ${h})
      when regexp_matches(${y}, ${before}) then regexp_extract(${y}, ${before}, ${b}) else ${y} end`,
  );
}
