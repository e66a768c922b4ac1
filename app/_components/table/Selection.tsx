'use client';
import { createContext, type ReactNode, useCallback, useContext, useMemo, useState } from 'react';

interface Selection {
  keys: ReadonlySet<string>;
  toggle: (key: string) => void;
  set: (keys: Iterable<string>) => void;
}

const Context = createContext<Selection | null>(null);

/**
 * Shares the ticked rows of a table with what acts on them: put the table and the actions inside it.
 * A table within it shows tick boxes.
 */
export function TableSelection({
  initial = [],
  children,
}: {
  initial?: readonly string[];
  children: ReactNode;
}) {
  const [keys, setKeys] = useState<ReadonlySet<string>>(() => new Set(initial));
  const toggle = useCallback((key: string) => {
    setKeys((before) => {
      const after = new Set(before);
      if (!after.delete(key)) after.add(key);
      return after;
    });
  }, []);
  const set = useCallback((all: Iterable<string>) => setKeys(new Set(all)), []);
  const selection = useMemo(() => ({ keys, toggle, set }), [keys, toggle, set]);
  return <Context value={selection}>{children}</Context>;
}

/** The ticked rows; null outside of `TableSelection`. */
export const useSelection = (): Selection | null => useContext(Context);
