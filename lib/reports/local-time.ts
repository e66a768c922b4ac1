/** The company's local time of an ISO instant, as reports write instants: `2026-08-05 09:30:00`. */
export const localTime = (instant: string): string =>
  new Intl.DateTimeFormat('sv-SE', {
    timeZone: process.env.TIERLINE_TIME_ZONE ?? 'Asia/Shanghai',
    dateStyle: 'short',
    timeStyle: 'medium',
  }).format(new Date(instant));
