import { Page } from '@/app/_components/page/Page';
import { PageFooter } from '@/app/_components/page/PageFooter';
import { PageHeader } from '@/app/_components/page/PageHeader';
import { Stepper } from '@/app/_components/stepper/Stepper';
import { ExportMenu } from '@/app/_components/ui/ExportMenu';
import { Tag } from '@/app/_components/ui/Tag';
import { ClientMessages } from '@/app/_i18n/ClientMessages';
import { openPage, titleOf } from '@/app/_lib/open-page';
import { one, type SearchParams } from '@/app/_lib/url';
import { restsOf } from '@/lib/work/bonus_runs';
import { openWorkStore } from '@/lib/work/store';
import { PayrollMenu } from '../_parts/PayrollMenu';
import { type RunModel, runModel } from './_model';
import { AdjustmentsView } from './_parts/AdjustmentsView';
import { FindingDrawer } from './_parts/FindingDrawer';
import { FindingsView } from './_parts/FindingsView';
import { PeopleView } from './_parts/PeopleView';
import { PersonDrawer } from './_parts/PersonDrawer';
import { RunFigures } from './_parts/RunFigures';
import { RunFilters } from './_parts/RunFilters';
import { RunRail } from './_parts/RunRail';
import { VersionsView } from './_parts/VersionsView';
import { type VersionDifference, versionDifference } from './_versions';

interface Props {
  searchParams: Promise<SearchParams>;
}

export const generateMetadata = titleOf('bonus_run');

/** The run of a month: its steps, what is missing or odd, what everybody gets, and its closing. */
export default async function RunPage({ searchParams }: Props) {
  const opened = await openPage('bonus_run', searchParams, async (ctx, search) => {
    const model = await runModel(ctx, search);
    const row = one(search, 'row');
    return {
      model,
      person: model.rows.find((r) => model.view === 'people' && r.technician_id === row),
      finding: model.findings.find((f) => model.view === null && f.finding === row),
      rests: await restsOf(await openWorkStore(ctx.db.dir), model.params.period),
      difference: model.view === 'versions' ? await versionDifference(ctx, model) : null,
    };
  });
  if ('instead' in opened) return opened.instead;
  const { ctx, t, stale } = opened;
  const { model, person, finding, rests, difference } = opened.model;
  const paid = model.month.steps.some((s) => s.step === 'paid' && s.taken);
  const state = paid ? 'paid' : model.closing ? 'closed' : 'open';
  return (
    <Page
      header={
        <PageHeader title={t('title')} question={t('question')}>
          <Tag tone={state === 'open' ? 'full' : 'ok'}>{t(`state.${state}`)}</Tag>
          <Stepper kind="period" value={model.params.period} grains={['month']} to={ctx.today} />
          <PayrollMenu period={model.params.period} />
          <ExportMenu href={model.file} />
        </PageHeader>
      }
      stale={stale}
      filters={<RunFilters model={model} />}
      figures={<RunFigures model={model} />}
      aside={
        person ? (
          <PersonDrawer
            row={person}
            rest={rests.find((r) => r.technician_id === person.technician_id) ?? null}
            model={model}
          />
        ) : finding ? (
          <FindingDrawer line={finding} model={model} />
        ) : (
          <ClientMessages areas={['bonus_run']}>
            <RunRail model={model} />
          </ClientMessages>
        )
      }
      footer={<PageFooter range={rangeOf(model, t)} dataVersion={ctx.db.dataVersion()} />}
    >
      <View model={model} difference={difference} />
    </Page>
  );
}

function View({ model, difference }: { model: RunModel; difference: VersionDifference | null }) {
  if (model.view === 'people') return <PeopleView model={model} />;
  if (model.view === 'adjustments') return <AdjustmentsView model={model} />;
  if (model.view === 'versions') return <VersionsView model={model} difference={difference} />;
  return <FindingsView model={model} />;
}

type Words = (key: string, values?: Record<string, number>) => string;

function rangeOf(model: RunModel, t: Words): string {
  const { view, rows, all, adjustments, open, waived, closings } = model;
  if (view === 'people') return t('range', { n: rows.length, all });
  if (view === null) return t('rangeFindings', { n: open, waived });
  return t('rangeRows', { n: view === 'adjustments' ? adjustments.length : closings.length });
}
