/** The service desk: calls, satisfaction cards, complaints, daily reports. */
import type { Customer } from './customers';
import { addDays, addWorkingDays, at, FIRST_DAY, LAST_DAY, workingDays, workingFrom } from './days';
import { serviceRegion, technicians } from './people';
import { products } from './products';
import { Random } from './random';
import { code, type Row } from './row';

export function makeCalls(customers: readonly Customer[]): { calls: Row[]; surveys: Row[] } {
  const random = new Random('calls');
  const buyers = customers.filter((c) => c.standing === 'buyer' && c.kind === 'trade');
  const calls: Row[] = [];
  for (const day of workingDays(FIRST_DAY, LAST_DAY)) {
    const count = random.weighted([
      [0, 10],
      [1, 35],
      [2, 35],
      [3, 20],
    ]);
    for (let i = 0; i < count; i++) calls.push(call(random, random.pick(buyers), day));
  }
  calls.sort((a, b) => ((a.called_at ?? '') < (b.called_at ?? '') ? -1 : 1));
  calls.forEach((row, i) => {
    row.call_id = code('W', i + 1, 5);
    if (row.completed_at) row.voucher_no = code('FW', i + 1, 6);
  });
  return { calls, surveys: calls.flatMap((c) => card(random, c)) };
}

function call(random: Random, c: Customer, day: string): Row {
  const near = technicians.filter(
    (t) =>
      t.region === serviceRegion(c.department.name) &&
      t.role !== 'service_admin' &&
      t.joined <= day &&
      (!t.left || day < t.left),
  );
  const technician = random.pick(near);
  const zone = random.chance(0.62) ? 'urban' : 'suburban';
  const charge = random.weighted([
    ['A', 28],
    ['B', 40],
    ['C', 32],
  ]);
  const called = random.int(108, 210) * 5;
  const row: Row = {
    customer_id: c.id,
    product_model: random.pick(products.slice(0, 7)).name,
    zone,
    charge_type: charge,
    called_at: at(day, called),
    fee: charge === 'A' ? `${random.int(3, 24) * 100}.00` : undefined,
  };
  const dispatched = random.chance(0.93)
    ? { day, minute: called + random.int(2, 18) * 5 }
    : { day: addWorkingDays(day, 1), minute: random.int(545, 600) };
  if (dispatched.day > LAST_DAY || (day >= '2026-11-18' && random.chance(0.25))) return row;
  row.dispatched_at = at(dispatched.day, dispatched.minute);
  row.technician_id = technician.id;
  const sameDay = dispatched.minute < 830 && random.chance(0.55);
  const arrives = sameDay ? dispatched.day : addWorkingDays(dispatched.day, random.chance(0.88) ? 1 : 2);
  const minute = sameDay
    ? dispatched.minute + random.int(12, 44) * 5
    : 540 + random.int(0, zone === 'urban' ? 40 : 60) * 5;
  if (arrives > LAST_DAY) return row;
  row.arrived_at = at(arrives, minute);
  row.promised_at = at(addWorkingDays(arrives, 1), 1080);
  const taken = random.chance(0.07);
  const done = taken
    ? addWorkingDays(arrives, random.int(4, 15))
    : random.chance(0.86)
      ? arrives
      : addWorkingDays(arrives, random.int(1, 3));
  if (taken) row.taken_in_at = at(arrives, minute + 40);
  if (done > LAST_DAY) return row;
  row.completed_at = at(done, done === arrives ? minute + random.int(8, 30) * 5 : random.int(560, 1060));
  if (taken) row.returned_at = row.completed_at;
  row.voucher_signed = random.chance(0.95) ? 'yes' : 'no';
  if (random.chance(0.96)) row.closed_at = at(done, 1090);
  if (charge === 'A') {
    if (random.chance(0.55)) row.collected_on = done;
    else if (random.chance(0.85)) row.invoiced_on = done;
  }
  return row;
}

function card(random: Random, c: Row): Row[] {
  const done = c.completed_at?.slice(0, 10);
  if (!done || !random.chance(0.95)) return [];
  const sent = addWorkingDays(done, random.chance(0.9) ? 1 : 3);
  if (sent > LAST_DAY) return [];
  const returned = addDays(sent, random.int(3, 20));
  if (!random.chance(0.62) || returned > LAST_DAY) return [{ call_id: c.call_id, sent_on: sent }];
  const level = (): string =>
    random.weighted([
      ['4', 52],
      ['3', 35],
      ['2', 10],
      ['1', 3],
    ]);
  return [
    {
      call_id: c.call_id,
      sent_on: sent,
      returned_on: returned,
      attitude: level(),
      skill: level(),
      arrival: level(),
      promises: level(),
      comment: random.chance(0.08)
        ? random.pick(['工程师讲解细致', '希望缩短等待时间', '备件到货偏慢'])
        : undefined,
    },
  ];
}

export function makeComplaints(customers: readonly Customer[]): Row[] {
  const random = new Random('complaints');
  const buyers = customers.filter((c) => c.standing === 'buyer' && c.kind === 'trade');
  const rows = Array.from({ length: 52 }, (_, i) => {
    const day =
      i < 7 ? addWorkingDays('2026-10-26', i * 2 + 1) : workingFrom(addDays(FIRST_DAY, random.int(9, 740)));
    return complaint(random, random.pick(buyers), day, i >= 7);
  });
  rows.sort((a, b) => ((a.received_at ?? '') < (b.received_at ?? '') ? -1 : 1));
  rows.forEach((row, i) => {
    row.complaint_id = code('TS', i + 1, 4);
  });
  return rows;
}

function complaint(random: Random, c: Customer, day: string, closed: boolean): Row {
  const kind = random.weighted([
    ['service', 45],
    ['product', 35],
    ['test_report', 12],
    ['other', 8],
  ]);
  const minute = random.int(108, 210) * 5;
  const row: Row = {
    customer_id: c.id,
    kind,
    severity: random.chance(0.14) ? 'serious' : 'general',
    urgent: random.chance(0.15) ? 'yes' : 'no',
    report_received_on: kind === 'test_report' ? addDays(day, -random.int(1, 9)) : undefined,
    received_at: at(day, minute),
    assigned_to: c.department.manager,
    content: random.pick(['响应时间过长', '配件磨损异常', '噪音偏大', '说明书与实物不符', '发票开具延迟']),
  };
  const steps: [string, number][] = [
    ['assigned_at', random.int(0, 1)],
    ['replied_at', random.chance(0.8) ? 1 : 3],
    ['solution_at', random.int(2, 5)],
    ['resolved_at', random.int(5, 14)],
    ['informed_at', 15],
    ['followed_up_at', random.int(17, 24)],
  ];
  const reached = closed ? steps : steps.slice(0, random.int(0, 3));
  for (const [column, days] of reached) {
    const on = addWorkingDays(day, days);
    if (on <= LAST_DAY) row[column] = at(on, days === 0 ? minute + 60 : random.int(560, 1060));
  }
  if (closed && random.chance(0.85)) row.supervisor_visit_on = addWorkingDays(day, random.int(3, 10));
  if (closed) row.reopened = random.chance(0.1) ? '1' : '0';
  return row;
}

/** Hours by category from September 2026 on; now and then one forgets the sheet. */
export function makeWorkReports(): Row[] {
  const random = new Random('work-reports');
  const rows: Row[] = [];
  for (const day of workingDays('2026-09-01', LAST_DAY)) {
    for (const t of technicians) {
      if (t.role === 'service_admin' || t.left || random.chance(0.04)) continue;
      const main = random.pick(['调试', '安装', '维修', '保养']);
      const half = random.int(4, 12);
      rows.push({ date: day, technician_id: t.id, category: main, hours: String(half / 2) });
      if (half < 15)
        rows.push({
          date: day,
          technician_id: t.id,
          category: random.pick(['路途', '培训', '文书']),
          hours: String((16 - half) / 2),
        });
    }
  }
  return rows;
}
