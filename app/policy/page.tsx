import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { FilterBar } from '@/app/_components/filters/FilterBar';
import { Mistake } from '@/app/_components/page/Mistake';
import { Page } from '@/app/_components/page/Page';
import { PageFooter } from '@/app/_components/page/PageFooter';
import { PageHeader } from '@/app/_components/page/PageHeader';
import { EmptyFiltered } from '@/app/_components/page/states';
import { Stepper } from '@/app/_components/stepper/Stepper';
import { ClientMessages } from '@/app/_i18n/ClientMessages';
import { attempt } from '@/app/_lib/ask';
import { pageContext } from '@/app/_lib/context';
import { href, one, type SearchParams } from '@/app/_lib/url';
import { calendarModel } from './_calendar';
import { policyModel } from './_model';
import { partnersOf } from './_partners';
import { CalendarView } from './_parts/CalendarView';
import { CheckList } from './_parts/CheckList';
import { ParameterDrawer } from './_parts/ParameterDrawer';
import { Documents, RuleList } from './_parts/RuleList';
import { ScrollTo } from './_parts/ScrollTo';
import { Search } from './_parts/Search';

interface Props {
  searchParams: Promise<SearchParams>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('policy');
  return { title: t('title') };
}

/** The rules in sentences and the numbers a company chose, on any day. */
export default async function PolicyPage({ searchParams }: Props) {
  const [search, ctx, t, locale] = await Promise.all([
    searchParams,
    pageContext(),
    getTranslations('policy'),
    getLocale(),
  ]);
  const result = await attempt(async () => {
    const model = await policyModel(ctx, search);
    return { model, calendar: model.view === 'calendar' ? calendarModel(ctx, model.day, search) : null };
  });
  const linked = one(search, 'parameter');
  // The drawer closes by its own parameter; a link from elsewhere names the parameter of the policy.
  if (linked !== undefined && !('mistake' in result))
    redirect(href('/policy', search, { parameter: null, row: linked }));
  if ('mistake' in result) return <Mistake title={t('title')} mistake={result.mistake} />;
  const { model, calendar } = result.model;
  const { counts, detail } = model;
  const items = [
    { value: null, label: t('views.all'), count: counts.parameters },
    { value: 'assumed', label: t('views.assumed'), count: counts.assumed },
    { value: 'own', label: t('views.own'), count: counts.own },
    { value: 'checks', label: t('views.checks'), count: model.checks.length },
    { value: 'calendar', label: t('views.calendar') },
  ];
  const checks = model.view === 'checks';
  const current = model.view === 'all' ? null : model.view;
  return (
    <ClientMessages areas={['policy']}>
      <Page
        header={
          <PageHeader title={t('title')} question={t('question')}>
            <Stepper kind="as_of" value={model.day} />
          </PageHeader>
        }
        filters={
          <FilterBar
            segments={{ label: t('views.label'), current, items }}
            note={t('note', { day: model.day })}
          >
            {calendar || checks ? null : <Search q={model.q} />}
          </FilterBar>
        }
        aside={
          detail ? (
            <ParameterDrawer
              detail={detail}
              partners={partnersOf(ctx.policy, detail.name, model.day, locale)}
              tab={one(search, 'tab')}
              today={ctx.today}
            />
          ) : null
        }
        footer={
          <PageFooter
            range={calendar || checks ? null : t('range', { n: model.shown, all: counts.rules })}
            keys={[]}
            dataVersion={ctx.db.dataVersion()}
          />
        }
      >
        {calendar ? (
          <CalendarView model={calendar} />
        ) : checks ? (
          <CheckList checks={model.checks} />
        ) : (
          <>
            <RuleList model={model} />
            {model.shown > 0 ? <Documents /> : null}
          </>
        )}
        {!calendar && !checks && model.shown === 0 && model.q ? (
          <EmptyFiltered filters={[{ param: 'q', label: t('search'), value: model.q }]} />
        ) : null}
        {!calendar && !checks && model.shown === 0 && !model.q ? (
          <p className="state">{t(`none.${model.view}`)}</p>
        ) : null}
        <ScrollTo id={model.rule ?? detail?.parameter.rule ?? null} />
      </Page>
    </ClientMessages>
  );
}
