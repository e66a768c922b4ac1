/** Opportunities whose grades win clearly differently, with the stage histories that people keep: some skip a stage, some go back. */
import { type Customer, sellerOn } from './customers';
import { addDays, FIRST_DAY, LAST_DAY, later, notAfterLast, workingFrom } from './days';
import { yuan } from './money';
import { type Product, productsUpTo } from './products';
import { Random } from './random';
import { code, type Row } from './row';

export interface Opportunity {
  id: string;
  customer: Customer;
  product: Product;
  grade: string | undefined;
  amount: number;
  created: string;
  entries: { stage: string; on: string }[];
}

/** Chances in percent to pass stages 1–4, by grade; the step from negotiation is the signing. */
const passing: Record<string, readonly number[]> = {
  K: [97, 93, 90, 78],
  A: [92, 84, 78, 66],
  B: [86, 78, 72, 62],
  C: [80, 70, 60, 54],
  D: [74, 62, 54, 50],
  none: [78, 68, 62, 58],
};
const order = ['identified', 'contacted', 'solution', 'negotiation', 'signed'] as const;
const reasons: readonly (readonly [string | undefined, number])[] = [
  ['价格', 32],
  ['竞品中标', 22],
  ['预算取消', 16],
  ['推迟采购', 12],
  ['参数不符', 10],
  [undefined, 8],
];

export function makeOpportunities(customers: readonly Customer[]): Opportunity[] {
  const random = new Random('opportunities');
  const all: Opportunity[] = [];
  const trade = customers.filter(
    (c) => c.kind === 'trade' && (c.standing === 'buyer' || c.standing === 'intent'),
  );
  for (const customer of trade) {
    const count =
      customer.standing === 'intent' ? 1 : customer.monthly > 60_000 ? random.int(2, 5) : random.int(0, 3);
    for (let i = 0; i < count; i++) all.push(start(random, customer));
  }
  all.sort((a, b) =>
    a.created < b.created ? -1 : a.created > b.created ? 1 : a.customer.id < b.customer.id ? -1 : 1,
  );
  all.forEach((o, i) => {
    o.id = code('P', i + 1, 5);
  });
  return all;
}

function start(random: Random, customer: Customer): Opportunity {
  const intent = customer.standing === 'intent';
  const entered = customer.row.assigned_on ?? FIRST_DAY;
  const from = later(entered, FIRST_DAY);
  const span = Math.max(0, (Date.parse(LAST_DAY) - Date.parse(from)) / 86_400_000 - 4);
  const created = workingFrom(addDays(from, intent ? random.int(0, 20) : random.int(0, span)));
  const product = random.pick(productsUpTo(Math.max(60_000, customer.monthly * 4)));
  const units = product.price > 90_000 ? 1 : product.price > 20_000 ? random.int(1, 4) : random.int(5, 30);
  const grade = random.chance(0.92) ? customer.row.grade : undefined;
  const o: Opportunity = {
    id: '',
    customer,
    product,
    grade,
    // Whole hundreds, so that the file may show them in 万元 with two decimals.
    amount: Math.round((units * product.price * random.int(90, 108)) / 10_000) * 100,
    created: notAfterLast(created),
    entries: [{ stage: 'identified', on: notAfterLast(created) }],
  };
  walk(random, o, intent);
  return o;
}

function walk(random: Random, o: Opportunity, intent: boolean): void {
  const chances = passing[o.grade ?? 'none'] ?? [];
  let day = o.created;
  for (let k = 0; k < 4; k++) {
    const pace = o.grade === 'K' || o.grade === 'A' ? 4 : 7;
    day = workingFrom(addDays(day, random.int(pace, pace * 6)));
    const passes = (intent && k < 2) || random.int(1, 100) <= (chances[k] ?? 0);
    // Whoever does not go on is mostly given up after a while; one in five is simply left lying.
    if (!passes && random.chance(0.2)) return;
    if (!passes) day = workingFrom(addDays(day, random.int(5, 40)));
    if (day > LAST_DAY || (intent && k >= 2)) return;
    if (!passes) {
      o.entries.push({ stage: 'lost', on: day });
      return;
    }
    if (k === 1 && random.chance(0.05)) continue;
    o.entries.push({ stage: order[k + 1] ?? 'signed', on: day });
    if (k === 2 && random.chance(0.06)) {
      const back = workingFrom(addDays(day, random.int(3, 15)));
      if (back > LAST_DAY) return;
      o.entries.push({ stage: 'solution', on: back });
      day = workingFrom(addDays(back, random.int(6, 25)));
      if (day > LAST_DAY) return;
      o.entries.push({ stage: 'negotiation', on: day });
    }
  }
}

export function opportunityRows(all: readonly Opportunity[]): { opportunities: Row[]; changes: Row[] } {
  const random = new Random('opportunity-rows');
  const opportunities: Row[] = [];
  const changes: Row[] = [];
  all.forEach((o, i) => {
    const last = o.entries.at(-1) ?? { stage: 'identified', on: o.created };
    const closed = last.stage === 'signed' || last.stage === 'lost';
    const undated = i % 190 === 77;
    opportunities.push({
      opportunity_id: o.id,
      customer_id: o.customer.id,
      name: `${o.customer.row.name}${o.product.name}项目`,
      salesperson: sellerOn(o.customer, last.on),
      department: o.customer.department.name,
      product: o.product.name,
      grade: o.grade,
      source: o.customer.row.source,
      stage: last.stage,
      created_on: undated ? undefined : o.created,
      stage_entered_on: last.on,
      expected_amount: yuan(o.amount * 100),
      expected_close_on: addDays(o.created, random.int(60, 150)),
      closed_on: closed ? last.on : undefined,
      signed_amount:
        last.stage === 'signed' && random.chance(0.97) ? yuan(o.amount * random.int(88, 101)) : undefined,
      lost_reason: last.stage === 'lost' ? random.weighted(reasons) : undefined,
    });
    const kept = random.chance(0.93) ? o.entries.slice(undated ? 1 : 0) : [];
    for (const e of kept) changes.push({ opportunity_id: o.id, stage: e.stage, entered_on: e.on });
  });
  return { opportunities, changes };
}
