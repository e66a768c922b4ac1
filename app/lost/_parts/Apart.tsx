import { useLocale, useTranslations } from 'next-intl';
import { ParamLink } from '@/app/_components/navigation/ParamLink';
import { Section } from '@/app/_components/page/Section';
import { Empty } from '@/app/_components/page/states';
import { rate, ratePoints } from '@/lib/format';
import type { TraitRow } from '@/lib/reports/win_loss';
import { type LostModel, traitHref } from '../_model';
import { useTraitNames } from './names';

const SHOWN = 6;

/** The traits that set the signed opportunities most apart from the lost ones. */
export function Apart({ model }: { model: LostModel }) {
  const t = useTranslations('lost.apart');
  const locale = useLocale();
  const { traitOf, wordOf } = useTraitNames();
  const told = model.traits.filter(
    (row): row is TraitRow & { difference: number } => row.difference !== null && row.difference !== 0,
  );
  // Of a trait with two values the one says what the other does.
  const once = told.filter(
    (row) => !['size', 'met'].includes(row.trait) || row.value === 'large' || row.value === 'met',
  );
  const most = once.toSorted((a, b) => Math.abs(b.difference) - Math.abs(a.difference)).slice(0, SHOWN);
  const max = Math.max(...most.map((row) => Math.abs(row.difference)), 0);
  return (
    <Section
      title={t('title')}
      note={t('note')}
      rule="F-09"
      tools={
        <ParamLink className="cell-link text-accent" set={{ view: 'traits' }}>
          {t('all')}
        </ParamLink>
      }
    >
      {most.length === 0 ? (
        <Empty>{t('empty')}</Empty>
      ) : (
        <table className="picture-table apart">
          <thead>
            <tr>
              <th scope="col">{t('trait')}</th>
              <td className="picture" />
              <th scope="col" className="amount">
                {t('ofSigned')}
              </th>
              <th scope="col" className="amount">
                {t('ofLost')}
              </th>
              <th scope="col" className="amount">
                {t('difference')}
              </th>
            </tr>
          </thead>
          <tbody>
            {most.map((row) => {
              const width = `${max > 0 ? (Math.abs(row.difference) / max) * 50 : 0}%`;
              const signed = row.difference > 0;
              return (
                <tr key={`${row.trait}${row.value ?? ''}`}>
                  <th scope="row" title={traitOf(row.trait)}>
                    <a href={traitHref(model, row)}>
                      <span className="text-ink-3">{traitOf(row.trait)}</span> {wordOf(row)}
                    </a>
                  </th>
                  <td className="picture">
                    <span className="lean-bar" aria-hidden="true">
                      <i
                        data-signed={signed || undefined}
                        style={signed ? { left: '50%', width } : { right: '50%', width }}
                      />
                    </span>
                  </td>
                  <td className="amount">{rate(row.signed_share, 0)}</td>
                  <td className="amount">{rate(row.lost_share, 0)}</td>
                  <td className="amount">{ratePoints(row.difference, locale)}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      )}
    </Section>
  );
}
