/** Rows of some departments, out of those of all that a page has for its filter: another question would read them again. */
export function ofDepartments<R extends { department: string | null }>(
  rows: R[],
  departments: readonly string[] | undefined,
): R[] {
  if (!departments?.length) return rows;
  const asked = new Set<string | null>(departments);
  return rows.filter((row) => asked.has(row.department));
}
