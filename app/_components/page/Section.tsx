import type { ReactNode } from 'react';
import { RuleRef } from '../rules/RuleRef';

interface Props {
  title: ReactNode;
  /** What the part shows and how, small. */
  note?: ReactNode;
  rule?: string;
  /** At the right of the heading. */
  tools?: ReactNode;
  children?: ReactNode;
}

/** A part of a page under its own heading; without children the heading alone, for a table of height `fill`. */
export function Section({ title, note, rule, tools, children }: Props) {
  const head = <SectionHead title={title} note={note} rule={rule} tools={tools} />;
  return children ? (
    <section className="flex-none">
      {head}
      {children}
    </section>
  ) : (
    head
  );
}

export function SectionHead({ title, note, rule, tools }: Omit<Props, 'children'>) {
  return (
    <div className="section-head">
      <h2>{title}</h2>
      {note || rule ? (
        <p>
          {note} {rule ? <RuleRef id={rule} /> : null}
        </p>
      ) : null}
      {tools ? <div className="section-tools">{tools}</div> : null}
    </div>
  );
}
