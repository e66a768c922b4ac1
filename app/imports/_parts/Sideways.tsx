import type { ReactNode } from 'react';

/** A wide table in a box of its own that scrolls sideways, by keyboard too. */
export function Sideways({ label, children }: { label: string; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard
    <section className="sideways" aria-label={label} tabIndex={0}>
      {children}
    </section>
  );
}
