/**
 * The mistakes that the pages are to find, put there on purpose. Each function says what was done, with
 * numbers, for the sample's README.
 */

import type { Customer } from './customers';
import { addDays, addWorkingDays } from './days';
import type { Entry } from './ledger';
import type { Row } from './row';

export type Note = readonly [what: string, where: string];

const nth = <T>(items: readonly T[], n: number): T => {
  const item = items.at(n);
  if (item === undefined) throw new Error(`There are only ${items.length} items.`);
  return item;
};

/** Receipts of the ledger: missing, doubled, out of order, without a number. */
export function breakReceipts(ledger: readonly Entry[]): Note[] {
  const paid = ledger.filter((e) => e.kind === 'payment');
  const from = (day: string): number => paid.findIndex((e) => e.date >= day);
  const gaps: Note[] = [
    ['2026-02-10', 3],
    ['2026-08-24', 1],
  ].map(([day, missing]) => {
    const i = from(String(day));
    const before = nth(paid, i - 1).receipt ?? '';
    // The payments keep their rows but bear no number: the run is missing.
    for (let k = 0; k < Number(missing); k++) delete nth(paid, i + k).receipt;
    return ['收据断号', `${before} 之后缺 ${missing} 个号`];
  });
  const twice = from('2026-06-15');
  const other = paid.slice(twice + 1).find((e) => e.customer !== nth(paid, twice).customer);
  if (!other) throw new Error('No second customer paid after 2026-06-15.');
  const unused = other.receipt ?? '';
  other.receipt = nth(paid, twice).receipt ?? '';
  const early = from('2026-09-08');
  const late = paid.findIndex((e, i) => i > early && e.date > nth(paid, early).date);
  [nth(paid, late - 1).receipt, nth(paid, late).receipt] = [
    nth(paid, late).receipt ?? '',
    nth(paid, late - 1).receipt ?? '',
  ];
  const odd = nth(paid, from('2026-10-19'));
  const lost = odd.receipt ?? '';
  odd.receipt = '手写收据';
  return [
    ...gaps,
    ['收据重号', `${other.receipt}，两个客户；因此缺 ${unused}`],
    ['收据倒序', `${nth(paid, late).receipt} 早于 ${nth(paid, late - 1).receipt}`],
    ['收据无号', `${odd.id} 写作「手写收据」，缺 ${lost}`],
  ];
}

/** The same customer under two numbers and two owners (O-02). */
export function doubleCustomers(customers: readonly Customer[]): Note[] {
  const leads = customers.filter((c) => c.standing === 'prospect' || c.standing === 'cold');
  const columns = ['tax_no', 'name', 'phone'] as const;
  return columns.map((column, i) => {
    const copy = nth(leads, i * 3 + 1);
    const original = customers.find(
      (c) =>
        c.standing === 'buyer' &&
        c.kind === 'trade' &&
        c.department === copy.department &&
        c.row.owner &&
        c.row.owner !== copy.row.owner &&
        Number(c.id.slice(1)) > 40 * i,
    );
    if (!original) throw new Error('No original for the double.');
    const value = original.row[column] ?? '';
    copy.row[column] = column === 'name' ? `${value.slice(0, 2)} ${value.slice(2)}` : value;
    return [
      '重复登记',
      `${copy.id} 与 ${original.id}（${{ tax_no: '税号', name: '名称', phone: '电话' }[column]}相同）`,
    ];
  });
}

/** Trade without the papers. */
export function lapse(customers: readonly Customer[], contracts: Row[], ledger: readonly Entry[]): Note[] {
  const active = customers.filter(
    (c) => c.row.admitted_on && !c.stops && c.monthly > 20_000 && c.row.tier === 'qualified',
  );
  const licences = active.slice(3, 5);
  const qualifications = active.slice(8, 10);
  const bare = active.slice(14, 16);
  for (const c of licences) c.row.licence_expires_on = '2026-09-30';
  for (const c of qualifications) c.row.qualification_expires_on = '2026-08-31';
  const ids = new Set(bare.map((c) => c.id));
  for (const row of contracts.filter((r) => ids.has(r.customer_id ?? '') && r.kind === 'sales'))
    row.kind = 'quality';
  const early = customers.find(
    (c) =>
      (c.row.admitted_on ?? '') > '2025-06-01' &&
      ledger.some((e) => e.customer === c && e.kind === 'sale' && e.date < '2026-10-01'),
  );
  const first = ledger.find((e) => e.customer === early && e.kind === 'sale');
  if (!early || !first) throw new Error('Nobody was admitted after 2025-06-01 and bought.');
  early.row.admitted_on = addDays(first.date, 6);
  const list = (cs: readonly Customer[]): string => cs.map((c) => c.id).join('、');
  return [
    ['执照过期仍有销售', list(licences)],
    ['资质过期仍有销售', list(qualifications)],
    ['没有购销合同', list(bare)],
    ['准入前销售', `${early.id}（${first.date}）`],
  ];
}

/** One salesperson at two customers at one time, and minutes filed in one burst (V-10). */
export function crossVisits(visits: readonly Row[]): Note[] {
  const field = visits.filter((v) => v.method === 'field_visit' && v.visited_at?.startsWith('2026-10'));
  const one = nth(field, 12);
  const two = field.find((v) => v.salesperson === one.salesperson && v.customer_id !== one.customer_id);
  if (!two) throw new Error(`${one.salesperson} met only one customer in October.`);
  for (const column of ['visited_at', 'departed_at', 'attendance_at', 'approved_at', 'planned_for'] as const)
    two[column] = one[column];
  const late = addWorkingDays((one.visited_at ?? '').slice(0, 10), 2);
  for (const v of [one, two]) {
    v.minutes_filed_at = `${late} 17:20`;
    v.note = '双方就设备采购进行了友好交流';
    delete v.minutes_reviewed_at;
    delete v.customer_confirmed_at;
  }
  return [['同一时间两处走访', `${one.salesperson}，${one.visited_at}：${one.visit_id}、${two.visit_id}`]];
}
