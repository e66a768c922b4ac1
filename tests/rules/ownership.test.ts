import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeCalendar } from '@/lib/rules/calendar';
import {
  abilityOf,
  candidatesFor,
  enteredBeforeReview,
  lateEntry,
  lateFirstContact,
  lateForward,
  Proposals,
  type Seller,
} from '@/lib/rules/ownership';
import { PolicyBook } from '@/lib/rules/policy';

const asOf = '2026-10-31';
const calendar = makeCalendar(new PolicyBook().on(asOf));

describe('entered within 2 working days of being collected (O-01)', () => {
  const late = (collected_on: string | null, entered_on: string | null, on = asOf) =>
    lateEntry({ collected_on, entered_on }, 2, calendar, on);
  it('collected on Friday, entered on Tuesday is in time, on Wednesday one day late', () => {
    expect(late('2026-08-28', '2026-09-01')).toBeNull();
    expect(late('2026-08-28', '2026-09-02')).toBe(1);
  });
  it('over National Day the days off do not count: collected on 09-29, due on 10-08', () => {
    expect(late('2026-09-29', '2026-10-08')).toBeNull();
    expect(late('2026-09-29', '2026-10-09')).toBe(1);
  });
  it('a make-up Saturday counts: collected on Thursday 10-08, due on Saturday 10-10', () => {
    expect(late('2026-10-08', '2026-10-10')).toBeNull();
    expect(late('2026-10-08', '2026-10-11')).toBe(1);
  });
  it('an entry still to come is late once the deadline is past, by the as-of date', () => {
    expect(late('2026-08-28', '2026-09-20', '2026-09-01')).toBeNull();
    expect(late('2026-08-28', '2026-09-20', '2026-09-03')).toBe(2);
  });
  it('says nothing where a date is missing or still to come', () => {
    expect(late(null, '2026-09-20')).toBeNull();
    expect(late('2026-08-28', null)).toBeNull();
    expect(late('2026-11-02', '2026-11-20')).toBeNull();
  });
});

describe('first contact within 7 days of the assignment (O-03)', () => {
  type Facts = Parameters<typeof lateFirstContact>[0];
  const facts: Facts = {
    owner: '张',
    assigned_on: '2026-10-01',
    first_contact_on: null,
    contacts_known: true,
  };
  const late = (f: Partial<Facts>, on = asOf) => lateFirstContact({ ...facts, ...f }, 7, on);
  it('on day 7 it is in time, on day 8 one day late and done', () => {
    expect(late({ first_contact_on: '2026-10-08' })).toBeNull();
    expect(late({ first_contact_on: '2026-10-09' })).toEqual({ days: 1, open: false });
  });
  it('not contacted: in time up to day 7, open from day 8 on', () => {
    expect(late({}, '2026-10-08')).toBeNull();
    expect(late({}, '2026-10-09')).toEqual({ days: 1, open: true });
  });
  it('a contact still to come is none yet', () => {
    expect(late({ first_contact_on: '2026-10-20' }, '2026-10-10')).toEqual({ days: 2, open: true });
  });
  it('is not judged without an owner, or where contacts are loaded only from later on', () => {
    expect(late({ owner: null })).toBeNull();
    expect(late({ contacts_known: false })).toBeNull();
  });
});

describe('the manager’s review (O-05)', () => {
  const late = (forwarded_on: string | null, on = asOf) =>
    lateForward({ entered_on: '2026-10-12', reviewed_on: '2026-10-11', forwarded_on }, 1, on);
  it('sent on the day after the entry is in time, a day later is late', () => {
    expect(late('2026-10-13')).toBeNull();
    expect(late('2026-10-14')).toBe(1);
  });
  it('not sent on: late from the second day on', () => {
    expect(late(null, '2026-10-13')).toBeNull();
    expect(late(null, '2026-10-15')).toBe(2);
  });
  it('is not judged where neither review nor sending is recorded', () => {
    expect(
      lateForward({ entered_on: '2026-10-12', reviewed_on: null, forwarded_on: null }, 1, asOf),
    ).toBeNull();
  });
  it('entered on the day of the review is in order, the day before is not', () => {
    expect(enteredBeforeReview({ entered_on: '2026-10-12', reviewed_on: '2026-10-12' }, asOf)).toBeNull();
    expect(enteredBeforeReview({ entered_on: '2026-10-11', reviewed_on: '2026-10-12' }, asOf)).toBe(1);
    expect(enteredBeforeReview({ entered_on: '2026-10-11', reviewed_on: null }, asOf)).toBeNull();
  });
});

describe('whom a customer is proposed to (O-04)', () => {
  const seller = (name: string, customers: number, more: Partial<Seller> = {}): Seller => ({
    name,
    department: '一部',
    customers,
    regions: new Set(['苏南']),
    departments: new Set(['一部']),
    signed: 0,
    closed: 0,
    ...more,
  });
  const rates = new Map([['一部', { signed: 50, closed: 100 }]]);
  const names = (sellers: Seller[], region: string | null = '苏南', except: string | null = null) =>
    candidatesFor({ region, department: '一部' }, sellers, rates, 10, except).map((c) => c.name);

  it('ability: with 9 closed it is 1, with 10 it is the own win rate over the department’s', () => {
    const department = { signed: 50, closed: 100 };
    expect(abilityOf({ signed: 9, closed: 9 }, department, 10).toNumber()).toBe(1);
    expect(abilityOf({ signed: 9, closed: 10 }, department, 10).toNumber()).toBe(1.8);
    expect(abilityOf({ signed: 9, closed: 10 }, { signed: 0, closed: 20 }, 10).toNumber()).toBe(1);
  });
  it('the lowest load: 30 customers at ability 1.5 are lighter than 25 at 1', () => {
    const able = seller('甲', 30, { signed: 15, closed: 20 });
    const [first, second] = candidatesFor(
      { region: '苏南', department: '一部' },
      [seller('乙', 25), able],
      rates,
      10,
    );
    expect([first?.name, first?.ability, first?.load]).toEqual(['甲', '1.5000', '20.00']);
    expect([second?.name, second?.load]).toEqual(['乙', '25.00']);
  });
  it('of equal loads the one with fewer customers, then by name', () => {
    const able = seller('甲', 20, { signed: 20, closed: 20 });
    expect(names([able, seller('乙', 10), seller('丙', 10)])).toEqual(['丙', '乙', '甲']);
  });
  it('only people of the region; where there is none, of the department; else nobody', () => {
    const near = seller('乙', 90);
    const far = seller('甲', 1, { regions: new Set(['四川']) });
    expect(names([near, far])).toEqual(['乙']);
    expect(names([near, far], '安徽')).toEqual(['甲', '乙']);
    expect(candidatesFor({ region: '安徽', department: '二部' }, [near, far], rates, 10)).toEqual([]);
    expect(names([near, far], null)).toEqual(['甲', '乙']);
  });
  it('whoever won nothing of 10 is last and not proposed; the owner from whom it is taken is not asked', () => {
    const idle = seller('甲', 1, { signed: 0, closed: 10 });
    const only = candidatesFor({ region: '苏南', department: '一部' }, [idle], rates, 10);
    expect(only[0]?.load).toBeNull();
    expect(new Proposals([idle], rates, 10).next({ region: '苏南', department: '一部' })).toBeNull();
    expect(names([idle, seller('乙', 99)])).toEqual(['乙', '甲']);
    expect(names([seller('甲', 1), seller('乙', 2)], '苏南', '甲')).toEqual(['乙']);
  });
  it('proposals stay balanced: each counts into the next', () => {
    const proposals = new Proposals([seller('甲', 10), seller('乙', 11)], rates, 10);
    const proposed = Array.from({ length: 4 }, () => proposals.next({ region: '苏南', department: '一部' }));
    expect(proposed).toEqual(['甲', '乙', '甲', '乙']);
  });
  it('each proposal is the first candidate with a load, whoever came before', () => {
    const place = fc.constantFrom('苏南', '苏北', '安徽');
    const home = fc.constantFrom('一部', '二部', '三部');
    const one = fc.record({
      customers: fc.nat(6),
      department: fc.option(home),
      regions: fc.uniqueArray(place, { maxLength: 2 }),
      departments: fc.uniqueArray(home, { maxLength: 2 }),
      closed: fc.integer({ min: 8, max: 12 }),
      won: fc.nat(8),
    });
    const customer = fc.record({
      region: fc.option(place),
      department: fc.option(home),
      owner: fc.option(fc.constantFrom('销0', '销1', '销2')),
    });
    fc.assert(
      fc.property(fc.array(one, { maxLength: 7 }), fc.array(customer, { maxLength: 12 }), (people, asked) => {
        let sellers = people.map(
          (p, i): Seller => ({
            name: `销${i}`,
            department: p.department,
            customers: p.customers,
            regions: new Set(p.regions),
            departments: new Set(p.departments),
            closed: p.closed,
            signed: p.won,
          }),
        );
        const all = new Map([
          ['一部', { signed: 50, closed: 100 }],
          ['二部', { signed: 0, closed: 40 }],
        ]);
        const proposals = new Proposals(sellers, all, 10);
        for (const c of asked) {
          const first = candidatesFor(c, sellers, all, 10, c.owner).find((s) => s.load !== null);
          expect(proposals.next(c, c.owner)).toBe(first?.name ?? null);
          sellers = sellers.map((s) => (s.name === first?.name ? { ...s, customers: s.customers + 1 } : s));
        }
      }),
    );
  });
});
