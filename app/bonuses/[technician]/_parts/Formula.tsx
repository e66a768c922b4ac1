import type { CSSProperties } from 'react';
import { RuleRef } from '@/app/_components/rules/RuleRef';
import type { ViewTerm } from '@/lib/export/statement-view';

/** The formula across: numbers over names over rules; a letter leads to the rows of its term. */
export function Formula({ terms, label }: { terms: readonly ViewTerm[]; label: string }) {
  return (
    <dl className="formula" aria-label={label} data-short={terms.length < 6 || undefined}>
      {terms.map((term) => (
        <div key={term.key} data-derived={term.derived || undefined} data-sum={term.sum || undefined}>
          <dt>
            <i aria-hidden="true">{term.sign}</i>
            <span>{term.label}</span>
            <span className="formula-refs">
              {term.letters.map((letter) => (
                <a
                  key={letter}
                  href={`#rows-${letter}`}
                  className="letter"
                  style={{ anchorName: `--term-${letter}` } as CSSProperties}
                >
                  {letter}
                </a>
              ))}
              {term.rule ? <RuleRef id={term.rule} /> : null}
            </span>
          </dt>
          <dd>{term.value}</dd>
        </div>
      ))}
    </dl>
  );
}
