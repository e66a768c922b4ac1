/**
 * The funnel (F-01 to F-05; 003, client development flow and key-account flow; 000 part 3). The warehouse finds
 * the same figures with SQL, for all opportunities at once; these functions say what they are, one opportunity at
 * a time, and a test holds the two together.
 */
import { addDays, daysBetween } from './period';

/** F-01, in order. */
export const stages = ['identified', 'contacted', 'solution', 'negotiation', 'signed'] as const;
export type Stage = (typeof stages)[number];
export type EntryStage = Stage | 'lost';

/** What is known of an opportunity; dates `YYYY-MM-DD`, amounts decimal text in yuan. */
export interface Opportunity {
  stage: EntryStage;
  created_on: string | null;
  stage_entered_on: string | null;
  closed_on: string | null;
  expected_amount: string | null;
  signed_amount: string | null;
}

export interface StageEntry {
  stage: EntryStage;
  entered_on: string;
}

/** 1 to 5; 6 for lost, which is no stage but comes after every stage of its day. */
export const positionOf = (stage: EntryStage): number => (stage === 'lost' ? 6 : stages.indexOf(stage) + 1);

const ended = (o: Opportunity) => o.stage === 'signed' || o.stage === 'lost';

/**
 * F-02: every entry of an opportunity, in the order of time, on one day the later stage last.
 * What is dated after a lost one was closed is no part of its way.
 */
export function entriesOf(o: Opportunity, history: readonly StageEntry[]): StageEntry[] {
  const entries = [...history];
  if (o.stage_entered_on) entries.push({ stage: o.stage, entered_on: o.stage_entered_on });
  if (o.stage === 'signed' && o.closed_on) entries.push({ stage: 'signed', entered_on: o.closed_on });
  const way = entries.filter(
    (e) => o.stage !== 'lost' || o.closed_on === null || e.entered_on <= o.closed_on,
  );
  if (o.created_on) way.push({ stage: 'identified', entered_on: o.created_on });
  return way.sort(
    (a, b) => a.entered_on.localeCompare(b.entered_on) || positionOf(a.stage) - positionOf(b.stage),
  );
}

/** F-02: the stage at a date: the latest entry by then; null before the first. */
export function stageAt(way: readonly StageEntry[], asOf: string): StageEntry | null {
  return way.findLast((e) => e.entered_on <= asOf) ?? null;
}

/** F-02: open at a date: created by then, or undated, and not closed by then. */
export function isOpen(o: Opportunity, asOf: string): boolean {
  const created = o.created_on === null || o.created_on <= asOf;
  return created && !(ended(o) && o.closed_on !== null && o.closed_on <= asOf);
}

/** F-02: how many of the five stages it has reached by a date: an entry of a stage counts for all before it. */
export function reachedBy(way: readonly StageEntry[], asOf: string): number {
  const positions = way
    .filter((e) => e.entered_on <= asOf && e.stage !== 'lost')
    .map((e) => positionOf(e.stage));
  return Math.max(0, ...positions);
}

/** F-03: the signed amount once it is signed and where there is one, else the expected amount, else 0. */
export function amountAt(o: Opportunity, way: readonly StageEntry[], asOf: string): string {
  const signed = reachedBy(way, asOf) === 5;
  return (signed ? o.signed_amount : null) ?? o.expected_amount ?? '0.00';
}

/**
 * F-05: days from its first entry of a stage to its first entry of a later one; null where it lacks either by the
 * as-of date. A later entry from before it came to the stage (moved back to a stage that it had skipped) ends no
 * time spent there.
 */
export function daysInStage(way: readonly StageEntry[], stage: Stage, asOf: string): number | null {
  const by = way.filter((e) => e.entered_on <= asOf && e.stage !== 'lost');
  const first = by.find((e) => e.stage === stage);
  if (!first) return null;
  const later = by.find((e) => positionOf(e.stage) > positionOf(stage) && e.entered_on >= first.entered_on);
  return later ? daysBetween(first.entered_on, later.entered_on) : null;
}

/** F-05: age of an open opportunity in its stage, in days, and whether it is stalled: age above the limit. */
export function ageInStage(
  enteredOn: string | null,
  asOf: string,
  policy: { readonly 'funnel.stalled_days': number },
): { age: number | null; stalled: boolean } {
  const age = enteredOn === null ? null : daysBetween(enteredOn, asOf);
  return { age, stalled: age !== null && age > policy['funnel.stalled_days'] };
}

/** F-05: who entered its stage before this day is stalled at the as-of date. */
export const stalledBefore = (asOf: string, policy: { readonly 'funnel.stalled_days': number }): string =>
  addDays(asOf, -policy['funnel.stalled_days']);

/** A share, or null where there is no base. */
export const share = (part: number, base: number): number | null => (base === 0 ? null : part / base);
