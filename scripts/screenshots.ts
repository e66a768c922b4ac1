/** `npm run screenshots -- URL`: the pictures of `docs/`, from a server that shows the sample company. */
import path from 'node:path';
import { chromium } from '@playwright/test';
import { findBrowser } from './lib/browser.mjs';

const day = '2026-11-20';
const pages: readonly (readonly [name: string, address: string])[] = [
  ['overview', `/?as_of=${day}`],
  ['funnel', '/funnel?period=2026H1&by=grade'],
  ['processes', '/funnel/processes?period=2026H2'],
  ['pipeline', `/pipeline?as_of=${day}`],
  ['bridge', `/pipeline/bridge?as_of=${day}&from=2026-06-30`],
  ['cohorts', `/pipeline/cohorts?as_of=${day}`],
  ['lost', '/lost?period=2026H1'],
  ['plans', `/plans?period=2026-11&as_of=${day}`],
  ['receivables', `/receivables?as_of=${day}`],
  ['idle', `/idle?as_of=${day}`],
  ['idle_due', `/idle/due?as_of=${day}`],
  ['idle_week', `/idle/week?as_of=${day}`],
  ['ownership', `/ownership?as_of=${day}`],
  ['files', `/files?as_of=${day}`],
  ['market', '/files/market?period=2026H2'],
  ['visits', `/visits?period=2026-10&as_of=${day}`],
  ['quotas', `/quotas?as_of=${day}`],
  ['quotas_trend', `/quotas?as_of=${day}&view=trend`],
  ['quotas_what_if', `/quotas/what-if?as_of=${day}&move=C0093:preferred&move=C0168:drop`],
  ['quotas_solve', '/quotas/solve?period=2026H1'],
  ['customer', `/customers/C0121?as_of=${day}`],
  ['reviews', '/reviews?period=2026H1'],
  ['demotions', '/reviews/demotions'],
  ['blacklist', '/blacklist'],
  ['admission', `/admission?as_of=${day}`],
  ['bonuses', '/bonuses?period=2026-10'],
  ['bonuses_run', '/bonuses/run?period=2026-10'],
  ['statement', '/bonuses/T002?period=2026-10'],
  ['bonuses_questions', '/bonuses/questions?period=2026-10&view=signatures'],
  ['bonuses_quarter', '/bonuses/quarter?period=2026Q3'],
  ['bonuses_half', '/bonuses/half?period=2026H1'],
  ['bonuses_team', '/bonuses/team?period=2026'],
  [
    'bonuses_what_if',
    '/bonuses/what-if?from=2025-11&to=2026-10&set=bonus.base_points:18&set=award.first:2000&set=fine.unsigned:50',
  ],
  ['imports', '/imports'],
  ['changes', '/changes?since=1&report=visits&period=2026-10'],
  ['policy', '/policy'],
];
const looks = [
  { locale: 'zh-CN', theme: 'light', width: 1440, height: 900, suffix: 'zh.light' },
  { locale: 'en', theme: 'dark', width: 1440, height: 900, suffix: 'en.dark' },
  { locale: 'zh-CN', theme: 'light', width: 390, height: 844, suffix: 'zh.phone' },
] as const;

const url = process.argv[2];
if (!url)
  throw new Error('Give the address of a running server: npm run screenshots -- http://127.0.0.1:3000');

// The solver shows what it has searched.
await fetch(`${url}/api/solve?period=2026H1`, {
  method: 'POST',
  headers: { 'sec-fetch-site': 'same-origin' },
});
const browser = await chromium.launch({
  executablePath: findBrowser(),
  args: ['--no-sandbox', '--disable-dev-shm-usage', '--font-render-hinting=none'],
});
for (const look of looks) {
  const context = await browser.newContext({
    viewport: { width: look.width, height: look.height },
    locale: look.locale,
    timezoneId: 'Asia/Shanghai',
  });
  await context.addCookies([
    { name: 'locale', value: look.locale, url },
    { name: 'theme', value: look.theme, url },
  ]);
  const page = await context.newPage();
  for (const [name, address] of pages) {
    await page.goto(url + address, { waitUntil: 'networkidle' });
    await page.screenshot({ path: path.join('docs', 'screenshots', `${name}.${look.suffix}.png`) });
    console.log(`${name}.${look.suffix}.png`);
  }
  await context.close();
}
await browser.close();
