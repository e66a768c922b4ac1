/** Instants as the company's clock shows them. */
const zone = () => process.env.TIERLINE_TIME_ZONE ?? 'Asia/Shanghai';

/** The local day of an ISO instant: `2026-08-05`. */
export const dayOf = (instant: string): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone: zone() }).format(new Date(instant));

/** Its local minute: `2026-08-05 09:30`. */
export const localMinute = (instant: string | Date): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: zone(), dateStyle: 'short', timeStyle: 'short' }).format(
    new Date(instant),
  );
