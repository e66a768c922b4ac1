/** The state of a page is its address: reading it, and making the address of the next state. */

export type SearchParams = Record<string, string | string[] | undefined>;

/** Parameters as reports read them: each name with its values. */
export function given(params: SearchParams): Record<string, string[]> {
  const result: Record<string, string[]> = {};
  for (const [name, value] of Object.entries(params)) {
    if (value !== undefined) result[name] = Array.isArray(value) ? value : [value];
  }
  return result;
}

/** The first value of a parameter. */
export function one(params: SearchParams, name: string): string | undefined {
  const value = params[name];
  return Array.isArray(value) ? value[0] : value;
}

/** All values of a parameter. */
export function all(params: SearchParams, name: string): string[] {
  const value = params[name];
  return value === undefined ? [] : Array.isArray(value) ? value : [value];
}

/** Picks some parameters: those that a report knows, out of those of a page. */
export function only(params: SearchParams, names: readonly string[]): Record<string, string[]> {
  const known = new Set(names);
  return Object.fromEntries(Object.entries(given(params)).filter(([name]) => known.has(name)));
}

/** The address with some parameters changed; null or an empty list takes one away. */
export function href(
  path: string,
  params: SearchParams,
  changes: Record<string, string | readonly string[] | null> = {},
): string {
  const next = new URLSearchParams();
  for (const [name, values] of Object.entries(given(params))) {
    if (!(name in changes)) for (const v of values) next.append(name, v);
  }
  for (const [name, value] of Object.entries(changes)) {
    if (value === null) continue;
    for (const v of Array.isArray(value) ? value : [value as string]) next.append(name, v);
  }
  const query = next.toString();
  return query ? `${path}?${query}` : path;
}
