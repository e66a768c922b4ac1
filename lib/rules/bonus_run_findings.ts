/** What a month has to answer before it is closed (B-12, B-13), and what can be waved through. */

/** In the order in which they are worked off. */
export const runFindings = [
  'unknown_total',
  'no_points',
  'unknown_technician',
  'negative_total',
  'changed_since',
  'question_open',
  'under_inquiry',
  'original_unknown',
  'repeat_without_cause',
  'signature_unknown',
  'unsigned',
  'no_jobs',
  'assessment_missing',
] as const;

export type RunFinding = (typeof runFindings)[number];

export const ruleOfFinding: Readonly<Record<RunFinding, string>> = {
  unknown_total: 'B-10',
  no_points: 'B-01',
  unknown_technician: 'B-10',
  negative_total: 'B-10',
  changed_since: 'B-13',
  question_open: 'B-13',
  under_inquiry: 'B-07',
  original_unknown: 'B-02',
  repeat_without_cause: 'B-02',
  signature_unknown: 'B-07',
  unsigned: 'B-07',
  no_jobs: 'B-10',
  assessment_missing: 'B-05',
};

/**
 * Without a total nobody can be paid, so a job without points has to be mended; a negative sum is carried or waived.
 * Everything else a person may wave through with a reason.
 */
const mended: readonly string[] = ['unknown_total', 'no_points', 'negative_total'];

export const isWaivable = (finding: string): boolean => !mended.includes(finding);

/** In the last month of a quarter the assessments of B-05 should be in. */
export const endsQuarter = (month: string): boolean => Number(month.slice(5, 7)) % 3 === 0;
