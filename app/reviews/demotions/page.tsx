import { getTranslations } from 'next-intl/server';
import { FilterBar } from '@/app/_components/filters/FilterBar';
import { AsOfHeader } from '@/app/_components/page/AsOfHeader';
import { Page } from '@/app/_components/page/Page';
import { PageFooter } from '@/app/_components/page/PageFooter';
import { TableSelection } from '@/app/_components/table/Selection';
import { ClientMessages } from '@/app/_i18n/ClientMessages';
import { openPage, titleOf } from '@/app/_lib/open-page';
import { one, type SearchParams } from '@/app/_lib/url';
import { limitedTiers } from '@/lib/rules/tiers';
import { DecideBar } from '../_parts/DecideBar';
import '../_parts/reviews.css';
import { caseDetail, casesModel, views } from './_model';
import { CaseAges } from './_parts/CaseAges';
import { CaseDrawer } from './_parts/CaseDrawer';
import { CaseFigures } from './_parts/CaseFigures';
import { CaseList } from './_parts/CaseList';

interface Props {
  searchParams: Promise<SearchParams>;
}

export const generateMetadata = titleOf('demotions');

/** VIP customers with a problem that nobody decided: the 5-day clock, every day. */
export default async function DemotionsPage({ searchParams }: Props) {
  const opened = await openPage('demotions', searchParams, async (ctx, search) => {
    const model = await casesModel(ctx, search);
    return { model, detail: await caseDetail(ctx, model, search) };
  });
  if ('instead' in opened) return opened.instead;
  const { ctx, search, t, stale } = opened;
  const { model, detail } = opened.model;
  const codes = await getTranslations('codes.tier');
  const tiers = [...limitedTiers, 'qualified'].map((value) => ({ value, label: codes(value) }));
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
              { value: null, label: t('views.all'), count: counts.all },
              ...views.map((value) => ({ value, label: t(`views.${value}`), count: counts[value] })),
            ],
          }}
          filters={[
            {
              param: 'department',
              label: t('filter.department'),
              options: model.options.department.map((o) => ({ ...o, label: o.value })),
              chosen: model.params.department ?? [],
            },
          ]}
          note={t('note', { n: model.within })}
        />
      }
      figures={<CaseFigures model={model} />}
      aside={
        detail ? (
          <CaseDrawer detail={detail} model={model} tab={one(search, 'tab')} />
        ) : (
          <CaseAges model={model} />
        )
      }
      footer={
        <PageFooter
          range={t('range', { n: model.rows.length, all: counts.all })}
          dataVersion={ctx.db.dataVersion()}
        />
      }
    >
      <ClientMessages areas={['decide']}>
        <TableSelection>
          {model.rows.length > 0 && model.decidable ? (
            <DecideBar
              period={null}
              today={ctx.today}
              open={detail ? { id: detail.row.customer_id, name: detail.row.name } : null}
              tiers={tiers}
            />
          ) : null}
          {model.rows.length > 0 && !model.decidable ? (
            <p className="flex-none px-(--edge) py-1.5 text-ink-3 text-note">
              {t('past', { day: ctx.today })}
            </p>
          ) : null}
          <CaseList model={model} />
        </TableSelection>
      </ClientMessages>
    </Page>
  );
}
