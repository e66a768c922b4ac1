/**
 * Two headers are one when they fold to the same text: width, case, spaces, line breaks, `*`, 必填, brackets,
 * traditional characters and the ways to say "number" make no difference.
 */
import * as OpenCC from 'opencc-js/t2cn';

export interface FoldedHeader {
  /** What is compared. */
  stem: string;
  /** From a unit in the header: a number is multiplied by `scale` and divided by `divide` (分钟 → hours). */
  scale: number;
  divide: number;
}

const toSimplified = OpenCC.Converter({ from: 't', to: 'cn' });

const scales: Readonly<Record<string, number>> = {
  元: 1,
  人民币: 1,
  人民币元: 1,
  rmb: 1,
  cny: 1,
  '¥': 1,
  千元: 1_000,
  万元: 10_000,
  万: 10_000,
  百万元: 1_000_000,
  亿元: 100_000_000,
};
const plainUnits = new Set([
  '小时',
  '时',
  'h',
  '天',
  '日',
  '个',
  '件',
  '台',
  '次',
  '人',
  '家',
  '张',
  '床',
  '%',
]);
const minutes = new Set(['分钟', '分', 'min', 'minutes']);
const notes = /^(必填|选填|必填项|必输|可选|只读|唯一|required|optional)$/;

/** 客户编号, 客户编码, 客户代号, 客户ID and 客户号 are one family; so are 走访单号 and 走访编号. */
const numberWord = /单?(?:编号|编码|代码|代号|号码|id|number|no|号)$/;

/**
 * Folds a header; folding twice changes nothing. A unit is kept apart: `金额(万元)` → stem 金额, scale 10000. A bracket that is neither a unit
 * nor a note stays part of the stem. See the traps of the alias list.
 */
export function foldHeader(header: string): FoldedHeader {
  let s = toSimplified(header.normalize('NFKC').toLowerCase())
    .replace(/[\u200b-\u200f\ufeff]/g, '')
    .replace(/[【「〔]/g, '(')
    .replace(/[】」〕]/g, ')')
    .replace(/\[/g, '(')
    .replace(/\]/g, ')')
    .replace(/[\s*:：#.。、_\-—'"“”‘’]/g, '')
    .replace(/必填项?|选填/g, '');
  let scale = 1;
  let divide = 1;
  const unit = (text: string): boolean => {
    const times = scales[text];
    if (times !== undefined) scale = times;
    else if (minutes.has(text)) divide = 60;
    else if (!plainUnits.has(text)) return false;
    return true;
  };
  s = s.replace(/\(([^()]*)\)/g, (_, inside: string) => {
    const text = inside.replace(/^单位/, '');
    return text === '' || notes.test(text) || unit(text) ? '' : text;
  });
  s = s.replace(/[()]/g, '');
  const slash = s.match(/^(.+)\/([^/]+)$/);
  if (slash?.[1] !== undefined && slash[2] !== undefined && unit(slash[2])) s = slash[1];
  return { stem: s.replace(numberWord, '№'), scale, divide };
}

const months = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二'];
const english = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** The month that a column of a wide sheet bears: `3月`, `2026年3月`, `2026-03`, `三月`, `Mar`; null for another header. */
export function monthOfHeader(header: string): { month: number; year: number | null } | null {
  const s = toSimplified(header.normalize('NFKC').toLowerCase()).replace(/\([^)]*\)|\s/g, '');
  const zh = s.match(
    /^(?:(\d{4})年)?(\d{1,2}|十[一二]?|[一二三四五六七八九])月份?(?:销售)?(?:计划|目标|任务额?|指标|预算|额)*$/,
  );
  const text = zh?.[2];
  if (text !== undefined) {
    const month = /^\d/.test(text) ? Number(text) : months.indexOf(text) + 1;
    return month >= 1 && month <= 12 ? { month, year: zh?.[1] === undefined ? null : Number(zh[1]) } : null;
  }
  const iso = s.match(/^(20\d{2})[-/.]?(0[1-9]|1[0-2])$/);
  if (iso) return { month: Number(iso[2]), year: Number(iso[1]) };
  const word = s.match(/^([a-z]{3})[a-z]*\.?$/)?.[1];
  const index = word === undefined ? -1 : english.indexOf(word);
  return index >= 0 &&
    /^(january|february|march|april|may|june|july|august|september|october|november|december|[a-z]{3}\.?)$/.test(
      s,
    )
    ? { month: index + 1, year: null }
    : null;
}
