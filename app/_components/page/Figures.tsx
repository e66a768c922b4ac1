import type { ReactNode } from 'react';
import { NONE } from '@/lib/format';
import { ParamLink } from '../navigation/ParamLink';
import type { Changes } from '../navigation/url';
import { RuleRef } from '../rules/RuleRef';

export type Tone = 'over' | 'full' | 'ok';

interface Props {
  label: string;
  rule?: string;
  /** As shown; null where there is no base, and then `note` says why. */
  value: string | null;
  /** Before the value, small: `CNY`. */
  prefix?: string;
  /** After the value, small: `万元`, `/ 42`. */
  unit?: string;
  /** One comparison, or why there is no value. */
  note?: ReactNode;
  /** Colours the value; the note has its own. */
  tone?: Tone;
  noteTone?: Tone;
  /** Opens exactly its rows: parameters to change on this page, … */
  set?: Changes;
  /** … or an address. */
  href?: string;
  /** The exact value, on hover. */
  exact?: string;
}

/** One figure with its rule: the value opens its rows. */
export function Figure(props: Props) {
  const { label, rule, value, prefix, unit, note, tone, noteTone, set, href, exact } = props;
  const shown = value ?? NONE;
  const link = set ? <ParamLink set={set}>{shown}</ParamLink> : href ? <a href={href}>{shown}</a> : shown;
  return (
    <div className="figure">
      <dt>
        {label}
        {rule ? <RuleRef id={rule} /> : null}
      </dt>
      <dd className="figure-value" data-tone={tone} title={exact}>
        {prefix && value !== null ? <small className="prefix">{prefix}</small> : null}
        {value === null ? shown : link}
        {unit && value !== null ? <small className="unit">{unit}</small> : null}
      </dd>
      <dd className="figure-note" data-tone={noteTone} title={typeof note === 'string' ? note : undefined}>
        {note}
      </dd>
    </div>
  );
}

/** One row of figures, parted by hairlines: at most six. */
export function Figures({ children, label }: { children: ReactNode; label?: string }) {
  return (
    <dl className="figures" aria-label={label}>
      {children}
    </dl>
  );
}
