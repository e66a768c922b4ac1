import { useLocale, useTranslations } from 'next-intl';
import { ParamLink } from '@/app/_components/navigation/ParamLink';
import { Section } from '@/app/_components/page/Section';
import { PointsBar } from '@/app/_components/ui/PointsBar';
import { monthName, NONE, number, pay, points } from '@/lib/format';
import type { PersonYear, TeamModel } from '../_model';

/** Rows drawn at once: a company with more narrows by department or region; the file holds everybody. */
const MOST = 120;

/** Months that a phone leaves out. */
const isEarly = (months: readonly string[], month: string): true | undefined =>
  months.indexOf(month) < months.length - 3 || undefined;

/** Points against the base, a bar a month and person on one scale: the line is the base. */
export function PointsGrid({ model }: { model: TeamModel }) {
  const t = useTranslations('bonus_team.points');
  const locale = useLocale();
  const { people, months, params } = model;
  if (people.length === 0) return <p className="state">{t('empty', { year: params.period })}</p>;
  const shown = people.slice(0, MOST);
  return (
    <Section
      title={t('title')}
      rule="B-04"
      note={people.length > MOST ? t('most', { n: MOST, all: people.length }) : t('note')}
    >
      <div className="team-scroll">
        <table className="team-grid">
          <thead>
            <tr>
              <th scope="col">{t('name')}</th>
              {months.map((month) => (
                <th key={month} scope="col" data-early={isEarly(months, month)}>
                  {monthName(month, locale)}
                </th>
              ))}
              <th scope="col" data-early>
                {t('sum')}
              </th>
              <th scope="col">{t('pay')}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((person) => (
              <Person key={person.technician_id} person={person} model={model} />
            ))}
          </tbody>
        </table>
      </div>
    </Section>
  );
}

function Person({ person, model }: { person: PersonYear; model: TeamModel }) {
  const t = useTranslations('bonus_team.points');
  const { months, scale } = model;
  const early = (month: string) => isEarly(months, month);
  return (
    <tr>
      <th scope="row">
        <ParamLink set={{ row: person.technician_id }}>{person.name}</ParamLink>
        <span>{person.technician_id}</span>
      </th>
      {months.map((month) => {
        const cell = person.months.get(month);
        if (!cell)
          return <td key={month} className="none" data-early={early(month)} title={t('noStatement')} />;
        const net = cell.net_points;
        return (
          <td key={month} data-early={early(month)}>
            <a
              href={`/bonuses/${encodeURIComponent(person.technician_id)}?period=${month}`}
              title={t('cell', {
                name: person.name,
                month,
                net: net === null ? NONE : points(net),
                base: Number(cell.base_points),
              })}
            >
              {net === null ? NONE : number(net, 1)}
            </a>
            <span className="track" aria-hidden="true">
              <PointsBar points={Number(net ?? 0)} base={Number(cell.base_points)} max={scale} label="" />
            </span>
          </td>
        );
      })}
      <td className="sum" data-early>
        {person.net_points === null ? NONE : points(person.net_points)}
      </td>
      <td className="sum">{person.total === null ? NONE : pay(person.total)}</td>
    </tr>
  );
}
