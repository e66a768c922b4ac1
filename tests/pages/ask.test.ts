import { describe, expect, it } from 'vitest';
import { ask, asked, attempt } from '@/app/_lib/ask';
import { BadParameterError } from '@/lib/reports/errors';
import { idle } from '@/lib/reports/idle';

const defaults = { as_of: '2026-08-31' };

describe('the address of a page', () => {
  it('gives a report its parameters and keeps those of the page to itself', () => {
    const params = ask(idle, { region: ['苏南', '重庆'], row: 'C1', tab: 'rows', sort: '-name' }, defaults);
    expect(params).toEqual({ as_of: '2026-08-31', region: ['苏南', '重庆'] });
  });

  it('what it says goes before the default', () => {
    expect(ask(idle, { as_of: '2026-07-31' }, defaults).as_of).toBe('2026-07-31');
  });

  it.each([
    ['colour', 'red'],
    ['as_of', '2026-02-30'],
    ['reason', 'bored'],
  ])('a wrong %s is named', (name, value) => {
    expect(() => ask(idle, { [name]: value }, defaults)).toThrow(
      expect.objectContaining({ name: 'BadParameterError', parameter: name }),
    );
  });

  it('the parameters of a report as an address ask the same question again', () => {
    const params = ask(idle, { reason: 'trade', grade: ['A', 'B'] }, defaults);
    expect(ask(idle, asked(params), {})).toEqual(params);
  });

  it('a wrong parameter becomes a mistake to show; anything else is thrown', async () => {
    const wrong = new BadParameterError('by', 'unknown');
    expect(await attempt(async () => Promise.reject(wrong))).toEqual({ mistake: wrong });
    await expect(attempt(async () => Promise.reject(new Error('disk')))).rejects.toThrow('disk');
  });
});
