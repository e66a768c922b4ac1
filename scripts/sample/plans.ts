/** The people of sales, what was planned for them, and the monthly reports that they hand in. */

import { addDays, months, workingFrom } from './days';
import type { Entry } from './ledger';
import { departments, LEFT } from './people';
import { Random } from './random';
import { code, type Row } from './row';

export function makeSalespeople(): Row[] {
  const random = new Random('salespeople');
  const rows: Row[] = [];
  for (const d of departments) {
    const person = (name: string, role: string, region: string | undefined): void => {
      rows.push({
        salesperson_id: code('S', rows.length + 1, 3),
        name,
        role,
        department: d.name,
        branch: `${d.name}分公司`,
        region,
        joined_on: workingFrom(addDays('2016-03-01', random.int(0, 2900))),
        left_on: name === LEFT.name ? LEFT.on : undefined,
      });
    };
    person(d.manager, 'manager', undefined);
    d.salespeople.forEach((name, i) => {
      person(name, 'salesperson', d.regions[i % d.regions.length]?.name);
    });
    if (d.name === LEFT.department) person(LEFT.name, 'salesperson', LEFT.region);
  }
  return rows;
}

/** Targets a little above what last year's months brought, in whole thousands. */
export function makeTargets(ledger: readonly Entry[]): Row[] {
  const random = new Random('targets');
  const sold = new Map<string, number>();
  for (const e of ledger) {
    if (e.kind !== 'sale') continue;
    const key = `${e.customer.seller} ${e.date.slice(0, 7)}`;
    sold.set(key, (sold.get(key) ?? 0) + e.amount);
  }
  return departments.flatMap((d) =>
    d.salespeople.flatMap((salesperson) =>
      months('2025-01', '2026-12').map((month) => {
        const reference =
          sold.get(`${salesperson} ${month}`) ?? sold.get(`${salesperson} 2025-${month.slice(5)}`) ?? 0;
        const amount = Math.max(40, Math.round((reference * random.int(86, 118)) / 10_000_000));
        return {
          month,
          department: d.name,
          salesperson,
          sales_amount: `${amount * 1000}.00`,
          visits: String(random.int(8, 16)),
          new_customers: String(random.int(0, 2)),
        };
      }),
    ),
  );
}

/** Due on the first Monday of the month (D-04); some come late, some never. */
export function makeMarketReports(): Row[] {
  const random = new Random('market-reports');
  const rows: Row[] = [];
  for (const month of months('2025-10')) {
    let monday = `${month}-01`;
    while (new Date(`${monday}T00:00:00Z`).getUTCDay() !== 1) monday = addDays(monday, 1);
    for (const salesperson of departments.flatMap((d) => d.salespeople)) {
      const luck = random.next();
      if (luck < 0.05) continue;
      rows.push({
        salesperson,
        month,
        handed_in_on: luck < 0.18 ? addDays(monday, random.int(1, 6)) : addDays(monday, -random.int(0, 2)),
      });
    }
  }
  return rows;
}
