/** No two rules overlap or leave a gap, on any day: each check on both sides of its bound, and before anything is kept. */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type ParameterName, parameterNames } from '@/lib/rules/parameters';
import type { ParameterValue } from '@/lib/rules/parameters/parameter';
import { PolicyBook } from '@/lib/rules/policy';
import { policyHistory, setPolicyValues, tryPolicyValues, withdrawPolicyValues } from '@/lib/work/policy';
import { allChecks, conflictsOf } from '@/lib/work/policy_checks';
import { openWorkStore, policyBook, type WorkStore } from '@/lib/work/store';

const value = (parameter: ParameterName, from: string, to: ParameterValue) => ({
  parameter,
  from,
  value: to,
  setBy: 'li',
  setAt: '2026-01-01T00:00:00Z',
  why: 'test',
});
const conflicts = (...values: [ParameterName, string, ParameterValue][]) =>
  conflictsOf(
    new PolicyBook(values.map((v) => value(...v))),
    values.map(([name]) => name),
    values.map(([, from]) => from).sort()[0] ?? '2000-01-01',
  );

describe('the defaults', () => {
  it('fit each other on every day', () => {
    expect(allChecks(new PolicyBook()).filter((c) => c.conflict !== null)).toEqual([]);
  });

  it('each check has a name of its own, names parameters that exist, and speaks both languages', () => {
    const all = allChecks(new PolicyBook());
    expect(new Set(all.map((c) => c.id)).size).toBe(all.length);
    for (const check of all) {
      expect(check.parameters.every((name) => parameterNames.includes(name))).toBe(true);
      expect(check.zh).toMatch(/\p{Script=Han}/u);
      expect(check.en).not.toMatch(/\p{Script=Han}/u);
    }
  });
});

describe.each<[string, ParameterName, ParameterValue, ParameterValue]>([
  ['award_amounts', 'award.second', '1500', '1500.01'],
  ['award_ranks', 'award.first_to_rank', 7, 8],
  ['praise_range', 'bonus.praise_min', '500', '500.01'],
  ['saving_range', 'bonus.saving_max', '200', '199.99'],
  ['parts_margins', 'parts.low_margin', '0.4999', '0.5'],
  ['parts_rates', 'parts.low_rate', '0.05', '0.0501'],
  ['bonus_roles', 'bonus.earning_roles', ['lead'], []],
  ['repeat_causes', 'bonus.no_repeat_causes', ['other'], []],
  ['quota_limits', 'quota.vip', '0.7', '0.7001'],
  ['tier_sales', 'tier.preferred_min_sales', '1000000', '1000000.01'],
  ['tier_class', 'tier.preferred_min_class', '三级乙等', '三级甲等'],
  ['tier_beds', 'tier.preferred_min_beds', 300, 301],
  ['review_scores', 'review.demote_score', '80', '80.01'],
  ['review_scores', 'review.promote_score', '100', '100.01'],
  ['face_to_face', 'visit.face_to_face', ['exhibition'], ['other', 'chat']],
  ['arrival', 'service.arrive_urban', '7', '7.01'],
])('%s', (id, parameter, fits, fitsNot) => {
  it(`${parameter} may be ${JSON.stringify(fits)} and not ${JSON.stringify(fitsNot)}`, () => {
    expect(conflicts([parameter, '2026-01-01', fits])).toEqual([]);
    expect(conflicts([parameter, '2026-01-01', fitsNot]).map((c) => [c.check, c.day])).toEqual([
      [id, '2026-01-01'],
    ]);
  });
});

describe('the day', () => {
  it('is the first on which values do not fit, also one that a later value brings about', () => {
    const [conflict] = conflicts(
      ['award.second', '2026-01-01', '1200'],
      ['award.first', '2026-07-01', '1100'],
      ['award.first', '2026-10-01', '1000'],
    );
    expect(conflict).toMatchObject({ check: 'award_amounts', day: '2026-07-01' });
    expect(conflict?.zh).toContain('2026-07-01 起');
    expect(conflict?.en).toContain('from 2026-07-01');
  });

  it('ends where a later value mends it', () => {
    const book = new PolicyBook([
      value('award.second', '2026-01-01', '1600'),
      value('award.first', '2026-02-01', '1700'),
    ]);
    expect(conflictsOf(book, ['award.second'], '2026-02-01')).toEqual([]);
    expect(conflictsOf(book, ['award.second'], '2026-01-01')).toHaveLength(1);
  });

  it('a check of other parameters is not asked', () => {
    const book = new PolicyBook([value('award.second', '2026-01-01', '1600')]);
    expect(conflictsOf(book, ['fine.unsigned'], '2026-01-01')).toEqual([]);
  });
});

describe('values tried before they are set', () => {
  let store: WorkStore;
  beforeEach(async () => {
    store = await openWorkStore(fs.mkdtempSync(path.join(os.tmpdir(), 'tierline-checks-')));
  });
  afterEach(() => store.close());
  const made = { by: 'li', why: '2027 年办法' };

  it('are told and not kept', async () => {
    const values = [{ parameter: 'award.second', from: '2027-01-01', value: '1600' }];
    expect((await tryPolicyValues(store, values)).map((c) => c.check)).toEqual(['award_amounts']);
    const both = [...values, { parameter: 'award.first', from: '2027-01-01', value: '1600' }];
    expect(await tryPolicyValues(store, both)).toEqual([]);
    expect(await policyHistory(store, 'award.second')).toEqual([]);
    await expect(
      tryPolicyValues(store, [{ ...both[0], parameter: 'award.second', from: 'soon', value: '1' }]),
    ).rejects.toThrow('must be a date');
  });

  it('are held against what stands: a value of the same day is replaced, not added', async () => {
    await setPolicyValues(
      store,
      [
        { parameter: 'award.first', from: '2027-01-01', value: '900' },
        { parameter: 'award.second', from: '2027-01-01', value: '800' },
      ],
      made,
    );
    const tried = [{ parameter: 'award.first', from: '2027-01-01', value: '850' }];
    expect(await tryPolicyValues(store, tried)).toEqual([]);
    expect(
      (
        await tryPolicyValues(store, [
          { ...tried[0], parameter: 'award.first', from: '2027-01-01', value: '799' },
        ])
      ).length,
    ).toBe(1);
  });

  it('set together are withdrawn together: one alone would not fit', async () => {
    const values = [
      { parameter: 'award.first', from: '2027-01-01', value: '2000' },
      { parameter: 'award.second', from: '2027-01-01', value: '1800' },
    ];
    await setPolicyValues(store, values, made);
    await expect(withdrawPolicyValues(store, values.slice(0, 1), made)).rejects.toThrow('first award');
    expect((await policyBook(store)).on('2027-01-01')['award.first']).toBe('2000');
    expect(await withdrawPolicyValues(store, values, made)).toBe(true);
    expect((await policyBook(store)).on('2027-01-01')['award.first']).toBe('1500');
    expect(await withdrawPolicyValues(store, values, made)).toBe(false);
    expect((await policyHistory(store, 'award.first')).map((h) => h.state)).toEqual(['withdrawn']);
  });
});
