/** Steps of a run, what is paid, and what is still due (B-10, B-12, B-13). */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exact, yuan } from '@/lib/rules/bonus_decimal';
import { mayTake, mayTakeBack, nextStep, payOf, stepsOf } from '@/lib/rules/bonus_run';
import { endsQuarter, isWaivable, runFindings } from '@/lib/rules/bonus_run_findings';
import { differs, noState, stillDue, worthOf } from '@/lib/rules/bonus_run_state';

const set = (...steps: string[]) => new Set(steps);

describe('steps (B-13)', () => {
  it('go in their order: none can be skipped or taken twice', () => {
    expect(nextStep('month', set())).toBe('compiled');
    expect(mayTake('month', 'finance', set())).toBe(false);
    expect(mayTake('month', 'finance', set('compiled'))).toBe(true);
    expect(mayTake('month', 'compiled', set('compiled'))).toBe(false);
    expect(nextStep('month', set(...stepsOf.month))).toBeNull();
  });

  it('of the parts commission are others: clerk, review and approval at the subsidiary', () => {
    expect(nextStep('parts', set('compiled'))).toBe('reviewed');
    expect(nextStep('parts', set('compiled', 'reviewed'))).toBe('approved');
  });

  it('can be taken back from the last one, but a closing is reopened instead', () => {
    expect(mayTakeBack('month', 'compiled', set('compiled', 'finance'))).toBe(false);
    expect(mayTakeBack('month', 'finance', set('compiled', 'finance'))).toBe(true);
    expect(mayTakeBack('month', 'closed', set('compiled', 'finance', 'hr', 'closed'))).toBe(false);
    expect(mayTakeBack('month', 'hr', set('compiled', 'finance', 'hr', 'closed'))).toBe(false);
    expect(mayTakeBack('month', 'paid', set(...stepsOf.month))).toBe(true);
  });
});

const facts = (total: string | null, more = {}) => ({
  total,
  items: '0',
  adjustments: '0',
  carried: '0',
  ...more,
});

describe('what is paid of a month (B-10)', () => {
  it('is the total, items, adjustments and the rest carried in', () => {
    const pay = payOf(facts('100', { items: '20.5', adjustments: '-10', carried: '-0.5' }), null);
    expect(pay).toEqual({ due: '110.00', payable: '110.00', carried_over: '0.00', undecided: false });
  });

  it('0.00 needs no decision, -0.01 does', () => {
    expect(payOf(facts('0'), null)).toMatchObject({ payable: '0.00', undecided: false });
    expect(payOf(facts('-0.01'), null)).toMatchObject({ payable: '-0.01', undecided: true });
  });

  it('a rest that is carried over is paid with 0, and one of another amount is not decided', () => {
    const carry = { decision: 'carry', amount: '-50.00' } as const;
    expect(payOf(facts('-50'), carry)).toMatchObject({ payable: '0.00', carried_over: '-50.00' });
    expect(payOf(facts('-50.01'), carry)).toMatchObject({ undecided: true, carried_over: '0.00' });
    expect(payOf(facts('-50'), { ...carry, decision: 'waive' })).toMatchObject({
      payable: '0.00',
      carried_over: '0.00',
    });
  });

  it('cannot be known where a job or an adjustment cannot be priced', () => {
    expect(payOf(facts(null), null).payable).toBeNull();
    expect(payOf(facts('1', { adjustments: null }), null).payable).toBeNull();
  });

  it('is never negative once it is decided, and nothing is lost: paid and carried are what was due', () => {
    const money = fc.integer({ min: -1_000_000, max: 1_000_000 }).map((n) => (n / 100).toFixed(2));
    fc.assert(
      fc.property(money, money, money, money, (total, items, adjustments, carried) => {
        const due = payOf({ total, items, adjustments, carried }, null).due ?? '';
        const pay = payOf({ total, items, adjustments, carried }, { decision: 'carry', amount: due });
        expect(Number(pay.payable)).toBeGreaterThanOrEqual(0);
        expect(yuan(exact(pay.payable ?? '0').plus(pay.carried_over))).toBe(yuan(exact(due)));
      }),
    );
  });
});

describe('what is still due of a closed month (B-12)', () => {
  it('is what it comes to now, less what it was closed with and what was taken up', () => {
    expect(stillDue('150', '100', [])).toBe('50.00');
    expect(stillDue('150', '100', ['50'])).toBe('0.00');
    expect(stillDue('90', '100', ['50'])).toBe('-60.00');
    expect(stillDue(null, '100', [])).toBeNull();
  });

  it('counts items and a rest carried in, and sees a figure move where the sum does not', () => {
    const state = { ...noState, items: '10.00', carried: '-3.00' };
    expect(worthOf(state)).toBe('7.00');
    expect(differs(state, { ...state })).toBe(false);
    expect(differs(state, { ...state, items: '9.00', carried: '-2.00' })).toBe(true);
  });
});

describe('findings', () => {
  it('without which nobody can be paid cannot be waved through', () => {
    expect(runFindings.filter((f) => !isWaivable(f))).toEqual([
      'unknown_total',
      'no_points',
      'negative_total',
    ]);
  });

  it('on assessments come in the last month of a quarter', () => {
    expect(['2026-02', '2026-03', '2026-04', '2026-12'].map(endsQuarter)).toEqual([false, true, false, true]);
  });
});
