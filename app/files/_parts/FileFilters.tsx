import { useTranslations } from 'next-intl';
import { FilterBar } from '@/app/_components/filters/FilterBar';
import { useCodes } from '@/app/_components/table/ReportTable';
import { type FilesModel, fileFilters, fileViews } from '../_model';
import { NotCompared } from './NotCompared';

/** The views with their counts, and the filters; a missing field chosen in the picture is one of them. */
export function FileFilters({ model }: { model: FilesModel }) {
  const t = useTranslations('files');
  const idle = useTranslations('idle.filter');
  const codes = useCodes();
  const { params, counts, view, options } = model;
  return (
    <FilterBar
      segments={{
        label: t('views.label'),
        current: view,
        items: [
          { value: null, label: t('views.incomplete'), count: counts.incomplete },
          ...fileViews.map((v) => ({ value: v, label: t(`views.${v}`), count: counts[v] })),
        ],
      }}
      filters={[
        ...(params.missing?.length
          ? [
              {
                param: 'missing',
                label: t('filter.missing'),
                options: model.fields.map((f) => ({
                  value: f.field,
                  label: codes('file_field')[f.field] ?? f.field,
                  count: f.lacking,
                })),
                chosen: [...params.missing],
              },
            ]
          : []),
        ...(params.unowned
          ? [
              {
                param: 'unowned',
                label: t('filter.unowned'),
                options: [{ value: 'true', label: t('filter.yes') }],
                chosen: [params.unowned],
              },
            ]
          : []),
        ...fileFilters
          .filter((param) => options[param].length > 0 || params[param]?.length)
          .map((param) => ({
            param,
            label: idle(param),
            options: options[param].map((o) => ({ ...o, label: codes(param)[o.value] ?? o.value })),
            chosen: params[param] ?? [],
          })),
        ...(params.product?.length
          ? [
              {
                param: 'product',
                label: idle('product'),
                options: params.product.map((value) => ({ value, label: value })),
                chosen: params.product,
              },
            ]
          : []),
      ]}
      note={<NotCompared model={model} />}
    />
  );
}
