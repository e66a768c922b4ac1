/** Habits of other systems that would give a wrong figure if they were read by their headers alone. */
import type { Kind } from '../kind';
import type { Assignment } from './assign';
import { type FoldedHeader, foldHeader } from './fold';
import type { RecognisedColumn } from './kind';
import { codeAndName, foldValue, nameAndCode } from './vocabulary';

const stemsOf = (...headers: string[]) => new Set(headers.map((h) => foldHeader(h).stem));

/** Positions of the debit and the credit column of a ledger. */
export interface Sides {
  debit: number;
  credit: number;
}

const debitStems = stemsOf('借方金额', '借方', '借方发生额', '本期借方');
const creditStems = stemsOf('贷方金额', '贷方', '贷方发生额', '本期贷方');

/**
 * A debit is a sale and a credit a payment, whatever the document is called; so a ledger with both columns
 * gives two plans. Not when it has a better amount of its own.
 */
export function debitCredit(
  kind: Kind,
  folded: readonly FoldedHeader[],
  assignment: Assignment,
  values: readonly (readonly string[])[],
): Sides | null {
  if (kind.name !== 'ledger') return null;
  const debit = folded.findIndex((f) => debitStems.has(f.stem));
  const credit = folded.findIndex((f) => creditStems.has(f.stem));
  if (debit < 0 || credit < 0) return null;
  const amount = assignment.assigned.find((a) => a.column.name === 'amount')?.from[0];
  const filledIn = amount !== undefined && (values[amount]?.length ?? 0) > 0;
  return amount === undefined || amount === debit || amount === credit || !filledIn
    ? { debit, credit }
    : null;
}

/** Shares of values of these shapes above which a column of names is taken to carry codes. */
const mostly = 0.9;

export function carriesCodes(values: readonly string[]): boolean {
  const found = values.filter((v) => codeAndName.test(v) || nameAndCode.test(v)).length;
  return values.length > 0 && found >= values.length * mostly;
}

const customerNames = stemsOf('客户', '客户名称', '往来单位', '往来单位名称', '购货单位', '客户编号');

/** `C001-某公司` in one column: its code is the customer's number, its rest the name. Changes `columns`. */
export function customerCode(
  kind: Kind,
  folded: readonly FoldedHeader[],
  values: readonly (readonly string[])[],
  columns: RecognisedColumn[],
): void {
  if (!kind.columns.some((c) => c.name === 'customer_id')) return;
  for (const c of columns) {
    if (
      (c.column === 'customer_id' || (kind.name === 'customers' && c.column === 'name')) &&
      carriesCodes(values[c.from] ?? [])
    ) {
      c.part = c.column === 'customer_id' ? 'code' : 'name';
    }
  }
  if (columns.some((c) => c.column === 'customer_id')) return;
  const from = folded.findIndex((f, i) => customerNames.has(f.stem) && carriesCodes(values[i] ?? []));
  if (from >= 0) columns.push({ column: 'customer_id', from, others: [], scale: 1, divide: 1, part: 'code' });
}

const statusStems = stemsOf(
  '单据状态',
  '审核状态',
  '是否作废',
  '作废标志',
  '作废',
  '状态',
  '是否删除',
  'status',
);
const voidWords = new Set(
  [
    '作废',
    '已作废',
    '作废单',
    '删除',
    '已删除',
    '草稿',
    '暂存',
    '未审核',
    '待审核',
    '已关闭作废',
    'draft',
    'deleted',
    'void',
    'voided',
    'cancelled',
  ].map(foldValue),
);
const yesWords = new Set(['是', 'y', 'yes', 'true', '1', '√']);

/** Documents that were voided, deleted or never finished, exported with the good ones. */
export function voidRows(
  folded: readonly FoldedHeader[],
  values: readonly (readonly string[])[],
): { index: number; values: string[] }[] {
  return folded.flatMap((f, index) => {
    if (!statusStems.has(f.stem)) return [];
    const isFlag = /作废|删除/.test(f.stem);
    const bad = [...new Set(values[index])].filter(
      (v) => voidWords.has(foldValue(v)) || (isFlag && yesWords.has(foldValue(v))),
    );
    return bad.length > 0 ? [{ index, values: bad }] : [];
  });
}

const currencyStems = stemsOf('币别', '币种', '货币', '结算币种', 'currency');
const homeCurrency = new Set(['人民币', 'rmb', 'cny', '¥', '人民币元'].map(foldValue));

/** Currencies other than the yuan that the sample names. */
export function foreignCurrencies(
  folded: readonly FoldedHeader[],
  values: readonly (readonly string[])[],
): { index: number; values: string[] } | null {
  const index = folded.findIndex((f) => currencyStems.has(f.stem));
  const foreign = [...new Set(values[index] ?? [])].filter((v) => !homeCurrency.has(foldValue(v)));
  return foreign.length > 0 ? { index, values: foreign } : null;
}

const localAmountStems = stemsOf(
  '本位币金额',
  '本币金额',
  '本位币价税合计',
  '价税合计(本位币)',
  '价税合计本位币',
);

/** The column of the amount in yuan, where amounts are in several currencies. */
export function localAmount(folded: readonly FoldedHeader[]): number {
  return folded.findIndex((f) => localAmountStems.has(f.stem));
}

/** Amounts in foreign money are read in yuan where the file gives both. Changes `columns`. */
export function yuanAmount(
  kind: Kind,
  folded: readonly FoldedHeader[],
  values: readonly (readonly string[])[],
  columns: RecognisedColumn[],
): void {
  const local = localAmount(folded);
  const amount = columns.find((c) => c.column === 'amount');
  if (kind.name !== 'ledger' || !amount || local < 0 || !foreignCurrencies(folded, values)) return;
  amount.from = local;
  amount.others = [];
  amount.scale = folded[local]?.scale ?? 1;
}
