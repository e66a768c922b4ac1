/** A value as somebody typed it, read by the parameter's type. */
import { Decimal } from 'decimal.js';
import { parseHours } from '@/lib/rules/calendar';
import { type ParameterName, parameters } from '@/lib/rules/parameters';
import type { Parameter, ParameterType, ParameterValue } from '@/lib/rules/parameters/parameter';
import { isDate } from '@/lib/rules/period';

/** A value, a day or a reason that cannot stand; says why in both languages. */
export class PolicyValueError extends Error {
  constructor(
    readonly parameter: string,
    readonly zh: string,
    readonly en: string,
  ) {
    super(en);
    this.name = 'PolicyValueError';
  }
}

type Read = { value: ParameterValue } | { zh: string; en: string };

/** Whole digits and decimals that SQL takes exactly: `decimal(18,6)`. */
const DECIMAL = /^-?\d{1,12}(\.\d{1,6})?$/;

const folded = (text: string) => text.normalize('NFKC').trim();
/** Without the zeros in front that a number does not need. */
const normal = (text: string) => folded(text).replace(/^(-?)0+(?=\d)/, '$1');

function decimalValue(type: { min?: string; max?: string }, text: string): Read {
  const typed = normal(text);
  if (!DECIMAL.test(typed))
    return { zh: '这不是数字，例如 270 或 0.5', en: 'It is no number such as 270 or 0.5' };
  const plain = typed.includes('.') ? typed.replace(/\.?0+$/, '') : typed;
  if (type.min !== undefined && new Decimal(plain).lt(type.min))
    return { zh: `不能小于 ${type.min}`, en: `It cannot be less than ${type.min}` };
  if (type.max !== undefined && new Decimal(plain).gt(type.max))
    return { zh: `不能大于 ${type.max}`, en: `It cannot be more than ${type.max}` };
  return { value: plain === '-0' ? '0' : plain };
}

/** `15%` and `0.15` are the same share. */
function shareValue(text: string): Read {
  const typed = normal(text);
  const percent = /^(\d{1,3})(?:\.(\d{1,4}))?\s*%$/.exec(typed);
  const share = percent ? hundredth(percent[1] ?? '', percent[2] ?? '') : typed;
  const read = decimalValue({ min: '0', max: '1' }, share);
  return 'value' in read
    ? read
    : { zh: '请填 0 到 1 或百分比，例如 15%', en: 'Give 0 to 1 or a percentage such as 15%' };
}

const hundredth = (whole: string, fraction: string) => {
  const digits = whole.padStart(3, '0');
  return `${digits.slice(0, -2)}.${digits.slice(-2)}${fraction}`;
};

function integerValue(type: { min?: number; max?: number }, text: string): Read {
  const typed = normal(text);
  if (!/^-?\d{1,9}$/.test(typed)) return { zh: '这不是整数', en: 'It is no whole number' };
  const n = Number(typed);
  if (type.min !== undefined && n < type.min)
    return { zh: `不能小于 ${type.min}`, en: `It cannot be less than ${type.min}` };
  if (type.max !== undefined && n > type.max)
    return { zh: `不能大于 ${type.max}`, en: `It cannot be more than ${type.max}` };
  return { value: n };
}

function oneOf(of: readonly string[], text: string): Read {
  const value = of.find((c) => c === text.trim());
  return value === undefined
    ? { zh: `只能是：${of.join('、')}`, en: `It can only be one of ${of.join(', ')}` }
    : { value };
}

function listValue(of: readonly string[] | undefined, text: string): Read {
  const items = [...new Set(text.split(/[,，、;；\n]/).map((s) => s.trim()))].filter((s) => s !== '');
  const wrong = of && items.find((i) => !of.includes(i));
  return of && wrong !== undefined
    ? { zh: `“${wrong}”不在可选项里：${of.join('、')}`, en: `"${wrong}" is none of ${of.join(', ')}` }
    : { value: items };
}

function readAs(type: ParameterType, text: string): Read {
  switch (type.is) {
    case 'decimal':
      return decimalValue(type, text);
    case 'share':
      return shareValue(text);
    case 'integer':
      return integerValue(type, text);
    case 'optional_integer':
      return text.trim() === '' ? { value: null } : integerValue(type, text);
    case 'choice':
      return oneOf(type.of, text);
    case 'list':
      return listValue(type.of, text);
    case 'hours':
      return parseHours(folded(text))
        ? { value: folded(text).replaceAll(/\s/g, '') }
        : { zh: '请按 09:00-12:00,13:00-18:00 的样子填', en: 'Give it like 09:00-12:00,13:00-18:00' };
  }
}

const dayLists: readonly ParameterName[] = ['calendar.added_days', 'calendar.removed_days'];

/**
 * Reads what was typed for a parameter.
 * @returns exact decimal text, a whole number, a code, a list or null, as the parameter's type is
 * @throws PolicyValueError
 */
export function readPolicyValue(name: ParameterName, text: string): ParameterValue {
  const parameter: Parameter = parameters[name];
  const read = readAs(parameter.type, text);
  const wrongDay =
    'value' in read && dayLists.includes(name) && Array.isArray(read.value)
      ? read.value.find((day: string) => !isDate(day))
      : undefined;
  if (wrongDay !== undefined) {
    throw new PolicyValueError(
      name,
      `${parameter.zh}：“${wrongDay}”不是日期，例如 2026-10-10。`,
      `${parameter.en}: "${wrongDay}" is no date such as 2026-10-10.`,
    );
  }
  if ('value' in read) return read.value;
  throw new PolicyValueError(name, `${parameter.zh}：${read.zh}。`, `${parameter.en}: ${read.en}.`);
}
