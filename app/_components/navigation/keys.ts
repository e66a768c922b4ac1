'use client';
import { useLayoutEffect, useRef } from 'react';

/** True while somebody types, or while a dialog or menu holds the keyboard: single-letter keys are off then. */
export function isTyping(event: KeyboardEvent): boolean {
  const target = event.target;
  if (!(target instanceof HTMLElement)) return false;
  return (
    target.isContentEditable ||
    target.matches('input, textarea, select') ||
    target.closest('[role="dialog"], [role="listbox"], [role="menu"]') !== null
  );
}

/**
 * Listens for single keys on the whole page, for example `{ j: down, k: up, Enter: open }`.
 * Keys with Ctrl, Alt or Meta are left to the browser.
 */
export function useKeys(keys: Readonly<Record<string, (event: KeyboardEvent) => void>>, on = true): void {
  const latest = useRef(keys);
  // Both as soon as it is drawn: a key acts on what is seen.
  useLayoutEffect(() => {
    latest.current = keys;
  });
  useLayoutEffect(() => {
    if (!on) return;
    const listen = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isTyping(event)) return;
      const act = latest.current[event.key.length === 1 ? event.key.toLowerCase() : event.key];
      act?.(event);
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, [on]);
}
