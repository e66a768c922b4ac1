import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  askQuestion,
  BonusQuestionError,
  bonusQuestionsAsked,
  continueQuestion,
  takeBackEntry,
  unansweredQuestions,
} from '@/lib/work/bonus_questions';
import {
  BonusSignatureError,
  bonusSignatures,
  signatureHistory,
  signStatement,
  withdrawSignature,
} from '@/lib/work/bonus_signatures';
import { decisionsVersion, openWorkStore, type WorkStore } from '@/lib/work/store';

let dir: string;
let store: WorkStore;
beforeEach(async () => {
  dir = mkdtempSync(path.join(tmpdir(), 'tierline-questions-'));
  store = await openWorkStore(dir);
});
afterEach(async () => {
  await store.close();
  rmSync(dir, { recursive: true, force: true });
});

const day = (n: number) => new Date(`2026-08-0${n}T08:00:00Z`);
const line = { figure: 'fines_unsigned', source_kind: 'jobs', source_id: 'J1' };
const ask = (words: string, by = 'wei') =>
  askQuestion(store, { period: '2026-07', technician_id: 'T1', ...line, words }, { by, now: day(1) });

describe('a question on a line', () => {
  it('is open when asked, answered when answered, open again when asked again, then closed', async () => {
    const { question: id } = await ask('I did sign it.');
    const state = async () => (await bonusQuestionsAsked(store, '2026-07', 'T1'))[0]?.state;
    expect(await state()).toBe('open');
    await continueQuestion(store, id, 'answered', 'The sheet came late.', { by: 'hr', now: day(2) });
    expect(await state()).toBe('answered');
    await continueQuestion(store, id, 'asked', 'It was in time.', { by: 'wei', now: day(3) });
    expect([await state(), await unansweredQuestions(store, '2026-07')]).toEqual(['open', 1]);
    await continueQuestion(store, id, 'closed', '', { by: 'hr', now: day(4) });
    const [question] = await bonusQuestionsAsked(store, '2026-07');
    expect(question).toMatchObject({ ...line, state: 'closed', technician_id: 'T1' });
    expect(question?.entries.map((e) => [e.act, e.by, e.at.slice(0, 10)])).toEqual([
      ['asked', 'wei', '2026-08-01'],
      ['answered', 'hr', '2026-08-02'],
      ['asked', 'wei', '2026-08-03'],
      ['closed', 'hr', '2026-08-04'],
    ]);
    expect(await unansweredQuestions(store, '2026-07')).toBe(0);
  });

  it('stands on its own month and technician alone', async () => {
    await ask('Why?');
    expect(await bonusQuestionsAsked(store, '2026-06')).toEqual([]);
    expect(await bonusQuestionsAsked(store, '2026-07', 'T2')).toEqual([]);
  });

  it('is withdrawn by taking back its first entry; an answer taken back leaves it open', async () => {
    const asked = await ask('Why?');
    const answer = await continueQuestion(store, asked.question, 'answered', 'Because.', { by: 'hr' });
    expect(await takeBackEntry(store, asked.entry, 'wei')).toBe(false);
    expect(await takeBackEntry(store, answer.entry, 'hr')).toBe(true);
    expect((await bonusQuestionsAsked(store, '2026-07'))[0]?.state).toBe('open');
    expect(await takeBackEntry(store, asked.entry, 'wei')).toBe(true);
    expect(await bonusQuestionsAsked(store, '2026-07')).toEqual([]);
    expect(await takeBackEntry(store, asked.entry, 'wei')).toBe(false);
    const kept = await store.read('select count(*) as n from bonus_question_entries');
    expect(Number(kept.rows[0]?.n)).toBe(2);
  });

  it('needs a name and words, and makes reports answer anew', async () => {
    const before = decisionsVersion(dir);
    await expect(ask('Why?', ' ')).rejects.toThrow(BonusQuestionError);
    await expect(ask('  ')).rejects.toMatchObject({ problem: 'words_missing' });
    await expect(ask('x'.repeat(2001))).rejects.toMatchObject({ problem: 'words_too_long' });
    await expect(continueQuestion(store, 7, 'answered', 'Yes', { by: 'hr' })).rejects.toMatchObject({
      problem: 'unknown',
    });
    expect(decisionsVersion(dir)).toBe(before);
    const { question: id } = await ask('Why?');
    expect(decisionsVersion(dir)).toBe(before + 1);
    await continueQuestion(store, id, 'closed', '', { by: 'hr' });
    await expect(continueQuestion(store, id, 'answered', 'Late', { by: 'hr' })).rejects.toMatchObject({
      problem: 'changed_since',
    });
  });
});

describe('a signature', () => {
  const sign = (digest: string, n: number) =>
    signStatement(
      store,
      { period: '2026-07', technician_id: 'T1', digest, payable: '810.00', by: 'wei' },
      day(n),
    );

  it('stands for the wording that was signed; signed again, the earlier one stays in the history', async () => {
    await sign('a', 1);
    await sign('b', 2);
    expect((await bonusSignatures(store, '2026-07')).get('T1')).toMatchObject({ digest: 'b', by: 'wei' });
    expect((await signatureHistory(store, '2026-07', 'T1')).map((s) => [s.digest, s.withdrawnWhy])).toEqual([
      ['b', null],
      ['a', 'replaced'],
    ]);
  });

  it('is withdrawn with a reason, once', async () => {
    await sign('a', 1);
    const of = { period: '2026-07', technician_id: 'T1', by: 'hr', why: 'Signed for somebody else' };
    await expect(withdrawSignature(store, { ...of, why: ' ' })).rejects.toMatchObject({
      problem: 'why_missing',
    });
    await withdrawSignature(store, of);
    expect((await bonusSignatures(store, '2026-07')).size).toBe(0);
    await expect(withdrawSignature(store, of)).rejects.toThrow(BonusSignatureError);
  });

  it('needs a name', async () => {
    await expect(
      signStatement(store, { period: '2026-07', technician_id: 'T1', digest: 'a', payable: null, by: '' }),
    ).rejects.toMatchObject({ problem: 'who_missing' });
  });
});
