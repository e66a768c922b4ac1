import fs from 'node:fs';
import { describe, expect, it } from 'vitest';
import { reportNamed, reportNames } from '@/lib/reports/registry';
import '@/lib/reports/all';
import { parameterNames, parameters } from '@/lib/rules/parameters';
import { PolicyBook } from '@/lib/rules/policy';
import { ruleCard, ruleIds, ruleParameters, ruleTexts } from '@/lib/rules/texts';
import { documents, sourceWords } from '@/lib/rules/texts/sources';

const spec = '../shared/spec/rules.md';

describe('rule texts', () => {
  it('exist for every rule that a parameter names', () => {
    const missing = parameterNames.map((n) => parameters[n].rule).filter((id) => !ruleIds.includes(id));
    expect(missing).toEqual([]);
  });

  it('exist for every rule that a report names', () => {
    expect(reportNames().length).toBeGreaterThan(5);
    const named = reportNames().flatMap((name) => reportNamed(name).rules);
    expect(named.filter((id) => !ruleIds.includes(id))).toEqual([]);
  });

  it.each(Object.entries(ruleTexts))('%s says it in Chinese and in English, not mixed', (_, text) => {
    for (const { zh, en } of [text.title, text.sentence]) {
      expect(zh).toMatch(/\p{Script=Han}/u);
      expect(en).toMatch(/[A-Za-z]{3}/);
      expect(en).not.toMatch(/\p{Script=Han}/u);
      expect(`${zh}${en}`).not.toMatch(/[!！您]/);
    }
    expect(text.sentence.zh).toMatch(/。$/);
    expect(text.sentence.en).toMatch(/\.$/);
    expect(text.source).not.toBe('');
  });

  it.skipIf(!fs.existsSync(spec))(
    'are those of the rules, no more and no less (skipped where ../shared is missing)',
    () => {
      const ids = [...fs.readFileSync(spec, 'utf8').matchAll(/^\| ([A-Z]-\d\d) \|/gm)].map((m) => m[1]);
      expect([...ruleIds].sort()).toEqual(ids.sort());
    },
  );
});

describe('the card of a rule', () => {
  it('bears the parameters in force on the day, with their source', () => {
    const own = {
      parameter: 'bonus.point_rate',
      from: '2026-04-01',
      value: '300',
      setBy: 'li',
      setAt: '',
      why: '会议纪要',
    } as const;
    const book = new PolicyBook([own]);
    const rate = (day: string) =>
      ruleCard(book, 'B-04', day)?.parameters.find((p) => p.name === 'bonus.point_rate');
    expect(rate('2026-03-31')).toMatchObject({
      value: '270',
      source: '002 part 3, 4.1',
      assumed: false,
      setBy: null,
    });
    expect(rate('2026-04-01')).toMatchObject({
      value: '300',
      from: '2026-04-01',
      source: '会议纪要',
      setBy: 'li',
    });
  });

  it('of a day before any value says that none was in force', () => {
    const card = ruleCard(new PolicyBook(), 'B-04', '1999-12-31');
    expect(card?.parameters[0]).toMatchObject({ value: null, from: null });
  });

  it('of no rule is none', () => {
    expect(ruleCard(new PolicyBook(), 'B-99', '2026-01-01')).toBeNull();
    expect(ruleCard(new PolicyBook(), 'toString', '2026-01-01')).toBeNull();
  });

  it('holds parameters of its own and those it shares', () => {
    expect(ruleParameters('B-03')).toEqual(['bonus.safety_points', 'bonus.safety_per']);
    expect(ruleParameters('O-03')).toEqual(['contact.first_within']);
  });
});

describe('sources', () => {
  const all = [
    ...new Set([
      ...Object.values(ruleTexts).map((text) => text.source),
      ...parameterNames.flatMap((name) => parameters[name].values.map((v) => v.source)),
    ]),
  ];

  it('are told in Chinese without an English word', () => {
    for (const source of all) expect(sourceWords(source, 'zh-CN')).not.toMatch(/[A-Za-z]{2,}/);
    expect(sourceWords('002 part 3, 9.5', 'zh-CN')).toBe('002 第 3 部分 9.5');
    expect(sourceWords('000 part 1 art. 3, 5; 001 sec. 1 art. 3, 5', 'zh-CN')).toBe(
      '000 第 1 部分 第 3、5 条；001 第 1 节 第 3、5 条',
    );
    expect(sourceWords('002 part 3, art. 10', 'zh-CN')).toBe('002 第 3 部分 第 10 条');
    expect(sourceWords('002 part 1, 2.2 d), 2.3 e)', 'zh-CN')).toBe('002 第 1 部分 2.2 d)、2.3 e)');
    expect(sourceWords('—', 'zh-CN')).toBe('');
  });

  it('stand in English as they are, and name only documents that the page of rules lists', () => {
    for (const source of all.filter((s) => s !== '—')) {
      expect(sourceWords(source, 'en')).toBe(source);
      for (const one of source.split('; ')) expect(Object.keys(documents)).toContain(one.slice(0, 3));
    }
  });
});
