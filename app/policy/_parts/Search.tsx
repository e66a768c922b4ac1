'use client';
import { useTranslations } from 'next-intl';
import { useHref, useNavigation } from '@/app/_components/navigation/Pending';

/** Searches sentences and parameters; the words stand in the address. */
export function Search({ q }: { q: string }) {
  const t = useTranslations('policy');
  const href = useHref();
  const { go } = useNavigation();
  return (
    <form
      action="/policy"
      onSubmit={(event) => {
        event.preventDefault();
        const typed = new FormData(event.currentTarget).get('q');
        go(href({ q: typeof typed === 'string' && typed.trim() !== '' ? typed.trim() : null, rule: null }));
      }}
    >
      <input
        key={q}
        className="field w-56"
        data-size="small"
        type="search"
        name="q"
        defaultValue={q}
        aria-label={t('search')}
        placeholder={t('search')}
      />
    </form>
  );
}
