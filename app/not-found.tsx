import Link from 'next/link';
import { useTranslations } from 'next-intl';

export default function NotFound() {
  const t = useTranslations('ui.states');
  return (
    <div className="page">
      <header className="page-header">
        <h1>{t('notFoundTitle')}</h1>
      </header>
      <div className="state">
        {t('notFound')} <Link href="/">{t('home')}</Link>
      </div>
    </div>
  );
}
