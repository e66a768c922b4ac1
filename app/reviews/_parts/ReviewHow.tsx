import { useLocale, useTranslations } from 'next-intl';
import { Terms } from '@/app/_components/drawer/Terms';
import { RuleRef } from '@/app/_components/rules/RuleRef';
import { useCodes } from '@/app/_components/table/ReportTable';
import { moneyExact, moneyInColumn, NONE, number, plain, rate } from '@/lib/format';
import { limitedTiers } from '@/lib/rules/tiers';
import type { ReviewDetail } from '../_detail';
import { measures, type ReviewsModel } from '../_model';

interface Props {
  detail: ReviewDetail;
  model: ReviewsModel;
}

/** Four measures as fractions with their weights, the proposal with its rule, and the bound that decided. */
export function ReviewHow({ detail, model }: Props) {
  const t = useTranslations('reviews.detail');
  const columns = useTranslations('columns');
  const locale = useLocale();
  const { row, evidence } = detail;
  const of = (name: string) => evidence.find((e) => e.part === 'measure' && e.item === name);
  const fraction = (name: (typeof measures)[number]) => {
    const { numerator, denominator } = of(name) ?? {};
    if (!numerator || !denominator) return '';
    if (name === 'receivables') {
      if (Number(denominator) === 0) return t('nothingDue');
      return t('measure.receivables', {
        part: moneyInColumn(numerator, locale),
        whole: moneyInColumn(denominator, locale),
      });
    }
    const lost = evidence.filter((e) => e.part === 'incident').length;
    return t(`measure.${name}`, { part: plain(numerator), whole: plain(denominator), n: lost });
  };
  return (
    <>
      <Terms
        terms={[
          ...measures.map((name) => ({
            label: `${columns(name)} ${rate(Number(model.weights[name]), 0)}`,
            note: fraction(name),
            rule: name === 'receivables' ? 'A-04' : 'R-02',
            value: row[name],
          })),
          { label: t('mean'), rule: 'R-02', value: row.score, sum: true },
        ]}
      />
      <Proposal detail={detail} />
      <Bounds detail={detail} />
      <h3 className="mt-3 text-table">{t('amounts')}</h3>
      <Terms
        terms={[
          {
            label: t('netSales', { period: model.period.name }),
            rule: 'A-01',
            value: moneyExact(row.net_sales, locale),
          },
          { label: t('netSales12m'), rule: 'A-01', value: moneyExact(row.net_sales_12m, locale) },
          { label: columns('problems'), rule: 'R-03', value: number(row.problems) },
        ]}
      />
    </>
  );
}

function Proposal({ detail }: { detail: ReviewDetail }) {
  const t = useTranslations('reviews');
  const codes = useCodes();
  const { row, why, scores, demoteWithin } = detail;
  const tier = (code: string | null) => (code === null ? NONE : (codes('tier')[code] ?? code));
  const moves = row.proposed_tier !== row.tier;
  return (
    <div
      className={`mt-3 rounded-tag p-2.5 text-table [&_.rule-ref]:text-ink-2 ${row.proposal === 'demote' ? 'bg-over-tint' : 'bg-sunk'}`}
    >
      <p className="font-semibold">
        {moves ? `${tier(row.tier)} → ${tier(row.proposed_tier)}` : t(`proposal.${row.proposal}`)}{' '}
        <RuleRef id={why.rule} />
      </p>
      <p>
        {t(`why.${why.key}`, {
          score: row.score,
          n: row.problems,
          demote: plain(scores.demote),
          promote: plain(scores.promote),
          tier: tier(row.proposed_tier),
          eligible: tier(row.eligible),
        })}
      </p>
      {row.due_on && row.found_on ? (
        <p>
          {t('why.due', { found: row.found_on, days: demoteWithin, due: row.due_on })} <RuleRef id="R-05" />
        </p>
      ) : row.found_on ? (
        <p>{t('why.found', { found: row.found_on })}</p>
      ) : null}
      {row.blacklist_proposed ? (
        <p>
          {t('why.blacklist')} <RuleRef id="R-09" />{' '}
          <a href="/blacklist?view=to_confirm">{t('why.toBlacklist')}</a>
        </p>
      ) : null}
    </div>
  );
}

/** for each tier the bounds, what the customer has, and whether it is enough. */
function Bounds({ detail }: { detail: ReviewDetail }) {
  const t = useTranslations('reviews.detail');
  const codes = useCodes();
  const locale = useLocale();
  const worded = (criterion: string, value: string | null) => {
    if (value === null) return NONE;
    return criterion === 'sales' ? moneyExact(value, locale) : value;
  };
  return (
    <>
      <h3 className="mt-3 text-table">
        {t('eligible')} <RuleRef id="R-04" />
      </h3>
      {limitedTiers.map((tier) => {
        const tests = detail.eligibility.filter((e) => e.tier === tier);
        const clean = tests.some((e) => e.criterion === 'clean' && e.met);
        const reached = tests.some((e) => e.criterion !== 'clean' && e.met);
        return (
          <div key={tier} className="border-line border-b py-1 text-table last:border-b-0">
            <p className="flex justify-between">
              <b>{codes('tier')[tier] ?? tier}</b>
              <span className={clean && reached ? undefined : 'text-ink-3'}>
                {t(clean && reached ? 'isEligible' : clean ? 'notReached' : 'notClean')}
              </span>
            </p>
            <ul className="text-note">
              {tests.map((e) => (
                <li key={e.criterion} className={e.met ? 'flex gap-2' : 'flex gap-2 text-ink-3'}>
                  <span aria-hidden="true">{e.met ? '✓' : '·'}</span>
                  <span className="flex-1">{codes('criterion')[e.criterion] ?? e.criterion}</span>
                  <span>
                    {e.bound === null
                      ? t(e.met ? 'clean' : 'unclean')
                      : t(e.met ? 'met' : 'notMet', {
                          value: worded(e.criterion, e.value),
                          bound: worded(e.criterion, e.bound),
                        })}
                  </span>
                </li>
              ))}
            </ul>
          </div>
        );
      })}
    </>
  );
}
