/** Other processes on the same funnel, with stage sets of their own (F-08; 001 sec. 2, 000 part 2). */

/** How a stage is known: from its own column, from another that is taken for it, or not at all. */
export type Basis = 'recorded' | 'taken' | 'unknown';

export interface ProcessStage {
  stage: string;
  basis: Basis;
}

const stage = (name: string, basis: Basis = 'recorded'): ProcessStage => ({ stage: name, basis });

/** In order; the position in the data is the place in the list, from 1. */
export const processes = {
  gas_installation: [
    stage('applied'),
    stage('paid'),
    stage('control_sheet'),
    stage('verified'),
    stage('meter_hung'),
    stage('accepted'),
    stage('activated'),
    stage('archived'),
  ],
  new_customer: [
    stage('general_survey', 'taken'),
    stage('on_site_survey', 'taken'),
    stage('application', 'unknown'),
    stage('supply_contract'),
    stage('quality_contract'),
    stage('customer_code'),
  ],
} as const satisfies Record<string, readonly ProcessStage[]>;

export type Process = keyof typeof processes;
export const processNames = Object.keys(processes) as [Process, ...Process[]];
