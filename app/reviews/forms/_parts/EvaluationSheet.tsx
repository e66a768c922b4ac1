import { useLocale, useTranslations } from 'next-intl';
import { useCodes } from '@/app/_components/table/ReportTable';
import { moneyExact, NONE, number, pay, rate } from '@/lib/format';
import { measures } from '../../_model';
import type { EvaluationForm, FormsModel } from '../_model';

/** One customer's evaluation on one sheet of paper: measures, problems, proposal, decision, signatures. */
export function EvaluationSheet({ form, model }: { form: EvaluationForm; model: FormsModel }) {
  const t = useTranslations('review_forms');
  const columns = useTranslations('columns');
  const codes = useCodes();
  const locale = useLocale();
  const { row, problems, decision, signed } = form;
  const tier = (code: string | null) => (code === null ? NONE : (codes('tier')[code] ?? code));
  const facts: [string, string][] = [
    [t('customer'), `${row.name} ${row.customer_id}`],
    [columns('department'), row.department ?? NONE],
    [t('period'), model.period],
    [t('tier'), tier(row.tier)],
    [t('netSales'), moneyExact(row.net_sales, locale)],
    [t('netSales12m'), moneyExact(row.net_sales_12m, locale)],
  ];
  return (
    <article
      className="evaluation print-sheet"
      aria-label={t('sheet', { name: row.name, period: model.period })}
    >
      <h2>
        <a href={`/reviews?period=${model.period}&view=all&row=${encodeURIComponent(row.customer_id)}`}>
          {t('heading', { period: model.period })}
        </a>
      </h2>
      <table>
        <tbody>
          {[0, 2, 4].map((i) => (
            <tr key={i}>
              {facts.slice(i, i + 2).map(([label, value]) => (
                <td key={label}>
                  <span className="text-ink-2">{label}</span> <b>{value}</b>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <h3>{t('measures')} R-02</h3>
      <table>
        <thead>
          <tr>
            <th>{t('measure')}</th>
            <th className="right">{t('weight')}</th>
            <th className="right">{t('points')}</th>
          </tr>
        </thead>
        <tbody>
          {measures.map((m) => (
            <tr key={m}>
              <td>{columns(m)}</td>
              <td className="right">{rate(Number(model.weights[m]), 0)}</td>
              <td className="right">{row[m]}</td>
            </tr>
          ))}
          <tr>
            <td>
              <b>{columns('score')}</b>
            </td>
            <td />
            <td className="right">
              <b>{row.score}</b>
            </td>
          </tr>
        </tbody>
      </table>
      <h3>{t('problems', { n: problems.length })} R-03</h3>
      {problems.length === 0 ? <p>{t('noProblems')}</p> : null}
      {problems.length > 0 ? (
        <table>
          <thead>
            <tr>
              <th>{columns('found_on')}</th>
              <th>{columns('problem')}</th>
              <th>{t('evidence')}</th>
              <th className="right">{t('amount')}</th>
            </tr>
          </thead>
          <tbody>
            {problems.slice(0, 12).map((p) => (
              <tr key={p.item}>
                <td>{p.found_on}</td>
                <td>{codes('problem')[p.kind] ?? p.kind}</td>
                <td>
                  {p.due_on === null
                    ? p.item
                    : t(p.paid_on ? 'duePaid' : 'dueUnpaid', {
                        item: p.item,
                        due: p.due_on,
                        paid: p.paid_on ?? '',
                      })}
                </td>
                <td className="right">{p.amount === null ? NONE : pay(p.amount)}</td>
              </tr>
            ))}
            {problems.length > 12 ? (
              <tr>
                <td colSpan={4}>{t('more', { n: problems.length - 12 })}</td>
              </tr>
            ) : null}
          </tbody>
        </table>
      ) : null}
      <h3>{t('outcome')} R-05–R-08, R-11</h3>
      <table>
        <tbody>
          <tr>
            <td>
              {t('eligible')} <b>{tier(row.eligible)}</b>
            </td>
            <td>
              {t('proposal')}{' '}
              <b>
                {codes('proposal')[row.proposal]}: {tier(row.tier)} → {tier(row.proposed_tier)}
              </b>
            </td>
          </tr>
          <tr>
            <td>
              {t('decision')}{' '}
              <b>
                {decision
                  ? `${codes('decision')[decision.decision]}: ${tier(decision.tier)}`
                  : codes('decision').to_decide}
              </b>
            </td>
            <td>
              {decision
                ? t('by', { by: decision.made_by, on: decision.made_on, from: decision.effective_on })
                : null}
            </td>
          </tr>
          {decision?.reason ? (
            <tr>
              <td colSpan={2}>
                {t('reason')} {decision.reason}
              </td>
            </tr>
          ) : null}
          {row.blacklist_proposed ? (
            <tr>
              <td colSpan={2}>{t('blacklist')} R-09</td>
            </tr>
          ) : null}
        </tbody>
      </table>
      <div className="signatures">
        <p>{t('reviewer')}</p>
        <p>{signed ? t('headSigned', signed) : t('head')}</p>
        <p>{t('marketing')}</p>
      </div>
      <p className="mt-4 text-ink-2 text-note">
        {t('foot', { problems: number(problems.length), n: row.customer_id })}
      </p>
    </article>
  );
}
