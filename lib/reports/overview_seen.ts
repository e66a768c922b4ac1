/** What the reports of the overview have in common: which rows of the ledger are looked at. */
import { asOf, listOrAll, many } from './params';
import { scopeParams, type Viewer } from './viewer';

/** Department is that of the ledger row, region and owner are the customer's. */
export const overviewParams = { as_of: asOf, department: many, region: many, owner: many };

interface Asked {
  as_of: string;
  department?: string[] | undefined;
  region?: string[] | undefined;
  owner?: string[] | undefined;
}

export const ledgerSeen = (viewer: Viewer, p: Asked) => ({
  as_of: p.as_of,
  departments: listOrAll(p.department),
  regions: listOrAll(p.region),
  owners: listOrAll(p.owner),
  ...scopeParams(viewer),
});
