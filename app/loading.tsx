import { useTranslations } from 'next-intl';

const rows = Array.from({ length: 24 }, (_, i) => i);

/** The first time a page opens: its header and empty rows of the right height. Nothing turns or shimmers. */
export default function Loading() {
  const t = useTranslations('ui.states');
  return (
    <div className="page">
      <p className="sr-only" role="status">
        {t('loading')}
      </p>
      <div className="page-header" />
      <div className="filter-bar" />
      <div className="overflow-hidden pt-7" aria-hidden="true">
        {rows.map((row) => (
          <div key={row} className="h-[22px] border-b border-line" />
        ))}
      </div>
    </div>
  );
}
