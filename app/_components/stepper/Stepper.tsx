'use client';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { useRef, useState } from 'react';
import type { Period } from '@/lib/format';
import { useKeys } from '../navigation/keys';
import { ParamLink } from '../navigation/ParamLink';
import { useHref, useNavigation } from '../navigation/Pending';
import { type StepperKind, step } from './steps';

const load = () => import('./StepperPopup');
const StepperPopup = dynamic(load, { ssr: false });

interface Props {
  kind: StepperKind;
  /** The day or period shown; it need not stand in the address yet. */
  value: string;
  /** The lengths that the page knows, for a period: the first is the page's own. */
  grains?: readonly Period['grain'][];
  /** Days that have data, both included; steps end there. */
  from?: string;
  to?: string;
}

/** The day or period of the whole page, in the address as `as_of` or `period`. `[` and `]` step. */
export function Stepper({ kind, value, grains = ['month'], from, to }: Props) {
  const t = useTranslations('ui.stepper');
  const href = useHref();
  const { go } = useNavigation();
  const anchor = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState<boolean>();
  const before = step(kind, value, -1, { from, to });
  const after = step(kind, value, 1, { from, to });

  const choose = (chosen: string | null) => (chosen ? go(href({ [kind]: chosen })) : undefined);
  useKeys({ '[': () => choose(before), ']': () => choose(after) });
  return (
    <div className="stepper">
      <Arrow kind={kind} to={before} label={t('before')} sign="‹" />
      <button
        type="button"
        ref={anchor}
        aria-haspopup="dialog"
        aria-expanded={open ?? false}
        onPointerEnter={load}
        onFocus={load}
        onClick={() => setOpen(true)}
      >
        <em>{t(kind)}</em>
        {value}
      </button>
      <Arrow kind={kind} to={after} label={t('after')} sign="›" />
      {open === undefined ? null : (
        <StepperPopup
          {...{ kind, value, grains, from, to, open, anchor }}
          onOpenChange={setOpen}
          onChoose={(chosen) => {
            setOpen(false);
            choose(chosen);
          }}
        />
      )}
    </div>
  );
}

function Arrow({
  kind,
  to,
  label,
  sign,
}: {
  kind: StepperKind;
  to: string | null;
  label: string;
  sign: string;
}) {
  if (to === null) return <span aria-hidden="true">{sign}</span>;
  return (
    <ParamLink set={{ [kind]: to }} aria-label={`${label} ${to}`}>
      {sign}
    </ParamLink>
  );
}
