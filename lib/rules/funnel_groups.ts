/** G-02, F-04: the order of a split's groups. What has no group comes last. */

/** G-02: key account above A, D a lead still to be developed; the ungraded come after. */
export const grades = ['K', 'A', 'B', 'C', 'D'] as const;

export const splits = ['none', 'grade', 'department', 'region', 'salesperson', 'product', 'source'] as const;
export type Split = (typeof splits)[number];

const chinese = new Intl.Collator('zh-CN', { numeric: true });

/** Compares two groups of a split: grades as in G-02, names as a Chinese reader looks them up. */
export function compareGroups(by: Split, a: string | null, b: string | null): number {
  if (a === b) return 0;
  if (a === null) return 1;
  if (b === null) return -1;
  if (by === 'grade') return rank(a) - rank(b);
  return chinese.compare(a, b);
}

const rank = (grade: string): number => {
  const i = (grades as readonly string[]).indexOf(grade);
  return i < 0 ? grades.length : i;
};
