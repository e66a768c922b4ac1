/**
 * Sales with a season, growth and a long tail of customers; and how they are paid. Documents are numbered in
 * the order of their dates, receipts likewise, so that every break in the numbers is one put there on purpose.
 */
import { type Customer, sellerOn } from './customers';
import { addDays, FIRST_DAY, LAST_DAY, later, months, workingFrom, workingUntil } from './days';
import { yuan } from './money';
import { type Product, products, productsUpTo } from './products';
import { Random } from './random';
import { code, type Row } from './row';

export interface Entry {
  date: string;
  customer: Customer;
  kind: 'opening' | 'order' | 'sale' | 'return' | 'payment' | 'refund';
  /** Fen. */
  amount: number;
  product?: Product;
  quantity?: number;
  due?: string;
  settles?: Entry;
  id: string;
  line?: number;
  receipt?: string;
}

/** January to December, in hundredths of an ordinary month. */
const season = [76, 58, 104, 99, 101, 118, 93, 95, 108, 96, 109, 143];

export function makeLedger(customers: readonly Customer[]): Entry[] {
  const random = new Random('ledger');
  const entries: Entry[] = [];
  for (const customer of customers) {
    if (customer.standing !== 'buyer') continue;
    if (customer.starts === FIRST_DAY && random.chance(0.25)) entries.push(...opening(random, customer));
    const favourites = random.shuffle(productsUpTo(Math.max(400, customer.monthly * 2))).slice(0, 3);
    if (customer.behaviour === 'prepaid') {
      entries.push({
        id: '',
        date: '2026-11-12',
        customer,
        kind: 'payment',
        amount: Math.round(customer.monthly) * 150,
      });
    }
    for (const month of months()) entries.push(...monthOf(random, customer, month, favourites));
  }
  const dated = entries.filter((e) => e.date <= LAST_DAY);
  return number(dated);
}

function monthOf(random: Random, customer: Customer, month: string, favourites: readonly Product[]): Entry[] {
  const { monthly, department } = customer;
  const index = months().indexOf(month);
  const often = monthly < 12_000 ? 0.45 : monthly < 30_000 ? 0.8 : monthly < 90_000 ? 1.35 : 2.2;
  const count = Math.floor(often) + (random.chance(often - Math.floor(often)) ? 1 : 0);
  const level = (1000 + department.growth * index) * (season[Number(month.slice(5)) - 1] ?? 100);
  const entries: Entry[] = [];
  for (let i = 0; i < count; i++) {
    const date = workingFrom(addDays(`${month}-01`, random.int(0, 26)));
    const wanted = (((monthly / often) * level) / 100_000) * (random.int(55, 145) / 100);
    if (date < customer.starts || (customer.stops && date >= customer.stops)) continue;
    entries.push(...deal(random, customer, date, wanted, favourites));
  }
  return entries;
}

/** One delivery with what belongs to it: order before, return after, payments, refund. */
function deal(
  random: Random,
  customer: Customer,
  date: string,
  wanted: number,
  favourites: readonly Product[],
): Entry[] {
  const near = favourites.filter((p) => p.price <= wanted * 1.6);
  const product =
    near.length > 0
      ? random.pick(near)
      : (products.filter((p) => p.price <= wanted).at(0) ?? random.pick(products.slice(-2)));
  const quantity = Math.max(1, Math.round(wanted / product.price));
  const amount = quantity * product.price * random.int(84, 100);
  const prepaid = customer.behaviour === 'prepaid';
  const sale: Entry = { id: '', date, customer, kind: 'sale', amount, product, quantity };
  if (!random.chance(0.02)) sale.due = prepaid ? date : addDays(date, customer.term);
  const entries: Entry[] = [sale];
  if (amount >= 5_000_000 && random.chance(0.7)) entries.push(...order(random, sale));
  const returned = quantity >= 4 && random.chance(0.06) ? Math.floor(quantity / 4) : 0;
  const back = returned * Math.floor(amount / quantity);
  if (back > 0) {
    const day = workingFrom(addDays(date, random.int(4, 25)));
    entries.push({ id: '', date: day, customer, kind: 'return', amount: back, product, quantity: returned });
  }
  const full = back > 0 && random.chance(0.3);
  entries.push(...payments(random, sale, full ? amount : amount - back));
  const paid = entries.findLast((e) => e.kind === 'payment');
  if (full && paid) {
    const day = workingFrom(addDays(paid.date, random.int(5, 20)));
    entries.push({
      id: '',
      date: day < date ? date : workingFrom(addDays(day, 26)),
      customer,
      kind: 'refund',
      amount: back,
    });
  }
  return entries;
}

function order(random: Random, sale: Entry): Entry[] {
  const date = workingUntil(addDays(sale.date, -random.int(8, 24)));
  if (date < FIRST_DAY) return [];
  const base: Entry = { id: '', date, customer: sale.customer, kind: 'order', amount: sale.amount };
  if (sale.product) base.product = sale.product;
  if (sale.quantity) base.quantity = sale.quantity;
  if ((sale.quantity ?? 1) < 2 || !random.chance(0.3)) return [base];
  const half = Math.floor((sale.quantity ?? 2) / 2);
  const part = half * Math.floor(sale.amount / (sale.quantity ?? 2));
  const second: Entry = {
    ...base,
    quantity: (sale.quantity ?? 2) - half,
    amount: sale.amount - part,
    line: 2,
  };
  return [Object.assign(base, { quantity: half, amount: part, line: 1 }), second];
}

function payments(random: Random, sale: Entry, amount: number): Entry[] {
  const { customer } = sale;
  const date = paidOn(random, sale);
  if (!date || amount <= 0) return [];
  const settled = customer.settles && customer.behaviour !== 'prepaid';
  const pay = (day: string, fen: number): Entry => ({
    id: '',
    date: day,
    customer,
    kind: 'payment',
    amount: fen,
    ...(settled ? { settles: sale } : {}),
  });
  if (amount < 3_000_000 || !random.chance(0.12)) return [pay(date, amount)];
  const first = Math.floor(amount / 200) * 100;
  const part = workingUntil(addDays(date, -random.int(6, 18)));
  return [pay(later(sale.date, part), first), pay(date, amount - first)];
}

function paidOn(random: Random, sale: Entry): string | undefined {
  const { behaviour, term } = sale.customer;
  const due = sale.due ?? addDays(sale.date, 20);
  const early = workingUntil(addDays(due, -random.int(0, Math.min(18, term - 5))));
  const inTime = later(early, sale.date);
  switch (behaviour) {
    case 'prepaid': {
      const day = workingUntil(addDays(sale.date, -random.int(10, 55)));
      return day < FIRST_DAY ? sale.date : day;
    }
    case 'prompt':
      return inTime;
    case 'casual':
      return random.chance(0.8) ? inTime : workingFrom(addDays(due, random.int(2, 32)));
    case 'slow':
      return random.chance(0.5) ? inTime : workingFrom(addDays(due, random.int(8, 95)));
    case 'stopped':
      return inTime < '2026-07-15' ? inTime : undefined;
  }
}

/** What was open when the books began, paid in the first weeks; every ninth is a credit. */
function opening(random: Random, customer: Customer): Entry[] {
  const amount = Math.max(50_000, Math.round(customer.monthly * random.int(40, 130)));
  const balance: Entry = { id: '', date: FIRST_DAY, customer, kind: 'opening', amount };
  if (random.chance(0.11)) return [{ ...balance, amount: -Math.floor(amount / 4) }];
  balance.due = addDays(FIRST_DAY, customer.term);
  return [
    balance,
    {
      id: '',
      date: workingUntil(addDays(balance.due, -random.int(2, 15))),
      customer,
      kind: 'payment',
      amount,
    },
  ];
}

const rank = { opening: 0, order: 1, sale: 2, return: 3, payment: 4, refund: 5 } as const;

function number(entries: Entry[]): Entry[] {
  const sorted = entries
    .map((e, i) => ({ e, i }))
    .sort((a, b) =>
      a.e.date < b.e.date ? -1 : a.e.date > b.e.date ? 1 : rank[a.e.kind] - rank[b.e.kind] || a.i - b.i,
    )
    .map(({ e }) => e);
  let document = 0;
  let receipt = 0;
  for (const entry of sorted) {
    if (entry.line !== 2) document++;
    entry.id = code('L', document, 6);
    if (entry.kind === 'payment') entry.receipt = code('AH', ++receipt, 6);
  }
  return sorted;
}

export function ledgerRow(e: Entry): Row {
  const trade = e.kind === 'sale' || e.kind === 'order' || e.kind === 'return';
  return {
    entry_id: e.id,
    line_no: e.line ? String(e.line) : undefined,
    date: e.date,
    customer_id: e.customer.id,
    kind: e.kind,
    amount: yuan(e.amount),
    product: e.product?.name,
    quantity: e.quantity ? String(e.quantity) : undefined,
    salesperson: trade ? sellerOn(e.customer, e.date) : undefined,
    due_on: e.due,
    settles: e.settles?.id,
    receipt_no: e.receipt,
  };
}
