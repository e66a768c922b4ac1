import { useLocale, useTranslations } from 'next-intl';
import { Drawer, tabOf } from '@/app/_components/drawer/Drawer';
import { useCodes } from '@/app/_components/table/ReportTable';
import { Tag } from '@/app/_components/ui/Tag';
import type { PageContext } from '@/app/_lib/context';
import { dayWords } from '@/lib/format';
import type { IdleDetail } from '../_model';
import { IdleHow } from './IdleHow';
import { IdleRows } from './IdleRows';

interface Props {
  ctx: PageContext;
  detail: IdleDetail;
  tab: string | undefined;
}

/** One idle customer: each reason tested, the contacts and sales behind it, the month ends before. */
export function IdleDrawer({ ctx, detail, tab }: Props) {
  const t = useTranslations('idle');
  const codes = useCodes();
  const { as_of, row, contacts, sales, plans } = detail;
  const tabs = [
    { id: 'how' as const },
    { id: 'rows' as const, count: plans.length + contacts.length + sales.length },
    { id: 'history' as const },
  ];
  const shown = tabOf(tabs, tab);
  const note = [
    row.customer_id,
    row.department,
    row.region,
    row.grade ?? t('none.grade'),
    codes('class')[row.class] ?? row.class,
  ].filter(Boolean);
  return (
    <Drawer
      title={row.name}
      note={
        <>
          {note.join(' · ')} · {row.owner ?? <span data-tone="full">{t('none.owner')}</span>}
        </>
      }
      tabs={tabs}
      tab={tab}
    >
      {shown === 'how' ? (
        <IdleHow detail={detail} asOf={as_of} valueDays={ctx.policy.on(as_of)['trade.value_days']} />
      ) : shown === 'rows' ? (
        <IdleRows detail={detail} asOf={as_of} />
      ) : (
        <History detail={detail} asOf={as_of} />
      )}
    </Drawer>
  );
}

function History({ detail, asOf }: { detail: IdleDetail; asOf: string }) {
  const t = useTranslations('idle.detail');
  const codes = useCodes();
  const locale = useLocale();
  return (
    <>
      <p className="mb-1 text-ink-3 text-note">{t('historyNote')}</p>
      <dl className="text-table leading-6">
        {detail.history.map(({ day, reasons }) => (
          <div key={day} className="flex items-baseline gap-3 border-line border-b last:border-b-0">
            <dt className="w-24 flex-none">{dayWords(day, locale, asOf)}</dt>
            <dd className="flex flex-wrap gap-1">
              {reasons.length === 0 ? <span className="text-ink-3">{t('notIdle')}</span> : null}
              {reasons.map((reason) => (
                <Tag key={reason}>{codes('idle_reason')[reason] ?? reason}</Tag>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </>
  );
}
