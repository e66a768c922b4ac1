import { AsOfHeader } from '@/app/_components/page/AsOfHeader';
import { Page } from '@/app/_components/page/Page';
import { PageFooter } from '@/app/_components/page/PageFooter';
import { openPage, titleOf } from '@/app/_lib/open-page';
import { one, type SearchParams } from '@/app/_lib/url';
import { fileDetail, filesModel } from './_model';
import { FileDrawer } from './_parts/FileDrawer';
import { FileFigures } from './_parts/FileFigures';
import { FileFilters } from './_parts/FileFilters';
import { FileList } from './_parts/FileList';
import { FilePicture } from './_parts/FilePicture';

interface Props {
  searchParams: Promise<SearchParams>;
}

export const generateMetadata = titleOf('files');

/** Customer files: how complete and how fresh they are, and what they lack. */
export default async function FilesPage({ searchParams }: Props) {
  const opened = await openPage('files', searchParams, async (ctx, search) => {
    const model = await filesModel(ctx, search);
    return { model, detail: await fileDetail(ctx, model, search) };
  });
  if ('instead' in opened) return opened.instead;
  const { ctx, search, t, stale } = opened;
  const { model, detail } = opened.model;
  return (
    <Page
      header={<AsOfHeader t={t} model={model} today={ctx.today} />}
      stale={stale}
      filters={<FileFilters model={model} />}
      figures={<FileFigures model={model} />}
      aside={
        detail ? (
          <FileDrawer
            row={detail}
            model={model}
            policy={ctx.policy.on(model.params.as_of)}
            tab={one(search, 'tab')}
          />
        ) : null
      }
      footer={
        <PageFooter
          range={t('range', { n: model.n, all: model.whole.customers })}
          dataVersion={ctx.db.dataVersion()}
        />
      }
    >
      <FilePicture model={model} />
      <FileList model={model} />
    </Page>
  );
}
