import { describe, expect, it } from 'vitest';
import {
  ageInStage,
  amountAt,
  daysInStage,
  entriesOf,
  isOpen,
  type Opportunity,
  reachedBy,
  type StageEntry,
  share,
  stageAt,
  stalledBefore,
} from '@/lib/rules/funnel';
import { compareGroups } from '@/lib/rules/funnel_groups';

const opportunity = (o: Partial<Opportunity>): Opportunity => ({
  stage: 'identified',
  created_on: '2026-01-01',
  stage_entered_on: null,
  closed_on: null,
  expected_amount: '1000.00',
  signed_amount: null,
  ...o,
});
const entry = (stage: StageEntry['stage'], entered_on: string): StageEntry => ({ stage, entered_on });

describe('the way of an opportunity (F-02)', () => {
  it('starts identified on the day it was created, today too', () => {
    const way = entriesOf(opportunity({}), []);
    expect(reachedBy(way, '2026-01-01')).toBe(1);
    expect(stageAt(way, '2026-01-01')?.stage).toBe('identified');
    expect(stageAt(way, '2025-12-31')).toBeNull();
  });

  it('a skipped stage is reached by the later one', () => {
    const way = entriesOf(opportunity({ stage: 'negotiation', stage_entered_on: '2026-02-01' }), []);
    expect(reachedBy(way, '2026-01-31')).toBe(1);
    expect(reachedBy(way, '2026-02-01')).toBe(4);
    expect(daysInStage(way, 'identified', '2026-02-01')).toBe(31);
    expect(daysInStage(way, 'contacted', '2026-02-01')).toBeNull();
  });

  it('moved back, it keeps what it reached and stands where it was put', () => {
    const way = entriesOf(opportunity({ stage: 'contacted', stage_entered_on: '2026-03-01' }), [
      entry('contacted', '2026-01-05'),
      entry('solution', '2026-01-10'),
    ]);
    expect(reachedBy(way, '2026-03-01')).toBe(3);
    expect(stageAt(way, '2026-03-01')).toEqual(entry('contacted', '2026-03-01'));
    expect(stageAt(way, '2026-02-28')).toEqual(entry('solution', '2026-01-10'));
    expect(daysInStage(way, 'contacted', '2026-03-01')).toBe(5);
  });

  it('moved back to a stage that it had skipped, its days there end with the next later entry', () => {
    const way = entriesOf(opportunity({ stage: 'negotiation', stage_entered_on: '2026-03-01' }), [
      entry('solution', '2026-01-10'),
      entry('contacted', '2026-02-01'),
    ]);
    expect(daysInStage(way, 'contacted', '2026-02-28')).toBeNull();
    expect(daysInStage(way, 'contacted', '2026-03-01')).toBe(28);
  });

  it('lost after negotiation, it reached negotiation and not signing', () => {
    const lost = opportunity({ stage: 'lost', stage_entered_on: '2026-03-01', closed_on: '2026-03-01' });
    const way = entriesOf(lost, [entry('negotiation', '2026-03-01')]);
    expect(reachedBy(way, '2026-03-01')).toBe(4);
    expect(stageAt(way, '2026-03-01')?.stage).toBe('lost');
    expect(daysInStage(way, 'negotiation', '2026-12-31')).toBeNull();
  });

  it('what is dated after an opportunity was lost was never reached', () => {
    const lost = opportunity({ stage: 'lost', closed_on: '2026-03-01' });
    expect(reachedBy(entriesOf(lost, [entry('solution', '2026-03-01')]), '2026-12-31')).toBe(3);
    expect(reachedBy(entriesOf(lost, [entry('solution', '2026-03-02')]), '2026-12-31')).toBe(1);
  });

  it('signed without a history, it reached all five on the day it was closed', () => {
    const signed = opportunity({ stage: 'signed', closed_on: '2026-02-01' });
    const way = entriesOf(signed, []);
    expect(reachedBy(way, '2026-01-31')).toBe(1);
    expect(reachedBy(way, '2026-02-01')).toBe(5);
  });

  it('of two entries on one day the later stage stands', () => {
    const way = entriesOf(opportunity({}), [
      entry('solution', '2026-02-01'),
      entry('contacted', '2026-02-01'),
    ]);
    expect(stageAt(way, '2026-02-01')?.stage).toBe('solution');
    expect(daysInStage(way, 'contacted', '2026-02-01')).toBe(0);
  });

  it('undated, it is open all the same and has no stage before its first entry', () => {
    const undated = opportunity({ created_on: null, stage: 'solution', stage_entered_on: '2026-02-01' });
    const way = entriesOf(undated, []);
    expect(isOpen(undated, '2026-01-01')).toBe(true);
    expect(stageAt(way, '2026-01-31')).toBeNull();
    expect(stageAt(way, '2026-02-01')?.stage).toBe('solution');
  });

  it('is open until the day before it is closed', () => {
    const lost = opportunity({ stage: 'lost', closed_on: '2026-03-01' });
    expect(isOpen(lost, '2025-12-31')).toBe(false);
    expect(isOpen(lost, '2026-01-01')).toBe(true);
    expect(isOpen(lost, '2026-02-28')).toBe(true);
    expect(isOpen(lost, '2026-03-01')).toBe(false);
  });
});

describe('the amount of an opportunity (F-03)', () => {
  const signed = opportunity({ stage: 'signed', closed_on: '2026-02-01', signed_amount: '900.00' });
  it('is the expected one before it is signed and the signed one from that day', () => {
    expect(amountAt(signed, entriesOf(signed, []), '2026-01-31')).toBe('1000.00');
    expect(amountAt(signed, entriesOf(signed, []), '2026-02-01')).toBe('900.00');
  });
  it('is the expected one where no amount was signed, and 0 where there is none at all', () => {
    const blank = { ...signed, signed_amount: null };
    expect(amountAt(blank, entriesOf(blank, []), '2026-02-01')).toBe('1000.00');
    const nothing = { ...blank, expected_amount: null };
    expect(amountAt(nothing, entriesOf(nothing, []), '2026-02-01')).toBe('0.00');
  });
});

describe('stalled opportunities (F-05)', () => {
  const policy = { 'funnel.stalled_days': 30 };
  it('30 days in a stage are not stalled, 31 are', () => {
    expect(ageInStage('2026-08-01', '2026-08-31', policy)).toEqual({ age: 30, stalled: false });
    expect(ageInStage('2026-07-31', '2026-08-31', policy)).toEqual({ age: 31, stalled: true });
    expect(stalledBefore('2026-08-31', policy)).toBe('2026-08-01');
  });
  it('one without a stage has no age', () => {
    expect(ageInStage(null, '2026-08-31', policy)).toEqual({ age: null, stalled: false });
  });
});

describe('shares and the order of groups', () => {
  it('a share without a base is no figure', () => {
    expect(share(0, 0)).toBeNull();
    expect(share(0, 2)).toBe(0);
    expect(share(1, 4)).toBe(0.25);
  });
  it('grades run K, A, B, C, D, and the ungraded come last (G-02)', () => {
    const groups = ['D', null, 'B', 'K', 'C', 'A'];
    expect(groups.sort((a, b) => compareGroups('grade', a, b))).toEqual(['K', 'A', 'B', 'C', 'D', null]);
  });
  it('names run as a Chinese reader looks them up, none last', () => {
    const groups = [null, '西南部', '华东二部', '北方部', '华东一部'];
    expect(groups.sort((a, b) => compareGroups('department', a, b))).toEqual([
      '北方部',
      '华东二部',
      '华东一部',
      '西南部',
      null,
    ]);
  });
});
