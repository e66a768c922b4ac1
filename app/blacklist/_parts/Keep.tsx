'use client';
import { useTranslations } from 'next-intl';
import { type ReactNode, useState, useTransition } from 'react';
import { Button } from '@/app/_components/ui/Button';
import { toast } from '@/app/_components/ui/toast';
import { Outcome, useWho, Who } from '@/app/_components/ui/Who';
import { keep, type ListStep } from '../_actions';

/** Runs a step under a name, says what was done and offers the way back. */
function useStep() {
  const t = useTranslations('listing');
  const who = useWho();
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, start] = useTransition();
  const run = (step: ListStep, after?: () => void) =>
    start(async () => {
      who.keep();
      const made = await keep(step, who.name);
      setProblem(made.problem);
      if (made.done === null) return;
      after?.();
      const { undo } = made;
      toast({
        text: made.done,
        ...(undo
          ? {
              undo: async () => {
                const undone = await keep(undo, who.name);
                toast({ text: undone.problem ?? undone.done ?? '' });
              },
            }
          : {}),
      });
    });
  return { t, who, problem, busy, run };
}

function Form(props: {
  step: ReturnType<typeof useStep>;
  submit: string;
  primary?: boolean;
  onSubmit: () => void;
  children?: ReactNode;
}) {
  const { step, submit, primary, onSubmit, children } = props;
  return (
    <form
      className="flex flex-col gap-2 pt-2 text-table"
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit();
      }}
    >
      {children}
      <Who who={step.who} />
      <Outcome state={{ problem: step.problem, done: null }} />
      <div>
        <Button type="submit" size="small" kind={primary ? 'primary' : undefined} disabled={step.busy}>
          {submit}
        </Button>
      </div>
    </form>
  );
}

function Text(props: { label: string; value: string; onChange: (text: string) => void }) {
  return (
    <label className="flex flex-col gap-1">
      <span className="text-ink-2">{props.label}</span>
      <input
        className="field"
        value={props.value}
        autoComplete="off"
        onChange={(event) => props.onChange(event.target.value)}
      />
    </label>
  );
}

/** Proposes a customer for a list; without `customer` any of the register. */
export function ProposeForm(props: {
  customer: string | null;
  period: string | null;
  departments: readonly string[];
}) {
  const step = useStep();
  const { t } = step;
  const [customer, setCustomer] = useState(props.customer ?? '');
  const [list, setList] = useState('');
  const [reason, setReason] = useState('');
  return (
    <Form
      step={step}
      submit={t('propose')}
      primary={props.customer !== null}
      onSubmit={() =>
        step.run(
          {
            step: 'propose',
            customer_id: customer,
            scope: list === '' ? 'company' : 'department',
            department: list || null,
            reason,
            period: props.period,
          },
          () => {
            setReason('');
            if (props.customer === null) setCustomer('');
          },
        )
      }
    >
      {props.customer === null ? (
        <Text label={t('customer')} value={customer} onChange={setCustomer} />
      ) : null}
      <label className="flex flex-col gap-1">
        <span className="text-ink-2">{t('list')}</span>
        <select className="field" value={list} onChange={(event) => setList(event.target.value)}>
          <option value="">{t('company')}</option>
          {props.departments.map((name) => (
            <option key={name} value={name}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <Text label={t('reason')} value={reason} onChange={setReason} />
    </Form>
  );
}

/** Confirms a proposal, or turns it down with a reason. */
export function ConfirmForm({ id }: { id: number }) {
  const step = useStep();
  const { t } = step;
  const [why, setWhy] = useState('');
  return (
    <>
      <Form step={step} submit={t('confirm')} primary onSubmit={() => step.run({ step: 'confirm', id })} />
      <details className="pt-2">
        <summary className="text-accent text-note">{t('rejectTitle')}</summary>
        <Form step={step} submit={t('reject')} onSubmit={() => step.run({ step: 'reject', id, why })}>
          <Text label={t('why')} value={why} onChange={setWhy} />
        </Form>
      </details>
    </>
  );
}

/** Takes a customer off its list, with a reason. */
export function LiftForm(entry: {
  customer_id: string;
  scope: 'department' | 'company';
  department: string | null;
  listed_on: string;
}) {
  const step = useStep();
  const { t } = step;
  const [why, setWhy] = useState('');
  return (
    <Form step={step} submit={t('lift')} onSubmit={() => step.run({ step: 'lift', ...entry, why })}>
      <Text label={t('why')} value={why} onChange={setWhy} />
    </Form>
  );
}
