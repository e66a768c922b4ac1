import { getTranslations } from 'next-intl/server';
import { Section } from '@/app/_components/page/Section';
import type { PageContext } from '@/app/_lib/context';
import { customerScores } from '@/lib/reports/customer_file';
import { rowsOf } from '@/lib/reports/run';
import type { CustomerModel } from '../_model';
import { ScoreTable } from './ScoreTable';

/** The scores of the last eight half-years; a review each, so they come after the rest of the page. */
export async function Scores({ ctx, model }: { ctx: PageContext; model: CustomerModel }) {
  const t = await getTranslations('customer.scores');
  const scores = await rowsOf(customerScores, ctx, {
    as_of: model.as_of,
    customer_id: model.file.customer_id,
  });
  return (
    <Section title={t('title')} note={t('note')} rule="R-02">
      {scores.length === 0 ? (
        <p className="px-edge text-ink-3 text-table">{t('nothing')}</p>
      ) : (
        <ScoreTable scores={scores} department={model.file.department} customer={model.file.customer_id} />
      )}
    </Section>
  );
}
