/** What a person chose for the look, kept in cookies so that the first page already has it. */
export const themes = ['system', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];
export const densities = ['auto', 'compact', 'standard', 'comfortable'] as const;
export type Density = (typeof densities)[number];

export const asTheme = (value: string | undefined): Theme => themes.find((t) => t === value) ?? 'system';
export const asDensity = (value: string | undefined): Density => densities.find((d) => d === value) ?? 'auto';

/** The element of a list after this one, round and round. */
export function next<T>(list: readonly T[], now: T): T {
  return list[(list.indexOf(now) + 1) % list.length] ?? now;
}
