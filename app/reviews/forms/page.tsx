import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import { Page } from '@/app/_components/page/Page';
import { PageHeader } from '@/app/_components/page/PageHeader';
import { Empty } from '@/app/_components/page/states';
import { ButtonLink } from '@/app/_components/ui/Button';
import { PrintButton } from '@/app/_components/ui/PrintButton';
import { openPage, titleOf } from '@/app/_lib/open-page';
import { href, type SearchParams } from '@/app/_lib/url';
import '../_parts/reviews.css';
import { formsModel } from './_model';
import { EvaluationSheet } from './_parts/EvaluationSheet';

interface Props {
  searchParams: Promise<SearchParams>;
}

export const generateMetadata = titleOf('review_forms');

/** Evaluation forms, one customer a sheet of paper. */
export default async function FormsPage({ searchParams }: Props) {
  const words = await getTranslations('review_forms');
  const heading = { title: words('title'), question: words('about') };
  const opened = await openPage('review_forms', searchParams, formsModel, heading);
  if ('instead' in opened) return opened.instead;
  const { model, t, stale } = opened;
  const back = href(
    '/reviews',
    {},
    {
      period: model.period,
      ...(model.department ? { department: [model.department] } : {}),
    },
  );
  return (
    <Page
      header={
        <PageHeader
          title={t('title')}
          question={
            model.choices ? t('about') : t('question', { n: model.forms.length, period: model.period })
          }
        >
          <ButtonLink href={back}>{t('back')}</ButtonLink>
          {model.forms.length > 0 ? <PrintButton /> : null}
        </PageHeader>
      }
      stale={stale}
    >
      {model.choices && model.choices.length > 0 ? (
        <Empty>
          {t('choose', { period: model.period })}
          <ul className="mt-2">
            {model.choices.map(({ department, n }) => (
              <li key={department}>
                <Link
                  href={href('/reviews/forms', {}, { period: model.period, department: department ?? '' })}
                >
                  {t('choice', { department: department ?? t('noDepartment'), n })}
                </Link>
              </li>
            ))}
          </ul>
        </Empty>
      ) : model.forms.length === 0 ? (
        <Empty>{t('empty', { period: model.period })}</Empty>
      ) : null}
      {model.forms.map((form) => (
        <EvaluationSheet key={form.row.customer_id} form={form} model={model} />
      ))}
    </Page>
  );
}
