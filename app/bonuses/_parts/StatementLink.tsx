import { useTranslations } from 'next-intl';
import { ButtonLink } from '@/app/_components/ui/Button';

/** To somebody's statement of a period. */
export function StatementLink({ technician, period }: { technician: string; period: string }) {
  const t = useTranslations('bonuses');
  return (
    <ButtonLink href={`/bonuses/${encodeURIComponent(technician)}?period=${period}`}>
      {t('statementLink')}
    </ButtonLink>
  );
}
