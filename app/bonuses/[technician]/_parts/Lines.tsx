import type { CSSProperties } from 'react';
import type { StatementGroup } from '../_model';

/**
 * Lines from the terms of the formula to their rows, by anchors of the style sheet: they follow on paper and at
 * every width without script. A browser that knows no anchors shows the letters alone.
 */
export function Lines({ groups }: { groups: readonly StatementGroup[] }) {
  return (
    <div className="statement-lines" aria-hidden="true">
      {groups.map(({ letter, figure }, i) => (
        <span
          key={letter}
          data-leftmost={figure === 'gross_points' || undefined}
          style={{ '--term': `--term-${letter}`, '--rows': `--rows-${letter}`, '--at': i } as CSSProperties}
        >
          <i />
          <b />
        </span>
      ))}
    </div>
  );
}
