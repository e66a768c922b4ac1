import { defineConfig } from '@playwright/test';
import { findBrowser } from './scripts/lib/browser.mjs';

export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results',
  // Files run beside each other; those that write have a company of their own.
  workers: 2,
  forbidOnly: Boolean(process.env.CI),
  // Bounds for what hangs, far above what a busy machine needs.
  timeout: 120_000,
  expect: { timeout: 20_000 },
  globalSetup: './e2e/support/server.ts',
  use: {
    baseURL: process.env.E2E_URL,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    viewport: { width: 1440, height: 900 },
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: findBrowser(),
      args: ['--no-sandbox', '--disable-dev-shm-usage', '--disable-gpu', '--font-render-hinting=none'],
    },
  },
});
