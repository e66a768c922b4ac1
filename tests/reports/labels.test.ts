import fs from 'node:fs';
import { describe, expect, it } from 'vitest';
import { reportNamed, reportNames } from '@/lib/reports/registry';
import '@/lib/reports/all';

const read = (area: string, locale: string) =>
  JSON.parse(fs.readFileSync(`app/_i18n/messages/${area}.${locale}.json`, 'utf8')) as Record<string, unknown>;

describe.each(['zh-CN', 'en'])('in %s', (locale) => {
  const columns = read('columns', locale);
  const codes = read('codes', locale);
  const reports = read('reports', locale);

  it.each(reportNames())('%s and its columns have names', (name) => {
    const report = reportNamed(name);
    const nameless = report.columns.map((c) => c.name).filter((c) => typeof columns[c] !== 'string');
    expect(nameless).toEqual([]);
    expect(reports[name], 'the report itself').toBeTypeOf('string');
  });

  it.each(reportNames())('%s: its vocabularies are there', (name) => {
    const missing = reportNamed(name)
      .columns.flatMap((c) => (c.vocabulary ? [c.vocabulary] : []))
      .filter((v) => typeof codes[v] !== 'object');
    expect(missing).toEqual([]);
  });
});
