/**
 * All watched customers of a date, judged (I-01 to I-09): one judgement for the list of the idle, for what is due, and
 * for every filter, split and count of both.
 */
import type { Cents } from '@/lib/rules/cents';
import { type DayFacts, dayJudge, idleClasses, twiceMedianOf } from '@/lib/rules/idle_days';
import type { PolicyValues } from '@/lib/rules/parameters';
import { daysBetween } from '@/lib/rules/period';
import { type Coded, NONE } from '@/lib/warehouse/columns';
import { decisionsVersion } from '@/lib/work/store';
import { IdleJudged, room } from './idle_columns';
import { type Facts, type Intents, idleFacts, methodMask, netOf, type SaleDays } from './idle_facts';
import { countedMethods } from './idle_policy';
import { keepColumns } from './kept_columns';
import { listOrAll } from './params';
import type { ReportContext } from './report';
import { scopeParams } from './viewer';

/** Who is on a blacklist, or has not bought yet what was asked for: a 1 by key. */
function unwatched({ size, listed, bought }: Facts, day: number): Uint8Array {
  const out = new Uint8Array(size).fill(bought === null ? 0 : 1);
  if (bought !== null) {
    for (let i = 0; i < bought.keys.length; i++)
      if ((bought.first[i] as number) <= day) out[bought.keys[i] as number] = 0;
  }
  const { keys, from, to } = listed;
  for (let i = 0; i < keys.length; i++) {
    if ((from[i] as number) <= day && (to[i] === NONE || (to[i] as number) > day)) out[keys[i] as number] = 1;
  }
  return out;
}

/** Open at the date, at solution or later (I-03): whether one of a customer's is, and the first day one was created. */
function intentOn({ starts, from, to, created }: Intents, key: number, day: number, into: DayFacts): void {
  into.intent = false;
  into.intentSince = NONE;
  const start = starts[key] ?? 0;
  const end = starts[key + 1] ?? start;
  for (let at = start; at < end; at++) {
    const until = to[at] as number;
    if ((from[at] as number) > day || (until !== NONE && until <= day)) continue;
    into.intent = true;
    const on = created[at] as number;
    if (on !== NONE && (into.intentSince === NONE || on < into.intentSince)) into.intentSince = on;
  }
}

/** by key one more than the code of the tier that was decided by a day; 0 where none was. */
function decidedOn({ size, tiers }: Facts, day: number): Uint8Array {
  const decided = new Uint8Array(size);
  const { keys, from, tier } = tiers;
  for (let i = 0; i < keys.length; i++)
    if ((from[i] as number) <= day) decided[keys[i] as number] = (tier.codes[i] as number) + 1;
  return decided;
}

/** The gaps of one customer: a day each, and nobody has bought for centuries. */
const gaps = new Int32Array(100_000);

/** The sales of a customer by a day, into its facts; what is at stake since another day. */
function salesOf(sales: SaleDays, key: number, day: number, since: number, into: DayFacts): Cents {
  const { starts, day: on, sold, gap, net } = sales;
  const start = starts[key] ?? 0;
  const end = starts[key + 1] ?? start;
  let [at, found, valued] = [start, 0, start];
  into.firstSale = NONE;
  into.lastSale = NONE;
  into.saleDays = 0;
  for (; at < end && (on[at] as number) <= day; at++) {
    if ((on[at] as number) <= since) valued = at + 1;
    if (sold[at] !== 1) continue;
    if (into.saleDays === 0) into.firstSale = on[at] as number;
    into.lastSale = on[at] as number;
    into.saleDays += 1;
    if (gap[at] !== NONE && found < gaps.length) gaps[found++] = gap[at] as number;
  }
  into.twiceMedian = found;
  return valued === at ? 0 : netOf(net, valued, at);
}

/** @param as_of the day, which the policy's values hold on */
function judge(facts: Facts, policy: PolicyValues, as_of: string): IdleJudged {
  const day = daysBetween('1970-01-01', as_of);
  const { register, contacts, sales } = facts;
  const rule = dayJudge(policy);
  const counted = methodMask(countedMethods(policy));
  const faces = methodMask(policy['visit.face_to_face']);
  const rhythmMinSales = policy['trade.rhythm_min_sales'];
  const valuedSince = day - policy['trade.value_days'];
  const out = unwatched(facts, day);
  const decided = decidedOn(facts, day);
  // Of who has none, of the decided, of the register.
  const tierTexts = [null, ...facts.tiers.tier.texts, ...register.of.tier.texts];
  const registered = 1 + facts.tiers.tier.texts.length;

  const found = room(register.length);
  let stakes: Float64Array | BigInt64Array = new Float64Array(register.length);
  const f: DayFacts = {
    assigned: NONE,
    lastContact: NONE,
    cold: false,
    lastVisit: NONE,
    firstSale: NONE,
    lastSale: NONE,
    saleDays: 0,
    twiceMedian: -1,
    intent: false,
    intentSince: NONE,
  };
  const to = { class: 0, dueOn: NONE, reasons: 0, nextDueOn: NONE, nextReasons: 0 };
  for (let i = 0; i < register.length; i++) {
    const key = register.keys[i] as number;
    if (out[key] === 1) continue;
    // T-05: an assignment that is still to come is none yet.
    f.assigned = NONE;
    for (const column of register.since) {
      const on = column[i] as number;
      if (on === NONE || on > day) continue;
      f.assigned = on;
      break;
    }
    const end = contacts.endBy(key, day);
    const contact = contacts.last(key, end, counted);
    f.lastContact = contacts.dayAt(contact);
    f.cold = contacts.isCold(contact);
    f.lastVisit = contacts.dayAt(contacts.last(key, end, faces));
    const stake = salesOf(sales, key, day, valuedSince, f);
    f.twiceMedian = f.saleDays >= rhythmMinSales ? twiceMedianOf(gaps, f.twiceMedian) : -1;
    intentOn(facts.intents, key, day, f);
    rule(f, day, to);
    found.watched[i] = 1;
    found.last_contact_on[i] = f.lastContact;
    found.last_method[i] = contacts.methodAt(contact);
    found.last_visit_on[i] = f.lastVisit;
    found.last_sale_on[i] = f.lastSale;
    found.class[i] = to.class;
    found.due_on[i] = to.dueOn;
    found.reasons[i] = to.reasons;
    found.next_due_on[i] = to.nextDueOn;
    found.next_reasons[i] = to.nextReasons;
    const admitted = register.admittedOn[i] as number;
    if (admitted !== NONE && admitted <= day)
      found.tier[i] = decided[key] || registered + (register.of.tier.codes[i] as number);
    if (typeof stake === 'bigint' && stakes instanceof Float64Array)
      stakes = BigInt64Array.from(stakes, (s) => BigInt(s));
    if (stakes instanceof BigInt64Array) stakes[i] = BigInt(stake);
    else stakes[i] = stake as number;
  }
  return new IdleJudged({
    ...found,
    register,
    stake: stakes,
    of: {
      ...register.of,
      tier: oneCodeEach(found.tier, tierTexts),
      class: { codes: found.class, texts: [...idleClasses] },
    },
  });
}

/** Every text under one code: a tier that was decided and the same one of the register are one. */
function oneCodeEach(codes: Uint8Array, texts: readonly (string | null)[]): Coded {
  const once = [...new Set(texts)];
  const to = Uint8Array.from(texts, (text) => once.indexOf(text));
  const merged = new Uint8Array(codes.length);
  for (let i = 0; i < codes.length; i++) merged[i] = to[codes[i] as number] as number;
  return { codes: merged, texts: once };
}

/** How many of a date are idle, in sight of the viewer: the length of the list without filters. */
export async function idleCount(ctx: ReportContext, as_of: string): Promise<number> {
  const judged = await idleJudged(ctx, { as_of });
  let n = 0;
  for (let i = 0; i < judged.length; i++) if (judged.isIdle(i)) n += 1;
  return n;
}

/** About 60 bytes a customer, where what is kept otherwise takes 30. */
const WEIGHT = 2;

/**
 * The watched customers of a date in sight of the viewer, from memory while data, decisions and policy are the same.
 * @param product those who have bought one of them by the date; all without
 */
export function idleJudged(
  ctx: ReportContext,
  { as_of, product }: { as_of: string; product?: string[] | undefined },
): Promise<IdleJudged> {
  const products = listOrAll(product);
  const { db, policy } = ctx;
  const key = JSON.stringify([
    'idle',
    db.dir,
    db.dataVersion(),
    decisionsVersion(db.dir),
    policy.version,
    as_of,
    products,
    scopeParams(ctx.viewer),
  ]);
  return keepColumns(
    [key],
    async () => {
      const judged = judge(await idleFacts(ctx, products), policy.on(as_of), as_of);
      return { value: judged, size: judged.length * WEIGHT };
    },
    'idle',
  );
}
