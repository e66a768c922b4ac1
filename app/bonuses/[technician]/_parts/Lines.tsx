import type { CSSProperties } from 'react';

/**
 * Lines from the terms of the formula to their rows, by anchors of the style sheet: they follow on paper and at
 * every width without script. A browser that knows no anchors shows the letters alone.
 */
export function Lines({ letters }: { letters: readonly string[] }) {
  return (
    <div className="statement-lines" aria-hidden="true">
      {letters.map((letter, i) => (
        <span
          key={letter}
          style={{ '--term': `--term-${letter}`, '--rows': `--rows-${letter}`, '--at': i } as CSSProperties}
        >
          <i />
          <b />
        </span>
      ))}
    </div>
  );
}
