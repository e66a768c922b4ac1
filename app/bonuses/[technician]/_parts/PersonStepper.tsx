import { useTranslations } from 'next-intl';
import { href } from '@/app/_lib/url';
import type { StatementModel } from '../_model';

/** The person before and the next one of the same period, in the order of the report. */
export function PersonStepper({ model }: { model: StatementModel }) {
  const t = useTranslations('statement');
  const { people, period } = model;
  if (people.at === 0) return null;
  const to = (id: string | null, label: string, sign: string) =>
    id === null ? (
      <span aria-hidden="true">{sign}</span>
    ) : (
      <a href={href(`/bonuses/${encodeURIComponent(id)}`, {}, { period })} aria-label={`${label} ${id}`}>
        {sign}
      </a>
    );
  return (
    <nav className="stepper" aria-label={t('person')}>
      {to(people.before, t('personBefore'), '‹')}
      <b className="stepper-value">
        <em>{t('person')}</em>
        {people.at} / {people.of}
      </b>
      {to(people.after, t('personAfter'), '›')}
    </nav>
  );
}
