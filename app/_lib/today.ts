/** Today in the company's time zone, `YYYY-MM-DD`. `TIERLINE_TODAY` sets it for demonstrations and tests. */
export function today(): string {
  const set = process.env.TIERLINE_TODAY;
  if (set) return set;
  const zone = process.env.TIERLINE_TIME_ZONE ?? 'Asia/Shanghai';
  return new Intl.DateTimeFormat('en-CA', { timeZone: zone }).format(new Date());
}
