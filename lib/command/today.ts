/** Today in the company's time zone, `YYYY-MM-DD`; `TIERLINE_TODAY` sets it for demonstrations and tests. */
import { companyZone } from '@/lib/import/load/sql/date';

export function today(now: Date = new Date()): string {
  return process.env.TIERLINE_TODAY ?? now.toLocaleDateString('sv-SE', { timeZone: companyZone() });
}
