/** Files that nobody here wrote, loaded through saved mappings, against figures worked out independently. */
import fs from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ImportResult, importFiles } from '@/lib/import/imports';
import { type Mapping, mappingSchema } from '@/lib/import/recognise';
import { visits } from '@/lib/reports/visits';
import { visitsCustomers } from '@/lib/reports/visits_rows';
import type { Warehouse } from '@/lib/warehouse/warehouse';
import { contextOf } from '../reports/funnel_support';
import { emptyWarehouse } from '../support/golden';

const real = path.resolve('../shared/data/real');
const missing = !fs.existsSync(real);
const mappingFolder = path.resolve('tests/import/mappings');
const mappings: Mapping[] = fs
  .readdirSync(mappingFolder)
  .map((f) => mappingSchema.parse(JSON.parse(fs.readFileSync(path.join(mappingFolder, f), 'utf8'))));

const expected = (folder: string) =>
  JSON.parse(fs.readFileSync(path.join(real, folder, 'expected.json'), 'utf8'));

describe.skipIf(missing)('real files (skipped where ../shared/data/real is missing)', () => {
  let db: Warehouse;
  const load = (folder: string, ...files: string[]): Promise<ImportResult> =>
    importFiles(
      db,
      files.map((f) => path.join(real, folder, f)),
      { mappings },
    );
  const ask = async (sql: string) =>
    db.read(async (c) => (await c.runAndReadAll(sql)).getRowObjectsJson() as Record<string, unknown>[]);

  beforeAll(async () => {
    db = await emptyWarehouse();
  });
  afterAll(() => db.close());

  it('s01: a pipeline with American dates and stages of its own', async () => {
    const folder = 's01_crm_maven';
    const result = await load(folder, 'accounts.csv', 'sales_pipeline.csv');
    expect(result.files.map((f) => [f.kind, f.read, f.rejected, f.refused])).toEqual([
      ['customers', 85, 0, null],
      ['opportunities', 8800, 0, null],
    ]);
    const { by_stage } = expected(folder);
    const [row] = await ask(
      `select count(*) filter (stage = 'identified')::integer as prospecting, count(*) filter (stage = 'contacted')::integer as engaging,
         count(*) filter (stage = 'signed')::integer as won, count(*) filter (stage = 'lost')::integer as lost,
         sum(signed_amount)::decimal(18,2)::varchar as value,
         median(closed_on - created_on) filter (stage = 'signed')::integer as days from raw.opportunities`,
    );
    expect(row).toMatchObject({
      prospecting: by_stage.Prospecting.count,
      engaging: by_stage.Engaging.count,
      won: by_stage.Won.count,
      lost: by_stage.Lost.count,
      value: '10005534.00',
      days: 57,
    });
  });

  it('s03: one invoice row is a sale and a payment', async () => {
    const folder = 's03_accounts_receivable_csv';
    const result = await load(folder, 'WA_Fn-UseC_-Accounts-Receivable.csv');
    expect(result.files.map((f) => [f.part, f.read, f.rejected])).toEqual([
      [0, 2466, 0],
      [1, 2466, 0],
    ]);
    const late = expected(folder).late;
    const [row] = await ask(
      `select sum(s.amount)::varchar as invoiced, count(distinct s.customer_id)::integer as customers,
         count(*) filter (p.date > s.due_on)::integer as late, (sum(s.amount) filter (p.date > s.due_on))::varchar as late_amount,
         min(s.date)::varchar as first, max(p.date)::varchar as last
       from raw.ledger as s join raw.ledger as p on p.settles = s.entry_id and p.kind = 'payment' where s.kind = 'sale'`,
    );
    expect(row).toEqual({
      invoiced: '147703.18',
      customers: 100,
      late: late.count,
      late_amount: String(late.amount),
      first: '2012-01-03',
      last: '2014-01-09',
    });
  });

  it('s05: amounts are quantity × price, negative lines are returns, keys lose their .0', async () => {
    const folder = 's05_online_retail';
    const result = await load(folder, 'online_retail_2010-12_2011-03.csv');
    expect(result.files.map((f) => [f.read, f.new, f.rejected])).toEqual([[142083, 142083, 0]]);
    const file = result.files[0]?.file_id;
    const net = `case kind when 'return' then -amount else amount end`;
    const [row] = await ask(
      `select sum(${net})::decimal(18,2)::varchar as net, count(distinct entry_id)::integer as invoices,
         count(*) filter (customer_id = 'COUNTER')::integer as blank, (sum(${net}) filter (customer_id = 'COUNTER'))::decimal(18,2)::varchar as blank_net,
         count(distinct customer_id)::integer as customers,
         (sum(${net}) filter (customer_id = '14646'))::decimal(18,2)::varchar as top
       from raw.ledger where _file_id = ${file}`,
    );
    const e = expected(folder);
    expect(row).toEqual({
      net: String(e.net_revenue),
      invoices: e.distinct_invoices,
      blank: e.blank_customer_rows,
      blank_net: String(e.blank_customer_value),
      customers: e.distinct_customers + 1,
      top: String(e.top5_customers_net[0][1]),
    });
  });

  it('s06: visits of representatives', async () => {
    const folder = 's06_pharma_visits';
    const result = await load(folder, 'doctors.csv', 'reps.csv', 'visits.csv');
    expect(result.files.map((f) => [f.kind, f.read, f.rejected, f.warnings])).toEqual([
      ['customers', 500, 0, 0],
      ['salespeople', 25, 0, 0],
      ['visits', 3904, 0, 0],
    ]);
    const rows = await ask(`select salesperson, count(*)::integer as n from raw.visits group by 1`);
    expect(Object.fromEntries(rows.map((r) => [r.salesperson, r.n]))).toEqual(expected(folder).visits_by_rep);
  });

  it('s06: coverage, contacts by month and representative, and how long doctors lie idle', async () => {
    const wanted = expected('s06_pharma_visits');
    const ctx = contextOf(db);
    const doctors = await ask(
      "select customer_id from raw.customers where regexp_full_match(customer_id, 'D\\d{4}')",
    );
    const year = async (by: string) =>
      (
        await Promise.all(
          ['2025H2', '2026H1', '2026H2'].map((period) =>
            visits.run(ctx, visits.params.parse({ period, as_of: wanted.date_max, by })),
          ),
        )
      ).flat();
    const contacts = new Map<string, number>();
    for (const r of await year('salesperson')) {
      if (r.group && r.contacts > 0) contacts.set(r.group, (contacts.get(r.group) ?? 0) + r.contacts);
    }
    expect(Object.fromEntries([...contacts].filter(([name]) => name in wanted.visits_by_rep))).toEqual(
      wanted.visits_by_rep,
    );
    for (const [period, n] of Object.entries(wanted.visits_by_month)) {
      const rows = await visits.run(
        ctx,
        visits.params.parse({ period, as_of: wanted.date_max, by: 'region' }),
      );
      const regions = rows.filter((r) => r.group !== null && r.group in wanted.visits_by_rep_region);
      expect([period, regions.reduce((sum, r) => sum + r.contacts, 0)]).toEqual([period, n]);
    }
    // Whoever was visited within the year: the definition of the figures knows no period.
    const visited = new Set<string>();
    for (const period of ['2025H2', '2026H1', '2026H2']) {
      const asked = { period, as_of: wanted.date_max, by: 'region', figure: 'visited' };
      for (const r of await visitsCustomers.run(ctx, visitsCustomers.params.parse(asked)))
        visited.add(r.customer_id);
    }
    const own = doctors.filter((d) => visited.has(String(d.customer_id)));
    expect([own.length, doctors.length]).toEqual([wanted.doctors_visited, wanted.rows.doctors]);
    const idle = wanted.idle_doctors;
    for (const days of [14, 30, 60, 90]) {
      const [{ n } = { n: null }] = await ask(
        `select count(*)::integer as n from marts.contact_turns
         where next_on is null and regexp_full_match(customer_id, 'D\\d{4}') and date '${idle.as_of}' - contact_on > ${days}`,
      );
      expect([days, n]).toEqual([days, idle[`idle_gt_${days}_days`]]);
    }
  });
});
