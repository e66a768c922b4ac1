/** The to-do lists of the overview, worded: only what the reports say is open. */
import { useLocale, useTranslations } from 'next-intl';
import { href } from '@/app/_lib/url';
import { daysBetween, dayWords, money, pay, rate } from '@/lib/format';
import type { HrModel } from '../_hr';
import type { OverviewModel } from '../_model';
import type { Task } from './ToDo';

const some = (task: Task, open: number): Task[] => (open > 0 ? [task] : []);

export function useDirectorTasks(model: OverviewModel): Task[] {
  const t = useTranslations('overview.todo');
  const locale = useLocale();
  const { review, vip, owed, idle, link, params, people } = model;
  const late = daysBetween(review.due, params.as_of);
  const { stalled, open } = people.whole;
  const groups = vip.over
    .map((v) => t('quotaGroup', { group: v.group ?? '—', by: v.by }))
    .join(locale === 'en' ? ', ' : '，');
  const reviews = (more: Record<string, string> = {}) =>
    href('/reviews', {}, { period: review.period, department: params.department ?? null, ...more });
  return [
    ...some(
      {
        id: 'review',
        title: t('review', { period: review.period }),
        note: t('reviewNote', review),
        state:
          late > 0 ? t('late', { n: late }) : t('by', { day: dayWords(review.due, locale, params.as_of) }),
        tone: late > 0 ? 'over' : 'full',
        rule: 'R-01',
        href: reviews(),
      },
      review.customers,
    ),
    ...some(
      {
        id: 'demotions',
        title: t('demotions'),
        note: t('demotionsNote', { n: review.demotions }),
        state: review.late > 0 ? t('demotionsLate', { n: review.late }) : t('demotionsOk'),
        tone: review.late > 0 ? 'over' : undefined,
        rule: 'R-05',
        href: reviews({ tier: 'vip' }),
      },
      review.demotions,
    ),
    ...some(
      {
        id: 'quota',
        title: t('quota'),
        note: t('quotaNote', { groups }),
        state: t('quotaOver', { n: vip.over.length }),
        tone: 'over',
        rule: 'Q-03',
        href: link('/quotas'),
      },
      vip.over.length,
    ),
    ...some(
      {
        id: 'd91',
        title: t('d91'),
        note: t('d91Note', { n: owed.d91Customers }),
        state: money(owed.d91, locale),
        tone: 'over',
        rule: 'A-03',
        href: link('/receivables', { sort: '-d91' }),
      },
      owed.d91Customers,
    ),
    ...some(
      {
        id: 'top',
        title: t('top'),
        note: t('topNote', { share: rate(idle.top, 0) }),
        state: money(idle.topStake, locale),
        rule: 'I-08',
        href: link('/idle'),
      },
      idle.count,
    ),
    ...some(
      {
        id: 'stalled',
        title: t('stalled'),
        note: t('stalledNote', { n: Number(open) }),
        state: t('stalledCount', { n: Number(stalled) }),
        rule: 'F-05',
        href: link('/rows/opportunities_open', { stalled: 'true' }),
      },
      Number(stalled),
    ),
  ];
}

export function useRegionTasks(model: OverviewModel): Task[] {
  const t = useTranslations('overview.todo');
  const { idle, link } = model;
  const { stalled, open } = model.people.whole;
  return [
    ...some(
      {
        id: 'long',
        title: t('long'),
        note: t('longNote', { n: idle.count }),
        state: t('count', { n: idle.long }),
        tone: 'over',
        rule: 'I-08',
        href: link('/idle', { sort: '-days_overdue' }),
      },
      idle.long,
    ),
    ...some(
      {
        id: 'first',
        title: t('first'),
        note: t('firstNote'),
        state: t('count', { n: idle.first }),
        tone: 'full',
        rule: 'I-01',
        href: link('/idle', { reason: 'first_contact' }),
      },
      idle.first,
    ),
    ...some(
      {
        id: 'top',
        title: t('top'),
        note: t('topNote', { share: rate(idle.top, 0) }),
        state: t('count', { n: Math.min(10, idle.count) }),
        rule: 'I-09',
        href: link('/idle'),
      },
      idle.count,
    ),
    ...some(
      {
        id: 'stalled',
        title: t('stalled'),
        note: t('stalledNote', { n: Number(open) }),
        state: t('stalledCount', { n: Number(stalled) }),
        rule: 'F-05',
        href: link('/rows/opportunities_open', { stalled: 'true' }),
      },
      Number(stalled),
    ),
  ];
}

export function useHrTasks(model: HrModel): Task[] {
  const t = useTranslations('overview.todo');
  const { month, period, quarter, questions, params } = model;
  const under = { region: params.region ?? null, department: params.department ?? null };
  return [
    ...some(
      {
        id: 'month',
        title: t('month', { period }),
        note: t('monthNote', { n: month.people, total: month.total === null ? '—' : pay(month.total) }),
        state: t('monthOpen'),
        tone: 'full',
        rule: 'B-12',
        href: href('/bonuses/run', {}, { period, ...under }),
      },
      month.open ? month.people : 0,
    ),
    ...some(
      {
        id: 'questions',
        title: t('questions'),
        note: t('questionsNote', { period }),
        state: t('questionsCount', { n: questions }),
        tone: 'full',
        rule: 'B-07',
        href: href('/rows/bonus_questions', {}, { period, ...under }),
      },
      questions,
    ),
    ...some(
      {
        id: 'ties',
        title: t('ties', { period: quarter.period }),
        note: t('tiesNote'),
        state: t('tiesCount', { n: quarter.ties }),
        tone: 'full',
        rule: 'B-05',
        href: href('/bonuses/quarter', {}, { period: quarter.period, view: 'ties' }),
      },
      quarter.ties,
    ),
  ];
}
