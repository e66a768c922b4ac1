import { useTranslations } from 'next-intl';
import { Drawer, tabOf } from '@/app/_components/drawer/Drawer';
import { Terms } from '@/app/_components/drawer/Terms';
import { ButtonLink } from '@/app/_components/ui/Button';
import { NONE, pay, signed } from '@/lib/format';
import type { WhatIfDetail, WhatIfModel } from '../_model';

const ruleOf = {
  performance_pay: 'B-04',
  rewards: 'B-06',
  fines: 'B-07',
  award: 'B-05',
  parts_commission: 'B-09',
  reward: 'B-08',
  parts_team_share: 'B-09',
} as const;

const amount = (value: string | null) => (value === null ? NONE : pay(value));
const delta = (value: string | null) => (value === null ? NONE : signed(value, 2));

/** One person: by item, each amount behind it, period by period. */
export function WhatIfDrawer({
  detail,
  model,
  tab,
}: {
  detail: WhatIfDetail;
  model: WhatIfModel;
  tab: string | undefined;
}) {
  const t = useTranslations('bonus_what_if');
  const codes = useTranslations('codes');
  const { row, items, periods, lines } = detail;
  const tabs = [
    { id: 'how' as const },
    { id: 'rows' as const, count: lines.length },
    { id: 'history' as const },
  ];
  const shown = tabOf(tabs, tab);
  return (
    <Drawer
      title={row.name}
      note={[row.technician_id, codes(`role.${row.role}`), row.department].filter(Boolean).join(' · ')}
      tabs={tabs}
      tab={tab}
      actions={
        <ButtonLink href={model.link('bonus_what_if_lines', { technician: [row.technician_id] })}>
          {t('drawer.rows')}
        </ButtonLink>
      }
    >
      {shown === 'how' ? (
        <Terms
          terms={[
            ...items.map((i) => ({
              label: codes(`bonus_what_if_item.${i.item}`),
              note:
                Number(i.difference ?? 0) === 0
                  ? t('drawer.unchanged')
                  : `${amount(i.before)} → ${amount(i.after)}`,
              rule: ruleOf[i.item],
              value: delta(i.difference),
            })),
            {
              label: t('drawer.total'),
              note: `${amount(row.before)} → ${amount(row.after)}`,
              rule: 'B-10',
              value: delta(row.difference),
              sum: true,
            },
          ]}
        />
      ) : null}
      {shown === 'rows' ? (
        <BeforeAfter
          head={t('drawer.item')}
          rows={lines.map((l) => ({
            key: `${l.period}/${l.item}`,
            label: `${l.period} ${codes(`bonus_what_if_item.${l.item}`)}`,
            ...l,
          }))}
        />
      ) : null}
      {shown === 'history' ? (
        <BeforeAfter
          head={t('drawer.period')}
          rows={periods.map((p) => ({
            key: p.period,
            label: p.period,
            ...(p.period.includes('-')
              ? { href: `/bonuses/${encodeURIComponent(row.technician_id)}?period=${p.period}` }
              : {}),
            ...p,
          }))}
        />
      ) : null}
    </Drawer>
  );
}

interface Line {
  key: string;
  label: string;
  href?: string;
  before: string | null;
  after: string | null;
  difference: string | null;
}

function BeforeAfter({ head, rows }: { head: string; rows: readonly Line[] }) {
  const t = useTranslations('columns');
  return (
    <table className="w-full text-table leading-6">
      <thead className="text-ink-3 text-note">
        <tr className="border-line-strong border-b">
          <th scope="col" className="text-left font-medium">
            {head}
          </th>
          {(['before', 'after', 'difference'] as const).map((name) => (
            <th key={name} scope="col" className="text-right font-medium">
              {t(name)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.key} className="border-line border-b">
            <th scope="row" className="text-left font-normal">
              {row.href ? (
                <a href={row.href} className="text-accent hover:underline">
                  {row.label}
                </a>
              ) : (
                row.label
              )}
            </th>
            <td className="pl-2 text-right">{amount(row.before)}</td>
            <td className="pl-2 text-right">{amount(row.after)}</td>
            <td className="pl-2 text-right font-medium">{delta(row.difference)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
