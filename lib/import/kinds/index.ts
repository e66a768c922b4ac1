/** Every kind of export that the product loads: one file each. */
import type { Kind } from '../kind';
import { assessments } from './assessments';
import { blacklist } from './blacklist';
import { bonusItems } from './bonus_items';
import { cardLines } from './card_lines';
import { coefficients } from './coefficients';
import { complaints } from './complaints';
import { contracts } from './contracts';
import { customers } from './customers';
import { incidents } from './incidents';
import { installations } from './installations';
import { jobs } from './jobs';
import { ledger } from './ledger';
import { marketReports } from './market_reports';
import { opportunities } from './opportunities';
import { partsSales } from './parts_sales';
import { receipts } from './receipts';
import { salespeople } from './salespeople';
import { serviceCalls } from './service_calls';
import { serviceEvents } from './service_events';
import { stageChanges } from './stage_changes';
import { surveys } from './surveys';
import { targets } from './targets';
import { technicians } from './technicians';
import { tierHistory } from './tier_history';
import { visits } from './visits';
import { workReports } from './work_reports';

export const kinds: readonly Kind[] = [
  customers,
  ledger,
  opportunities,
  stageChanges,
  contracts,
  incidents,
  blacklist,
  tierHistory,
  targets,
  receipts,
  installations,
  cardLines,
  visits,
  salespeople,
  marketReports,
  technicians,
  coefficients,
  jobs,
  serviceEvents,
  assessments,
  partsSales,
  bonusItems,
  serviceCalls,
  surveys,
  complaints,
  workReports,
];

const byName = new Map(kinds.map((k) => [k.name, k]));

/** The kind of this name; an unknown one is a mistake of the caller. */
export function kindOf(name: string): Kind {
  const kind = byName.get(name);
  if (!kind) throw new Error(`There is no kind of export called "${name}".`);
  return kind;
}
