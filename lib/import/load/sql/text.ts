/** Text as SQL: trimmed, null tokens gone, folded as `foldValue` folds. */
import { fullWidth, halfWidth, leaverMark, nullTokens, ownerNulls } from '../../recognise/vocabulary';
import { among, bind, literal } from './quote';

/** Everything that is blank at the ends of a cell: also the no-break and the ideographic space. */
const blanks = ` \t\r\n\u00a0\u3000\ufeff`;

const wide = literal('[\\t\\r\\n\\x{a0}\\x{3000}\\x{ff01}-\\x{ff5e}\\x{ffe5}]');

/** Width made plain, nothing else changed: `１２３` is `123`. `translate` is slow, so only where it has work. */
export const halfWidthSql = (x: string): string =>
  `case when regexp_matches(${x}, ${wide}) then translate(${x}, ${literal(fullWidth)}, ${literal(halfWidth)}) else ${x} end`;

/** The SQL twin of `foldValue`. */
export const foldSql = (x: string): string => `lower(replace(${halfWidthSql(x)}, ' ', ''))`;

/**
 * Begins with a digit, a letter or a Hanzi with which no null token begins, and ends in nothing blank: what
 * nearly every cell does. Comparisons of a prefix cost a tenth of a trim.
 */
function ordinary(x: string): string {
  const ranges = [
    ['0', ':'],
    ['A', 'N'],
    ['O', 'n'],
    ['o', '{'],
    ['\u4e00', '无'],
    ['旡', '\ua000'],
  ] as const;
  const begins = ranges.map(([from, to]) => `(${x} >= ${literal(from)} and ${x} < ${literal(to)})`);
  const ends = [...blanks].map((b) => `ends_with(${x}, ${literal(b)})`);
  return `(${begins.join(' or ')}) and not (${ends.join(' or ')})`;
}

/**
 * A cell trimmed; an empty one or a null token is null.
 * @param nulls further texts that mean null in this file, folded
 */
export function cleanText(x: string, nulls: readonly string[] = []): string {
  const tokens = [...nullTokens, ...nulls].filter((t) => t !== '');
  const careful = bind(
    `trim(${x}, ${literal(blanks)})`,
    (t) => `case when ${t} = '' or ${among(foldSql(t), tokens)} then null else ${t} end`,
  );
  const fast = nulls.length === 0 ? `when ${ordinary(x)} then ${x}` : '';
  return `case when ${x} is null then null ${fast} else ${careful} end`;
}

const ownerFirsts = [...new Set(ownerNulls.map((n) => n[0] ?? ''))];

/** What no name of a person in office does: it begins as 公海 does, or bears the mark of one who left. */
const suspectOwner = (x: string): string[] => [
  `contains(${x}, '离')`,
  ...ownerFirsts.map((f) => beginsWith(x, f)),
];

/** The text begins with a letter: two comparisons of a prefix, which the engine does faster than `starts_with`. */
function beginsWith(x: string, letter: string): string {
  const next = String.fromCodePoint((letter.codePointAt(0) ?? 0) + 1);
  return `(${x} >= ${literal(letter)} and ${x} < ${literal(next)})`;
}

const carefulOwner = (x: string): string => {
  const mark = literal(leaverMark.source.replaceAll('(?:', '('));
  return bind(
    x,
    (y) => `case when ${among(foldSql(y), ownerNulls)} then null
      else nullif(trim(regexp_replace(${halfWidthSql(y)}, ${mark}, '')), '') end`,
  );
};

/** A person's name, of a text that is clean: 公海 and the like are null, 张三(已离职) is 张三. */
export const ownerName = (x: string): string =>
  `case when ${suspectOwner(x).join(' or ')} then ${carefulOwner(x)} else ${x} end`;

/**
 * The same of a cell as it is; what is ordinary is handed on as it is too. The clean text of a cell is long SQL, so
 * only what begins with a blank or a sign, or as no name does, asks for it.
 */
export function ownerCell(x: string, nulls: readonly string[]): string {
  const odd = [`${x} < '0'`, `(${x} >= '{' and ${x} < '\u4e00')`, `${x} >= '\ua000'`];
  return `case when ${[...odd, ...suspectOwner(x)].join(' or ')} then ${carefulOwner(cleanText(x, nulls))} else ${x} end`;
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
