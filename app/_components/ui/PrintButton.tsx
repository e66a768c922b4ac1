'use client';
import { useTranslations } from 'next-intl';
import { Button } from './Button';

/** Prints the page; `P` does too. */
export function PrintButton() {
  const t = useTranslations('ui.keys');
  return (
    <Button onClick={() => window.print()}>
      {t('print')} <kbd>P</kbd>
    </Button>
  );
}
