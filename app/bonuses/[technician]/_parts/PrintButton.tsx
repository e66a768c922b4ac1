'use client';
import { useTranslations } from 'next-intl';
import { Button } from '@/app/_components/ui/Button';

/** Prints the statement; `P` does too. */
export function PrintButton() {
  const t = useTranslations('ui.keys');
  return (
    <Button onClick={() => window.print()}>
      {t('print')} <kbd>P</kbd>
    </Button>
  );
}
