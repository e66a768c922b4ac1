import { useTranslations } from 'next-intl';
import { ParamLink } from '@/app/_components/navigation/ParamLink';
import { Aside } from '@/app/_components/page/Page';
import { RuleRef } from '@/app/_components/rules/RuleRef';
import { useCodes } from '@/app/_components/table/ReportTable';
import { Tag } from '@/app/_components/ui/Tag';
import { ClientMessages } from '@/app/_i18n/ClientMessages';
import { href } from '@/app/_lib/url';
import { number, shortDate } from '@/lib/format';
import type { Round } from '@/lib/reports/review-round';
import type { ReviewsModel } from '../_model';
import { FileButton, ReopenForm, SignForm } from './RoundForms';

/** Beside the list: how far each department is, its quotas, its sign-off and filing. */
export function ReviewRounds({ model }: { model: ReviewsModel }) {
  const t = useTranslations('reviews.rounds');
  const { rounds, over } = model.work;
  const decided = rounds.reduce((n, r) => n + r.decided, 0);
  const all = rounds.reduce((n, r) => n + r.reviewed, 0);
  return (
    <Aside label={t('title')} width={252}>
      <div className="px-3.5 pt-3">
        <h2 className="text-body">
          {t('title')} <RuleRef id="R-11" />
        </h2>
        <p className="text-ink-2 text-note">
          {over
            ? t('progress', { decided, all })
            : t('running', { period: model.period.name, end: model.period.end })}
        </p>
      </div>
      <ClientMessages areas={['decide']}>
        <ul className="rounds">
          {rounds.map((round) => (
            <li key={round.department ?? ''}>
              <RoundLine round={round} model={model} />
            </li>
          ))}
        </ul>
      </ClientMessages>
    </Aside>
  );
}

function RoundLine({ round, model }: { round: Round; model: ReviewsModel }) {
  const t = useTranslations('reviews.rounds');
  const codes = useCodes();
  const { department, reviewed, decided, accepted, overridden, excess, signoff, filing } = round;
  const name = department ?? t('noDepartment');
  const { period } = model.params;
  const share = (n: number) => `${(n / Math.max(1, reviewed)) * 100}%`;
  const address = { period, department: department ?? '' };
  const left = reviewed - decided;
  return (
    <>
      <p className="flex items-baseline justify-between gap-2">
        {department === null ? (
          <b>{name}</b>
        ) : (
          <ParamLink set={{ department: [department], view: left > 0 ? 'undecided' : 'all' }}>
            <b>{name}</b>
          </ParamLink>
        )}
        <span>
          {number(decided)} / {number(reviewed)}
        </span>
      </p>
      <span
        className="my-1 flex h-2 w-full bg-sunk"
        role="img"
        aria-label={t('bar', { name, accepted, overridden, left })}
      >
        <i style={{ width: share(accepted), background: 'var(--bar)' }} />
        <i style={{ width: share(overridden), background: 'var(--accent)' }} />
      </span>
      <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-ink-2 text-note">
        <Tag tone={filing || signoff ? 'ok' : undefined}>
          {t(filing ? 'filed' : signoff ? 'signed' : left > 0 ? 'open' : 'ready', { n: left })}
        </Tag>
        {(signoff?.excess ?? excess).map((e) => (
          <Tag key={e.tier} tone="over">
            {t('over', { tier: codes('tier')[e.tier] ?? e.tier, n: e.held - e.places })}
          </Tag>
        ))}
        {signoff ? (
          <span>
            {signoff.signed_by} {shortDate(signoff.signed_on, model.today)}
          </span>
        ) : null}
      </p>
      {signoff?.reason ? <p className="text-note">{t('because', { reason: signoff.reason })}</p> : null}
      {signoff ? (
        <>
          <p className="flex flex-wrap items-center gap-x-3 py-1">
            {filing ? null : (
              <FileButton {...address} rows={reviewed} sheet={href('/api/reviews/filing', {}, address)} />
            )}
            <a href={href('/api/reviews/filing', {}, address)}>{t('sheet')}</a>
            <a href={href('/reviews/forms', {}, address)}>{t('forms')}</a>
          </p>
          <ReopenForm {...address} />
        </>
      ) : left === 0 ? (
        <SignForm {...address} over={excess.length > 0} />
      ) : null}
    </>
  );
}
