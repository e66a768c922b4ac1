import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { minute } from '@/lib/format';
import { ChangedLink } from './ChangedLink';

interface Props {
  /** What is shown: `1–42，共 297`. */
  range?: ReactNode;
  /** Names of keys that work here, from `ui.hints`. */
  keys?: readonly ('row' | 'open' | 'filter' | 'select')[];
  dataVersion: string | number | null;
  /** When these figures were computed: an instant, local time. */
  generatedAt?: string;
}

const caps = { row: ['J', 'K'], open: ['↵'], filter: ['F'], select: ['X'] } as const;

/** Range, keys, and which data at what time: printed too. */
export function PageFooter({ range, keys = ['row', 'open', 'filter'], dataVersion, generatedAt }: Props) {
  const t = useTranslations('ui.footer');
  return (
    <footer className="page-footer">
      <span>{range}</span>
      {keys.map((name) => (
        <span key={name} className="key-hints">
          {caps[name].map((cap) => (
            <kbd key={cap} className="mr-1">
              {cap}
            </kbd>
          ))}
          {t(name)}
        </span>
      ))}
      <span>
        {dataVersion === null ? null : <ChangedLink />}
        {dataVersion === null ? t('noVersion') : t('version', { version: String(dataVersion) })}
        {generatedAt ? ` · ${t('generated', { time: minute(generatedAt).slice(11) })}` : ''}
      </span>
    </footer>
  );
}
