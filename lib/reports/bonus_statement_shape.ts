/**
 * The statement of one person for one period, as plain data: what a page shows, a file contains and a closing
 * freezes. Amounts are yuan and points, exact text; days `YYYY-MM-DD`. Nothing in it depends on when or by whom it
 * was asked for, so that the same data under the same policy gives the same bytes.
 */

import type { MonthStatement } from '@/lib/rules/bonus_month';
import type { ParameterValue } from '@/lib/rules/parameters/parameter';
import type { Source } from './bonus_trace_row';

export type StatementGrain = 'month' | 'quarter' | 'half';

export interface StatementPerson {
  technician_id: string;
  name: string;
  role: string;
  department: string | null;
  region: string | null;
}

/** A parameter that the statement rests on, with the value in force at the period's end and who says so. */
export interface StatementParameter {
  name: string;
  rule: string;
  value: ParameterValue;
  /** First day on which the value holds. */
  from: string;
  /** The regulation's article, or the company's reason. */
  source: string;
  assumed: boolean;
  set_by: string | null;
  set_at: string | null;
}

/** How a job's points came about: recorded on the job, else coefficient × quantity (B-01). */
export interface PointsDetail {
  of: 'points';
  recorded: string | null;
  coefficient: string | null;
  /** The day from which the coefficient holds. */
  coefficient_from: string | null;
  quantity: string | null;
}

/** How a sale of parts earns: (price − cost) / price decides the rate on what was received (B-09). */
export interface PartsDetail {
  of: 'parts';
  cost: string;
  price: string;
  /** A share, to four places; null without a price. */
  margin: string | null;
  service_days: string | null;
  service_fee: string | null;
  received: string | null;
  rate: string;
  technician_share: string;
  /** Yuan, exact: the team's part of it, which is no part of the statement's total. */
  team: string;
}

/** The score and the place that it took (B-05). */
export interface RankDetail {
  of: 'rank';
  score: string;
  rank: number;
}

/** A project and the day on which its months without a repeat ended (B-08). */
export interface ProjectDetail {
  of: 'project';
  project_id: string | null;
  ends_on: string | null;
  /** The repeat that cost it. */
  repeated_by: string | null;
}

export type LineDetail = PointsDetail | PartsDetail | RankDetail | ProjectDetail;

/** What one row of a file does to one figure. Unique by figure, source_kind and source_id. */
export interface StatementLine extends Source {
  figure: string;
  rule: string;
  source_kind: string;
  source_id: string;
  date: string | null;
  /** Signed as it enters the net points; null for a line in yuan, and where nobody can price the job. */
  points: string | null;
  /** Signed as it enters the total; null for a line in points. */
  amount: string | null;
  /** False: listed only (under inquiry, nobody says whether signed, no personal cause). Its effect is 0. */
  counts: boolean;
  /** Why it counts as it does: a code of `bonus_note`. */
  note: string | null;
  detail: LineDetail | null;
  /** The job's work type, or the record's kind. */
  subject: string | null;
  customer_id: string | null;
  customer_name: string | null;
  repeat_of: string | null;
  /** Who did the job, where it was somebody else (B-02). */
  done_by: string | null;
  remark: string | null;
}

/** An amount that another regulation grants; it follows the total and is no part of it (B-10). */
export interface StatementItem extends Source {
  item_id: string;
  period: string;
  regulation: string;
  amount: string;
  payer: string;
  note: string | null;
}

/** A term of the sum as people read it: `sign value`, over its name and rule. */
export interface StatementTerm {
  sign: '' | '-' | '+' | '*' | '=';
  term: string;
  value: string | null;
  unit: 'points' | 'yuan' | 'yuan_per_point' | 'projects' | 'yuan_per_project';
  rule: string | null;
  /** Figures whose lines stand behind it. */
  figures: readonly string[];
}

/** What one payer pays of the statement; null where it cannot be known. */
export interface StatementPayer {
  part: 'performance' | 'awards' | 'parts' | 'items' | 'adjustments' | 'carried';
  payer: string;
  amount: string | null;
}

/** One row or parameter that moved since the earlier month was closed, with its cause (B-12). */
export interface StatementChange extends Source {
  figure: string;
  source_kind: string;
  source_id: string;
  before: string | null;
  after: string | null;
  cause: string;
  cause_id: string | null;
}

/** What a closed period would be by now, less what it was closed with: paid or taken in this month. */
export interface StatementAdjustment {
  period: string;
  before: string | null;
  after: string | null;
  /** Signed, as it enters what is payable. */
  amount: string;
  /** Of a closed quarter: what is still due of the team's share, by department; no part of `amount` (B-09). */
  team?: { department: string | null; payer: string; amount: string };
  changes: readonly StatementChange[];
}

/** A negative total carried to another month or waived (B-10). */
export interface StatementCarry {
  kind: 'carried_in' | 'carried_out' | 'waived';
  /** The other month; of a waived one its own. */
  period: string;
  /** Signed, as it enters what is payable. */
  amount: string;
  by: string;
  at: string;
  why: string;
}

export interface Statement<F = MonthStatement> {
  grain: StatementGrain;
  period: string;
  technician: StatementPerson;
  parameters: readonly StatementParameter[];
  figures: F;
  formula: readonly StatementTerm[];
  lines: readonly StatementLine[];
  items: readonly StatementItem[];
  adjustments: readonly StatementAdjustment[];
  carried: readonly StatementCarry[];
  payers: readonly StatementPayer[];
  /** Total, items, adjustments and what is carried; before tax. Null where the total cannot be known. */
  payable: string | null;
}

export type MonthSheet = Statement<MonthStatement>;

/** B-05, B-09; amounts in yuan. */
export interface QuarterFigures {
  score: string | null;
  rank: number | null;
  tie_flag: boolean;
  award: string;
  parts_commission: string;
  /** Of the department's team, no part of `total`. */
  parts_team_share: string;
  total: string;
  /** The month in which it is paid out. */
  pay_month: string;
}
export type QuarterSheet = Statement<QuarterFigures>;

/** B-08; yuan. */
export interface HalfFigures {
  projects_without_repeat: number;
  reward: string;
}
export type HalfSheet = Statement<HalfFigures>;

export type AnySheet = MonthSheet | QuarterSheet | HalfSheet;
