import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exact } from '@/lib/rules/bonus_decimal';
import { type PartsSale, partsCommission, quarterParts } from '@/lib/rules/parts';
import { PolicyBook } from '@/lib/rules/policy';

const policy = new PolicyBook().on('2026-06-30');
const sale = (of: Partial<PartsSale>): PartsSale => ({
  component_cost: '500',
  component_price: '1000',
  service_days: '2',
  service_fee: '2200',
  received_amount: '10000',
  ...of,
});
const earned = (of: Partial<PartsSale>) => quarterParts([sale(of)], policy).parts_commission;

describe('B-09 commission on parts', () => {
  it('a margin of exactly 50 % earns 5 %, of which 80 % go to the technician and 20 % to the team', () => {
    expect(quarterParts([sale({})], policy)).toEqual({
      parts_commission: '400.00',
      parts_team_share: '100.00',
    });
  });

  it('a cent of cost more leaves 3 %', () => expect(earned({ component_cost: '500.01' })).toBe('240.00'));

  it('a margin of exactly 35 % earns 3 %, a cent of cost more nothing', () => {
    expect(earned({ component_cost: '650' })).toBe('240.00');
    expect(earned({ component_cost: '650.01' })).toBe('0.00');
    expect(partsCommission(sale({ component_cost: '650.01' }), policy).why_none).toBe('margin_too_low');
  });

  it('a margin that no division hits exactly is still exact: 35 % of 0.60 is 0.21', () => {
    expect(earned({ component_price: '0.60', component_cost: '0.39' })).toBe('240.00');
    expect(earned({ component_price: '0.60', component_cost: '0.40' })).toBe('0.00');
  });

  it('a fee of exactly 1,100 × days earns, a cent less does not', () => {
    expect(earned({ service_fee: '2200.00' })).toBe('400.00');
    expect(earned({ service_fee: '2199.99' })).toBe('0.00');
    expect(partsCommission(sale({ service_fee: '2199.99' }), policy).why_none).toBe('fee_too_low');
    expect(earned({ service_days: '2.5', service_fee: '2750' })).toBe('400.00');
    expect(earned({ service_days: '2.5', service_fee: '2749.99' })).toBe('0.00');
  });

  it('without person-days no fee is asked for; with days and no fee written there is none', () => {
    expect(earned({ service_days: null, service_fee: null })).toBe('400.00');
    expect(earned({ service_days: '0', service_fee: '0' })).toBe('400.00');
    expect(earned({ service_days: '1', service_fee: null })).toBe('0.00');
  });

  it('the base is what was received, and a sale without the amount says so', () => {
    expect(earned({ received_amount: '123.45' })).toBe('4.94');
    expect(partsCommission(sale({ received_amount: null }), policy)).toMatchObject({
      why_none: 'amount_missing',
    });
  });

  it('parts given away have no margin', () => {
    expect(earned({ component_price: '0', component_cost: '0' })).toBe('0.00');
  });

  it('is rounded half up once for the quarter: two sales of 0.104 each are 0.21, not 0.20', () => {
    const two = [sale({ received_amount: '2.60' }), sale({ received_amount: '2.60' })];
    expect(quarterParts(two, policy).parts_commission).toBe('0.21');
  });

  it('gives out exactly the commission, and never a negative one', () => {
    const cents = fc.integer({ min: 0, max: 10_000_000 }).map((n) => (n / 100).toFixed(2));
    fc.assert(
      fc.property(cents, cents, cents, (cost, price, received) => {
        const r = partsCommission(
          sale({ component_cost: cost, component_price: price, received_amount: received }),
          policy,
        );
        return r.technician.gte(0) && r.technician.plus(r.team).eq(exact(received).times(r.rate));
      }),
      { seed: 1 },
    );
  });
});
