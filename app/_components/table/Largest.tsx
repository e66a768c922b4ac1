import Link from 'next/link';
import { useTranslations } from 'next-intl';

/** Above a list that is cut: how many of how many it holds, and the way to all of them. */
export function Largest(props: { shown: number; n: number; href: string; by?: 'largest' | 'urgent' }) {
  const { shown, n, href, by = 'largest' } = props;
  const t = useTranslations('ui.table');
  return (
    <>
      {t(by, { shown })}{' '}
      <Link href={href} prefetch={false} className="text-accent">
        {t('allRows', { n })}
      </Link>
    </>
  );
}
