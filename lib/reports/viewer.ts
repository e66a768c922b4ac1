/** Who asks. Every report takes a viewer and applies the scope where rows are read. */

export type Right = 'export' | 'import' | 'policy' | 'personal_data' | 'confidential';

export interface Scope {
  /** Null: all of them. */
  departments: readonly string[] | null;
  regions: readonly string[] | null;
  owners: readonly string[] | null;
}

export interface Viewer {
  id: string;
  name: string;
  scope: Scope;
  rights: ReadonlySet<Right>;
}

export const everything: Scope = { departments: null, regions: null, owners: null };

/** The one viewer of an installation without accounts: all rights, everything in sight. */
export const soleViewer: Viewer = {
  id: 'local',
  name: 'local',
  scope: everything,
  rights: new Set<Right>(['export', 'import', 'policy', 'personal_data', 'confidential']),
};

/** The scope as parameters of a query; every query that reads customers takes these three. */
export function scopeParams(viewer: Viewer): {
  scope_departments: string[] | null;
  scope_regions: string[] | null;
  scope_owners: string[] | null;
} {
  const { departments, regions, owners } = viewer.scope;
  return {
    scope_departments: departments && [...departments],
    scope_regions: regions && [...regions],
    scope_owners: owners && [...owners],
  };
}

/** True when a row that bears these attributes lies in the viewer's scope. */
export function inScope(
  viewer: Viewer,
  row: { department?: string | null; region?: string | null; owner?: string | null },
): boolean {
  const { departments, regions, owners } = viewer.scope;
  const holds = (list: readonly string[] | null, value: string | null | undefined) =>
    list === null || (value != null && list.includes(value));
  return holds(departments, row.department) && holds(regions, row.region) && holds(owners, row.owner);
}
