'use client';
import { useTranslations } from 'next-intl';
import { Button } from '@/app/_components/ui/Button';

interface Props {
  text: string;
  /** 0 to 1; null where nobody can tell. */
  share: number | null;
  onCancel?: () => void;
}

/** What is going on, how far, and the way out. */
export function Progress({ text, share, onCancel }: Props) {
  const t = useTranslations('intake');
  const percent = share === null ? null : Math.round(share * 100);
  return (
    <div className="flex w-full items-center gap-4">
      <div className="min-w-0 flex-1">
        <p className="truncate" role="status">
          {text}
        </p>
        <div
          className="progress"
          role="progressbar"
          aria-label={text}
          aria-valuemin={0}
          aria-valuemax={100}
          aria-valuenow={percent ?? undefined}
        >
          <span style={{ width: `${percent ?? 100}%` }} data-unknown={percent === null || undefined} />
        </div>
      </div>
      {onCancel ? <Button onClick={onCancel}>{t('cancel')}</Button> : null}
    </div>
  );
}
