import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { must, run } from './run.mjs';
import { Remedy, say } from './say.mjs';

const places = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ...[process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA]
    .filter(Boolean)
    .map((folder) => path.join(folder, 'Google', 'Chrome', 'Application', 'chrome.exe')),
];

/** CHROMIUM where it is set, else the browser of the machine; undefined where there is none. */
export function findBrowser() {
  const named = process.env.CHROMIUM;
  if (named && !existsSync(named)) {
    throw new Remedy(say(`CHROMIUM=${named} 不存在。`, `CHROMIUM=${named} does not exist.`));
  }
  return named ?? places.find((place) => existsSync(place));
}

function isDebian() {
  if (process.platform !== 'linux' || !existsSync('/etc/os-release')) return false;
  return /^ID(_LIKE)?=.*\b(debian|ubuntu)\b/m.test(readFileSync('/etc/os-release', 'utf8'));
}

async function asRoot() {
  if (process.getuid?.() === 0) return ['env', 'DEBIAN_FRONTEND=noninteractive'];
  const sudo = await run('sudo', ['-n', 'true']).catch(() => ({ code: 1 }));
  return sudo.code === 0 ? ['sudo', '-n', 'env', 'DEBIAN_FRONTEND=noninteractive'] : undefined;
}

async function hasChineseFont() {
  const fonts = await run('fc-list', [':lang=zh', 'family']).catch(() => ({ code: 1, output: '' }));
  return fonts.code === 0 && fonts.output.trim() !== '';
}

/** A browser for the tests of the pages, with a Chinese font; installed where the machine lets us. */
export async function ensureBrowser() {
  const found = findBrowser();
  const missing = [];
  if (!found) missing.push('chromium');
  if (isDebian() && !(await hasChineseFont())) missing.push('fontconfig', 'fonts-noto-cjk');
  if (missing.length > 0 && isDebian()) {
    const prefix = await asRoot();
    const [command, ...args] = prefix ?? [];
    const byHand = `sudo apt-get update && sudo apt-get install -y ${missing.join(' ')}`;
    const remedy = say(
      `自己安装后再运行一次：${byHand}`,
      `Install it yourself and run this again: ${byHand}`,
    );
    if (!command) throw new Remedy(remedy);
    await must(command, [...args, 'apt-get', 'update'], remedy);
    await must(command, [...args, 'apt-get', 'install', '-y', '--no-install-recommends', ...missing], remedy);
  }
  const browser = findBrowser();
  if (browser) return { value: browser, detail: browser };
  throw new Remedy(
    say(
      '页面测试需要 Chromium 或 Chrome。安装其中一个，或者用 CHROMIUM=路径 指出它在哪里。',
      'The tests of the pages need Chromium or Chrome. Install one, or say where it is with CHROMIUM=PATH.',
    ),
  );
}
