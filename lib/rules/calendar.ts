/** Working days and working hours (T-01 to T-03). */

export interface WorkCalendar {
  isWorkingDay(day: string): boolean;
  /** T-02: the n-th working day after a day; the day itself never counts. */
  deadline(day: string, n: number): string;
  /** Years asked for that the public calendar does not know: every figure that rests on them bears a warning. */
  unknownYears(from: string, to: string): readonly number[];
}
