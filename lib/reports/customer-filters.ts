/** The filters of a report of customers, as its queries take them. */
import { listOrAll } from './params';
import { scopeParams, type Viewer } from './viewer';

interface Filters {
  department?: string[] | undefined;
  region?: string[] | undefined;
  owner?: string[] | undefined;
  grade?: string[] | undefined;
  tier?: string[] | undefined;
  product?: string[] | undefined;
}

/** Department, region, owner, grade, product and the viewer's scope. */
export const customerFilterParams = (viewer: Viewer, p: Filters) => ({
  departments: listOrAll(p.department),
  regions: listOrAll(p.region),
  owners: listOrAll(p.owner),
  grades: listOrAll(p.grade),
  products: listOrAll(p.product),
  ...scopeParams(viewer),
});
