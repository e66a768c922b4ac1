/** What every page of figures begins with: nothing loaded yet, a mistake in the address, or its model. */
import type { Metadata } from 'next';
import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { Mistake } from '../_components/page/Mistake';
import { Page } from '../_components/page/Page';
import { PageHeader } from '../_components/page/PageHeader';
import { Empty, StaleLine } from '../_components/page/states';
import { attempt } from './ask';
import { type PageContext, pageContext } from './context';
import type { SearchParams } from './url';

/** The title of a page is `title` of its messages. */
export const titleOf = (area: string) => async (): Promise<Metadata> => {
  const t = await getTranslations(area);
  return { title: t('title') };
};

type Words = Awaited<ReturnType<typeof getTranslations>>;

interface Opened<M> {
  model: M;
  search: SearchParams;
  ctx: PageContext;
  t: Words;
  /** The line that says how old the data is, where it is. */
  stale: ReactNode;
}

/**
 * Makes the model of a page from its address.
 * @param area messages of the page: `title`, `question`, `noData`, `load`
 * @param heading title and question while there is no model, where those of the page tell something of it
 * @returns the model, or the page to show `instead`; failures that are no mistake of the address are thrown
 */
export async function openPage<M>(
  area: string,
  searchParams: Promise<SearchParams>,
  make: (ctx: PageContext, search: SearchParams) => Promise<M>,
  heading?: { title: string; question: string },
): Promise<Opened<M> | { instead: ReactNode }> {
  const [search, ctx, t] = await Promise.all([searchParams, pageContext(), getTranslations(area)]);
  const { through, stale } = ctx.data;
  const { title, question } = heading ?? { title: t('title'), question: t('question') };
  if (through === null) {
    const instead = (
      <Page header={<PageHeader title={title} question={question} />}>
        <Empty>
          {t('noData')} <Link href="/imports">{t('load')}</Link>
        </Empty>
      </Page>
    );
    return { instead };
  }
  const result = await attempt(() => make(ctx, search));
  if ('mistake' in result) return { instead: <Mistake title={title} mistake={result.mistake} /> };
  const line = stale ? <StaleLine through={through} today={ctx.today} /> : null;
  return { model: result.model, search, ctx, t, stale: line };
}
