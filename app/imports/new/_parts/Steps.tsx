import { useTranslations } from 'next-intl';

const steps = ['choose', 'recognise', 'preview', 'load'] as const;

/** Where in loading one is, and what loading means. */
export function Steps({ at }: { at: (typeof steps)[number] }) {
  const t = useTranslations('imports');
  return (
    <div className="filter-bar">
      <ol className="steps">
        {steps.map((step, i) => (
          <li key={step} aria-current={step === at ? 'step' : undefined}>
            {i + 1} {t(`steps.${step}`)}
          </li>
        ))}
      </ol>
      <span className="filter-note">{t('allOrNothing')}</span>
    </div>
  );
}
