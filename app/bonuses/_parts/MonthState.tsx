import { useTranslations } from 'next-intl';
import { Tag } from '@/app/_components/ui/Tag';

/** Whether the figures can still move: open, or frozen by HR (B-12). */
export function MonthState({ closed }: { closed: boolean }) {
  const t = useTranslations('bonuses');
  return <Tag tone={closed ? 'ok' : 'full'}>{t(closed ? 'closed' : 'open')}</Tag>;
}
