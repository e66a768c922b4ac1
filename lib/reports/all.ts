/** Gathers every report into the registry. */
import { admission, admissionSales, customerContracts } from './admission';
import { blacklist, blacklistBusiness } from './blacklist';
import { bonus } from './bonus';
import { bonusAsked } from './bonus_asked';
import { bonusHalf } from './bonus_half';
import { bonusItems } from './bonus_items';
import { bonusPayroll } from './bonus_payroll';
import { bonusQuarter } from './bonus_quarter';
import { bonusQuestions } from './bonus_questions';
import { bonusRecords } from './bonus_records';
import { bonusRun } from './bonus_run';
import { bonusAdjustments } from './bonus_run_adjustments';
import { bonusRunFindings } from './bonus_run_findings';
import { bonusSigned } from './bonus_signed';
import { bonusTeam } from './bonus_team';
import { bonusTrace } from './bonus_trace';
import { bonusWhatIf, bonusWhatIfCost, bonusWhatIfLines, bonusWorkTypesOf } from './bonus_what_if';
import {
  bonusYearCost,
  bonusYearPoints,
  bonusYearRanks,
  bonusYearSatisfaction,
  satisfactionCards,
} from './bonus_year';
import { bonusYearParts, bonusYearPayouts } from './bonus_year_parts';
import { bridge, bridgeGroups } from './bridge';
import { amountsFollowed, bridgeOpportunities } from './bridge_opportunities';
import { changed, changedRows } from './changed';
import { cohortOpportunities, cohorts } from './cohorts';
import { completeness } from './completeness';
import { completenessCustomers } from './completeness_customers';
import { completenessFields } from './completeness_fields';
import { customerContacts } from './customer_contacts';
import {
  customerFile,
  customerLedger,
  customerProducts,
  customerScores,
  customerTimeline,
} from './customer_file';
import { customerList } from './customer_list';
import { customerSales } from './customer_sales';
import { customerTiers } from './customer_tiers';
import { demotionProblems, demotions } from './demotions';
import { funnel } from './funnel';
import { funnelFlow, funnelFlowOpportunities } from './funnel_flow';
import { funnelOpportunities } from './funnel_opportunities';
import { funnelSummary } from './funnel_summary';
import { idle } from './idle';
import { idleDue } from './idle_due';
import { idleMoves } from './idle_moves';
import { idleOwners } from './idle_owners';
import { idlePlanned } from './idle_planned';
import { idleReasons } from './idle_reasons';
import { idleSummary } from './idle_summary';
import { idleWeek } from './idle_week';
import { lost } from './lost';
import { marketReports } from './market_reports';
import { opportunitiesClosed } from './opportunities_closed';
import { opportunitiesOpen } from './opportunities_open';
import { opportunityWay } from './opportunity_entries';
import { overviewEntries } from './overview_entries';
import { overviewPeople } from './overview_people';
import { overviewSales } from './overview_sales';
import { ownerDecisionFile } from './owner_decisions';
import { ownership } from './ownership';
import { ownershipCandidates } from './ownership_candidates';
import { ownershipFindings } from './ownership_findings';
import { ownershipSellers } from './ownership_sellers';
import { pipeline } from './pipeline';
import { pipelineShare } from './pipeline_shares';
import { pipelineStages } from './pipeline_stages';
import { plan, planMonths } from './plan';
import { planCalls, planRows } from './plan_rows';
import { processFunnel, processItems } from './process_funnel';
import { quota } from './quota';
import { quotaAhead, quotaForecast } from './quota_forecast';
import { quotaOutside } from './quota_outside';
import { quotaSolution, quotaSolutions } from './quota_solution';
import { quotaTrend } from './quota_trend';
import { quotaMoves, quotaWhatIf } from './quota_what_if';
import { quotaCustomers } from './quota-detail';
import { receivables } from './receivables';
import { receivableEntries, receivableSales } from './receivables-detail';
import { receivablesOnTime, salesNeverDue } from './receivables-figures';
import { register } from './registry';
import { review } from './review';
import { reviewProblems } from './review_problems';
import { reviewEligibility } from './review-eligibility';
import { reviewEvidence } from './review-evidence';
import { stageTimeOpportunities, stageTimes } from './stage_times';
import { visits } from './visits';
import { visitsCosts, visitsDecisionMakers } from './visits_costs';
import { visitsFirst, visitsRoles, visitsWeeks } from './visits_mix';
import { visitsQuestionRows, visitsQuestions } from './visits_questions';
import { visitsCustomers, visitsRows } from './visits_rows';
import { visitsSummary } from './visits_summary';
import { winLoss } from './win_loss';
import { winRates } from './win_rate';

register(
  admission,
  admissionSales,
  customerContracts,
  amountsFollowed,
  blacklist,
  blacklistBusiness,
  bonus,
  bonusAsked,
  bonusPayroll,
  bonusAdjustments,
  bonusHalf,
  bonusItems,
  bonusQuarter,
  bonusQuestions,
  bonusRecords,
  bonusRun,
  bonusRunFindings,
  bonusSigned,
  bonusTeam,
  bonusTrace,
  bonusWhatIf,
  bonusWhatIfCost,
  bonusWhatIfLines,
  bonusWorkTypesOf,
  bonusYearCost,
  bonusYearParts,
  bonusYearPayouts,
  bonusYearPoints,
  bonusYearRanks,
  bonusYearSatisfaction,
  bridge,
  bridgeGroups,
  bridgeOpportunities,
  cohortOpportunities,
  cohorts,
  completeness,
  completenessCustomers,
  completenessFields,
  changed,
  changedRows,
  customerContacts,
  customerFile,
  customerLedger,
  customerList,
  customerProducts,
  customerSales,
  customerScores,
  customerTimeline,
  customerTiers,
  demotions,
  demotionProblems,
  funnel,
  funnelFlow,
  funnelFlowOpportunities,
  funnelOpportunities,
  funnelSummary,
  idle,
  idleDue,
  idleMoves,
  idleOwners,
  idlePlanned,
  idleReasons,
  idleSummary,
  idleWeek,
  lost,
  opportunitiesClosed,
  marketReports,
  opportunitiesOpen,
  opportunityWay,
  overviewEntries,
  overviewPeople,
  overviewSales,
  ownerDecisionFile,
  ownership,
  ownershipCandidates,
  ownershipFindings,
  ownershipSellers,
  pipeline,
  pipelineShare,
  pipelineStages,
  processFunnel,
  processItems,
  quota,
  quotaAhead,
  quotaCustomers,
  quotaForecast,
  quotaMoves,
  quotaOutside,
  quotaSolution,
  quotaSolutions,
  quotaTrend,
  quotaWhatIf,
  receivables,
  receivablesOnTime,
  receivableEntries,
  receivableSales,
  review,
  reviewEligibility,
  reviewEvidence,
  reviewProblems,
  salesNeverDue,
  satisfactionCards,
  plan,
  planMonths,
  planCalls,
  planRows,
  stageTimeOpportunities,
  stageTimes,
  visits,
  visitsCosts,
  visitsDecisionMakers,
  visitsFirst,
  visitsRoles,
  visitsWeeks,
  visitsQuestionRows,
  visitsQuestions,
  visitsCustomers,
  visitsRows,
  visitsSummary,
  winLoss,
  winRates,
);
