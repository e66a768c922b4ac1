import { describe, expect, it } from 'vitest';
import { LISTED, listOf, type ReviewRow } from '@/app/reviews/_model';

const row = (i: number, proposal: string, score: number) =>
  ({
    customer_id: `C${i}`,
    proposal,
    flag: null,
    score: score.toFixed(2),
    decision: null,
    blacklist_proposed: false,
  }) as ReviewRow;

describe('the list of a review', () => {
  it('holds every row of a section that is not long, and of a long one those with the lowest scores', () => {
    const rows = [
      ...Array.from({ length: LISTED + 5 }, (_, i) => row(i, 'demote', 90 - (i % 50))),
      row(9001, 'promote', 99),
      row(9002, 'keep', 1),
    ];
    const { sizes, listed } = listOf(rows, 'changes');
    expect(sizes).toEqual({ demote: LISTED + 5, waiting: 0, promote: 1, watch: 0, keep: 0 });
    const demoted = listed.filter((r) => r.section === 'demote');
    expect([demoted.length, listed.length]).toEqual([LISTED, LISTED + 1]);
    const left = rows.filter(
      (r) => r.proposal === 'demote' && !demoted.some((d) => d.customer_id === r.customer_id),
    );
    const highest = Math.max(...demoted.map((r) => Number(r.score)));
    expect(left.every((r) => Number(r.score) >= highest)).toBe(true);
    expect(listOf(rows, 'all').sizes.keep).toBe(1);
    expect(listed.every((r) => r.stand === 'to_decide')).toBe(true);
  });
});
