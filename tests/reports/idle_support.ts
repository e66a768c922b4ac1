/** What tests of idle customers are made of: a customer of one region, its sales and the visits to it. */
import { afterEach } from 'vitest';
import type { ReportContext } from '@/lib/reports/report';
import type { Scope } from '@/lib/reports/viewer';
import type { OwnValue } from '@/lib/rules/policy';
import type { Warehouse } from '@/lib/warehouse/warehouse';
import { type SmallTables, smallWarehouse } from '../support/golden';
import { contextOf } from './funnel_support';

const opened: Warehouse[] = [];
afterEach(() => {
  for (const w of opened.splice(0)) w.close();
});

export const asOf = '2026-08-31';
export const customer = (customer_id: string, more: Record<string, string | null> = {}) => ({
  customer_id,
  name: `客户${customer_id}`,
  department: '一部',
  region: '苏南',
  owner: '张',
  entered_on: '2025-01-01',
  ...more,
});
export const sale = (entry_id: string, date: string, more: Record<string, string | number> = {}) => ({
  entry_id,
  date,
  customer_id: 'C1',
  kind: 'sale',
  amount: 100,
  ...more,
});
export const visit = (visit_id: string, visited_at: string | null, more: Record<string, string> = {}) => ({
  visit_id,
  customer_id: 'C1',
  salesperson: '张',
  method: 'phone',
  visited_at,
  ...more,
});

export interface Asked {
  scope?: Partial<Scope>;
  own?: OwnValue[];
}

/** A warehouse with customer C1, or with the customers given; closed after the test. */
export async function ctxOf(tables: SmallTables, options: Asked = {}): Promise<ReportContext> {
  const w = await smallWarehouse({ customers: [customer('C1')], ...tables });
  opened.push(w);
  return contextOf(w, options);
}
