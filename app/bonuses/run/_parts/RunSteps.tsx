import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { RuleRef } from '@/app/_components/rules/RuleRef';
import { parsePeriod, pay } from '@/lib/format';
import { mayTakeBack } from '@/lib/rules/bonus_run';
import { localMinute } from '../../_time';
import { monthReopened, stepBack, stepTaken } from '../_actions';
import type { RunModel, StepLine, StepsModel } from '../_model';
import { ActForm } from './ActForm';
import { CloseMonth } from './CloseMonth';

/** The steps of B-13, who took each and when; the one whose turn it is can be taken. */
export function RunSteps({ model, steps }: { model: RunModel; steps: StepsModel }) {
  const t = useTranslations('bonus_run');
  const label = useStepLabel();
  const { process, period } = steps;
  const taken = new Set(steps.steps.flatMap((s) => (s.taken ? [s.step] : [])));
  return (
    <section className="border-line border-b px-5 pt-3 pb-2">
      <h2 className="flex items-baseline gap-2 font-semibold text-table">
        {t(process === 'month' ? 'steps.month' : 'steps.parts', { period })} <RuleRef id="B-13" />
      </h2>
      {process === 'parts' ? (
        <p className="text-note text-ink-3">{t('steps.partsNote', { month: model.parts.payMonth })}</p>
      ) : null}
      <ol className="mt-1">
        {steps.steps.map((step) => (
          <li
            key={step.step}
            className="grid grid-cols-[18px_1fr] gap-1 border-line border-t py-2 text-table first:border-t-0"
          >
            <span aria-hidden="true" data-tone={step.taken ? 'ok' : undefined} className="text-ink-3">
              {step.taken ? '✓' : step.next ? '→' : '·'}
            </span>
            <div className="min-w-0">
              <Step step={step} steps={steps} label={label(process, step.step)} taken={taken} model={model} />
            </div>
          </li>
        ))}
      </ol>
      {steps.history.length > 0 ? (
        <details className="pb-1 text-note text-ink-3">
          <summary>{t('steps.history')}</summary>
          <ul>
            {steps.history.map((s) => (
              <li key={`${s.step} ${s.at}`} className="py-1">
                {t('steps.withdrawn', {
                  step: label(process, s.step),
                  by: s.by,
                  at: localMinute(s.at),
                  withdrawnBy: s.withdrawnBy ?? '',
                  withdrawnAt: localMinute(s.withdrawnAt ?? s.at),
                  why: s.withdrawnWhy ?? '',
                })}
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </section>
  );
}

/** The first step of the parts commission is another person's than that of the month. */
export function useStepLabel(): (process: StepsModel['process'], step: string) => string {
  const t = useTranslations('bonus_run.steps');
  return (process, step) => t(process === 'parts' && step === 'compiled' ? 'partsCompiled' : step);
}

interface StepProps {
  step: StepLine;
  steps: StepsModel;
  label: string;
  taken: ReadonlySet<string>;
  model: RunModel;
}

function Step({ step, steps, label, taken, model }: StepProps) {
  const t = useTranslations('bonus_run');
  const { process, period, hash } = steps;
  const fields = { process, period, step: step.step, hash, label };
  if (step.taken) {
    const reopens = step.step === 'closed' && !taken.has('paid');
    return (
      <>
        <p className="font-medium">{label}</p>
        <p className="text-note text-ink-3">
          {t('close.by', { by: step.taken.by, at: localMinute(step.taken.at) })}
          {step.taken.note ? ` · ${step.taken.note}` : ''}
        </p>
        {step.changed ? (
          <p className="text-note" data-tone="full">
            {t('steps.changed')}
          </p>
        ) : null}
        {mayTakeBack(process, step.step, taken) ? (
          <Fold label={t('steps.back')}>
            <ActForm
              act={stepBack}
              fields={fields}
              why={t('steps.why')}
              submit={t('steps.backTitle', { step: label })}
            />
          </Fold>
        ) : reopens ? (
          <Fold label={t('reopen.title', { period })}>
            <p className="text-note text-ink-3">{t('reopen.text')}</p>
            <ActForm
              act={monthReopened}
              fields={{ period }}
              why={t('steps.why')}
              submit={t('reopen.button')}
            />
          </Fold>
        ) : null}
      </>
    );
  }
  if (!step.next) return <p className="text-ink-3">{label}</p>;
  return (
    <>
      <p className="font-medium">{label}</p>
      {step.step === 'closed' ? (
        <Closing model={model} />
      ) : (
        <Taking steps={steps} fields={fields} label={label} />
      )}
    </>
  );
}

/** The month's step is at hand; that of the parts commission is opened when it is wanted. */
function Taking({
  steps,
  fields,
  label,
}: {
  steps: StepsModel;
  fields: Record<string, string>;
  label: string;
}) {
  const t = useTranslations('bonus_run.steps');
  const form = (
    <ActForm
      key={fields.step}
      act={stepTaken}
      fields={fields}
      why={t('note')}
      submit={t('take', { step: label })}
      undo={{ act: stepBack, why: t('undone') }}
    />
  );
  return steps.process === 'month' ? (
    <div className="pt-1">{form}</div>
  ) : (
    <Fold label={t('take', { step: label })}>{form}</Fold>
  );
}

function Closing({ model }: { model: RunModel }) {
  const t = useTranslations('bonus_run');
  const { params, whole, over, month } = model;
  const { period } = params;
  if (!over)
    return (
      <p className="text-note text-ink-3">
        {t('close.notOver', { period, day: parsePeriod(period)?.end ?? '' })}
      </p>
    );
  if (whole.open > 0)
    return (
      <p className="text-note" data-tone="full">
        {t('close.open', { n: whole.open })}
      </p>
    );
  return (
    <div key={month.hash} className="pt-1">
      <CloseMonth period={period} people={whole.people} sum={pay(whole.payable ?? '0')} />
    </div>
  );
}

function Fold({ label, children }: { label: string; children: ReactNode }) {
  return (
    <details className="pt-1">
      <summary className="text-accent text-note">{label}</summary>
      <div className="pt-1">{children}</div>
    </details>
  );
}
