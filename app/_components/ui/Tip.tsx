'use client';
import { type ReactNode, useId, useState } from 'react';

/**
 * A note on hover and focus, tied to its trigger by aria-describedby; Esc hides it.
 * `children` gets the id to describe itself with: `{(id) => <button aria-describedby={id}>…`.
 */
export function Tip({ text, children }: { text: string; children: (describedBy: string) => ReactNode }) {
  const id = useId();
  const [closed, setClosed] = useState(false);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Esc is heard from the trigger inside
    <span
      className="tip"
      data-closed={closed || undefined}
      onKeyDown={(event) => (event.key === 'Escape' ? setClosed(true) : undefined)}
      onPointerLeave={() => setClosed(false)}
      onBlur={() => setClosed(false)}
    >
      {children(id)}
      <span role="tooltip" id={id}>
        {text}
      </span>
    </span>
  );
}
