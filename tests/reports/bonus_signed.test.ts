import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bonusAsked } from '@/lib/reports/bonus_asked';
import { bonusSigned } from '@/lib/reports/bonus_signed';
import { statementIn } from '@/lib/reports/bonus_statement_any';
import { digestOf } from '@/lib/reports/bonus_statement_standing';
import type { Warehouse } from '@/lib/warehouse/warehouse';
import { askQuestion, continueQuestion } from '@/lib/work/bonus_questions';
import { signStatement } from '@/lib/work/bonus_signatures';
import { openWorkStore, type WorkStore } from '@/lib/work/store';
import { emptyWarehouse, goldenDir, goldenMissing, loadCanonical } from '../support/golden';
import { bonusContext, ownValue } from './bonus_support';

describe.skipIf(goldenMissing)(
  'what people said to their statements (skipped where ../shared is missing)',
  () => {
    const period = '2026-07';
    let w: Warehouse;
    let store: WorkStore;
    beforeAll(async () => {
      w = await emptyWarehouse();
      await loadCanonical(w, path.join(goldenDir, 'canonical'));
      store = await openWorkStore(w.dir);
    });
    afterAll(async () => {
      await store.close();
      await w.close();
    });

    it('before anybody signs, everybody is listed with what is paid, exactly as afterwards', async () => {
      const ctx = bonusContext(w);
      const before = await bonusSigned.run(ctx, { period: '2026-06' });
      expect(before.length).toBeGreaterThan(10);
      expect(new Set(before.map((r) => r.signature))).toEqual(new Set(['unsigned']));
      await signStatement(store, {
        period: '2026-06',
        technician_id: 'T999',
        digest: '',
        payable: null,
        by: 'li',
      });
      expect(await bonusSigned.run(ctx, { period: '2026-06' })).toEqual(before);
    });

    it('a signature stands for the statement that was signed, and is void under another rate', async () => {
      const ctx = bonusContext(w);
      const sheet = await statementIn(ctx, period, 'T001');
      if (!sheet) throw new Error('T001 has no statement.');
      await signStatement(
        store,
        { period, technician_id: 'T001', digest: digestOf(sheet), payable: sheet.payable, by: '吕玉' },
        new Date('2026-08-03T01:30:00Z'),
      );
      const state = async (from = ctx) =>
        (await bonusSigned.run(from, { period })).find((r) => r.technician_id === 'T001');
      expect(await state()).toMatchObject({
        signature: 'signed',
        signed_by: '吕玉',
        signed_at: '2026-08-03 09:30:00',
        signed_for: sheet.payable,
        payable: sheet.payable,
      });
      const other = bonusContext(w, [ownValue('bonus.point_rate', '2026-07-01', '271')]);
      expect((await state(other))?.signature).toBe('void');
      expect(await bonusSigned.run(ctx, { period, signature: ['void'] })).toEqual([]);
      const rows = await bonusSigned.run(ctx, { period, signature: ['signed'] });
      expect(rows.map((r) => r.technician_id)).toEqual(['T001']);
    });

    it('questions are a report: what waits first, with the last question and its answer', async () => {
      const ctx = bonusContext(w);
      const ask = (technician_id: string, words: string) =>
        askQuestion(
          store,
          { period, technician_id, figure: '', source_kind: '', source_id: '', words },
          { by: 'li', now: new Date('2026-08-04T00:00:00Z') },
        );
      const { question } = await ask('T002', 'Why so little?');
      await continueQuestion(store, question, 'answered', 'Two repeats.', { by: 'hr' });
      await ask('T001', 'What is a?');
      await ask('T999', 'Who am I?');
      const rows = await bonusAsked.run(ctx, { period });
      expect(rows.map((r) => [r.technician_id, r.state, r.question, r.answer])).toEqual([
        ['T001', 'open', 'What is a?', null],
        ['T002', 'answered', 'Why so little?', 'Two repeats.'],
      ]);
      expect(await bonusAsked.run(ctx, { period, state: ['closed'] })).toEqual([]);
    });
  },
);
