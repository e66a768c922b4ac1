import { useTranslations } from 'next-intl';
import { MenuBox } from '@/app/_components/ui/MenuBox';

/** What leaves the product for payroll: the sheets by payer, every amount as a line, all statements on paper. */
export function PayrollMenu({ period }: { period: string }) {
  const t = useTranslations('statement.payroll');
  const items = [
    ['xlsx', `/api/bonuses/payroll?period=${period}`],
    ['csv', `/api/bonuses/payroll?period=${period}&format=csv`],
    ['pdf', `/api/bonuses/statements?period=${period}`],
  ] as const;
  return (
    <MenuBox label={t('menu')}>
      {items.map(([key, href]) => (
        <a key={key} className="popup-item" href={href} download>
          {t(key)}
          <span className="note">{t(`${key}Note`)}</span>
        </a>
      ))}
      <a className="popup-item" href={`/bonuses/questions?period=${period}`}>
        {t('questions')}
        <span className="note">{t('questionsNote')}</span>
      </a>
    </MenuBox>
  );
}
