import { describe, expect, it } from 'vitest';
import { classOf, type IdleFacts, judgeIdle, rhythmDays, testReasons } from '@/lib/rules/idle';
import { PolicyBook } from '@/lib/rules/policy';

const asOf = '2026-08-31';
const policy = new PolicyBook().on(asOf);
const facts = (f: Partial<IdleFacts>): IdleFacts => ({
  assigned_on: null,
  last_contact_on: null,
  last_conclusion: null,
  last_visit_on: null,
  first_sale_on: null,
  last_sale_on: null,
  sale_days: 0,
  median_gap: null,
  intent: false,
  intent_since: null,
  ...f,
});
const reasons = (f: Partial<IdleFacts>) => judgeIdle(facts(f), policy, asOf).reasons;
const due = (f: Partial<IdleFacts>) => judgeIdle(facts(f), policy, asOf).due_on;

describe('classes, the first that fits', () => {
  const contact = { last_contact_on: '2026-08-30' };
  it('nothing ever: new, also with an open opportunity', () => {
    expect(classOf(facts({ intent: true, intent_since: '2026-08-01' }))).toBe('new');
  });
  it('a sale makes a customer, whatever else there is', () => {
    expect(classOf(facts({ ...contact, last_sale_on: '2020-01-01', intent: true }))).toBe('customer');
    expect(classOf(facts({ last_sale_on: '2020-01-01' }))).toBe('customer');
  });
  it('an open opportunity at solution makes an intent, even after a refusal', () => {
    expect(classOf(facts({ ...contact, last_conclusion: 'refused', intent: true }))).toBe('intent');
  });
  it('refused or unreachable is cold; all others are prospects', () => {
    expect(classOf(facts({ ...contact, last_conclusion: 'refused' }))).toBe('cold');
    expect(classOf(facts({ ...contact, last_conclusion: 'unreachable' }))).toBe('cold');
    expect(classOf(facts({ ...contact, last_conclusion: 'neutral' }))).toBe('prospect');
    expect(classOf(facts(contact))).toBe('prospect');
  });
});

describe('reasons on both sides of their bounds, on 2026-08-31', () => {
  it('first contact: 7 days after the assignment are in time, 8 are not (I-01)', () => {
    expect(reasons({ assigned_on: '2026-08-24' })).toEqual([]);
    expect(reasons({ assigned_on: '2026-08-23' })).toEqual(['first_contact']);
    expect(due({ assigned_on: '2026-08-23' })).toBe('2026-08-30');
  });
  it('first contact: never due where nothing says since when', () => {
    expect(reasons({})).toEqual([]);
  });
  it('visit: 365 days after the last one are in time, 366 are not (I-02)', () => {
    const sold = { first_sale_on: '2026-08-01', last_sale_on: '2026-08-01', last_contact_on: '2026-08-30' };
    expect(reasons({ ...sold, last_visit_on: '2025-08-31' })).toEqual([]);
    expect(reasons({ ...sold, last_visit_on: '2025-08-30' })).toEqual(['visit']);
  });
  it('visit: never visited counts from the first sale', () => {
    const sold = { last_sale_on: '2026-08-01', last_contact_on: '2026-08-30' };
    expect(reasons({ ...sold, first_sale_on: '2025-08-31' })).toEqual([]);
    expect(reasons({ ...sold, first_sale_on: '2025-08-30' })).toEqual(['visit']);
  });
  it('opportunity: 7 days after the last contact are in time, 8 are not (I-03)', () => {
    expect(reasons({ intent: true, last_contact_on: '2026-08-24' })).toEqual([]);
    expect(reasons({ intent: true, last_contact_on: '2026-08-23' })).toEqual(['opportunity']);
  });
  it('opportunity: without a contact it counts from the day the first one was created', () => {
    expect(reasons({ intent: true, intent_since: '2026-08-24' })).toEqual([]);
    expect(reasons({ intent: true, intent_since: '2026-08-23' })).toEqual(['opportunity']);
    expect(reasons({ intent: true, intent_since: null })).toEqual([]);
  });
  it('contact: cold ones have 90 days (I-04)', () => {
    expect(reasons({ last_contact_on: '2026-06-02', last_conclusion: 'refused' })).toEqual([]);
    expect(reasons({ last_contact_on: '2026-06-01', last_conclusion: 'refused' })).toEqual(['contact']);
  });
  it('contact: prospects have 30 days (I-05)', () => {
    expect(reasons({ last_contact_on: '2026-08-01' })).toEqual([]);
    expect(reasons({ last_contact_on: '2026-07-31' })).toEqual(['contact']);
  });
  it('trade: 90 days without a sale are in time, 91 are not (I-06)', () => {
    const visited = {
      last_contact_on: '2026-08-30',
      last_visit_on: '2026-08-30',
      first_sale_on: '2026-01-01',
    };
    expect(reasons({ ...visited, last_sale_on: '2026-06-02' })).toEqual([]);
    expect(reasons({ ...visited, last_sale_on: '2026-06-01' })).toEqual(['trade']);
  });
  it('rhythm: three sale dates make none, four do (I-07)', () => {
    const bought = { last_visit_on: '2026-08-30', first_sale_on: '2026-07-01', last_sale_on: '2026-08-01' };
    expect(reasons({ ...bought, sale_days: 3, median_gap: '10.0' })).toEqual([]);
    expect(reasons({ ...bought, sale_days: 4, median_gap: '10.0' })).toEqual(['rhythm']);
    expect(due({ ...bought, sale_days: 4, median_gap: '10.0' })).toBe('2026-08-21');
    expect(reasons({ ...bought, sale_days: 4, median_gap: '15.0' })).toEqual([]);
    expect(reasons({ ...bought, sale_days: 4, median_gap: '14.5' })).toEqual(['rhythm']);
  });
  it('rhythm: fractions are cut off after multiplying', () => {
    expect(rhythmDays('14.5', '2')).toBe(29);
    expect(rhythmDays('14.5', '1.5')).toBe(21);
    expect(rhythmDays('10.0', '1.99')).toBe(19);
  });
});

describe('the judgement (I-08)', () => {
  it('names the reasons in order and takes the earliest due date of those that apply', () => {
    const j = judgeIdle(
      facts({
        last_contact_on: '2026-08-01',
        first_sale_on: '2025-01-01',
        last_sale_on: '2026-01-01',
        intent: true,
      }),
      policy,
      asOf,
    );
    expect(j).toEqual({
      class: 'customer',
      reasons: ['opportunity', 'trade', 'visit'],
      due_on: '2026-01-01',
      days_overdue: 242,
    });
  });
  it('is not idle where no reason applies', () => {
    expect(judgeIdle(facts({ last_contact_on: asOf }), policy, asOf)).toEqual({
      class: 'prospect',
      reasons: [],
      due_on: null,
      days_overdue: null,
    });
  });
  it('tests all six, tells whom each is for, and what it counts from', () => {
    const tested = testReasons(
      facts({ last_contact_on: '2026-07-31', last_conclusion: 'refused' }),
      policy,
      asOf,
    );
    expect(tested.map((r) => [r.reason, r.concerned])).toEqual([
      ['first_contact', false],
      ['visit', false],
      ['opportunity', false],
      ['contact', true],
      ['trade', false],
      ['rhythm', false],
    ]);
    expect(tested[3]).toEqual({
      reason: 'contact',
      rule: 'I-04',
      parameter: 'contact.cold_every',
      value: '90',
      concerned: true,
      counted_from: '2026-07-31',
      due_on: '2026-10-29',
      applies: false,
    });
  });
});
