'use client';
import dynamic from 'next/dynamic';
import { useRef, useState } from 'react';
import { useKeys } from '../navigation/keys';
import { useNavigation } from '../navigation/Pending';
import type { Command } from './commands';

const KeyHelp = dynamic(() => import('./KeyHelp'), { ssr: false });

/** Keys of every page: `G` then a letter opens a page, `F` the first filter, `?` the list of keys. */
export function Keyboard({ commands }: { commands: readonly Command[] }) {
  const { go } = useNavigation();
  const [help, setHelp] = useState<boolean>();
  const afterG = useRef(Number.NEGATIVE_INFINITY);

  const pages = Object.fromEntries(
    commands.flatMap(({ key, href }) => (key ? [[key, () => go(href)] as const] : [])),
  );
  const withinOneSecond = () => performance.now() - afterG.current < 1000;
  const letters: Record<string, () => void> = {
    f: () => document.querySelector<HTMLElement>('.filter-bar .chip, .filter-bar button')?.focus(),
    p: () => window.print(),
  };
  const keys: Record<string, (event: KeyboardEvent) => void> = {
    g: () => {
      afterG.current = performance.now();
    },
    '?': () => setHelp(true),
  };
  for (const letter of new Set([...Object.keys(pages), ...Object.keys(letters)])) {
    keys[letter] = () => {
      const act = withinOneSecond() ? pages[letter] : letters[letter];
      afterG.current = Number.NEGATIVE_INFINITY;
      act?.();
    };
  }
  useKeys(keys);
  return help === undefined ? null : <KeyHelp open={help} onOpenChange={setHelp} commands={commands} />;
}
