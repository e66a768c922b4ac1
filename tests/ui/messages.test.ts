import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const folder = 'app/_i18n/messages';
const files = readdirSync(folder);
const areas = [...new Set(files.map((file) => file.replace(/\.(zh-CN|en)\.json$/, '')))];

const read = (area: string, locale: string): unknown =>
  JSON.parse(readFileSync(`${folder}/${area}.${locale}.json`, 'utf8'));

/** Every message with the path of its key. */
function entries(value: unknown, path = ''): [string, string][] {
  if (typeof value === 'string') return [[path, value]];
  return Object.entries(value as Record<string, unknown>).flatMap(([key, inner]) =>
    entries(inner, path ? `${path}.${key}` : key),
  );
}

/** Names of the values a message takes; the words inside the branches of a plural are none. */
function argumentsOf(message: string): string[] {
  const names = new Set<string>();
  let depth = 0;
  for (const { 0: sign, 1: name } of message.matchAll(/\{\s*(\w*)|\}/g)) {
    if (sign === '}') depth -= 1;
    else {
      // Arguments stand at even depths: outside, and inside a branch, which is itself inside an argument.
      if (depth % 2 === 0 && name) names.add(name);
      depth += 1;
    }
  }
  return [...names].sort();
}

describe.each(areas)('the messages of %s', (area) => {
  const zh = entries(read(area, 'zh-CN'));
  const en = new Map(entries(read(area, 'en')));

  it('have the same keys in both languages', () => {
    expect([...en.keys()].sort()).toEqual(zh.map(([key]) => key).sort());
  });

  it('take the same values in both languages', () => {
    for (const [key, message] of zh) {
      expect(argumentsOf(en.get(key) ?? ''), key).toEqual(argumentsOf(message));
    }
  });

  it('are calm: no exclamation marks, no 您, no 成功', () => {
    for (const [key, message] of [...zh, ...en])
      expect(message, key).not.toMatch(/[!！]|您|成功|successfully/i);
  });

  it('are not empty', () => {
    for (const [key, message] of [...zh, ...en]) expect(message.trim(), key).not.toBe('');
  });
});
