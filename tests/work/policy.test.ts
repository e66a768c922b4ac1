import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type ParameterName, parameterNames, parameters } from '@/lib/rules/parameters';
import type { Parameter } from '@/lib/rules/parameters/parameter';
import {
  PolicyValueError,
  policyHistory,
  setPolicyValue,
  setPolicyValues,
  withdrawPolicyValue,
} from '@/lib/work/policy';
import { readPolicyValue } from '@/lib/work/policy_input';
import { openWorkStore, policyBook, type WorkStore } from '@/lib/work/store';

let store: WorkStore;
beforeEach(async () => {
  store = await openWorkStore(fs.mkdtempSync(path.join(os.tmpdir(), 'tierline-policy-')));
});
afterEach(() => store.close());

const set = (parameter: string, from: string, value: string, why = '2026 年制度') =>
  setPolicyValue(store, { parameter, from, value, setBy: 'li', why });
const on = async (day: string) => (await policyBook(store)).on(day);

describe("the company's own values", () => {
  it('hold from their day on and leave the day before untouched', async () => {
    await set('bonus.point_rate', '2026-04-01', '300');
    expect((await on('2026-03-31'))['bonus.point_rate']).toBe('270');
    expect((await on('2026-04-01'))['bonus.point_rate']).toBe('300');
  });

  it('set again for the same day are replaced by the later one, and the history keeps both', async () => {
    await set('bonus.point_rate', '2026-04-01', '300');
    await set('bonus.point_rate', '2026-04-01', '310', '更正');
    expect((await on('2026-05-01'))['bonus.point_rate']).toBe('310');
    const history = await policyHistory(store, 'bonus.point_rate');
    expect(history.map((h) => [h.value, h.state, h.setBy, h.why])).toEqual([
      ['310', 'stands', 'li', '更正'],
      ['300', 'replaced', 'li', '2026 年制度'],
    ]);
  });

  it('withdrawn give way to what held before; the row stays with who, when and why', async () => {
    await set('bonus.point_rate', '2026-04-01', '300');
    await set('bonus.point_rate', '2026-04-01', '310');
    const withdrawn = { parameter: 'bonus.point_rate', from: '2026-04-01', by: 'wang', why: '未批准' };
    expect(await withdrawPolicyValue(store, withdrawn, new Date('2026-05-02T00:00:00Z'))).toBe(true);
    expect((await on('2026-05-01'))['bonus.point_rate']).toBe('270');
    const [last] = await policyHistory(store, 'bonus.point_rate');
    expect(last).toMatchObject({
      value: '310',
      state: 'withdrawn',
      withdrawnBy: 'wang',
      withdrawnAt: '2026-05-02T00:00:00.000Z',
      withdrawnWhy: '未批准',
    });
    expect(await withdrawPolicyValue(store, withdrawn)).toBe(false);
  });

  it('need a known parameter, a real day and a reason', async () => {
    await expect(set('bonus.nothing', '2026-04-01', '1')).rejects.toThrow('bonus.nothing');
    await expect(set('bonus.point_rate', '2026-02-30', '1')).rejects.toThrow('must be a date');
    await expect(set('bonus.point_rate', '1999-12-31', '1')).rejects.toThrow('must be a date');
    await expect(set('bonus.point_rate', '2026-04-01', '1', ' ')).rejects.toThrow('reason');
    expect(await policyHistory(store, 'bonus.point_rate')).toEqual([]);
  });

  it('change the version of the book', async () => {
    const before = (await policyBook(store)).version;
    await set('bonus.point_rate', '2026-04-01', '300');
    expect((await policyBook(store)).version).not.toBe(before);
  });
});

describe('values that must fit each other', () => {
  const refused = async (parameter: string, value: string, message: string) => {
    await expect(set(parameter, '2026-01-01', value)).rejects.toThrow(message);
    expect(await policyHistory(store, parameter as ParameterName)).toEqual([]);
  };

  it('a praise letter cannot be worth at least 501 and at most 500', async () => {
    await refused('bonus.praise_min', '501', 'cannot exceed');
    await set('bonus.praise_min', '2026-01-01', '500');
  });

  it('the second award reaches further than the first', async () => {
    await refused('award.first_to_rank', '8', 'later rank');
    await set('award.first_to_rank', '2026-01-01', '7');
  });

  it('the margins of parts ascend', async () => {
    await refused('parts.low_margin', '50%', 'below the higher');
    await set('parts.low_margin', '2026-01-01', '49.99%');
    expect((await on('2026-01-01'))['parts.low_margin']).toBe('0.4999');
  });

  it('the two quotas together are at most everybody', async () => {
    await refused('quota.vip', '0.71', '100%');
    await set('quota.vip', '2026-01-01', '0.7');
  });

  it('the four weights add up to one: alone none of them can change, together they can', async () => {
    await refused('review.weight_volume', '0.4', 'add up');
    const weights = { volume: '40%', receivables: '30%', reputation: '20%', loyalty: '10%' };
    const values = Object.entries(weights).map(([name, value]) => ({
      parameter: `review.weight_${name}`,
      from: '2026-01-01',
      value,
    }));
    await setPolicyValues(store, values, { by: 'li', why: '会议纪要' });
    expect((await on('2026-06-30'))['review.weight_volume']).toBe('0.4');
    await expect(
      withdrawPolicyValue(store, {
        parameter: 'review.weight_volume',
        from: '2026-01-01',
        by: 'li',
        why: '错',
      }),
    ).rejects.toThrow('add up');
    expect((await on('2026-06-30'))['review.weight_volume']).toBe('0.4');
  });

  it('also on a later day on which the other one changes', async () => {
    await set('bonus.praise_max', '2026-07-01', '300');
    await expect(set('bonus.praise_min', '2026-01-01', '400')).rejects.toThrow('2026-07-01');
  });

  it('a day is not both worked and free', async () => {
    await set('calendar.added_days', '2026-01-01', '2026-10-11');
    await refused('calendar.removed_days', '2026-10-11', 'both added and removed');
  });

  it('cards count for nothing in the score until that is computed', async () => {
    await refused('assessment.survey_weight', '0.1', 'cannot be counted');
  });
});

describe('what is typed', () => {
  const read = (name: ParameterName, text: string) => readPolicyValue(name, text);

  it('a decimal is exact text', () => {
    expect(read('bonus.point_rate', ' 270.50 ')).toBe('270.5');
    expect(read('bonus.point_rate', '２７０')).toBe('270');
    expect(read('bonus.point_rate', '0')).toBe('0');
    for (const wrong of ['', 'abc', '1e3', '-1', '1,000', '0.1234567', '1234567890123'])
      expect(() => read('bonus.point_rate', wrong)).toThrow(PolicyValueError);
  });

  it('a share is 0 to 1, or a percentage', () => {
    expect(read('quota.vip', '15%')).toBe('0.15');
    expect(read('quota.vip', '7.5 %')).toBe('0.075');
    expect(read('quota.vip', '100%')).toBe('1');
    expect(read('quota.vip', '0.15')).toBe('0.15');
    for (const wrong of ['15', '101%', '-1%', '1.01']) expect(() => read('quota.vip', wrong)).toThrow('15%');
  });

  it('whole numbers, none at all, codes, lists, days and hours', () => {
    expect(read('award.first_to_rank', '3')).toBe(3);
    expect(() => read('award.first_to_rank', '0')).toThrow('less than 1');
    expect(() => read('award.first_to_rank', '2.5')).toThrow('whole number');
    expect(read('receivables.default_term', '')).toBeNull();
    expect(read('receivables.default_term', '30')).toBe(30);
    expect(read('bonus.safety_per', 'month')).toBe('month');
    expect(() => read('bonus.safety_per', 'year')).toThrow('accident, month');
    expect(read('bonus.earning_roles', 'engineer、lead，lead')).toEqual(['engineer', 'lead']);
    expect(() => read('bonus.earning_roles', 'boss')).toThrow('"boss"');
    expect(read('calendar.added_days', '2026-10-11\n2026-10-18')).toEqual(['2026-10-11', '2026-10-18']);
    expect(() => read('calendar.added_days', '2026-02-30')).toThrow('2026-02-30');
    expect(read('calendar.hours', '08:30-12:00, 13:00-17:30')).toBe('08:30-12:00,13:00-17:30');
    expect(() => read('calendar.hours', '8-12')).toThrow('09:00');
  });

  it('each default, typed again, is read as itself', () => {
    for (const name of parameterNames) {
      const parameter: Parameter = parameters[name];
      const value = parameter.values[0]?.value ?? null;
      const typed = Array.isArray(value) ? value.join(',') : String(value ?? '');
      expect(read(name, typed)).toEqual(value);
    }
  });

  it('a refusal speaks both languages', () => {
    try {
      read('award.first_to_rank', 'x');
      expect.unreachable();
    } catch (error) {
      expect(error).toMatchObject({
        zh: '一等奖到第几名：这不是整数。',
        en: 'First award to rank: It is no whole number.',
      });
    }
  });
});
