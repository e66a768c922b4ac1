/** The whole company, by kind of export, and the mistakes that were put into it. */
import { makeContracts } from './contracts';
import { makeCards, makeInstallations } from './counter';
import { makeCustomers } from './customers';
import { makeCalls, makeComplaints, makeWorkReports } from './desk';
import { breakReceipts, crossVisits, doubleCustomers, lapse, type Note } from './faults';
import { makeCoefficients, makeJobs } from './jobs';
import { ledgerRow, makeLedger } from './ledger';
import { makeOpportunities, opportunityRows } from './opportunities';
import { technicians } from './people';
import { makeMarketReports, makeSalespeople, makeTargets } from './plans';
import { makeAssessments, makeBonusItems, makePartsSales, makeServiceEvents } from './rewards';
import type { Tables } from './row';
import { decide } from './tiers';
import { makeVisits } from './visits';

export function makeCompany(): { tables: Tables; notes: Note[] } {
  const customers = makeCustomers();
  const ledger = makeLedger(customers);
  const { blacklist, tierHistory, incidents } = decide(customers, ledger);
  const contracts = makeContracts(customers);
  const opportunities = makeOpportunities(customers);
  const visits = makeVisits(customers, opportunities);
  const notes = [
    ...breakReceipts(ledger),
    ...doubleCustomers(customers),
    ...lapse(customers, contracts, ledger),
    ...crossVisits(visits),
  ];
  const { installations, receipts } = makeInstallations();
  const { calls, surveys } = makeCalls(customers);
  const rows = opportunityRows(opportunities);
  const tables: Tables = {
    customers: customers.map((c) => c.row),
    ledger: ledger.map(ledgerRow),
    opportunities: rows.opportunities,
    stage_changes: rows.changes,
    contracts,
    incidents,
    blacklist,
    tier_history: tierHistory,
    targets: makeTargets(ledger),
    receipts,
    installations,
    card_lines: makeCards(customers),
    visits,
    salespeople: makeSalespeople(),
    market_reports: makeMarketReports(),
    technicians: technicians.map((t) => ({
      technician_id: t.id,
      name: t.name,
      role: t.role,
      department: '客服部',
      region: t.region,
      joined_on: t.joined,
      left_on: t.left,
    })),
    coefficients: makeCoefficients(),
    jobs: makeJobs(customers),
    service_events: makeServiceEvents(),
    assessments: makeAssessments(),
    parts_sales: makePartsSales(customers),
    bonus_items: makeBonusItems(),
    service_calls: calls,
    surveys,
    complaints: makeComplaints(customers),
    work_reports: makeWorkReports(),
  };
  return { tables, notes };
}
