import { useTranslations } from 'next-intl';
import { MenuBox } from './MenuBox';

const formats = ['csv', 'xlsx', 'json'] as const;

/**
 * The same table as a file. `href` is the report's address, `/api/reports/idle?as_of=2026-08-31`;
 * the format is added to it.
 */
export function ExportMenu({ href }: { href: string }) {
  const t = useTranslations('ui.export');
  const join = href.includes('?') ? '&' : '?';
  return (
    <MenuBox label={t('title')}>
      {formats.map((format) => (
        <a
          key={format}
          className="popup-item"
          href={format === 'json' ? href : `${href}${join}format=${format}`}
          download={format === 'json' ? undefined : ''}
        >
          {format.toUpperCase()}
          <span className="note">{t(format)}</span>
        </a>
      ))}
    </MenuBox>
  );
}
