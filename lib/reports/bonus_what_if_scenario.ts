/** A what-if as an address bears it: `set=bonus.base_points:18`, `coefficient=调试:2.5`. */
import { Decimal } from 'decimal.js';
import { isTried, type Scenario, type Tried } from '@/lib/rules/bonus_what_if';
import type { ParameterValue } from '@/lib/rules/parameters/parameter';
import { readPolicyValue } from '@/lib/work/policy_input';
import { BadParameterError } from './params';

/** The last colon parts name and value: a work type may bear colons, a value never does. */
function parted(text: string): [name: string, value: string] | null {
  const at = text.lastIndexOf(':');
  return at > 0 ? [text.slice(0, at), text.slice(at + 1)] : null;
}

/** A coefficient as its register takes it: at most three places, not negative. */
const COEFFICIENT = /^\d{1,9}(\.\d{1,3})?$/;

/**
 * Reads one value to try.
 * @throws BadParameterError where the text is none, PolicyValueError where the value cannot stand
 */
export function readTried(text: string): [Tried, ParameterValue] {
  const [name, value] = parted(text) ?? ['', ''];
  if (!isTried(name))
    throw new BadParameterError('set', `"${text}" is none; expected like bonus.base_points:18`);
  return [name, readPolicyValue(name, value)];
}

/** @throws BadParameterError */
export function readCoefficient(text: string): [workType: string, coefficient: string] {
  const [workType, value] = parted(text) ?? ['', ''];
  const typed = value.normalize('NFKC').trim();
  if (workType === '' || !COEFFICIENT.test(typed))
    throw new BadParameterError('coefficient', `"${text}" is none; expected like 调试:2.5`);
  return [workType, new Decimal(typed).toFixed()];
}

/**
 * The values and coefficients to try; of two for one name the later counts.
 * @throws BadParameterError, PolicyValueError
 */
export const readScenario = (p: {
  set?: readonly string[] | undefined;
  coefficient?: readonly string[] | undefined;
}): Scenario => ({
  values: new Map((p.set ?? []).map(readTried)),
  coefficients: new Map((p.coefficient ?? []).map(readCoefficient)),
});
