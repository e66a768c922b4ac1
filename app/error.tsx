'use client';
import Link from 'next/link';
import { useTranslations } from 'next-intl';

/** What failed, that nothing changed, what to do. The cause is in the server's log, never on the page. */
export default function ErrorPage({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  const t = useTranslations('ui.states');
  return (
    <div className="page">
      <header className="page-header">
        <h1>{t('errorTitle')}</h1>
      </header>
      <div className="state" role="alert">
        <p>
          {t('error')} {t('unchanged')}
          {error.digest ? <span className="text-ink-3"> {error.digest}</span> : null}
        </p>
        <p className="mt-3 flex gap-3">
          <button type="button" onClick={reset}>
            {t('retry')}
          </button>
          <Link href="/">{t('home')}</Link>
        </p>
      </div>
    </div>
  );
}
