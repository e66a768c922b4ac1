/** Every parameter of the rules, with its dated defaults. A company's own values are laid over them. */
import { bonusParameters } from './bonuses';
import { calendarParameters } from './calendar';
import { customerParameters } from './customers';
import type { Parameter } from './parameter';
import { serviceParameters } from './service';
import { tierParameters } from './tiers';

export const parameters = {
  ...calendarParameters,
  ...customerParameters,
  ...tierParameters,
  ...bonusParameters,
  ...serviceParameters,
} as const;

export type ParameterName = keyof typeof parameters;
type ValueOf<P> = P extends Parameter<infer V> ? V : never;
/** The values in force on one day: what a rule is handed. A what-if is a literal of this type. */
export type PolicyValues = { readonly [N in ParameterName]: ValueOf<(typeof parameters)[N]> };

export const parameterNames = Object.keys(parameters) as ParameterName[];

export function isParameterName(name: string): name is ParameterName {
  return Object.hasOwn(parameters, name);
}
