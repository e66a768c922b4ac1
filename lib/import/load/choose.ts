/** Which plans a sheet is loaded by: the mapping that was given or is remembered, else what its headers say. */
import { kindOf, kinds } from '../kinds';
import type { SourceSheet } from '../read/source';
import { recogniseKind } from '../recognise/kind';
import { matchMapping, planOfMapping } from '../recognise/mapped';
import type { Mapping } from '../recognise/mapping';
import type { LoadPlan } from '../recognise/plan';
import { planOfRecognition } from '../recognise/planned';
import type { Candidate, StageFile } from './job';
import { asked, RefusedError } from './refusals';

export interface Chosen {
  plans: LoadPlan[];
  /** The name of the mapping that was followed. */
  mapping: string | null;
  candidates: Candidate[];
}

/**
 * The header of the column that a downloaded list of rejected rows ends with: in a mended file it is nobody's
 * column, and no reason to ask.
 */
export const REASON_HEADER = '退回原因 reason';

/** @throws RefusedError where only a person can tell the kind */
export function choosePlans(file: StageFile, sheet: SourceSheet, saved: readonly Mapping[]): Chosen {
  const mapping = file.mapping ?? (file.kind === null ? matchMapping(sheet.header, saved) : null);
  if (mapping) {
    const plans = planOfMapping(mapping, sheet.header, sheet.sample, file.name);
    return { plans: plans.map(withoutReason), mapping: mapping.name, candidates: [] };
  }
  const among = file.kind === null ? kinds : [kindOf(file.kind)];
  const recognition = recogniseKind(sheet.header, sheet.sample, file.name, among);
  const question = recognition.kind === null ? recognition.questions.find((q) => q.blocking) : undefined;
  if (question && question.options.length > 0) throw new RefusedError(asked(question));
  return {
    plans: planOfRecognition(recognition, sheet.header).map(withoutReason),
    mapping: null,
    candidates: recognition.candidates.map(({ kind, score }) => ({ kind, score })),
  };
}

const withoutReason = (plan: LoadPlan): LoadPlan => ({
  ...plan,
  unknown: plan.unknown.filter((u) => u.header !== REASON_HEADER),
});
