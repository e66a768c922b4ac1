'use client';
import { useTranslations } from 'next-intl';
import { useHref, useNavigation } from '@/app/_components/navigation/Pending';

/** Looks in all customers, not only in those that are listed. */
export function Find({ typed }: { typed: string }) {
  const t = useTranslations('customers');
  const hrefOf = useHref();
  const { go } = useNavigation();
  return (
    <form
      className="contents"
      onSubmit={(event) => {
        event.preventDefault();
        const find = String(new FormData(event.currentTarget).get('find') ?? '').trim();
        go(hrefOf({ find: find || null }));
      }}
    >
      <input
        type="search"
        name="find"
        className="field w-56 desk:h-6!"
        defaultValue={typed}
        placeholder={t('find')}
        aria-label={t('find')}
        autoComplete="off"
      />
    </form>
  );
}
