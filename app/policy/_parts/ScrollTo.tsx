'use client';
import { useEffect } from 'react';

/**
 * Brings a rule that an address led to into sight, by its parameter or by `#Q-03`: the page comes in after the
 * browser has looked for the anchor.
 */
export function ScrollTo({ id }: { id: string | null }) {
  useEffect(() => {
    const anchor = decodeURIComponent(window.location.hash.slice(1)) || id;
    if (anchor) document.getElementById(anchor)?.scrollIntoView({ block: 'nearest' });
  }, [id]);
  return null;
}
