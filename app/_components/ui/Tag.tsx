import type { ReactNode } from 'react';
import type { Tone } from '../page/Figures';

/** A word on a quiet ground; the tone only supports what it says. */
export function Tag({ tone, children }: { tone?: Tone; children: ReactNode }) {
  return (
    <span className="tag" data-tone={tone}>
      {children}
    </span>
  );
}
