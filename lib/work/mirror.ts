/**
 * Copies what was decided out of the work store into the warehouse, where SQL reads it (`decided`). The copy is made
 * when a warehouse is first asked something, and after each decision for the customers concerned; no import, undo or
 * rebuild touches the store it comes from.
 */
import path from 'node:path';
import { tierTimeline } from '@/lib/rules/tier-timeline';
import type { Warehouse } from '@/lib/warehouse/warehouse';
import type { WorkStore } from './store';

interface Mirror {
  db: Warehouse;
  ready: Promise<void>;
}

const KEY = Symbol.for('tierline.mirrors');

function mirrors(): Map<string, Mirror> {
  const g = globalThis as unknown as Record<symbol, Map<string, Mirror> | undefined>;
  g[KEY] ??= new Map();
  return g[KEY];
}

/** Brings the copies in a warehouse up to date, once for each warehouse that is opened. */
export function mirrorInto(db: Warehouse, store: WorkStore): Promise<void> {
  const key = path.resolve(store.dir);
  const held = mirrors().get(key);
  if (held?.db === db) return held.ready;
  const ready = copyTiers(db, store, null).then(() => copyBlacklist(db, store, null));
  mirrors().set(key, { db, ready });
  ready.catch(() => mirrors().delete(key));
  return ready;
}

type Copy = (db: Warehouse, store: WorkStore, customers: readonly string[] | null) => Promise<void>;

/** Copies some customers' decisions to whoever has a copy; one that fails is made anew at the next question. */
async function mirrored(copy: Copy, store: WorkStore, customers: readonly string[]): Promise<void> {
  const key = path.resolve(store.dir);
  const held = mirrors().get(key);
  if (!held) return;
  try {
    await held.ready;
    await copy(held.db, store, customers);
  } catch (error) {
    mirrors().delete(key);
    throw error;
  }
}

export const mirrorTiers = (store: WorkStore, customers: readonly string[]) =>
  mirrored(copyTiers, store, customers);
export const mirrorBlacklist = (store: WorkStore, customers: readonly string[]) =>
  mirrored(copyBlacklist, store, customers);

/** The columns of a copy with their types, as they travel. */
const shapes = {
  tiers: {
    customer_id: 'VARCHAR',
    effective_on: 'DATE',
    tier: 'VARCHAR',
    period: 'VARCHAR',
    score: 'DECIMAL(18,2)',
    reason: 'VARCHAR',
    made_by: 'VARCHAR',
  },
  decisions: {
    decision_id: 'INTEGER',
    customer_id: 'VARCHAR',
    period: 'VARCHAR',
    department: 'VARCHAR',
    decision: 'VARCHAR',
    proposal: 'VARCHAR',
    tier_before: 'VARCHAR',
    proposed_tier: 'VARCHAR',
    tier: 'VARCHAR',
    effective_on: 'DATE',
    made_on: 'DATE',
    made_by: 'VARCHAR',
    reason: 'VARCHAR',
    revoked_on: 'DATE',
  },
  blacklist: {
    entry_id: 'INTEGER',
    customer_id: 'VARCHAR',
    scope: 'VARCHAR',
    department: 'VARCHAR',
    listed_on: 'DATE',
    removed_on: 'DATE',
    reason: 'VARCHAR',
  },
  lifted: {
    customer_id: 'VARCHAR',
    scope: 'VARCHAR',
    department: 'VARCHAR',
    listed_on: 'DATE',
    removed_on: 'DATE',
  },
} as const;

type Cells = Record<string, string | number | null>;

/** Replaces the copies of some customers, or of all, in one transaction. */
async function replace(
  db: Warehouse,
  customers: readonly string[] | null,
  tables: Partial<Record<keyof typeof shapes, Cells[]>>,
): Promise<void> {
  const concerned = JSON.stringify(customers ?? []);
  await db.beside(async (c) => {
    for (const [table, rows] of Object.entries(tables)) {
      const shape = shapes[table as keyof typeof shapes];
      const names = Object.keys(shape).join(', ');
      if (customers === null) await c.run(`delete from decided.${table}`);
      else
        await c.run(
          `delete from decided.${table}
           where customer_id in (select unnest(from_json($concerned::json, '["VARCHAR"]')))`,
          { concerned },
        );
      if (rows.length === 0) continue;
      await c.run(
        `insert into decided.${table} (${names}) select ${names}
         from (select unnest(from_json($rows::json, '${JSON.stringify([shape])}'), recursive := true))`,
        { rows: JSON.stringify(rows) },
      );
    }
  });
}

/** A text of a row; null where the column is empty or, as keys write nothing, blank. */
const text = (value: unknown) => (value === null || value === '' ? null : String(value));

const ofCustomers = (customers: readonly string[] | null, more = 'true') => ({
  where: `where ${more}${customers === null ? '' : ' and customer_id in (select value from json_each(?))'}`,
  args: customers === null ? [] : [JSON.stringify(customers)],
});

const copyTiers: Copy = async (db, store, customers) => {
  const { where, args } = ofCustomers(customers);
  const { rows } = await store.read({
    sql: `select id, customer_id, period, department, decision, proposal, tier_before, proposed_tier, tier, score,
            effective_on, made_on, made_at, made_by, reason, revoked_on, revoked_at, revoked_by, revoked_why,
            restored_tier
          from tier_decisions ${where} order by customer_id, id`,
    args,
  });
  const decisions = rows.map((r) => ({
    id: Number(r.id),
    customer_id: String(r.customer_id),
    period: text(r.period),
    department: text(r.department),
    decision: String(r.decision),
    proposal: String(r.proposal),
    tier_before: text(r.tier_before),
    proposed_tier: text(r.proposed_tier),
    tier: text(r.tier),
    score: text(r.score),
    effective_on: String(r.effective_on),
    made_on: String(r.made_on),
    made_at: String(r.made_at),
    made_by: String(r.made_by),
    reason: text(r.reason),
    revoked_on: text(r.revoked_on),
    revoked_at: text(r.revoked_at),
    revoked_by: text(r.revoked_by),
    revoked_why: text(r.revoked_why),
    restored_tier: text(r.restored_tier),
  }));
  const byCustomer = new Map<string, typeof decisions>();
  for (const d of decisions) {
    const known = byCustomer.get(d.customer_id);
    if (known) known.push(d);
    else byCustomer.set(d.customer_id, [d]);
  }
  const tiers = [...byCustomer].flatMap(([customer_id, own]) =>
    tierTimeline(own).map((t) => ({ customer_id, ...t })),
  );
  const told = decisions.map(
    ({ id, score: _, made_at, revoked_at, revoked_by, revoked_why, restored_tier, ...d }) => ({
      decision_id: id,
      ...d,
    }),
  );
  await replace(db, customers, { tiers, decisions: told });
};

const copyBlacklist: Copy = async (db, store, customers) => {
  const made = ofCustomers(customers, 'confirmed_on is not null and withdrawn_at is null');
  const entries = await store.read({
    sql: `select id, customer_id, scope, department, confirmed_on, lifted_on, reason
          from blacklist_entries ${made.where} order by id`,
    args: made.args,
  });
  const loaded = ofCustomers(customers, 'withdrawn_at is null');
  const lifts = await store.read({
    sql: `select customer_id, scope, department, listed_on, min(lifted_on) as lifted_on
          from blacklist_lifts ${loaded.where} group by 1, 2, 3, 4`,
    args: loaded.args,
  });
  await replace(db, customers, {
    blacklist: entries.rows.map((r) => ({
      entry_id: Number(r.id),
      customer_id: String(r.customer_id),
      scope: String(r.scope),
      department: text(r.department),
      listed_on: String(r.confirmed_on),
      removed_on: text(r.lifted_on),
      reason: text(r.reason),
    })),
    lifted: lifts.rows.map((r) => ({
      customer_id: String(r.customer_id),
      scope: String(r.scope),
      department: text(r.department),
      listed_on: String(r.listed_on),
      removed_on: String(r.lifted_on),
    })),
  });
};
