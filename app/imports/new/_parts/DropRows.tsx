'use client';
import { useTranslations } from 'next-intl';
import { Button } from '@/app/_components/ui/Button';
import type { DropState } from './form';

interface Props {
  header: readonly string[];
  drops: readonly DropState[];
  onChange: (drops: DropState[]) => void;
}

/** Rows that are not data: left out by what stands in a column. */
export function DropRows({ header, drops, onChange }: Props) {
  const t = useTranslations('intake.form');
  const change = (key: number, next: Partial<DropState>) =>
    onChange(drops.map((d) => (d.key === key ? { ...d, ...next } : d)));
  return (
    <fieldset className="px-edge pt-4">
      <legend className="float-left mr-4 font-semibold">{t('drops')}</legend>
      <div className="flex flex-col items-start gap-2">
        {drops.map((drop) => (
          <div key={drop.key} className="flex flex-wrap items-center gap-2">
            <label className="flex items-center gap-2">
              {t('dropHeader')}
              <select
                className="field w-40"
                data-size="small"
                value={drop.header}
                onChange={(e) => change(drop.key, { header: e.target.value })}
              >
                <option value="" />
                {header.map((h) => (
                  <option key={h}>{h}</option>
                ))}
              </select>
            </label>
            <label className="flex flex-wrap items-center gap-2">
              {t('dropValues')}
              <input
                className="field w-48"
                data-size="small"
                value={drop.values}
                onChange={(e) => change(drop.key, { values: e.target.value })}
              />
            </label>
            <Button
              size="small"
              aria-label={t('dropRemove')}
              onClick={() => onChange(drops.filter((d) => d.key !== drop.key))}
            >
              ×
            </Button>
          </div>
        ))}
        <Button
          size="small"
          onClick={() =>
            onChange([...drops, { key: Math.max(0, ...drops.map((d) => d.key)) + 1, header: '', values: '' }])
          }
        >
          {t('addDrop')}
        </Button>
      </div>
    </fieldset>
  );
}
