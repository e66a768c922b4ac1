/**
 * The words of values as data, so that TypeScript and generated SQL read them alike: null tokens, booleans,
 * the names of codes, unowned owners. Keys are folded with `foldValue`; SQL folds the same way with
 * `lower(replace(translate(x, fullWidth, halfWidth), ' ', ''))`.
 */
import type { Code, ColumnType } from '../kind';
import { traditionalForms } from './traditional';

const fullAscii = Array.from({ length: 94 }, (_, i) => String.fromCharCode(0xff01 + i)).join('');
const halfAscii = Array.from({ length: 94 }, (_, i) => String.fromCharCode(0x21 + i)).join('');

/** Full-width forms, the ideographic and no-break space, the yen sign's wide form, and what each becomes. */
export const fullWidth = `${fullAscii}\u3000\u00a0\uffe5\t\r\n`;
export const halfWidth = `${halfAscii}  \u00a5   `;

const narrow = new Map([...fullWidth].map((c, i) => [c, halfWidth[i] ?? c]));

/** Full-width forms made half-width, nothing else changed. */
export function toHalfWidth(s: string): string {
  return s.replace(/[\uff01-\uff5e\u3000\u00a0\uffe5\t\r\n]/g, (c) => narrow.get(c) ?? c);
}

/** Width, case and spaces make no difference between two values: "ＶＩＰ 客户" and "vip客户" are one. */
export function foldValue(s: string): string {
  return toHalfWidth(s).replaceAll(' ', '').toLowerCase();
}

/** Folded texts that mean null in any column. */
export const nullTokens: readonly string[] = ['', '-', '--', '—', '——', '/', '无', 'null', 'n/a', '#n/a'];

export const booleanWords: Readonly<Record<string, boolean>> = {
  是: true,
  yes: true,
  y: true,
  true: true,
  '1': true,
  '√': true,
  有: true,
  已: true,
  居民: true,
  民用: true,
  否: false,
  no: false,
  n: false,
  false: false,
  '0': false,
  '×': false,
  未: false,
  非居民: false,
  工商业: false,
};

/** Folded names that stand where an owner should and mean that nobody owns the customer. */
export const ownerNulls: readonly string[] = [
  '公海',
  '公共客户',
  '公海客户',
  '待分配',
  '未分配',
  '无',
  '已离职',
];

/** What follows the name of somebody who left: 张三(已离职), 张三（离职）, 张三-已离职. Folded text. */
export const leaverMark = /(?:[([](?:已)?离职[)\]]|-(?:已)?离职)$/;

/**
 * Names that carry codes: `C001-某公司` (1 code, 2 name) and `某公司[C001]` (1 name, 2 code). Written so that
 * DuckDB's `regexp_extract` reads them too.
 */
export const codeAndName = /^([A-Za-z]{0,6}[0-9][A-Za-z0-9.]*)[-_ /|]+([^0-9A-Za-z].*)$/;
export const nameAndCode = /^(.*[^\s[(（【])\s*[[(（【]([A-Za-z]{0,6}[0-9][A-Za-z0-9.-]*)[\])）】]$/;

/**
 * Folded text → canonical code: the code itself, its Chinese name, its aliases, and their traditional forms.
 * A name that two codes bear is left out.
 */
export function codeLookup(codes: readonly Code[]): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const disputed = new Set<string>();
  const put = (text: string, code: string) => {
    const key = foldValue(text);
    const known = found.get(key);
    if (known !== undefined && known !== code) disputed.add(key);
    else found.set(key, code);
  };
  for (const c of codes) put(c.code, c.code);
  const canonical = new Set(found.keys());
  for (const c of codes) {
    for (const name of [c.zh, ...(c.aliases ?? [])]) {
      for (const form of [name, ...traditionalForms(name)])
        if (!canonical.has(foldValue(form))) put(form, c.code);
    }
  }
  for (const key of disputed) found.delete(key);
  return found;
}

const lookups = new WeakMap<readonly Code[], ReadonlyMap<string, string>>();

/** The lookup of a code column, made once; null for another type. */
export function codesOf(type: ColumnType): ReadonlyMap<string, string> | null {
  if (type.is !== 'code') return null;
  let lookup = lookups.get(type.codes);
  if (!lookup) {
    lookup = codeLookup(type.codes);
    lookups.set(type.codes, lookup);
  }
  return lookup;
}
