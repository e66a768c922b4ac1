import { useTranslations } from 'next-intl';
import { ParamLink } from '@/app/_components/navigation/ParamLink';
import { Section } from '@/app/_components/page/Section';
import { Tag } from '@/app/_components/ui/Tag';
import { NONE, pay, plain } from '@/lib/format';
import type { TeamModel } from '../_model';

/** Ranks quarter by quarter; a tie that crosses the end of an award waits for a decision. */
export function RankGrid({ model }: { model: TeamModel }) {
  const t = useTranslations('bonus_team.ranking');
  const { ranks, quarters, params } = model;
  if (ranks.length === 0) return <p className="state">{t('empty', { year: params.period })}</p>;
  return (
    <Section title={t('title')} rule="B-05" note={t('note')}>
      <div className="team-scroll">
        <table className="team-grid">
          <thead>
            <tr>
              <th scope="col">{t('name')}</th>
              {quarters.map((quarter) => (
                <th key={quarter} scope="col">
                  <a href={`/bonuses/quarter?period=${quarter}`}>{quarter}</a>
                </th>
              ))}
              <th scope="col">{t('awards')}</th>
            </tr>
          </thead>
          <tbody>
            {ranks.map((person) => (
              <tr key={person.technician_id}>
                <th scope="row">
                  {/* Who only takes part in awards has no statement of a month to open. */}
                  {model.people.some((p) => p.technician_id === person.technician_id) ? (
                    <ParamLink set={{ row: person.technician_id }}>{person.name}</ParamLink>
                  ) : (
                    person.name
                  )}
                  <span>{person.technician_id}</span>
                </th>
                {quarters.map((quarter) => {
                  const row = person.quarters.get(quarter);
                  return (
                    <td key={quarter}>
                      {row?.tie_flag ? (
                        <>
                          <Tag tone="full">{t('tie')}</Tag>{' '}
                        </>
                      ) : null}
                      <b data-awarded={Number(row?.award ?? 0) > 0 || undefined}>{row?.rank ?? NONE}</b>
                      <small>{row?.score ? plain(row.score) : ''}</small>
                      <small className="wide">
                        {Number(row?.award ?? 0) > 0 ? pay(row?.award ?? 0) : ''}
                      </small>
                    </td>
                  );
                })}
                <td className="sum">{pay(person.awards)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Section>
  );
}
