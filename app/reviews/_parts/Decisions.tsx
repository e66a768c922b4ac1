import { useTranslations } from 'next-intl';
import { RuleRef } from '@/app/_components/rules/RuleRef';
import { useCodes } from '@/app/_components/table/ReportTable';
import { minute, NONE } from '@/lib/format';
import type { TierDecision } from '@/lib/work/tier_decisions';
import { RevokeForm } from './RevokeForm';

const local = (instant: string) =>
  minute(
    new Intl.DateTimeFormat('sv-SE', {
      dateStyle: 'short',
      timeStyle: 'short',
      timeZone: process.env.TIERLINE_TIME_ZONE ?? 'Asia/Shanghai',
    }).format(new Date(instant)),
  );

/** The decision that stands: what, who, when, from which day on, why; and the way back. */
export function Decision({ decision, signed }: { decision: TierDecision; signed: boolean }) {
  const t = useTranslations('reviews.decision');
  const codes = useCodes();
  const tier = (code: string | null) => (code === null ? NONE : (codes('tier')[code] ?? code));
  return (
    <div className="mt-3 border-accent border-l-2 pl-2.5 text-table">
      <p className="font-semibold">
        {codes('decision')[decision.decision]}: {tier(decision.tier)} <RuleRef id="R-11" />
      </p>
      <p>{t('by', { by: decision.made_by, at: local(decision.made_at), from: decision.effective_on })}</p>
      {decision.reason ? <p>{t('because', { reason: decision.reason })}</p> : null}
      {signed ? <p className="text-ink-3 text-note">{t('signed')}</p> : <RevokeForm id={decision.id} />}
    </div>
  );
}

/** Every decision made in the product, the latest first; revoked ones struck out, with who and why. */
export function DecisionHistory({ decisions }: { decisions: readonly TierDecision[] }) {
  const t = useTranslations('reviews.decision');
  const codes = useCodes();
  const tier = (code: string | null) => (code === null ? NONE : (codes('tier')[code] ?? code));
  return (
    <>
      <h3 className="mb-1 text-table">
        {t('history', { n: decisions.length })} <RuleRef id="R-11" />
      </h3>
      {decisions.length === 0 ? <p className="mb-3 text-ink-3 text-note">{t('none')}</p> : null}
      <ol className="mb-3">
        {decisions.map((d) => (
          <li key={d.id} className="border-line border-b py-1 text-table last:border-b-0">
            <p className="flex gap-2">
              <span className={d.revoked_on === null ? 'flex-1' : 'flex-1 line-through'}>
                {codes('decision')[d.decision]}: {tier(d.tier_before)} → <b>{tier(d.tier)}</b>
              </span>
              <span className="text-ink-2">{d.period ?? t('outside')}</span>
            </p>
            <p className="text-ink-2 text-note">
              {t('by', { by: d.made_by, at: local(d.made_at), from: d.effective_on })}
              {d.score === null ? null : ` · ${t('score', { score: d.score })}`}
            </p>
            {d.reason ? <p className="text-note">{t('because', { reason: d.reason })}</p> : null}
            {d.revoked_at === null ? null : (
              <p className="text-note" data-tone="full">
                {t('revoked', { by: d.revoked_by ?? '', at: local(d.revoked_at), why: d.revoked_why ?? '' })}
              </p>
            )}
          </li>
        ))}
      </ol>
    </>
  );
}
