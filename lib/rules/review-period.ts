/** The spans of days that a half-year review looks at (R-01 to R-04, T-05). */
import type { PolicyValues } from './parameters';
import { addDays, addMonths, type Period } from './period';

/** First of the 12 months up to a day: after the end of a month those are calendar months (T-05). */
export const yearUpTo = (day: string): string => addMonths(addDays(day, 1), -12);

/** Before any day that a file can bear. */
const EVER = '0001-01-01';

/** the first day of what "no problem" looks back over. */
export function cleanFrom(period: Period, reach: PolicyValues['review.clean_record']): string {
  if (reach === 'ever') return EVER;
  return reach === '12_months' ? yearUpTo(period.end) : period.start;
}
