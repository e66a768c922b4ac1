/** The sheets of a payroll: one for each payer, and what is summed on them. */
import type { Payroll, PayrollRow } from '@/lib/reports/bonus_payroll';
import { exact, sum } from '@/lib/rules/bonus_decimal';
import { payerName, type StatementWords } from './statement-words';

export interface PayrollOptions {
  words: StatementWords;
  /** As asked for: a month, a quarter or a half-year. */
  period: string;
  dataVersion: number;
  /** Local time, `2026-11-22 09:30`. */
  generated: string;
  by: string;
  /** The local day of an ISO instant. */
  dayOf(instant: string): string;
}

export interface PayerSheet {
  payer: string;
  name: string;
  rows: PayrollRow[];
}

/** One for each payer, under a name that a workbook can bear. */
export function payerSheets(payroll: Payroll, words: StatementWords): PayerSheet[] {
  const taken = new Set([words.t('payroll.cover').toLowerCase()]);
  return [...new Set(payroll.rows.map((r) => r.payer))].map((payer) => {
    const wanted =
      payerName(words, payer)
        .replace(/[\\/?*[\]:']/g, ' ')
        .trim()
        .slice(0, 28) || '—';
    let name = wanted;
    for (let n = 2; taken.has(name.toLowerCase()); n++) name = `${wanted} ${n}`;
    taken.add(name.toLowerCase());
    return { payer, name, rows: payroll.rows.filter((r) => r.payer === payer) };
  });
}

/** What is not known stays out, and the cover names whom it concerns. */
export const known = (rows: readonly PayrollRow[]) => sum(rows.map((r) => exact(r.amount ?? '0')));
