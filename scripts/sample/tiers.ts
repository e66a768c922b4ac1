/**
 * What people decided about customers: tiers that put each department on another side of its quota, the
 * decisions that led there, blacklists, incidents. Needs the sales, since tiers follow them.
 */
import type { Customer } from './customers';
import { addDays, FIRST_DAY, workingFrom } from './days';
import type { Entry } from './ledger';
import { Random } from './random';
import { code, type Row } from './row';

/** How many customers hold a tier beyond (or short of) the places that 15 % and 30 % give, on the last day. */
const plan: Record<string, { vip: number; preferred: number }> = {
  华东一部: { vip: 2, preferred: -3 },
  华东二部: { vip: 0, preferred: 1 },
  华南部: { vip: 1, preferred: -2 },
  华北部: { vip: -3, preferred: -4 },
  西部: { vip: -2, preferred: 0 },
};

export interface Decisions {
  blacklist: Row[];
  tierHistory: Row[];
  incidents: Row[];
}

export function decide(customers: readonly Customer[], ledger: readonly Entry[]): Decisions {
  const random = new Random('tiers');
  const blacklist = listBlack(customers);
  const out = new Set(blacklist.filter((b) => !b.removed_on).map((b) => b.customer_id));
  const bought = netSince(ledger, '2025-11-21');
  for (const c of customers) if (out.has(c.id)) c.row.tier = 'qualified';
  const tierHistory: Row[] = [];
  for (const [department, over] of Object.entries(plan)) {
    const base = customers.filter(
      (c) => c.department.name === department && c.kind === 'trade' && c.row.admitted_on && !out.has(c.id),
    );
    const bySales = base.toSorted((a, b) => (bought.get(b.id) ?? 0) - (bought.get(a.id) ?? 0));
    give(bySales, 'vip', Math.floor((base.length * 15) / 100) + over.vip, 6);
    give(bySales, 'preferred', Math.floor((base.length * 30) / 100) + over.preferred, 5);
    for (const c of base) {
      c.row.tier ??= 'qualified';
      tierHistory.push(...history(random, c));
    }
  }
  return { blacklist, tierHistory, incidents: incidents(random, customers, out) };
}

function netSince(ledger: readonly Entry[], from: string): Map<string, number> {
  const net = new Map<string, number>();
  for (const e of ledger) {
    if (e.date < from || (e.kind !== 'sale' && e.kind !== 'return')) continue;
    net.set(e.customer.id, (net.get(e.customer.id) ?? 0) + (e.kind === 'sale' ? e.amount : -e.amount));
  }
  return net;
}

/** From the largest down, passing over each n-th: those are the ones that a review promotes or lets wait. */
function give(bySales: readonly Customer[], tier: string, count: number, passOver: number): void {
  const free = bySales.filter((c) => !c.row.tier);
  let held = 0;
  free.forEach((c, i) => {
    if (held < count && i % passOver !== passOver - 2) {
      c.row.tier = tier;
      held++;
    }
  });
}

const before: Record<string, string> = { vip: 'preferred', preferred: 'qualified', qualified: 'preferred' };

function history(random: Random, c: Customer): Row[] {
  if (!random.chance(0.2)) return [];
  const tier = c.row.tier ?? 'qualified';
  const [effective, period] = random.weighted([
    [['2025-07-18', '2025H1'] as const, 35],
    [['2026-01-16', '2025H2'] as const, 45],
    [['2026-07-17', '2026H1'] as const, 20],
  ]);
  if ((c.row.admitted_on ?? '') > addDays(effective, -120)) return [];
  const score = `${random.int(tier === 'qualified' ? 45 : 78, tier === 'qualified' ? 72 : 96)}.${random.int(0, 9)}0`;
  return [
    {
      customer_id: c.id,
      tier: before[tier],
      effective_on: '2025-01-17',
      period: '2024H2',
      reason: '半年评审',
    },
    {
      customer_id: c.id,
      tier,
      effective_on: effective,
      period,
      score,
      reason: tier === 'qualified' ? '评审期内有逾期' : '半年评审',
    },
  ];
}

function listBlack(customers: readonly Customer[]): Row[] {
  const gone = customers.filter((c) => c.kind === 'trade' && c.stops && c.monthly < 25_000).slice(0, 4);
  const restored = customers.find(
    (c) => c.kind === 'trade' && !c.stops && c.behaviour === 'slow' && c.starts === FIRST_DAY,
  );
  const rows: Row[] = gone.map((c, i) => ({
    customer_id: c.id,
    scope: i < 2 ? 'company' : 'department',
    department: i < 2 ? undefined : c.department.name,
    // The first one bought again after it was listed: an alert.
    listed_on: addDays(c.stops ?? '', i === 0 ? -45 : 12),
    reason: ['长期拖欠货款', '伪造资质文件', '违反区域约定', '拒绝履行合同'][i],
  }));
  if (restored) {
    rows.push({
      customer_id: restored.id,
      scope: 'department',
      department: restored.department.name,
      listed_on: '2025-09-12',
      removed_on: '2026-03-31',
      reason: '付款纠纷，已和解',
    });
  }
  return rows;
}

type Incident = readonly [
  tier: string,
  department: string,
  nth: number,
  kind: string,
  found: string,
  note: string,
];

/** The incidents that the review and the demotion clock are to show. */
const told: readonly Incident[] = [
  ['vip', '华东一部', 2, 'breach', '2026-04-22', '未按合同约定验收，单方面变更配置'],
  ['vip', '华东一部', 5, 'overdue_pickup', '2026-11-18', '到货通知后十五天未提货'],
  ['vip', '华东二部', 1, 'late_payment', '2026-11-16', '季度货款延期'],
  ['vip', '华南部', 3, 'crisis', '2026-05-19', '主要股东涉诉，账户冻结'],
  ['vip', '华南部', 6, 'breach', '2026-11-09', '擅自转售指定科室设备'],
  ['vip', '华北部', 1, 'late_payment', '2026-03-11', '付款审批停滞'],
  ['vip', '西部', 2, 'reputation', '2026-11-12', '不实宣传引起投诉'],
  ['preferred', '华东一部', 4, 'major_loss', '2026-06-08', '退换货造成整批损失'],
  ['preferred', '华东二部', 3, 'breach', '2026-02-26', '跨区域销售'],
  ['preferred', '华南部', 7, 'late_payment', '2026-05-06', '连续两笔逾期'],
  ['preferred', '华北部', 5, 'overdue_pickup', '2026-09-17', '逾期未提货'],
];

function incidents(
  random: Random,
  customers: readonly Customer[],
  out: ReadonlySet<string | undefined>,
): Row[] {
  const rows: Row[] = told.map(([tier, department, nth, kind, found, note]) => {
    const held = customers.filter(
      (c) => c.row.tier === tier && c.department.name === department && c.row.admitted_on,
    );
    const c = held[Math.min(nth, held.length - 1)];
    if (!c) throw new Error(`${department} has no customer with tier ${tier}.`);
    return {
      customer_id: c.id,
      department,
      kind,
      occurred_on: addDays(found, -random.int(1, 12)),
      found_on: found,
      note,
    };
  });
  const others = customers.filter((c) => c.row.tier === 'qualified' && c.row.admitted_on && !out.has(c.id));
  for (let i = 0; i < 24; i++) {
    const c = random.pick(others);
    const day = workingFrom(addDays('2025-01-06', random.int(0, 660)));
    const found = random.chance(0.7) ? workingFrom(addDays(day, random.int(1, 10))) : undefined;
    const kind = random.pick(['late_payment', 'late_payment', 'breach', 'overdue_pickup', 'overdue_pickup']);
    rows.push({ customer_id: c.id, department: c.department.name, kind, occurred_on: day, found_on: found });
  }
  rows.sort((a, b) => ((a.occurred_on ?? '') < (b.occurred_on ?? '') ? -1 : 1));
  rows.forEach((row, i) => {
    row.incident_id = code('Y', i + 1, 4);
  });
  return rows;
}
