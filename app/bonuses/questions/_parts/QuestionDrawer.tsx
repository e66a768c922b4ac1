import { useTranslations } from 'next-intl';
import { Drawer } from '@/app/_components/drawer/Drawer';
import { ClientMessages } from '@/app/_i18n/ClientMessages';
import { href } from '@/app/_lib/url';
import { Thread } from '../../[technician]/_parts/Questions';
import type { QuestionDetail } from '../_model';

/** What was said about one line, and the form to answer. */
export function QuestionDrawer({ detail }: { detail: QuestionDetail }) {
  const t = useTranslations('bonus_questions');
  const codes = useTranslations('codes.bonus_figure');
  const words = useTranslations('statement.questions');
  const { row, question } = detail;
  const { figure } = row;
  const about =
    figure === null
      ? words('whole')
      : words('line', { figure: codes.has(figure) ? codes(figure) : figure, id: row.source_id ?? '' });
  const address = href(`/bonuses/${encodeURIComponent(row.technician_id)}`, {}, { period: question.period });
  return (
    <Drawer title={row.name} note={[row.technician_id, row.department].filter(Boolean).join(' · ')}>
      <ClientMessages areas={['statement']}>
        <Thread question={question} about={about} gone={false} />
      </ClientMessages>
      <p className="pt-3 text-table">
        <a className="text-accent" href={`${address}#question-${question.id}`}>
          {t('statement')}
        </a>
      </p>
    </Drawer>
  );
}
