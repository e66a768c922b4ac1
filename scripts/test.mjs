/**
 * `npm test`: everything that is checked, on a fresh clone too: format and types, unit tests, the build, and
 * the pages in a browser against the sample company. The last line is `N passed, N failed, N skipped`.
 */
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ensureBrowser } from './lib/browser.mjs';
import { ensureBuild } from './lib/build.mjs';
import { checkNode, ensureModules } from './lib/install.mjs';
import { playwrightCounts, sum, vitestCounts } from './lib/results.mjs';
import { bin, must, root, run } from './lib/run.mjs';
import { main, Remedy, say, step } from './lib/say.mjs';

const reports = mkdtempSync(path.join(tmpdir(), 'tierline-test-'));
const failure = { passed: 0, failed: 1, skipped: 0 };

/** A step that fails is one failure, told at once; the others still run, so that one run tells everything. */
async function attempt(name, work) {
  try {
    return await step(name, work);
  } catch (error) {
    if (!(error instanceof Remedy)) throw error;
    console.error(error.message);
    return failure;
  }
}

/** The generated types of the pages, without which a fresh clone does not type-check. */
async function check() {
  if (!existsSync(path.join(root, 'next-env.d.ts'))) await must(bin('next'), ['typegen'], '');
  await must(
    'npm',
    ['run', '--silent', 'check'],
    say('用 npm run format 改格式。', 'npm run format mends the format.'),
  );
}

const line = ({ passed, failed, skipped }) => `${passed} passed, ${failed} failed, ${skipped} skipped`;

const told = (counts) => ({ value: counts, detail: line(counts), failed: counts.failed > 0 });

async function unit() {
  const file = path.join(reports, 'vitest.json');
  const { code } = await run(
    bin('vitest'),
    ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`],
    { show: true },
  );
  return told(vitestCounts(file, code));
}

async function pages(browser) {
  const file = path.join(reports, 'playwright.json');
  const env = { PLAYWRIGHT_JSON_OUTPUT_FILE: file, CHROMIUM: browser };
  const { code } = await run(bin('playwright'), ['test', '--reporter=list,json'], { show: true, env });
  return told(playwrightCounts(file, code));
}

await main(async () => {
  checkNode();
  await step(say('依赖包', 'Packages'), ensureModules);
  const browser = await attempt(say('浏览器', 'Browser'), ensureBrowser);
  const results = [];
  results.push(await attempt(say('格式与类型', 'Format and types'), check));
  results.push(await attempt(say('单元测试', 'Unit tests'), unit));
  const built = await attempt(say('构建', 'Build'), ensureBuild);
  if (built === failure || browser === failure) results.push(failure);
  else results.push(await attempt(say('页面测试', 'Pages'), () => pages(browser)));
  const total = sum(results.filter(Boolean));
  console.log(`\n${line(total)}`);
  if (total.failed > 0) process.exitCode = 1;
}).finally(() => rmSync(reports, { recursive: true, force: true }));
