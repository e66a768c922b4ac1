import * as t from '@/lib/warehouse/types';

const listOrAll = () => t.list(t.text()).nullable();

/** What the viewer may see, as a query's parameters; null: all. */
export const scopeParameters = {
  scope_departments: listOrAll(),
  scope_regions: listOrAll(),
  scope_owners: listOrAll(),
};

/** The filters that reports of customers share, and the viewer's scope; null: all. */
export const customerFilters = {
  departments: listOrAll(),
  regions: listOrAll(),
  owners: listOrAll(),
  grades: listOrAll(),
  products: listOrAll(),
  ...scopeParameters,
};

/** Where a row was loaded from, as a query's columns. */
export const source = {
  source_import: t.integer().nullable(),
  source_file: t.text().nullable(),
  source_sheet: t.text().nullable(),
  source_line: t.integer().nullable(),
};
