/**
 * Numbers as SQL, exact from the first digit to the last: a strict reading of the canonical form, and a
 * tolerant one for what offices write, only where the strict one finds nothing.
 */
import { bind, literal } from './quote';
import { halfWidthSql } from './text';

/** Whole digits and decimals that are kept before rounding to the column's scale. */
const WIDE = 'decimal(28,10)';

/**
 * A file's number beyond its column's scale is taken only when the excess is the noise of a binary float
 * (0.30000000000000004); a real third decimal of an amount is a mistake that its keeper must see.
 */
const NOISE = '0.000001';

const grouped = literal('^[-+]?[0-9]{1,3}(,[0-9]{3})+([.][0-9]+)?$');
const plain = literal('^[-+]?([0-9]+([.][0-9]*)?|[.][0-9]+)([eE][-+]?[0-9]{1,2})?$');
const commaDecimal = literal('^[-+]?([0-9]{1,3}([.][0-9]{3})+|[0-9]+),[0-9]+$');
const dotGrouped = literal('^[-+]?[0-9]{1,3}([.][0-9]{3})+$');

const signed = literal('^([-+(]*)(¥|￥|RMB|rmb|CNY|cny)([-+]*)');
const yuan = literal('(元|圆|RMB|rmb|CNY|cny)([)]?)$');

/** What offices write around a number taken off: full-width digits, spaces, ¥, 元, brackets for a minus. */
const undressed = (x: string, then: (y: string) => string): string =>
  bind(`replace(replace(${halfWidthSql(x)}, ' ', ''), '−', '-')`, (narrow) =>
    bind(`regexp_replace(regexp_replace(${narrow}, ${signed}, '\\1\\3'), ${yuan}, '\\2')`, (bare) =>
      bind(
        `case when regexp_full_match(${bare}, '[(][^()-]+[)]') then '-' || ${bare}[2:-2] else ${bare} end`,
        then,
      ),
    ),
  );

/** Separators of thousands gone, the decimal one a point. */
const separated = (x: string, decimalComma: boolean): string =>
  decimalComma
    ? `case when regexp_matches(${x}, ${commaDecimal}) then replace(replace(${x}, '.', ''), ',', '.') when regexp_matches(${x}, ${dotGrouped}) then replace(${x}, '.', '') else ${x} end`
    : `case when regexp_matches(${x}, ${grouped}) then replace(${x}, ',', '') else ${x} end`;

/** Any number as DECIMAL(28,10), or null. `1.5万元` is 15000. */
export function wideNumber(x: string, decimalComma = false): string {
  const number = (text: string) =>
    bind(
      separated(text, decimalComma),
      (y) => `case when regexp_matches(${y}, ${plain}) then try_cast(${y} as ${WIDE}) end`,
    );
  return `case when ${x} is not null then ${undressed(
    x,
    (y) =>
      `case when ends_with(${y}, '万') then try_cast(${number(`${y}[1:-2]`)} * 10000::decimal(5,0) as ${WIDE}) else ${number(y)} end`,
  )} end`;
}

/** Rounded half up to the scale where only noise is cut off, else null. */
const rounded = (wide: string, scale: number): string =>
  bind(
    wide,
    (w) =>
      `case when abs(${w} - round(${w}, ${scale})) < ${NOISE} then try_cast(round(${w}, ${scale}) as decimal(18,${scale})) end`,
  );

export interface NumberReading {
  scale: number;
  decimalComma: boolean;
  /** The unit of the header: the number is multiplied, then divided. */
  times: number;
  divide: number;
}

/** A decimal column: DECIMAL(18, scale) or null. */
export function decimalSql(x: string, r: NumberReading): string {
  if (r.divide !== 1) return dividedSql(x, r);
  const wide = wideNumber(x, r.decimalComma);
  if (r.times !== 1) {
    return rounded(`try_cast(${wide} * ${decimalLiteral(r.times)} as ${WIDE})`, r.scale);
  }
  const digits = r.scale === 0 ? '' : `([.][0-9]{1,${r.scale}})?`;
  const strict = `case when regexp_full_match(${x}, '-?[0-9]{1,${18 - r.scale}}${digits}') then try_cast(${x} as decimal(18,${r.scale})) end`;
  const tolerant = `case when ${x} is not null then ${rounded(wide, r.scale)} end`;
  // The commonest dress, thousands separators, is spared the long way.
  const thousands = `case when regexp_full_match(${x}, '-?[0-9]{1,3}(,[0-9]{3}){1,4}${digits}') then try_cast(replace(${x}, ',', '') as decimal(18,${r.scale})) end`;
  return r.decimalComma ? tolerant : `coalesce(${strict}, ${thousands}, ${tolerant})`;
}

/** Minutes in an hours column: whole arithmetic, so that a half is a half, rounded half up to the scale. */
function dividedSql(x: string, r: NumberReading): string {
  const scaled = `try_cast(${wideNumber(x, r.decimalComma)} * ${decimalLiteral(r.times)} as decimal(18,4))`;
  const q = `(${r.divide}::hugeint * 10000)`;
  const unit = `cast(${literal((10 ** -r.scale).toFixed(r.scale))} as decimal(${r.scale + 1},${r.scale}))`;
  return bind(scaled, (w) => {
    const whole = `((cast(abs(${w}) * 10000 as hugeint) * ${2 * 10 ** r.scale} + ${q}) // (2 * ${q}))`;
    return `try_cast(sign(${w})::decimal(1,0) * try_cast(${whole} as decimal(15,0)) * ${unit} as decimal(18,${r.scale}))`;
  });
}

/** A whole number: `5.0` is 5, `1.5` is nothing. */
export function integerSql(x: string, decimalComma: boolean): string {
  const strict = `case when regexp_full_match(${x}, '-?[0-9]{1,10}') then try_cast(${x} as integer) end`;
  const wide = rounded(wideNumber(x, decimalComma), 0);
  return `coalesce(${strict}, case when ${x} is not null then try_cast(${wide} as integer) end)`;
}

/** The product of two cells, rounded half up to the scale; null unless both are numbers. */
export function productSql(a: string, b: string, scale: number, decimalComma: boolean): string {
  const factor = (x: string) => `try_cast(${wideNumber(x, decimalComma)} as decimal(18,6))`;
  return `try_cast(round(${factor(a)} * ${factor(b)}, ${scale}) as decimal(18,${scale}))`;
}

const decimalLiteral = (n: number): string => {
  const text = n.toString();
  const decimals = text.includes('.') ? text.length - text.indexOf('.') - 1 : 0;
  return `${literal(text)}::decimal(${Math.max(text.length, decimals + 1)},${decimals})`;
};
