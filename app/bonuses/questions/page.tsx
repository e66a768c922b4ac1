import { Page } from '@/app/_components/page/Page';
import { PageFooter } from '@/app/_components/page/PageFooter';
import { PageHeader } from '@/app/_components/page/PageHeader';
import { Stepper } from '@/app/_components/stepper/Stepper';
import { ExportMenu } from '@/app/_components/ui/ExportMenu';
import { openPage, titleOf } from '@/app/_lib/open-page';
import type { SearchParams } from '@/app/_lib/url';
import { PayrollMenu } from '../_parts/PayrollMenu';
import { questionDetail, questionsModel } from './_model';
import { QuestionFigures, QuestionFilters, SignedByDepartment } from './_parts/Overview';
import { QuestionDrawer } from './_parts/QuestionDrawer';
import { AskedTable, SignedTable } from './_parts/Tables';

interface Props {
  searchParams: Promise<SearchParams>;
}

export const generateMetadata = titleOf('bonus_questions');

/** What people asked about their statements of a period, and who signed. */
export default async function QuestionsPage({ searchParams }: Props) {
  const opened = await openPage('bonus_questions', searchParams, async (ctx, search) => {
    const model = await questionsModel(ctx, search);
    return { model, detail: await questionDetail(ctx, model, search) };
  });
  if ('instead' in opened) return opened.instead;
  const { ctx, t, stale } = opened;
  const { model, detail } = opened.model;
  const signatures = model.view === 'signatures';
  return (
    <Page
      header={
        <PageHeader title={t('title')} question={t('question')}>
          <Stepper
            kind="period"
            value={model.params.period}
            grains={['month', 'quarter', 'half']}
            to={ctx.today}
          />
          <PayrollMenu period={model.params.period} />
          <ExportMenu href={model.file} />
        </PageHeader>
      }
      stale={stale}
      filters={<QuestionFilters model={model} />}
      figures={<QuestionFigures model={model} />}
      aside={detail ? <QuestionDrawer detail={detail} /> : <SignedByDepartment model={model} />}
      footer={
        <PageFooter
          range={
            signatures ? t('rangeSigned', { n: model.signed.length }) : t('range', { n: model.rows.length })
          }
          dataVersion={ctx.db.dataVersion()}
        />
      }
    >
      {signatures ? <SignedTable model={model} /> : <AskedTable model={model} />}
    </Page>
  );
}
