import { useTranslations } from 'next-intl';
import { SectionHead } from '@/app/_components/page/Section';
import { ClientMessages } from '@/app/_i18n/ClientMessages';
import { localMinute } from '@/app/bonuses/_time';
import { NONE, pay } from '@/lib/format';
import type { SignatureEntry } from '@/lib/work/bonus_signatures';
import type { StatementModel } from '../_model';
import { SignForm, WithdrawForm } from './SignForms';

const yuan = (amount: string | null) => (amount === null ? NONE : pay(amount));

/** Who signed the statement, for how much, and whether that still stands. */
export function Signature({ model }: { model: StatementModel }) {
  const t = useTranslations('statement.signature');
  const { signature, digest, period, sheet, signedBefore } = model;
  const of = { period, technician: sheet.technician.technician_id };
  const amount = sheet.payable === null ? t('signUnknown') : t('sign', { amount: pay(sheet.payable) });
  return (
    <ClientMessages areas={['statement']}>
      <section className="questions">
        <SectionHead title={t('title')} />
        <div className="question">
          {signature ? (
            <>
              <p data-tone={signature.void ? 'over' : 'ok'}>
                {t('signed', { by: signature.by, on: localMinute(signature.at) })}
              </p>
              <p className="question-by">
                {signature.void
                  ? t('voidAmount', { before: yuan(signature.payable), after: yuan(sheet.payable) })
                  : t('amount', { amount: yuan(signature.payable) })}
              </p>
              {signature.void ? <p data-tone="over">{t('void')}</p> : null}
            </>
          ) : null}
          {!signature || signature.void ? (
            <SignForm {...of} digest={digest} label={signature ? t('again') : amount} />
          ) : (
            <WithdrawForm {...of} />
          )}
          <Earlier entries={signedBefore} />
        </div>
      </section>
    </ClientMessages>
  );
}

function Earlier({ entries }: { entries: readonly SignatureEntry[] }) {
  const t = useTranslations('statement.signature');
  if (entries.length === 0) return null;
  return (
    <details className="question-more">
      <summary>{t('history')}</summary>
      <ol>
        {entries.map((e) => (
          <li key={e.at} className="question-by">
            {t('signed', { by: e.by, on: localMinute(e.at) })} · {yuan(e.payable)} ·{' '}
            {e.withdrawnWhy === 'replaced'
              ? t('replaced')
              : t('withdrawnBy', { by: e.withdrawnBy ?? '', why: e.withdrawnWhy ?? '' })}
          </li>
        ))}
      </ol>
    </details>
  );
}
