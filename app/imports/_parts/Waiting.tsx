import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { Drop } from '@/lib/import/drops';

/** Previews that somebody left: they wait until they are loaded or discarded. */
export function Waiting({ drops }: { drops: readonly Drop[] }) {
  const t = useTranslations('imports');
  if (drops.length === 0) return null;
  return (
    <ul className="px-edge pb-3 text-table">
      {drops.map((d) => (
        <li key={d.id}>
          {t('waiting', { n: d.files.length, first: d.files[0]?.name ?? '' })}{' '}
          <Link className="text-accent underline underline-offset-2" href={`/imports/new?drop=${d.id}`}>
            {t('goOn')}
          </Link>
        </li>
      ))}
    </ul>
  );
}
