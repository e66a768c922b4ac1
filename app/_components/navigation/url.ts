/** What a link changes in the address: a value, several values of a repeatable parameter, or null to remove it. */
export type Changes = Readonly<Record<string, string | readonly string[] | null | undefined>>;

/**
 * The address with these parameters changed and all others kept, in their order. An open row belongs to the
 * figures it was opened from, so it closes unless the change itself speaks of rows.
 */
export function withChanges(pathname: string, current: string, changes: Changes): string {
  const params = new URLSearchParams(current);
  if (!('row' in changes || 'tab' in changes || 'sort' in changes)) {
    params.delete('row');
    params.delete('tab');
  }
  for (const [name, value] of Object.entries(changes)) {
    if (value === undefined) continue;
    params.delete(name);
    if (value === null) continue;
    for (const one of typeof value === 'string' ? [value] : value) params.append(name, one);
  }
  const query = params.toString();
  return query ? `${pathname}?${query}` : pathname;
}
