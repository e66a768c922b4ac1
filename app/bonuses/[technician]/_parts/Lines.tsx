import type { CSSProperties } from 'react';
import type { ViewGroup, ViewTerm } from '@/lib/export/statement-view';

/**
 * Lines from the terms of the formula to their rows, by anchors of the style sheet: they follow on paper and at
 * every width without script. A browser that knows no anchors shows the letters alone.
 */
export function Lines({ groups, terms }: { groups: readonly ViewGroup[]; terms: readonly ViewTerm[] }) {
  const first = terms[0]?.letters ?? [];
  return (
    <div className="statement-lines" aria-hidden="true">
      {groups.map(({ letter }, i) => (
        <span
          key={letter}
          data-leftmost={first.includes(letter) || undefined}
          style={{ '--term': `--term-${letter}`, '--rows': `--rows-${letter}`, '--at': i } as CSSProperties}
        >
          <i />
          <b />
        </span>
      ))}
    </div>
  );
}
