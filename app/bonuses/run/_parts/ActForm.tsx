'use client';
import { type ReactNode, useState, useTransition } from 'react';
import { Button } from '@/app/_components/ui/Button';
import type { FormState } from '@/app/_components/ui/form';
import { toast } from '@/app/_components/ui/toast';
import { Outcome, useWho, Who } from '@/app/_components/ui/Who';

interface Props {
  act: (form: FormData) => Promise<FormState>;
  /** What is sent beside who and why. */
  fields: Readonly<Record<string, string>>;
  /** The name of the field for a reason or a note. */
  why: string;
  submit: string;
  kind?: 'primary';
  /** The way back, offered in the toast: what takes it back, with which reason, and fields that differ. */
  undo?: {
    act: (form: FormData) => Promise<FormState>;
    why: string;
    fields?: Readonly<Record<string, string>>;
  };
  children?: ReactNode;
  onDone?: () => void;
}

/** A decision with who and why; what came of it is said at the foot of the page, what hindered it here. */
export function ActForm({ act, fields, why, submit, kind, undo, children, onDone }: Props) {
  const who = useWho();
  const [words, setWords] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, start] = useTransition();
  return (
    <form
      className="flex flex-col gap-2"
      action={(form) =>
        start(async () => {
          who.keep();
          const state = await act(form);
          setProblem(state.problem);
          if (!state.done) return;
          toast({ text: state.done, ...(undo ? { undo: () => takeBack(undo, form) } : {}) });
          setWords('');
          onDone?.();
        })
      }
    >
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {children}
      <Who who={who} />
      <label className="flex flex-col gap-1 text-table">
        <span className="text-ink-2">{why}</span>
        <input
          className="field"
          name="why"
          value={words}
          autoComplete="off"
          onChange={(event) => setWords(event.target.value)}
        />
      </label>
      <Outcome state={{ problem, done: null }} />
      <div>
        <Button type="submit" kind={kind} size="small" disabled={busy}>
          {submit}
        </Button>
      </div>
    </form>
  );
}

async function takeBack(undo: NonNullable<Props['undo']>, form: FormData): Promise<void> {
  for (const [name, value] of Object.entries({ ...undo.fields, why: undo.why })) form.set(name, value);
  const { done, problem } = await undo.act(form);
  toast({ text: problem ?? done ?? '' });
}
