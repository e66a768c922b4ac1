/** What the technicians earn beside their points: rewards and fines, assessments, parts, other bonus items. */
import type { Customer } from './customers';
import {
  addDays,
  FIRST_DAY,
  LAST_DAY,
  lastDayOf,
  months,
  notAfterLast,
  workingDays,
  workingUntil,
} from './days';
import { isExact } from './jobs';
import { type Technician, technicians } from './people';
import { Random } from './random';
import { code, type Row } from './row';

export function makeServiceEvents(): Row[] {
  const random = new Random('service-events');
  const active = technicians.filter((t) => t.role !== 'service_admin' && !t.left);
  const rows: Row[] = [
    { technician_id: 'T003', date: '2026-10-21', kind: 'safety_accident', note: '登高未系安全带' },
  ];
  for (const month of months()) {
    for (let i = 0; i < 5; i++) {
      const t = random.pick(active);
      const date = random.pick(workingDays(`${month}-01`, notAfterLast(lastDayOf(month))));
      const kind = random.weighted([
        ['praise_letter', 34],
        ['cost_saving', 18],
        ['complaint', 24],
        ['dissatisfaction', 12],
        ['safety_accident', 6],
      ]);
      if (isExact(t.id, month) || t.joined > date) continue;
      const rewarded = kind === 'praise_letter' || kind === 'cost_saving';
      const asked = kind === 'complaint' || kind === 'dissatisfaction';
      rows.push({
        technician_id: t.id,
        date,
        kind,
        amount: rewarded ? `${random.int(4, 10) * 50}.00` : undefined,
        // Complaints of the last weeks are still under inquiry.
        personal_cause:
          asked && date < '2026-11-02'
            ? random.weighted([
                ['yes', 45],
                ['no', 45],
                [undefined, 10],
              ])
            : undefined,
        note: rewarded ? random.pick(['院方来信表扬', '现场改造节省材料', '夜间抢修及时']) : undefined,
      });
    }
  }
  rows.sort((a, b) => ((a.date ?? '') < (b.date ?? '') ? -1 : 1));
  rows.forEach((row, i) => {
    row.event_id = code('E', i + 1, 4);
  });
  return rows;
}

/** Scores by quarter, highest first; 2026Q2 ties at ranks 8 and 9, 2026Q3 at ranks 3 and 4. */
const ties: Record<string, readonly number[]> = {
  '2026Q2': [97, 95.5, 94, 93, 91.5, 90, 89, 88, 88, 86.5],
  '2026Q3': [98, 96, 94.5, 94.5, 92, 91, 90.5, 89, 87],
};

export function makeAssessments(): Row[] {
  const random = new Random('assessments');
  const rows: Row[] = [];
  for (const quarter of ['2024Q4', '2025Q1', '2025Q2', '2025Q3', '2025Q4', '2026Q1', '2026Q2', '2026Q3']) {
    const ranked = random.shuffle(technicians.filter((t) => !t.left || quarter < '2026Q3')).slice(0, 20);
    let score = 96;
    ranked.forEach((t, i) => {
      score -= random.int(1, 5) / 2;
      rows.push({
        quarter,
        technician_id: t.id,
        score: String(ties[quarter]?.[i] ?? Math.max(60, Math.min(score, 86 - i / 2))),
      });
    });
  }
  return rows;
}

export function makePartsSales(customers: readonly Customer[]): Row[] {
  const random = new Random('parts');
  const buyers = customers.filter((c) => c.standing === 'buyer' && c.kind === 'trade');
  const sellers: Technician[] = technicians.filter((t) => t.role !== 'service_admin' && !t.left);
  const rows: Row[] = Array.from({ length: 240 }, () => {
    const date = workingUntil(addDays(FIRST_DAY, random.int(9, 778)));
    const price = random.int(8, 320) * 5000;
    // Cost in thousandths of the price: exactly 35 % and 50 % margin come up, and a hair below each.
    const share = random.weighted([
      [500, 14],
      [501, 5],
      [650, 14],
      [651, 5],
      [random.int(300, 490), 16],
      [random.int(510, 640), 28],
      [random.int(660, 850), 18],
    ]);
    const cost = (price * share) / 1000;
    const days = random.int(0, 4);
    const fee = days * 1100 - (days > 0 && random.chance(0.12) ? 300 : 0);
    const whole = random.chance(0.82);
    const paid = addDays(date, random.int(5, 70));
    const full = whole && paid <= LAST_DAY;
    const sum = price + fee * 100;
    return {
      technician_id: random.pick(sellers).id,
      customer_id: random.pick(buyers).id,
      date,
      component_cost: (cost / 100).toFixed(2),
      component_price: (price / 100).toFixed(2),
      service_days: String(days),
      service_fee: fee.toFixed(2),
      received_amount: full
        ? (sum / 100).toFixed(2)
        : random.chance(0.5)
          ? (Math.floor(sum / 2) / 100).toFixed(2)
          : undefined,
      received_in_full_on: full ? paid : undefined,
    };
  });
  rows.sort((a, b) => ((a.date ?? '') < (b.date ?? '') ? -1 : 1));
  rows.forEach((row, i) => {
    row.sale_id = code('B', i + 1, 4);
  });
  return rows;
}

export function makeBonusItems(): Row[] {
  const items: Row[] = [];
  const add = (row: Row): void => {
    items.push({ item_id: code('Q', items.length + 1, 4), ...row });
  };
  for (const t of technicians) {
    if (t.left) continue;
    for (const period of ['2025H2', '2026H1']) {
      if (t.role === 'service_admin')
        add({
          technician_id: t.id,
          period,
          regulation: '管理职能部门激励制度',
          amount: period === '2026H1' ? '4200.00' : '3800.00',
          payer: '公司',
          note: '半年度绩效奖金',
        });
    }
    add({
      technician_id: t.id,
      period: '2025',
      regulation: '管理职能部门激励制度',
      amount: `${6000 + t.usual * 10}.00`,
      payer: '公司',
      note: '年度绩效',
    });
    if (t.role === 'lead')
      add({
        technician_id: t.id,
        period: '2026-10',
        regulation: '服务产品销售激励政策',
        amount: '860.00',
        payer: '配件子公司',
        note: '服务合同激励',
      });
  }
  return items;
}
