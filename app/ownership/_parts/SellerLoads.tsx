import { useTranslations } from 'next-intl';
import { ParamLink } from '@/app/_components/navigation/ParamLink';
import { Section } from '@/app/_components/page/Section';
import { Bar } from '@/app/_components/ui/Bar';
import { NONE, number, plain } from '@/lib/format';
import type { OwnershipModel } from '../_model';
import './ownership.css';

/** Everybody's load on one scale, the lightest first: to whom customers are proposed, and what that makes of it. */
export function SellerLoads({ model }: { model: OwnershipModel }) {
  const t = useTranslations('ownership.loads');
  const columns = useTranslations('columns');
  const { sellers, within, params } = model;
  const rows = [...sellers].reverse();
  const max = Math.max(1, ...rows.map((s) => Number(s.load ?? 0)));
  const [chosen] = params.owner?.length === 1 ? params.owner : [undefined];
  const lightest = rows[0];
  if (!lightest) return null;
  return (
    <div className="flex-none border-line border-b pb-2">
      <Section
        title={t('title')}
        note={t(model.before ? 'noteUndated' : 'note', { n: within.minClosed })}
        rule="O-04"
      >
        <div className="loads-room">
          <ol className="loads" aria-label={t('title')}>
            {rows.map((s) => (
              <li key={s.owner} data-asked={s.proposed + s.assigned > 0 || undefined}>
                <ParamLink
                  className="name"
                  set={{ owner: chosen === s.owner ? null : s.owner }}
                  aria-current={chosen === s.owner ? 'true' : undefined}
                >
                  {s.owner}
                </ParamLink>
                <Bar
                  value={Number(s.load ?? 0)}
                  max={max}
                  color={s.proposed > 0 ? 'var(--accent)' : 'var(--bar)'}
                />
                <span
                  className="load"
                  title={t('terms', {
                    customers: s.customers,
                    ability: plain(s.ability),
                    signed: s.signed,
                    closed: s.closed_deals,
                  })}
                >
                  {s.load === null ? NONE : Number(s.load).toFixed(1)}
                </span>
                <span className="more">
                  {s.proposed > 0 ? t('proposed', { n: s.proposed }) : ''}
                  {s.assigned > 0 ? ` ${t('assigned', { n: s.assigned })}` : ''}
                </span>
              </li>
            ))}
          </ol>
        </div>
        <p className="sr-only">
          {t('sentence', {
            name: lightest.owner,
            load: lightest.load ?? NONE,
            n: number(rows.reduce((n, s) => n + s.proposed, 0)),
          })}{' '}
          {columns('load')}
        </p>
      </Section>
    </div>
  );
}
