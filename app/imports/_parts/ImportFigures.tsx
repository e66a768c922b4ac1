import { useTranslations } from 'next-intl';
import { Figure, Figures } from '@/app/_components/page/Figures';
import { number } from '@/lib/format';
import type { Totals } from './lines';

/** What an import does to the data, in six numbers. */
export function ImportFigures({ totals, note }: { totals: Totals; note: string }) {
  const t = useTranslations('imports');
  return (
    <Figures label={t('figures.label')}>
      <Figure label={t('columns.read')} value={number(totals.read)} note={note} />
      <Figure label={t('columns.new')} value={number(totals.new)} />
      <Figure label={t('columns.changed')} value={number(totals.changed)} note={t('figures.changed')} />
      <Figure label={t('columns.unchanged')} value={number(totals.unchanged)} note={t('figures.unchanged')} />
      <Figure
        label={t('columns.rejected')}
        value={number(totals.rejected)}
        tone={totals.rejected > 0 ? 'over' : undefined}
        note={totals.rejected > 0 ? t('figures.rejected') : undefined}
      />
      <Figure
        label={t('columns.warnings')}
        value={number(totals.warnings)}
        tone={totals.warnings > 0 ? 'full' : undefined}
        note={totals.warnings > 0 ? t('figures.warnings') : undefined}
      />
    </Figures>
  );
}
