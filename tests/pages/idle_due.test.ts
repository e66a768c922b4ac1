import { describe, expect, it } from 'vitest';
import { cellKey, MATRIX_OWNERS, matrixOf } from '@/app/idle/due/_matrix';

const row = (region: string | null, owner: string | null, stake = 100) => ({
  region,
  owner,
  count: 1,
  stake,
});

describe('regions against salespeople', () => {
  it('counts each customer once, and adds what is at stake to the cent', () => {
    const m = matrixOf([row('苏南', '张', 10), row('苏南', '张', 20), row('苏北', '李')]);
    expect(m.cells.get(cellKey('苏南', '张'))).toEqual({ count: 2, stake: '0.30' });
    expect(m.regions.map((r) => [r.value, r.whole.count])).toEqual([
      ['苏南', 2],
      ['苏北', 1],
    ]);
    expect(m.max).toBe(2);
  });
  it('what has no region or no owner is last', () => {
    const m = matrixOf([row(null, null), row(null, null), row('苏南', '张')]);
    expect(m.regions.map((r) => r.value)).toEqual(['苏南', null]);
    expect(m.owners.map((o) => o.value)).toEqual(['张', null]);
  });
  it('salespeople of one region stand side by side', () => {
    const m = matrixOf([
      ...Array.from({ length: 3 }, () => row('苏南', '甲')),
      ...Array.from({ length: 2 }, () => row('苏北', '乙')),
      row('苏南', '丙'),
    ]);
    expect(m.owners.map((o) => o.value)).toEqual(['甲', '丙', '乙']);
  });
  it('beyond the columns drawn the others are told, and their customers stay in the sums', () => {
    const m = matrixOf(Array.from({ length: MATRIX_OWNERS + 3 }, (_, i) => row('苏南', `人${i}`)));
    expect([m.owners.length, m.hiddenOwners, m.regions[0]?.whole.count]).toEqual([
      MATRIX_OWNERS,
      3,
      MATRIX_OWNERS + 3,
    ]);
  });
  it('nothing makes nothing', () => {
    expect(matrixOf([])).toMatchObject({ regions: [], owners: [], hiddenOwners: 0, max: 0 });
  });
});
