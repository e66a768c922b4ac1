/** Parameters that can only be changed together: the weights of the review add up to 100 %. */
import { Decimal } from 'decimal.js';
import { type ParameterName, parameters } from '@/lib/rules/parameters';
import type { PolicyBook } from '@/lib/rules/policy';

const together: readonly (readonly ParameterName[])[] = [
  ['review.weight_volume', 'review.weight_receivables', 'review.weight_reputation', 'review.weight_loyalty'],
];

export function partnersOf(
  policy: PolicyBook,
  name: ParameterName,
  day: string,
  locale: string,
): { name: string; label: string; shown: string }[] {
  const group = together.find((g) => g.includes(name)) ?? [];
  return group
    .filter((other) => other !== name)
    .map((other) => ({
      name: other,
      label: locale === 'en' ? parameters[other].en : parameters[other].zh,
      shown: `${new Decimal(String(policy.on(day)[other])).times(100)}%`,
    }));
}
