import type { Command } from './commands';

/** One letter finds too many to choose from. */
const SHORTEST = 2;
const MOST = 8;

/** Customers whose name or number contains what was typed, as the list of customers finds them. */
export async function findCustomers(typed: string, group: string, signal: AbortSignal): Promise<Command[]> {
  const wanted = typed.trim();
  if (wanted.length < SHORTEST) return [];
  const response = await fetch(`/api/reports/customer_list?find=${encodeURIComponent(wanted)}`, { signal });
  if (!response.ok) return [];
  const { rows } = (await response.json()) as { rows: { customer_id: string; name: string }[] };
  return rows.slice(0, MOST).map(({ customer_id, name }) => ({
    id: `customer-${customer_id}`,
    href: `/customers/${encodeURIComponent(customer_id)}`,
    label: `${name} ${customer_id}`,
    group,
  }));
}
