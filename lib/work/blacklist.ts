/** Blacklists of departments and the company, as people keep them. */
import type { InValue, Row, Transaction } from '@libsql/client';
import { DecisionError, requireName, requireWhy } from './decision_error';
import { mirrorBlacklist } from './mirror';
import type { WorkStore } from './store';

export type ListScope = 'department' | 'company';
export type ListState = 'proposed' | 'confirmed' | 'lifted' | 'rejected';

export interface ListingKey {
  customer_id: string;
  scope: ListScope;
  /** Null for the company's list. */
  department: string | null;
}

export interface Listing extends ListingKey {
  id: number;
  state: ListState;
  reason: string;
  /** The half-year whose review proposed it. */
  period: string | null;
  proposed_by: string;
  proposed_on: string;
  confirmed_by: string | null;
  /** The day on which it is published and in force. */
  confirmed_on: string | null;
  lifted_by: string | null;
  lifted_on: string | null;
  lifted_why: string | null;
}

export interface ListingEvent {
  entry_id: number | null;
  lift_id: number | null;
  step: 'proposed' | 'confirmed' | 'lifted' | 'rejected' | 'undone';
  why: string | null;
  done_by: string;
  done_on: string;
  done_at: string;
}

export interface Doing {
  by: string;
  /** The day on which it is done, `YYYY-MM-DD`. */
  today: string;
  now?: Date;
}

const text = (value: unknown) => (value === null || value === '' ? null : String(value));

const stateOf = (r: Row): ListState => {
  if (r.withdrawn_at !== null) return 'rejected';
  if (r.lifted_on !== null) return 'lifted';
  return r.confirmed_on === null ? 'proposed' : 'confirmed';
};

const listingOf = (r: Row): Listing => ({
  id: Number(r.id),
  customer_id: String(r.customer_id),
  scope: String(r.scope) as ListScope,
  department: text(r.department),
  state: stateOf(r),
  reason: String(r.reason),
  period: text(r.period),
  proposed_by: String(r.proposed_by),
  proposed_on: String(r.proposed_on),
  confirmed_by: text(r.confirmed_by),
  confirmed_on: text(r.confirmed_on),
  lifted_by: text(r.lifted_by),
  lifted_on: text(r.lifted_on),
  lifted_why: text(r.lifted_why),
});

/** Every entry made in the product, rejected ones too, the latest first. */
export async function listings(store: WorkStore): Promise<Listing[]> {
  const { rows } = await store.read('select * from blacklist_entries order by id desc');
  return rows.map(listingOf);
}

/** What was done about a customer, the latest first; undone steps too. */
export async function listingEvents(store: WorkStore, customer_id: string): Promise<ListingEvent[]> {
  const { rows } = await store.read({
    sql: 'select * from blacklist_events where customer_id = ? order by id desc',
    args: [customer_id],
  });
  return rows.map((r) => ({
    entry_id: r.entry_id === null ? null : Number(r.entry_id),
    lift_id: r.lift_id === null ? null : Number(r.lift_id),
    step: String(r.step) as ListingEvent['step'],
    why: text(r.why),
    done_by: String(r.done_by),
    done_on: String(r.done_on),
    done_at: String(r.done_at),
  }));
}

interface Step {
  customer_id: string;
  entry_id?: number;
  lift_id?: number;
  step: ListingEvent['step'];
  why: string | null;
}

const note = (tx: Transaction, s: Step, d: Doing, at: string) =>
  tx.execute({
    sql: `insert into blacklist_events (customer_id, entry_id, lift_id, step, why, done_by, done_on, done_at)
          values (?, ?, ?, ?, ?, ?, ?, ?)`,
    args: [s.customer_id, s.entry_id ?? null, s.lift_id ?? null, s.step, s.why, d.by.trim(), d.today, at],
  });

const instant = (d: Doing) => (d.now ?? new Date()).toISOString();

/**
 * Proposes an entry. It is in force only once it is confirmed.
 * @throws DecisionError where one of the same list is proposed or in force already
 */
export async function proposeListing(
  store: WorkStore,
  entry: ListingKey & { reason: string; period: string | null },
  d: Doing,
): Promise<number> {
  requireName(d.by);
  const reason = requireWhy(entry.reason);
  const department = entry.scope === 'company' ? '' : (entry.department ?? '');
  if (entry.scope === 'department' && department === '')
    throw new DecisionError('请写明是哪个部门的名单。', 'Say whose department list it is.');
  return store.decide(async (tx) => {
    const { rows } = await tx.execute({
      sql: `select 1 from blacklist_entries
            where customer_id = ? and scope = ? and department = ? and lifted_on is null and withdrawn_at is null`,
      args: [entry.customer_id, entry.scope, department],
    });
    if (rows.length > 0) throw alreadyListed();
    const at = instant(d);
    const { lastInsertRowid } = await tx.execute({
      sql: `insert into blacklist_entries (customer_id, scope, department, reason, period, proposed_by, proposed_on, proposed_at)
            values (?, ?, ?, ?, ?, ?, ?, ?)`,
      args: [entry.customer_id, entry.scope, department, reason, entry.period, d.by.trim(), d.today, at],
    });
    const entry_id = Number(lastInsertRowid);
    await note(tx, { customer_id: entry.customer_id, entry_id, step: 'proposed', why: reason }, d, at);
    return entry_id;
  });
}

export const alreadyListed = () =>
  new DecisionError('它已在这份名单上，或已有提名。', 'It is on this list, or proposed for it, already.');

async function step(
  store: WorkStore,
  id: number,
  wanted: ListState,
  change: { set: string; args: InValue[] },
  done: { step: ListingEvent['step']; why: string | null },
  d: Doing,
): Promise<void> {
  requireName(d.by);
  const { rows } = await store.read({ sql: 'select * from blacklist_entries where id = ?', args: [id] });
  const entry = rows[0];
  if (!entry) throw new DecisionError('没有这条名单。', 'There is no such entry.');
  const customer_id = String(entry.customer_id);
  await store.decide(
    async (tx) => {
      const now = (await tx.execute({ sql: 'select * from blacklist_entries where id = ?', args: [id] }))
        .rows[0];
      if (!now || stateOf(now) !== wanted)
        throw new DecisionError(
          '这条名单已经变了。重新打开页面再看。',
          'This entry has changed. Open the page again and look.',
        );
      await tx.execute({
        sql: `update blacklist_entries set ${change.set} where id = ?`,
        args: [...change.args, id],
      });
      await note(tx, { customer_id, entry_id: id, ...done }, d, instant(d));
    },
    () => mirrorBlacklist(store, [customer_id]),
  );
}

/** confirms a proposal; it is published and in force from this day. @throws DecisionError */
export const confirmListing = (store: WorkStore, id: number, d: Doing): Promise<void> =>
  step(
    store,
    id,
    'proposed',
    { set: 'confirmed_by = ?, confirmed_on = ?, confirmed_at = ?', args: [d.by.trim(), d.today, instant(d)] },
    { step: 'confirmed', why: null },
    d,
  );

/** Turns a proposal down. @throws DecisionError */
export async function rejectListing(store: WorkStore, id: number, why: string, d: Doing): Promise<void> {
  const reason = requireWhy(why);
  await step(
    store,
    id,
    'proposed',
    {
      set: 'withdrawn_by = ?, withdrawn_on = ?, withdrawn_at = ?, withdrawn_why = ?',
      args: [d.by.trim(), d.today, instant(d), reason],
    },
    { step: 'rejected', why: reason },
    d,
  );
}

/** takes a customer off; from this day it is no longer listed. @throws DecisionError */
export async function liftListing(store: WorkStore, id: number, why: string, d: Doing): Promise<void> {
  const reason = requireWhy(why);
  await step(
    store,
    id,
    'confirmed',
    {
      set: 'lifted_by = ?, lifted_on = ?, lifted_at = ?, lifted_why = ?',
      args: [d.by.trim(), d.today, instant(d), reason],
    },
    { step: 'lifted', why: reason },
    d,
  );
}

/** Lifts an entry that was loaded from a file; what was loaded stays as it is. @throws DecisionError */
export async function liftLoaded(
  store: WorkStore,
  entry: ListingKey & { listed_on: string },
  why: string,
  d: Doing,
): Promise<number> {
  requireName(d.by);
  const reason = requireWhy(why);
  const { customer_id, scope, listed_on } = entry;
  return store.decide(
    async (tx) => {
      const at = instant(d);
      const { lastInsertRowid } = await tx.execute({
        sql: `insert into blacklist_lifts (customer_id, scope, department, listed_on, lifted_by, lifted_on, lifted_at, lifted_why)
              values (?, ?, ?, ?, ?, ?, ?, ?)`,
        args: [customer_id, scope, entry.department ?? '', listed_on, d.by.trim(), d.today, at, reason],
      });
      const lift_id = Number(lastInsertRowid);
      await note(tx, { customer_id, lift_id, step: 'lifted', why: reason }, d, at);
      return lift_id;
    },
    () => mirrorBlacklist(store, [customer_id]),
  );
}

const anotherDay = () =>
  new DecisionError(
    '只能在当天撤销：过去日期的报表不能因此改变。请改为移出或重新列入。',
    'It can only be undone on its day: reports of past days must not change. Lift it, or list it again.',
  );

/**
 * Undoes the last step of an entry. What was in force is undone on its own day only.
 * @throws DecisionError
 */
export async function undoListing(store: WorkStore, id: number, d: Doing): Promise<void> {
  const { rows } = await store.read({ sql: 'select * from blacklist_entries where id = ?', args: [id] });
  const entry = rows[0] && listingOf(rows[0]);
  if (!entry) throw new DecisionError('没有这条名单。', 'There is no such entry.');
  const undone = { step: 'undone' as const, why: entry.state };
  const back = (set: string, args: InValue[] = []) => step(store, id, entry.state, { set, args }, undone, d);
  switch (entry.state) {
    case 'proposed':
      return back('withdrawn_by = ?, withdrawn_on = ?, withdrawn_at = ?', [d.by.trim(), d.today, instant(d)]);
    case 'confirmed':
      if (entry.confirmed_on !== d.today) throw anotherDay();
      return back('confirmed_by = null, confirmed_on = null, confirmed_at = null');
    case 'lifted':
      if (entry.lifted_on !== d.today) throw anotherDay();
      return back('lifted_by = null, lifted_on = null, lifted_at = null, lifted_why = null');
    case 'rejected':
      return back('withdrawn_by = null, withdrawn_on = null, withdrawn_at = null, withdrawn_why = null');
  }
}

/** Undoes the lifting of a loaded entry, on its own day. @throws DecisionError */
export async function undoLift(store: WorkStore, id: number, d: Doing): Promise<void> {
  const by = requireName(d.by);
  const { rows } = await store.read({
    sql: 'select * from blacklist_lifts where id = ? and withdrawn_at is null',
    args: [id],
  });
  const lift = rows[0];
  if (!lift) throw new DecisionError('没有可撤销的移出。', 'There is no lifting to undo.');
  if (lift.lifted_on !== d.today) throw anotherDay();
  const customer_id = String(lift.customer_id);
  await store.decide(
    async (tx) => {
      const at = instant(d);
      await tx.execute({
        sql: 'update blacklist_lifts set withdrawn_by = ?, withdrawn_at = ?, withdrawn_why = ? where id = ?',
        args: [by, at, 'undone', id],
      });
      await note(tx, { customer_id, lift_id: id, step: 'undone', why: 'lifted' }, d, at);
    },
    () => mirrorBlacklist(store, [customer_id]),
  );
}
