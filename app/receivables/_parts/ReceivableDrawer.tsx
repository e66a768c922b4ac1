import { useLocale, useTranslations } from 'next-intl';
import { Drawer, tabOf } from '@/app/_components/drawer/Drawer';
import { Terms } from '@/app/_components/drawer/Terms';
import { RuleRef } from '@/app/_components/rules/RuleRef';
import { dayWords, pay, rate, signed } from '@/lib/format';
import type { ReceivableDetail } from '../_detail';
import { ages, type ReceivablesModel } from '../_model';
import { ReceivableRows } from './ReceivableRows';

interface Props {
  detail: ReceivableDetail;
  model: ReceivablesModel;
  tab: string | undefined;
}

/** One customer: how its pool covers its charges, the sales and the ledger behind it, the balances before. */
export function ReceivableDrawer({ detail, model, tab }: Props) {
  const t = useTranslations('receivables');
  const { row, sales, entries } = detail;
  const tabs = [
    { id: 'how' as const },
    { id: 'rows' as const, count: sales.length + entries.length },
    { id: 'history' as const },
  ];
  const shown = tabOf(tabs, tab);
  return (
    <Drawer
      title={row.name ?? t('unknown')}
      note={[row.customer_id, row.department ?? t('none.department')].join(' · ')}
      tabs={tabs}
      tab={tab}
    >
      {shown === 'how' ? <How detail={detail} /> : null}
      {shown === 'rows' ? <ReceivableRows detail={detail} asOf={model.params.as_of} /> : null}
      {shown === 'history' ? <History detail={detail} asOf={model.params.as_of} /> : null}
    </Drawer>
  );
}

/** A-02 with the customer's own sums, then what is open by age and the rate of the 12 months. */
function How({ detail }: { detail: ReceivableDetail }) {
  const t = useTranslations('receivables.detail');
  const columns = useTranslations('columns');
  const yuan = columns('units.yuan');
  const { row, pool, sales, onTime } = detail;
  const minus = (value: string) => signed(`${Number(value) === 0 ? '0' : `-${value}`}`, 2);
  const late = sales.filter((s) => s.state === 'overdue').length;
  return (
    <>
      <h3 className="text-table">
        {t('cover')} <RuleRef id="A-02" /> <span className="font-normal text-ink-3">{yuan}</span>
      </h3>
      <p className="text-ink-3 text-note">{t('coverNote')}</p>
      <Terms
        terms={[
          {
            label: t('charges'),
            note: t('lines', { n: sales.length }),
            rule: 'A-01',
            value: pay(pool.charges),
          },
          { label: t('settled'), value: minus(pool.settled) },
          { label: t('fromPool'), value: minus(pool.fromPool) },
          { label: t('open'), value: pay(pool.open), sum: true },
        ]}
      />
      <h3 className="mt-3 text-table">{t('pool')}</h3>
      <Terms
        terms={[
          { label: t('credits'), note: t('creditsNote'), value: pay(pool.pool) },
          { label: t('used'), value: minus(pool.fromPool) },
          { label: t('unused'), value: pay(pool.unused), sum: true },
        ]}
      />
      <h3 className="mt-3 text-table">{t('balance')}</h3>
      <Terms
        terms={[
          { label: t('open'), value: pay(pool.open) },
          {
            label: t('unused'),
            value: pool.unused.startsWith('-') ? signed(pool.unused.slice(1), 2) : minus(pool.unused),
          },
          { label: columns('balance'), rule: 'A-01', value: pay(row.balance), sum: true },
        ]}
      />
      <h3 className="mt-3 text-table">{t('ages', { n: late })}</h3>
      <Terms
        terms={[
          ...ages.map((age) => ({ label: columns(age), value: pay(row[age]) })),
          { label: t('open'), rule: 'A-03', value: pay(row.open), sum: true },
        ]}
      />
      <h3 className="mt-3 text-table">{t('onTime')}</h3>
      {onTime ? (
        <Terms
          terms={[
            { label: t('paidInTime'), value: pay(onTime.paid) },
            { label: t('fellDue'), value: pay(onTime.due) },
            { label: columns('on_time_rate'), rule: 'A-04', value: rate(row.on_time_rate), sum: true },
          ]}
        />
      ) : (
        <p className="text-ink-3 text-note">{t('nothingDue')}</p>
      )}
    </>
  );
}

function History({ detail, asOf }: { detail: ReceivableDetail; asOf: string }) {
  const t = useTranslations('receivables.detail');
  const locale = useLocale();
  return (
    <>
      <p className="mb-1 text-ink-3 text-note">{t('historyNote')}</p>
      <dl className="text-table leading-6">
        {detail.history.map(({ day, balance }) => (
          <div key={day} className="flex justify-between border-line border-b last:border-b-0">
            <dt>{dayWords(day, locale, asOf)}</dt>
            <dd className="font-medium">{pay(balance)}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}
