import { after } from 'next/server';
import { step } from '@/app/_components/stepper/steps';
import { readAhead } from '@/lib/reports/ahead';

/**
 * Once the page is sent, reads the one that the stepper's arrow back leads to: what people ask for next is then
 * remembered. What cannot be read is told in the log.
 * @param period the one that the page shows
 */
export function periodBeforeAhead(period: string, read: (period: string) => Promise<unknown>): void {
  const before = step('period', period, -1, {});
  if (before === null) return;
  after(() => readAhead([() => read(before)]));
}

/** The same of a page that shows the state of a day: the end of the month before. @param day the one that it shows */
export function dayBeforeAhead(day: string, read: (day: string) => Promise<unknown>): void {
  const before = step('as_of', day, -1, {});
  if (before === null) return;
  after(() => readAhead([() => read(before)]));
}
