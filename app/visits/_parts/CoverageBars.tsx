import { useTranslations } from 'next-intl';
import { Segments } from '@/app/_components/filters/FilterBar';
import { ParamLink } from '@/app/_components/navigation/ParamLink';
import { Section } from '@/app/_components/page/Section';
import { number, rate } from '@/lib/format';
import { customersHref, type VisitsModel } from '../_model';
import { useGroupName } from './names';

/** As many as stand beside one another on a laptop; the table has them all. */
const SHOWN = 24;

/** Coverage of each group as a column, with a tick where the compared period stood; its name filters the page. */
export function CoverageBars({ model }: { model: VisitsModel }) {
  const t = useTranslations('visits.picture');
  const nameOf = useGroupName();
  const { rows, before, compare, params } = model;
  const shown = rows.filter((r) => r.coverage !== null).slice(0, SHOWN);
  const top = Math.max(...shown.flatMap((r) => [r.coverage ?? 0, before.get(r.group)?.coverage ?? 0]), 0.1);
  // Assigned is whom the register names as owner (V-06).
  const param = params.by === 'salesperson' ? ('owner' as const) : params.by;
  const tools = (
    <Segments
      param="by"
      label={t('by')}
      current={params.by === 'salesperson' ? null : params.by}
      items={(['salesperson', 'department', 'region'] as const).map((by) => ({
        value: by === 'salesperson' ? null : by,
        label: t(by),
      }))}
    />
  );
  return (
    <Section
      title={t('title')}
      note={compare.period === null ? t('note') : t('noteTick', { period: compare.period })}
      rule="V-06"
      tools={tools}
    >
      {shown.length === 0 ? null : (
        <ol className="coverage-bars" aria-label={t('label', { n: shown.length })}>
          {shown.map((r) => {
            const then = before.get(r.group)?.coverage ?? null;
            const name = nameOf(params.by, r.group);
            return (
              <li key={r.group ?? ''}>
                <a
                  href={customersHref(model, 'visited', r.group)}
                  title={t('bar', {
                    name,
                    coverage: rate(r.coverage),
                    n: number(r.customers_visited),
                    of: number(r.customers_assigned),
                  })}
                >
                  <span className="column" aria-hidden="true">
                    <i style={{ height: `${((r.coverage ?? 0) / top) * 100}%` }} />
                    {then === null ? null : <b style={{ bottom: `${(then / top) * 100}%` }} />}
                  </span>
                  <strong>{rate(r.coverage, 0)}</strong>
                </a>
                {r.group === null ? (
                  <span className="name">{name}</span>
                ) : (
                  <ParamLink
                    className="name"
                    set={{ [param]: params[param]?.includes(r.group) ? null : r.group, row: null }}
                    title={t('filter', { name })}
                  >
                    {name}
                  </ParamLink>
                )}
              </li>
            );
          })}
        </ol>
      )}
    </Section>
  );
}
