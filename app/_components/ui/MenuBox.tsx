'use client';
import { type ReactNode, useEffect, useRef } from 'react';

interface Props {
  label: ReactNode;
  /** The look of what opens it. */
  className?: string;
  title?: string;
  children: ReactNode;
}

/** A small menu in plain HTML: opens without script; with it, Esc, a click elsewhere and leaving it close it. */
export function MenuBox({ label, className = 'button', title, children }: Props) {
  const box = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    const close = (event: Event) => {
      const open = box.current;
      if (!open?.open) return;
      if (event instanceof KeyboardEvent) {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        open.querySelector('summary')?.focus();
      } else if (event.target instanceof Node && open.contains(event.target)) return;
      open.open = false;
    };
    const events = ['pointerdown', 'focusin', 'keydown'] as const;
    for (const name of events) document.addEventListener(name, close, true);
    return () => {
      for (const name of events) document.removeEventListener(name, close, true);
    };
  }, []);
  return (
    <details ref={box} className="menu">
      <summary className={className} title={title}>
        {label}
      </summary>
      <div className="popup">{children}</div>
    </details>
  );
}
