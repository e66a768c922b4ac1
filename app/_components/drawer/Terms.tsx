import type { ReactNode } from 'react';
import { RuleRef } from '../rules/RuleRef';

interface Term {
  label: string;
  /** How it comes about: `152.07 / 170.18 万元`. */
  note?: ReactNode;
  rule?: string;
  value: ReactNode;
  /** The last line: a rule above it, heavier. */
  sum?: boolean;
}

/** How a figure is computed: one term a line, each with its rule, the result last. */
export function Terms({ terms }: { terms: readonly Term[] }) {
  return (
    <dl className="text-table leading-6">
      {terms.map((term) => (
        <div
          key={term.label}
          className={`flex items-baseline gap-3 border-line ${term.sum ? 'border-t-2 font-semibold' : 'border-b last:border-b-0'}`}
        >
          <dt className="min-w-0 flex-1 truncate">
            {term.label} {term.note ? <span className="font-normal text-ink-3">{term.note}</span> : null}
          </dt>
          <dd className="flex flex-none items-baseline gap-3">
            {term.rule ? <RuleRef id={term.rule} /> : null}
            <b className="min-w-14 text-right">{term.value}</b>
          </dd>
        </div>
      ))}
    </dl>
  );
}
