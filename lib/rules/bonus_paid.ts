/** When the bonus of a longer period is paid: with the month after its end (B-09: April, July, October, January). */
import { addDays, type Period, parsePeriod, periodOf } from './period';

function checked(name: string): Period {
  const period = parsePeriod(name);
  if (!period) throw new RangeError(`"${name}" is no period.`);
  return period;
}

/** The periods that are paid with a month, itself first; a quarter or a half-year asked for is paid alone. */
export function periodsPaidWith(name: string): string[] {
  const period = checked(name);
  if (period.grain !== 'month') return [name];
  const dayBefore = addDays(period.start, -1);
  const ended = (['quarter', 'half'] as const)
    .map((grain) => periodOf(dayBefore, grain))
    .filter((longer) => longer.end === dayBefore);
  return [name, ...ended.map((longer) => longer.name)];
}

/** The month with which a period is paid, and closed. */
export function monthPaying(name: string): string {
  const period = checked(name);
  return period.grain === 'month' ? name : periodOf(addDays(period.end, 1), 'month').name;
}
