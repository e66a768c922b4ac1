import { FilterBar } from '@/app/_components/filters/FilterBar';
import { AsOfHeader } from '@/app/_components/page/AsOfHeader';
import { Figure, Figures } from '@/app/_components/page/Figures';
import { Page } from '@/app/_components/page/Page';
import { PageFooter } from '@/app/_components/page/PageFooter';
import { openPage, titleOf } from '@/app/_lib/open-page';
import { one, type SearchParams } from '@/app/_lib/url';
import { number } from '@/lib/format';
import { listDetail, listModel, views } from './_model';
import { ListAside } from './_parts/ListAside';
import { ListDrawer } from './_parts/ListDrawer';
import { ListTable } from './_parts/ListTable';

interface Props {
  searchParams: Promise<SearchParams>;
}

export const generateMetadata = titleOf('blacklist');

/** With whom nobody trades, by which list, since when, and who did all the same. */
export default async function BlacklistPage({ searchParams }: Props) {
  const opened = await openPage('blacklist', searchParams, async (ctx, search) => {
    const model = await listModel(ctx, search);
    return { model, detail: await listDetail(ctx, model, search) };
  });
  if ('instead' in opened) return opened.instead;
  const { ctx, search, t, stale } = opened;
  const { model, detail } = opened.model;
  const { counts } = model;
  return (
    <Page
      header={<AsOfHeader t={t} model={model} today={ctx.today} />}
      stale={stale}
      filters={
        <FilterBar
          segments={{
            label: t('views.label'),
            current: model.view,
            items: [
              { value: null, label: t('views.listed'), count: counts.listed },
              ...views.map((value) => ({ value, label: t(`views.${value}`), count: counts[value] })),
            ],
          }}
          filters={[
            {
              param: 'department',
              label: t('filter.department'),
              options: model.options.map((o) => ({ ...o, label: o.value })),
              chosen: model.params.department ?? [],
            },
          ]}
          note={t('note')}
        />
      }
      figures={
        <Figures label={t('figures.label')}>
          <Figure
            label={t('figures.company')}
            rule="R-10"
            value={number(counts.company)}
            set={{ view: 'company' }}
            note={t('figures.companyNote')}
          />
          <Figure
            label={t('figures.department')}
            rule="R-10"
            value={number(counts.department)}
            set={{ view: 'department' }}
            note={t('figures.departmentNote')}
          />
          <Figure
            label={t('figures.to_confirm')}
            rule="R-09"
            value={number(counts.to_confirm)}
            set={{ view: 'to_confirm' }}
            tone={counts.to_confirm > 0 ? 'full' : undefined}
            note={t('figures.to_confirmNote')}
          />
          <Figure
            label={t('figures.alerts')}
            rule="A-07"
            value={number(model.alerts)}
            href={model.business}
            tone={model.alerts > 0 ? 'over' : undefined}
            note={t('figures.alertsNote', { n: counts.business })}
          />
        </Figures>
      }
      aside={
        detail ? (
          <ListDrawer detail={detail} model={model} tab={one(search, 'tab')} />
        ) : (
          <ListAside model={model} />
        )
      }
      footer={<PageFooter range={t('range', { n: model.rows.length })} dataVersion={ctx.db.dataVersion()} />}
    >
      <ListTable model={model} />
    </Page>
  );
}
