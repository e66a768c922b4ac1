import { useTranslations } from 'next-intl';
import { Figure, Figures } from '@/app/_components/page/Figures';
import { useCodes } from '@/app/_components/table/ReportTable';
import { number, rate } from '@/lib/format';
import type { FilesModel } from '../_model';

/** How many files there are, how complete and fresh, and what is missing most; each opens its customers. */
export function FileFigures({ model }: { model: FilesModel }) {
  const t = useTranslations('files.figures');
  const units = useTranslations('columns.units');
  const codes = useCodes();
  const { whole, fields, counts, refreshEvery } = model;
  const customers = units('customers');
  const worst = fields[0];
  const share = (n: number) => (whole.customers === 0 ? null : rate(n / whole.customers));
  return (
    <Figures label={t('label')}>
      <Figure
        label={t('mean')}
        rule="D-01"
        value={whole.mean_completeness === null ? null : rate(whole.mean_completeness)}
        set={{ view: 'all', missing: null }}
        note={t('meanNote', { n: whole.customers })}
      />
      <Figure
        label={t('complete')}
        rule="D-01"
        value={number(counts.complete)}
        unit={customers}
        set={{ view: 'complete', missing: null }}
        note={
          share(counts.complete) === null ? t('none') : t('share', { share: share(counts.complete) ?? '' })
        }
      />
      <Figure
        label={t('incomplete')}
        rule="D-01"
        value={number(counts.incomplete)}
        unit={customers}
        set={{ view: null, missing: null }}
        note={
          worst && worst.lacking > 0
            ? t('worst', { field: codes('file_field')[worst.field] ?? worst.field, n: worst.lacking })
            : t('nothingMissing')
        }
      />
      <Figure
        label={t('stale', { n: refreshEvery })}
        rule="D-02"
        value={number(counts.stale)}
        unit={customers}
        tone={counts.stale > 0 ? 'full' : undefined}
        set={{ view: 'stale', missing: null }}
        note={share(counts.stale) === null ? t('none') : t('share', { share: share(counts.stale) ?? '' })}
      />
    </Figures>
  );
}
