import { useLocale, useTranslations } from 'next-intl';
import { asked } from '@/app/_lib/ask';
import { href } from '@/app/_lib/url';
import { addMonths, dayWords } from '@/lib/format';
import type { FilesModel } from '../_model';

/**
 * Why files are not held against a past day: what a record holds bears no date. What imports changed in it is known, and
 * found by taking them back: the page of changes says it of the same groups, since a month ago.
 */
export function NotCompared({ model }: { model: FilesModel }) {
  const t = useTranslations('files');
  const locale = useLocale();
  const { missing: _m, complete: _c, stale: _s, unowned: _u, ...seen } = model.params;
  const since = addMonths(seen.as_of, -1);
  return (
    <span title={t('notComparedWhy')}>
      {t('notCompared')}{' '}
      <a
        className="underline"
        href={href('/changes', {}, asked({ report: 'completeness', since, by: model.by, ...seen }))}
      >
        {t('changes', { day: dayWords(since, locale, seen.as_of) })}
      </a>
    </span>
  );
}
