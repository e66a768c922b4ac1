'use client';
import { useEffect } from 'react';

/** Brings a rule that an address led to into sight, once. */
export function ScrollTo({ id }: { id: string | null }) {
  useEffect(() => {
    if (id && window.location.hash === '') document.getElementById(id)?.scrollIntoView({ block: 'nearest' });
  }, [id]);
  return null;
}
