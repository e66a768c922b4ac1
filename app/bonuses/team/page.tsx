import { Page } from '@/app/_components/page/Page';
import { PageFooter } from '@/app/_components/page/PageFooter';
import { PageHeader } from '@/app/_components/page/PageHeader';
import { Stepper } from '@/app/_components/stepper/Stepper';
import { ExportMenu } from '@/app/_components/ui/ExportMenu';
import { openPage, titleOf } from '@/app/_lib/open-page';
import { one, type SearchParams } from '@/app/_lib/url';
import { teamModel } from './_model';
import { CostView } from './_parts/CostView';
import { PartsView } from './_parts/PartsView';
import { PointsGrid } from './_parts/PointsGrid';
import { RankGrid } from './_parts/RankGrid';
import { SatisfactionView } from './_parts/SatisfactionView';
import { TeamDrawer } from './_parts/TeamDrawer';
import { TeamFigures } from './_parts/TeamFigures';
import { TeamFilters } from './_parts/TeamFilters';
import './_parts/team.css';

interface Props {
  searchParams: Promise<SearchParams>;
}

export const generateMetadata = titleOf('bonus_team');

const pictures = {
  points: PointsGrid,
  ranking: RankGrid,
  parts: PartsView,
  satisfaction: SatisfactionView,
  cost: CostView,
} as const;

/** The team's year: points against the base, ranks, parts, satisfaction beside pay, cost. */
export default async function TeamPage({ searchParams }: Props) {
  const opened = await openPage('bonus_team', searchParams, teamModel);
  if ('instead' in opened) return opened.instead;
  const { model, ctx, search, t, stale } = opened;
  const person = model.people.find((p) => p.technician_id === one(search, 'row'));
  const View = pictures[model.view ?? 'points'];
  return (
    <Page
      header={
        <PageHeader title={t('title')} question={t('question')}>
          <Stepper kind="period" value={model.params.period} grains={['year']} to={ctx.today} />
          <ExportMenu href={model.file} />
        </PageHeader>
      }
      stale={stale}
      filters={<TeamFilters model={model} />}
      figures={<TeamFigures model={model} />}
      aside={person ? <TeamDrawer person={person} model={model} tab={one(search, 'tab')} /> : null}
      footer={
        <PageFooter
          range={t('range', { n: model.people.length, months: model.months.length })}
          keys={[]}
          dataVersion={ctx.db.dataVersion()}
        />
      }
    >
      <View model={model} />
    </Page>
  );
}
