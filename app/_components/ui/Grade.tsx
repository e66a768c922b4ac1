import { NONE } from '@/lib/format';

const known = ['K', 'A', 'B', 'C', 'D'];

/** The colour of a grade, also of the tiers in charts (VIP as K, preferred as A, qualified as B). */
export const gradeColor = (grade: string | null): string =>
  `var(--grade-${grade !== null && known.includes(grade) ? grade.toLowerCase() : 'none'})`;

/** The letter in ink beside a square of its colour; none where there is no grade. */
export function Grade({ grade }: { grade: string | null }) {
  if (grade === null) return <span className="text-ink-3">{NONE}</span>;
  return (
    <span className="inline-flex items-center gap-[5px] font-medium">
      <i className="size-[7px] flex-none rounded-[1px]" style={{ background: gradeColor(grade) }} />
      {grade}
    </span>
  );
}
