/** The SQL of the funnel and of idle customers against the rules in TypeScript, on random small companies. */
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { idleFacts } from '@/lib/queries/idle';
import { funnel } from '@/lib/reports/funnel';
import { idle } from '@/lib/reports/idle';
import { opportunitiesOpen } from '@/lib/reports/opportunities_open';
import {
  amountAt,
  daysInStage,
  type EntryStage,
  entriesOf,
  isOpen,
  type Opportunity,
  reachedBy,
  type StageEntry,
  stageAt,
  stages,
} from '@/lib/rules/funnel';
import { judgeIdle } from '@/lib/rules/idle';
import { methods } from '@/lib/rules/parameters/customers';
import { addDays } from '@/lib/rules/period';
import type { Warehouse } from '@/lib/warehouse/warehouse';
import { emptyWarehouse, fill } from '../support/golden';
import { contextOf } from './funnel_support';

let w: Warehouse;
beforeAll(async () => {
  w = await emptyWarehouse();
});
afterAll(() => w.close());

/** Few days, so that entries often share one. */
const day = fc.integer({ min: 0, max: 14 }).map((n) => addDays('2026-03-01', n));
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null });
const amount = fc.integer({ min: 0, max: 900 }).map((n) => `${n}.00`);
const entryStage = fc.constantFrom<EntryStage>(...stages, 'lost');
const stageEntry = fc.record<StageEntry>({ stage: entryStage, entered_on: day });

const opportunity = fc
  .record<Opportunity>({
    stage: entryStage,
    created_on: maybe(day),
    stage_entered_on: maybe(day),
    closed_on: day,
    expected_amount: maybe(amount),
    signed_amount: maybe(amount),
  })
  .map((o) =>
    o.stage === 'signed' || o.stage === 'lost' ? o : { ...o, closed_on: null, signed_amount: null },
  );

const pursued = fc.record({
  opportunity,
  history: fc.uniqueArray(stageEntry, { maxLength: 5, selector: (e) => e.stage + e.entered_on }),
  customer: fc.constantFrom('C1', 'C2', 'C3'),
});

async function replace(tables: Parameters<typeof fill>[1]) {
  await w.write(async (c) => {
    for (const t of ['customers', 'opportunities', 'stage_changes', 'visits', 'ledger']) {
      await c.run(`delete from raw.${t}`);
    }
  });
  await fill(w, tables);
}

const opportunityTables = (
  list: { opportunity: Opportunity; history: StageEntry[]; customer: string }[],
) => ({
  opportunities: list.map((p, i) => ({ opportunity_id: `O${i}`, customer_id: p.customer, ...p.opportunity })),
  stage_changes: list.flatMap((p, i) => p.history.map((e) => ({ opportunity_id: `O${i}`, ...e }))),
});

/** Linear interpolation between the closest ranks. */
function quantile(values: readonly number[], q: number): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  if (sorted.length === 0) return null;
  const at = (sorted.length - 1) * q;
  const low = sorted[Math.floor(at)] ?? 0;
  const high = sorted[Math.ceil(at)] ?? 0;
  return low + (high - low) * (at - Math.floor(at));
}

describe('the SQL says what the rules say', () => {
  it('funnel and open opportunities, at any date', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(pursued, { minLength: 1, maxLength: 12 }), day, async (list, asOf) => {
        await replace(opportunityTables(list));
        const ctx = contextOf(w);
        const ways = list.map((p) => ({ o: p.opportunity, way: entriesOf(p.opportunity, p.history) }));
        const cohort = ways.filter(({ o }) => o.created_on !== null && o.created_on <= asOf);
        const rows = await funnel.run(ctx, funnel.params.parse({ period: '2026H1', as_of: asOf }));
        stages.forEach((stage, i) => {
          const there = cohort.filter(({ way }) => reachedBy(way, asOf) > i);
          const days = cohort.map(({ way }) => daysInStage(way, stage, asOf)).filter((d) => d !== null);
          expect(rows[i]).toMatchObject({
            stage,
            reached: there.length,
            amount: there.reduce((sum, { o, way }) => sum + Number(amountAt(o, way, asOf)), 0).toFixed(2),
            median_days: quantile(days, 0.5),
          });
          expect(rows[i]?.p90_days === null).toBe(days.length === 0);
          expect(rows[i]?.p90_days ?? 0).toBeCloseTo(quantile(days, 0.9) ?? 0, 9);
        });

        const open = await opportunitiesOpen.run(ctx, opportunitiesOpen.params.parse({ as_of: asOf }));
        const expected = ways.flatMap(({ o, way }, i) =>
          isOpen(o, asOf)
            ? [[`O${i}`, stageAt(way, asOf)?.stage ?? null, stageAt(way, asOf)?.entered_on ?? null]]
            : [],
        );
        expect(open.map((r) => [r.opportunity_id, r.stage, r.entered_on]).sort()).toEqual(expected.sort());
      }),
      { numRuns: 60, seed: 20260831 },
    );
  }, 180_000);

  it('idle customers, at any date, whichever contacts count', async () => {
    const visit = fc.record({
      customer_id: fc.constantFrom('C1', 'C2', 'C3'),
      visited_at: maybe(fc.oneof(day, fc.constant('2026-02-02')).map((d) => `${d} 10:00:00`)),
      method: fc.constantFrom(...methods),
      conclusion: maybe(fc.constantFrom('refused', 'unreachable', 'progress')),
    });
    const line = fc.record({
      customer_id: fc.constantFrom('C1', 'C2', 'C3'),
      date: day,
      kind: fc.constantFrom('sale', 'sale', 'return', 'payment'),
      amount: fc.integer({ min: 1, max: 50 }),
    });
    const later = fc.integer({ min: 0, max: 480 }).map((n) => addDays('2026-03-01', n));
    const dates = fc.record({ collected_on: maybe(day), entered_on: maybe(day), assigned_on: maybe(day) });
    await fc.assert(
      fc.asyncProperty(
        fc.array(dates, { minLength: 3, maxLength: 3 }),
        fc.array(visit, { maxLength: 8 }),
        fc.array(line, { maxLength: 14 }),
        fc.array(pursued, { maxLength: 4 }),
        // Several days of the same data: what is kept of it must not be of one day.
        fc.array(fc.oneof(day, later), { minLength: 2, maxLength: 3 }),
        fc.uniqueArray(fc.constantFrom(...methods), { minLength: 1, maxLength: 6 }),
        fc.uniqueArray(fc.constantFrom(...methods), { minLength: 1, maxLength: 3 }),
        async (register, visits, ledger, list, dates, counted, faces) => {
          await replace({
            customers: register.map((d, i) => ({ customer_id: `C${i + 1}`, name: `客户${i}`, ...d })),
            visits: visits.map((v, i) => ({ visit_id: `V${i}`, salesperson: '张', ...v })),
            ledger: ledger.map((l, i) => ({ entry_id: `L${i}`, ...l })),
            ...opportunityTables(list),
          });
          const own = [
            { parameter: 'contact.methods', value: counted },
            { parameter: 'visit.face_to_face', value: faces },
          ] as const;
          const ctx = contextOf(w, {
            own: own.map((o) => ({
              ...o,
              value: [...o.value],
              from: '2000-01-01',
              setBy: '',
              setAt: '',
              why: '',
            })),
          });
          for (const asOf of dates) {
            const policy = ctx.policy.on(asOf);
            const facts = await idleFacts(w, {
              as_of: asOf,
              customers: ['C1', 'C2', 'C3'],
              face_to_face: [...faces],
              methods: [...counted],
              scope_departments: null,
              scope_regions: null,
              scope_owners: null,
            });
            const expected = facts
              .map((f) => ({
                customer_id: f.customer_id,
                ...judgeIdle(f, policy, asOf),
                last_contact_on: f.last_contact_on,
                last_visit_on: f.last_visit_on,
                last_sale_on: f.last_sale_on,
              }))
              .filter((j) => j.due_on !== null);
            const rows = await idle.run(ctx, idle.params.parse({ as_of: asOf }));
            const mine = rows
              .map((r) => ({
                customer_id: r.customer_id,
                class: r.class,
                reasons: r.reasons,
                due_on: r.due_on,
                days_overdue: r.days_overdue,
                last_contact_on: r.last_contact_on,
                last_visit_on: r.last_visit_on,
                last_sale_on: r.last_sale_on,
              }))
              .sort((a, b) => (a.customer_id < b.customer_id ? -1 : 1));
            expect(mine).toEqual(expected);
          }
        },
      ),
      { numRuns: 25, seed: 20260831 },
    );
  }, 180_000);
});
