/** Contacts with customers: how often, by whom, with or without approval and minutes. */
import { type Customer, sellerOn } from './customers';
import {
  addDays,
  addWorkingDays,
  at,
  FIRST_DAY,
  isWorkingDay,
  LAST_DAY,
  workingFrom,
  workingUntil,
} from './days';
import { NameBook } from './names';
import type { Opportunity } from './opportunities';
import { Random } from './random';
import { code, type Row } from './row';

type Method = 'field_visit' | 'phone' | 'mail' | 'exhibition' | 'reception' | 'other';

const methods: readonly (readonly [Method, number])[] = [
  ['field_visit', 44],
  ['phone', 30],
  ['mail', 12],
  ['reception', 8],
  ['exhibition', 4],
  ['other', 2],
];
const roles = ['decision_maker', 'influencer', 'user', 'recommender', 'controller', 'gatekeeper'];
const purposes = [
  '新品介绍',
  '回访使用情况',
  '商务洽谈',
  '催收货款',
  '技术培训',
  '方案沟通',
  '签订合同',
  '处理反馈',
];
const notes = [
  '科室反馈良好',
  '希望下月安排演示',
  '预算尚未批复',
  '已约设备科长面谈',
  '询问耗材价格',
  '等待院内招标',
];
/** Leaves first and has the form approved afterwards more often than others. */
const HASTY = '赵立新';

export function makeVisits(customers: readonly Customer[], opportunities: readonly Opportunity[]): Row[] {
  const random = new Random('visits');
  const people = new NameBook(random);
  const open = new Map<string, string>();
  /** Since when a customer has an opportunity with a solution: from then on a week is long (I-03). */
  const warm = new Map<string, string>();
  for (const o of opportunities) {
    const last = o.entries.at(-1);
    if (!last || last.stage === 'signed' || last.stage === 'lost') continue;
    open.set(o.customer.id, o.id);
    if (last.stage === 'solution' || last.stage === 'negotiation') warm.set(o.customer.id, last.on);
  }
  const diary = new Map<string, number>();
  const rows = customers.flatMap((c) =>
    contactDays(random, c, warm.get(c.id)).map((day, i) =>
      contact({ random, people, diary, c, day, first: i === 0, opportunity: open.get(c.id) }),
    ),
  );
  rows.push(...planned(random, customers));
  rows.sort((a, b) =>
    when(a) < when(b) ? -1 : when(a) > when(b) ? 1 : (a.customer_id ?? '') < (b.customer_id ?? '') ? -1 : 1,
  );
  rows.forEach((row, i) => {
    row.visit_id = code('V', i + 1, 5);
  });
  return rows;
}

const when = (row: Row): string => row.visited_at ?? row.planned_for ?? '';

/** The days of contact: the larger the customer, the closer; a few are forgotten from some day on. */
function contactDays(random: Random, c: Customer, warm: string | undefined): string[] {
  if (c.standing === 'new' || c.kind === 'affiliate' || (c.kind === 'retail' && random.chance(0.6)))
    return [];
  const every =
    c.standing === 'intent'
      ? 6
      : c.standing === 'cold'
        ? 75
        : c.standing === 'prospect'
          ? 26
          : c.monthly > 90_000
            ? 18
            : c.monthly > 30_000
              ? 38
              : c.monthly > 12_000
                ? 70
                : 110;
  const forgotten = random.chance(c.standing === 'buyer' ? 0.12 : 0.3)
    ? addDays('2025-08-15', random.int(0, 380))
    : LAST_DAY;
  const assigned = c.row.assigned_on ?? FIRST_DAY;
  const lag = random.chance(0.85) ? random.int(1, 6) : random.int(9, 25);
  const days: string[] = [];
  let day = assigned < FIRST_DAY ? addDays(FIRST_DAY, random.int(0, every)) : addDays(assigned, lag);
  while (day <= LAST_DAY && (day <= forgotten || days.length === 0)) {
    const working = isWorkingDay(day) || random.chance(0.03) ? day : addWorkingDays(day, random.int(1, 4));
    if (working <= LAST_DAY && sellerOn(c, working)) days.push(working);
    day = addDays(day, random.int(Math.ceil(every * 0.5), Math.ceil(every * 1.5)));
  }
  if (warm && random.chance(0.65)) {
    for (let d = addWorkingDays(warm, 2); d <= LAST_DAY; d = addWorkingDays(d, random.int(2, 4))) {
      if (sellerOn(c, d)) days.push(d);
    }
  }
  return [...new Set(days)].sort();
}

interface Contact {
  random: Random;
  people: NameBook;
  /** Contacts of a salesperson on a day, so that nobody is at two places at one time. */
  diary: Map<string, number>;
  c: Customer;
  day: string;
  first: boolean;
  opportunity: string | undefined;
}

function contact({ random, people, diary, c, day, first, opportunity }: Contact): Row {
  const salesperson = sellerOn(c, day);
  const slot = diary.get(`${salesperson}${day}`) ?? 0;
  diary.set(`${salesperson}${day}`, slot + 1);
  const method = first
    ? random.weighted<Method>([
        ['field_visit', 62],
        ['exhibition', 14],
        ['phone', 18],
        ['reception', 6],
      ])
    : random.weighted(methods);
  const minute = 550 + slot * 75 + random.int(0, 6) * 5;
  const row: Row = {
    customer_id: c.id,
    salesperson,
    method,
    planned_for: random.chance(0.7) ? day : undefined,
    visited_at: at(day, minute),
    contact_name: random.chance(0.7) ? c.row.contact_name : people.person(),
    contact_role: random.chance(0.9) ? random.pick(roles) : undefined,
    opportunity_id: opportunity && random.chance(0.5) ? opportunity : undefined,
    purpose: random.chance(0.95) ? random.pick(purposes) : undefined,
    conclusion:
      c.standing === 'cold'
        ? random.pick(['refused', 'unreachable', 'refused'])
        : random.weighted([
            ['progress', 46],
            ['neutral', 44],
            ['refused', 3],
            ['unreachable', method === 'phone' ? 7 : 0],
            [undefined, 3],
          ]),
    note: random.chance(0.25) ? random.pick(notes) : undefined,
  };
  if (method === 'field_visit') fieldForm(random, row, c, day, minute);
  if (method === 'field_visit' || method === 'reception') minutes(random, row, day);
  return row;
}

/** V-01: mostly approved the day before, sometimes after leaving, sometimes never. */
function fieldForm(random: Random, row: Row, c: Customer, day: string, minute: number): void {
  const late = row.salesperson === HASTY ? 0.3 : 0.06;
  const left = minute - random.int(25, 70);
  if (random.chance(0.9)) row.departed_at = at(day, left);
  const luck = random.next();
  if (luck < 0.04) return;
  row.approved_by = c.department.manager;
  row.approved_at =
    luck < 0.04 + late
      ? at(day, minute + random.int(30, 400))
      : at(workingUntil(addDays(day, -1)), random.int(540, 1070));
  row.attendance_at = luck < 0.04 + late ? undefined : at(day, left - random.int(5, 20));
  if (random.chance(0.05)) row.gift_cost = `${random.int(4, 30) * 20}.00`;
}

/** V-02: two working days; some late, some never. */
function minutes(random: Random, row: Row, day: string): void {
  const luck = random.next();
  if (row.visited_at && row.visited_at.slice(11) > '18:00') return;
  const filed =
    luck < 0.8
      ? addWorkingDays(day, random.int(0, 2))
      : luck < 0.93
        ? addWorkingDays(day, random.int(3, 7))
        : undefined;
  if (!filed || filed > LAST_DAY) return;
  row.minutes_filed_at = at(filed, filed === day ? random.int(1060, 1110) : random.int(545, 1070));
  const reviewed = addWorkingDays(filed, random.int(1, 3));
  if (random.chance(0.88) && reviewed <= LAST_DAY)
    row.minutes_reviewed_at = at(reviewed, random.int(560, 1060));
  if (random.chance(0.8) && reviewed <= LAST_DAY)
    row.customer_confirmed_at = at(reviewed, random.int(600, 1070));
  if (row.method === 'reception') row.reception_cost = `${random.int(5, 60) * 20}.00`;
}

/** Planned and not done, and what is planned for the week after the last day. */
function planned(random: Random, customers: readonly Customer[]): Row[] {
  const buyers = customers.filter((c) => c.standing === 'buyer' && c.kind === 'trade');
  return Array.from({ length: 190 }, (_, i) => {
    const c = random.pick(buyers);
    const day =
      i < 30
        ? workingFrom(addDays(LAST_DAY, random.int(3, 9)))
        : workingFrom(addDays(FIRST_DAY, random.int(0, 770)));
    return {
      customer_id: c.id,
      salesperson: sellerOn(c, day) ?? c.department.manager,
      method: 'field_visit',
      planned_for: day,
      purpose: random.pick(purposes),
    };
  });
}
