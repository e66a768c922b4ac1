/** The company's own dated values: set, withdrawn, never deleted. */
import type { Row, Transaction } from '@libsql/client';
import { isParameterName, type ParameterName } from '@/lib/rules/parameters';
import { DEFAULT_FROM, type ParameterValue } from '@/lib/rules/parameters/parameter';
import { isDate } from '@/lib/rules/period';
import { type OwnValue, PolicyBook } from '@/lib/rules/policy';
import { type Conflict, checkTogether, conflictsOf } from './policy_checks';
import { PolicyValueError, readPolicyValue } from './policy_input';
import type { WorkStore } from './store';

export { PolicyValueError } from './policy_input';

export interface NewPolicyValue {
  parameter: string;
  /** First day on which it holds, `YYYY-MM-DD`: past periods keep what was in force then. */
  from: string;
  /** As typed. */
  value: string;
}

/** One row of the history, as pages print it. */
export interface PolicyEntry extends OwnValue {
  id: number;
  state: 'stands' | 'replaced' | 'withdrawn';
  withdrawnBy: string | null;
  withdrawnAt: string | null;
  withdrawnWhy: string | null;
}

interface Made {
  by: string;
  why: string;
  now?: Date;
}

const stands = `withdrawn_at is null and not exists (
  select 1 from policy_values later
  where later.parameter = v.parameter and later.from_day = v.from_day and later.id > v.id)`;

const standing = `select v.* from policy_values v where ${stands} order by v.id`;

/** The values in force: the company's own laid over the defaults. Read anew each time: it is a few rows. */
export async function policyBook(store: WorkStore): Promise<PolicyBook> {
  return new PolicyBook((await store.read(standing)).rows.flatMap(own));
}

/** A value of a parameter that this version does not know stays in the store and out of the book. */
function own(row: Row): OwnValue[] {
  const parameter = String(row.parameter);
  if (!isParameterName(parameter)) return [];
  return [
    {
      parameter,
      from: String(row.from_day),
      value: JSON.parse(String(row.value)) as ParameterValue,
      setBy: String(row.set_by),
      setAt: String(row.set_at),
      why: String(row.why),
    },
  ];
}

/** Everything that was ever set for a parameter, the latest first. */
export async function policyHistory(store: WorkStore, parameter: ParameterName): Promise<PolicyEntry[]> {
  const { rows } = await store.read({
    sql: `select v.*, (${stands}) as stands from policy_values v where v.parameter = ? order by v.id desc`,
    args: [parameter],
  });
  const text = (value: unknown) => (value === null ? null : String(value));
  return rows.flatMap((row) =>
    own(row).map((o) => ({
      ...o,
      id: Number(row.id),
      state: row.withdrawn_at !== null ? 'withdrawn' : Number(row.stands) === 1 ? 'stands' : 'replaced',
      withdrawnBy: text(row.withdrawn_by),
      withdrawnAt: text(row.withdrawn_at),
      withdrawnWhy: text(row.withdrawn_why),
    })),
  );
}

/**
 * Sets one value from a day on.
 * @throws PolicyValueError where the value, the day or the reason cannot stand; nothing is kept then
 */
export function setPolicyValue(
  store: WorkStore,
  value: NewPolicyValue & { setBy: string; why: string },
  now?: Date,
): Promise<void> {
  return setPolicyValues(store, [value], { by: value.setBy, why: value.why, ...(now ? { now } : {}) });
}

/**
 * Sets several values at once, all or none: weights that must add up are changed together.
 * @throws PolicyValueError
 */
export async function setPolicyValues(
  store: WorkStore,
  values: readonly NewPolicyValue[],
  made: Made,
): Promise<void> {
  requireReason(made.why, values[0]?.parameter ?? '');
  const read = values.map(readNew);
  const at = (made.now ?? new Date()).toISOString();
  await store.write(async (tx) => {
    for (const v of read) {
      await tx.execute({
        sql: 'insert into policy_values (parameter, from_day, value, set_by, set_at, why) values (?, ?, ?, ?, ?, ?)',
        args: [v.parameter, v.from, JSON.stringify(v.value), made.by, at, made.why.trim()],
      });
    }
    await check(tx, read);
  });
}

/** A new value as it would be kept. @throws PolicyValueError */
function readNew(v: NewPolicyValue): { parameter: ParameterName; from: string; value: ParameterValue } {
  const parameter = known(v.parameter);
  requireDay(parameter, v.from);
  return { parameter, from: v.from, value: readPolicyValue(parameter, v.value) };
}

/**
 * What would not fit if these values were set; nothing is kept.
 * @throws PolicyValueError where a value or a day cannot stand by itself
 */
export async function tryPolicyValues(
  store: WorkStore,
  values: readonly NewPolicyValue[],
): Promise<Conflict[]> {
  const read = values.map(readNew);
  const standingNow = (await store.read(standing)).rows.flatMap(own);
  const book = new PolicyBook([
    ...standingNow.filter((o) => !read.some((r) => r.parameter === o.parameter && r.from === o.from)),
    ...read.map((r) => ({ ...r, setBy: '', setAt: '', why: '' })),
  ]);
  const first = read.map((r) => r.from).sort()[0];
  return first === undefined
    ? []
    : conflictsOf(
        book,
        read.map((r) => r.parameter),
        first,
      );
}

/**
 * Withdraws what stands for a parameter from a day on: the value before it holds again. The row stays.
 * @returns false where nothing of the company's own stands from that day
 * @throws PolicyValueError where the remaining values would not fit each other
 */
export function withdrawPolicyValue(
  store: WorkStore,
  value: { parameter: string; from: string; by: string; why: string },
  now: Date = new Date(),
): Promise<boolean> {
  return withdrawPolicyValues(store, [value], { by: value.by, why: value.why, now });
}

/**
 * Withdraws several values at once, all or none: what was set together is taken back together.
 * @returns false where none of them stands
 * @throws PolicyValueError where the remaining values would not fit each other
 */
export async function withdrawPolicyValues(
  store: WorkStore,
  values: readonly { parameter: string; from: string }[],
  { by, why, now = new Date() }: Made,
): Promise<boolean> {
  requireReason(why, values[0]?.parameter ?? '');
  const wanted = values.map((v) => ({ parameter: known(v.parameter), from: v.from }));
  return store.write(async (tx) => {
    const gone: typeof wanted = [];
    for (const { parameter, from } of wanted) {
      const { rowsAffected } = await tx.execute({
        sql: `update policy_values as v set withdrawn_by = ?, withdrawn_at = ?, withdrawn_why = ?
            where v.parameter = ? and v.from_day = ? and ${stands}`,
        args: [by, now.toISOString(), why.trim(), parameter, from],
      });
      if (rowsAffected > 0) gone.push({ parameter, from });
    }
    await check(tx, gone);
    return gone.length > 0;
  });
}

async function check(tx: Transaction, changed: readonly { parameter: ParameterName; from: string }[]) {
  const book = new PolicyBook((await tx.execute(standing)).rows.flatMap(own));
  const names = changed.map((c) => c.parameter);
  for (const from of new Set(changed.map((c) => c.from))) checkTogether(book, names, from);
}

function known(parameter: string): ParameterName {
  if (isParameterName(parameter)) return parameter;
  throw new PolicyValueError(
    parameter,
    `没有名为 ${parameter} 的参数。`,
    `There is no parameter called ${parameter}.`,
  );
}

function requireDay(parameter: ParameterName, day: string): void {
  if (isDate(day) && day >= DEFAULT_FROM) return;
  throw new PolicyValueError(
    parameter,
    `生效日期必须是 ${DEFAULT_FROM} 或以后的日期，例如 2026-01-01。`,
    `The day from which it holds must be a date from ${DEFAULT_FROM} on, such as 2026-01-01.`,
  );
}

function requireReason(why: string, parameter: string): void {
  if (why.trim() !== '') return;
  throw new PolicyValueError(
    parameter,
    '请写明原因或依据的文件。',
    'Give the reason or the document behind it.',
  );
}
