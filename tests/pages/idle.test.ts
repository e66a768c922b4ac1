import { describe, expect, it } from 'vitest';
import { grouped, type IdleRow, monthEnds } from '@/app/idle/_model';

const row = (customer_id: string, own: Partial<IdleRow>): IdleRow => ({
  customer_id,
  name: customer_id,
  department: null,
  region: null,
  owner: null,
  grade: null,
  tier: null,
  class: 'customer',
  last_contact_on: null,
  last_contact_method: null,
  last_visit_on: null,
  last_sale_on: null,
  due_on: '2026-08-01',
  days_overdue: 30,
  reasons: ['trade'],
  value_at_stake: '0.00',
  ...own,
});

describe('beside the list of idle customers', () => {
  it('0.10 and 0.20 yuan at stake in one region are 0.30 yuan, to the cent', () => {
    const rows = [
      row('C1', { region: '苏南', value_at_stake: '0.10' }),
      row('C2', { region: '苏南', value_at_stake: '0.20' }),
    ];
    expect(grouped(rows, 'region')).toEqual([{ value: '苏南', count: 2, stake: '0.30' }]);
  });

  it('a customer with two reasons counts for both', () => {
    const rows = [row('C1', { reasons: ['rhythm', 'trade'] }), row('C2', { reasons: ['trade'] })];
    expect(grouped(rows, 'reason').map((g) => [g.value, g.count])).toEqual([
      ['trade', 2],
      ['rhythm', 1],
    ]);
  });

  it('the region with most at stake is first, customers without a region last', () => {
    const rows = [
      row('C1', { value_at_stake: '900.00' }),
      row('C2', { region: '四川', value_at_stake: '1.00' }),
      row('C3', { region: '重庆', value_at_stake: '2.00' }),
    ];
    expect(grouped(rows, 'region').map((g) => g.value)).toEqual(['重庆', '四川', null]);
  });

  it('grades stand as K, A, B, C, D, ungraded, whatever is at stake', () => {
    const rows = [
      row('C1', { grade: null, value_at_stake: '9.00' }),
      row('C2', { grade: 'C', value_at_stake: '8.00' }),
      row('C3', { grade: 'K', value_at_stake: '1.00' }),
    ];
    expect(grouped(rows, 'grade').map((g) => g.value)).toEqual(['K', 'C', null]);
  });

  it('a return larger than the sales counts against what is at stake', () => {
    const rows = [
      row('C1', { owner: '许辉', value_at_stake: '100.00' }),
      row('C2', { owner: '许辉', value_at_stake: '-30.00' }),
    ];
    expect(grouped(rows, 'owner')).toEqual([{ value: '许辉', count: 2, stake: '70.00' }]);
  });
});

describe('the history of a customer', () => {
  it('looks at the month ends before the day, over the turn of the year and through February', () => {
    expect(monthEnds('2026-03-10', 3)).toEqual(['2026-02-28', '2026-01-31', '2025-12-31']);
  });

  it('on a month end begins with the one before', () => {
    expect(monthEnds('2026-08-31', 1)).toEqual(['2026-07-31']);
  });
});
