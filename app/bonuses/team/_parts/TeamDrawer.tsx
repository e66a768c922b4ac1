import { useTranslations } from 'next-intl';
import { Drawer, tabOf } from '@/app/_components/drawer/Drawer';
import { Terms } from '@/app/_components/drawer/Terms';
import { NONE, number, pay, points } from '@/lib/format';
import type { PersonYear, TeamModel } from '../_model';

/** One person's year: what it comes to, the rows behind it, month by month. */
export function TeamDrawer({
  person,
  model,
  tab,
}: {
  person: PersonYear;
  model: TeamModel;
  tab: string | undefined;
}) {
  const t = useTranslations('bonus_team.drawer');
  const roles = useTranslations('codes.role');
  const { technician_id, months } = person;
  const cards = model.satisfaction.find((s) => s.technician_id === technician_id);
  const awards = model.ranks.find((r) => r.technician_id === technician_id)?.awards ?? '0.00';
  const tabs = [
    { id: 'how' as const },
    { id: 'rows' as const },
    { id: 'history' as const, count: months.size },
  ];
  const shown = tabOf(tabs, tab);
  const statement = (period: string) => `/bonuses/${encodeURIComponent(technician_id)}?period=${period}`;
  return (
    <Drawer
      title={person.name}
      note={[technician_id, roles(person.role), person.department].filter(Boolean).join(' · ')}
      tabs={tabs}
      tab={tab}
    >
      {shown === 'how' ? (
        <Terms
          terms={[
            {
              label: t('points'),
              rule: 'B-04',
              value: person.net_points === null ? NONE : points(person.net_points),
            },
            {
              label: t('above'),
              note: t('ofMonths', { n: months.size }),
              rule: 'B-04',
              value: String(person.above),
            },
            { label: t('pay'), rule: 'B-10', value: person.total === null ? NONE : pay(person.total) },
            { label: t('awards'), rule: 'B-05', value: pay(awards) },
            {
              label: t('satisfaction'),
              note: t('cards', { n: cards?.cards ?? 0 }),
              rule: 'S-06',
              value:
                cards?.satisfaction === null || cards === undefined ? NONE : number(cards.satisfaction, 2),
            },
          ]}
        />
      ) : null}
      {shown === 'rows' ? (
        <ul className="flex flex-col gap-2 text-table">
          <li>
            <a
              className="text-accent hover:underline"
              href={model.link('satisfaction_cards', { technician: [technician_id] })}
            >
              {t('cardRows', { n: cards?.cards ?? 0 })}
            </a>
          </li>
          {[...months.keys()].reverse().map((period) => (
            <li key={period}>
              <a
                className="text-accent hover:underline"
                href={`/rows/bonus_records?period=${period}&technician=${encodeURIComponent(technician_id)}`}
              >
                {t('recordRows', { period })}
              </a>
            </li>
          ))}
        </ul>
      ) : null}
      {shown === 'history' ? (
        <table className="w-full text-table leading-6">
          <thead className="text-note text-ink-3">
            <tr className="border-b border-line-strong">
              {(['month', 'points', 'base', 'pay'] as const).map((name) => (
                <th
                  key={name}
                  scope="col"
                  className={`font-medium ${name === 'month' ? 'text-left' : 'text-right'}`}
                >
                  {t(name)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {[...months.values()].reverse().map((m) => (
              <tr key={m.period} className="border-b border-line">
                <th scope="row" className="text-left font-normal">
                  <a className="text-accent hover:underline" href={statement(m.period)}>
                    {m.period}
                  </a>
                </th>
                <td className="text-right">{m.net_points === null ? NONE : points(m.net_points)}</td>
                <td className="text-right text-ink-3">{number(m.base_points, 1)}</td>
                <td className="text-right font-medium">{m.total === null ? NONE : pay(m.total)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
    </Drawer>
  );
}
