import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DecisionError } from '@/lib/work/decision_error';
import {
  decidedOwners,
  decideOwners,
  findingKey,
  type NewOwnerDecision,
  ownerDecisions,
  standingByFinding,
  withdrawOwnerDecisions,
} from '@/lib/work/ownership';
import { decisionsVersion, openWorkStore, type WorkStore } from '@/lib/work/store';

let dir: string;
let store: WorkStore;
beforeEach(async () => {
  dir = fs.mkdtempSync(path.join(os.tmpdir(), 'tierline-owners-'));
  store = await openWorkStore(dir);
});
afterEach(async () => {
  await store.close();
  fs.rmSync(dir, { recursive: true, force: true });
});

const unowned = (customer_id: string, owner: string): NewOwnerDecision => ({
  customer_id,
  finding: 'unowned',
  other_customer_id: null,
  owner,
  previous_owner: null,
  proposed_owner: '张',
});
const made = { by: '经理', why: '按建议', today: '2026-11-22', now: new Date('2026-11-22T03:00:00Z') };

describe('decisions on owners', () => {
  it('are kept with who, when and why, and tell remembered results to ask anew', async () => {
    const before = decisionsVersion(dir);
    await decideOwners(store, [unowned('C1', '张'), unowned('C2', '李')], made);
    expect(decisionsVersion(dir)).toBe(before + 1);
    const all = await ownerDecisions(store);
    expect(all.map((d) => [d.customer_id, d.owner, d.decision, d.decided_by, d.decided_on, d.why])).toEqual([
      ['C2', '李', 'assign', '经理', '2026-11-22', '按建议'],
      ['C1', '张', 'assign', '经理', '2026-11-22', '按建议'],
    ]);
  });
  it('an owner that stays is kept, another is assigned', async () => {
    const conflict = { finding: 'conflict' as const, other_customer_id: 'C9', previous_owner: '张' };
    await decideOwners(store, [{ ...unowned('C1', '张'), ...conflict }], made);
    await decideOwners(store, [{ ...unowned('C2', '李'), ...conflict }], made);
    expect((await ownerDecisions(store)).map((d) => d.decision)).toEqual(['assign', 'keep']);
  });
  it('the latest of a finding stands; withdrawn, the one before it does, and nothing is lost', async () => {
    await decideOwners(store, [unowned('C1', '张')], made);
    const [id = 0] = await decideOwners(store, [unowned('C1', '李')], { ...made, why: '更熟悉' });
    const key = findingKey(unowned('C1', ''));
    expect(standingByFinding(await ownerDecisions(store)).get(key)?.owner).toBe('李');
    expect(await withdrawOwnerDecisions(store, [id], { by: '经理', why: '弄错了' })).toBe(1);
    const all = await ownerDecisions(store);
    expect(standingByFinding(all).get(key)?.owner).toBe('张');
    expect(decidedOwners(all).get('C1')?.owner).toBe('张');
    expect(all[0]).toMatchObject({ owner: '李', withdrawn_by: '经理', withdrawn_why: '弄错了' });
    expect(await withdrawOwnerDecisions(store, [id], { by: '经理', why: '再来' })).toBe(0);
  });
  it.each([
    ['nobody', { ...made, by: ' ' }, '张'],
    ['no reason', { ...made, why: '' }, '张'],
    ['no owner', made, ' '],
  ])('with %s nothing of it is kept', async (_, given, owner) => {
    await expect(decideOwners(store, [unowned('C1', '张'), unowned('C2', owner)], given)).rejects.toThrow(
      DecisionError,
    );
    expect(await ownerDecisions(store)).toEqual([]);
  });
});
