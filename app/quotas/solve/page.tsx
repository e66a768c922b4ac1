import { Page } from '@/app/_components/page/Page';
import { PageFooter } from '@/app/_components/page/PageFooter';
import { PageHeader } from '@/app/_components/page/PageHeader';
import { Stepper } from '@/app/_components/stepper/Stepper';
import { TableSelection } from '@/app/_components/table/Selection';
import { ExportMenu } from '@/app/_components/ui/ExportMenu';
import { ClientMessages } from '@/app/_i18n/ClientMessages';
import { openPage, titleOf } from '@/app/_lib/open-page';
import { one, type SearchParams } from '@/app/_lib/url';
import { solveModel } from './_model';
import { Choices } from './_parts/Choices';
import { Run } from './_parts/Run';
import { SolveDrawer } from './_parts/SolveDrawer';
import { SolvedFigures } from './_parts/SolvedFigures';
import { SolvedList } from './_parts/SolvedList';
import { SolveFilters } from './_parts/SolveFilters';
import { TakeOver } from './_parts/TakeOver';
import { whyText } from './_parts/whyText';
import '../../reviews/_parts/reviews.css';

interface Props {
  searchParams: Promise<SearchParams>;
}

export const generateMetadata = titleOf('solve');

/** The solver: which tiers keep every quota and are worth most, and why each customer stands where it does. */
export default async function SolvePage({ searchParams }: Props) {
  const opened = await openPage('solve', searchParams, solveModel);
  if ('instead' in opened) return opened.instead;
  const { model, ctx, search, t, stale } = opened;
  const { solved } = model;
  const row = solved?.rows.find((r) => r.customer_id === one(search, 'row'));
  return (
    <ClientMessages areas={['solve']}>
      <Page
        header={
          <PageHeader title={t('title')} question={t('question')}>
            <Stepper kind="period" grains={['half']} value={model.params.period} to={ctx.today} />
            {solved ? <ExportMenu href={model.file} /> : null}
          </PageHeader>
        }
        stale={stale}
        filters={<SolveFilters model={model} />}
        figures={solved ? <SolvedFigures model={model} solved={solved} /> : null}
        aside={
          solved ? (
            row ? (
              <SolveDrawer row={row} model={model} solved={solved} tab={one(search, 'tab')} />
            ) : (
              <Choices model={model} solved={solved} />
            )
          ) : null
        }
        footer={
          <PageFooter
            range={solved ? t('range', { n: solved.shown.length, all: solved.rows.length }) : ''}
            dataVersion={ctx.db.dataVersion()}
          />
        }
      >
        {solved ? (
          <TableSelection key={model.choice}>
            {solved.standings.length > 0 ? (
              <TakeOver
                period={model.params.period}
                today={ctx.today}
                question={model.choice}
                standings={solved.standings}
                why={whyText(t, model, solved)}
              />
            ) : null}
            <SolvedList model={model} solved={solved} />
          </TableSelection>
        ) : (
          <Run key={model.question} question={model.question} />
        )}
      </Page>
    </ClientMessages>
  );
}
