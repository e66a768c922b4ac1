import { useTranslations } from 'next-intl';
import { FilterBar, Segments } from '@/app/_components/filters/FilterBar';
import type { SolveModel } from '../_model';

/** The question: whose review, what counts, who may fall, whether anybody rises, what a product's excess costs. */
export function SolveFilters({ model }: { model: SolveModel }) {
  const t = useTranslations('solve');
  const { params, options, solved, view } = model;
  return (
    <FilterBar
      segments={{
        param: 'goal',
        label: t('goal.label'),
        current: params.goal === 'sales' ? 'sales' : null,
        items: [
          { value: null, label: t('goal.score') },
          { value: 'sales', label: t('goal.sales') },
        ],
      }}
      filters={[
        {
          param: 'department',
          label: t('department'),
          options: options.map((value) => ({ value, label: value })),
          chosen: params.department ?? [],
        },
      ]}
    >
      <Segments
        param="promotions"
        label={t('promotions.label')}
        current={params.promotions === 'no' ? 'no' : null}
        items={[
          { value: null, label: t('promotions.yes') },
          { value: 'no', label: t('promotions.no') },
        ]}
      />
      <Segments
        param="holders"
        label={t('holders.label')}
        current={params.holders === 'free' ? 'free' : null}
        items={[
          { value: null, label: t('holders.keep') },
          { value: 'free', label: t('holders.free') },
        ]}
      />
      <Segments
        param="excess"
        label={t('wish.label')}
        current={params.excess === '0' ? '0' : null}
        items={[
          { value: null, label: t('wish.on') },
          { value: '0', label: t('wish.off') },
        ]}
      />
      {solved ? (
        <Segments
          label={t('views.label')}
          current={view}
          items={[
            { value: null, label: t('views.changes'), count: solved.moves.length },
            {
              value: 'waiting',
              label: t('views.waiting'),
              count: solved.rows.filter((r) => r.deed === 'waiting').length,
            },
            { value: 'all', label: t('views.all'), count: solved.rows.length },
          ]}
        />
      ) : null}
    </FilterBar>
  );
}
