import { useTranslations } from 'next-intl';
import { dayOf } from '@/app/bonuses/_time';
import { statementView } from '@/lib/export/statement-view';
import { payerName, type StatementWords } from '@/lib/export/statement-words';
import type { StatementModel } from '../_model';
import { After } from './After';
import { Basis } from './Basis';
import { Formula } from './Formula';
import { Lines } from './Lines';
import { Rows } from './Rows';
import './statement.css';

interface Props {
  model: StatementModel;
  words: StatementWords;
  /** The last line on paper: who printed it, when, from which data. */
  printed: string;
}

/** The statement itself: on screen, on a phone and on paper the same. */
export function Statement({ model, words, printed }: Props) {
  const t = useTranslations('statement');
  const { sheet, period, state, signature } = model;
  const view = statementView(sheet, words);
  const payers = [...new Set(sheet.payers.map((p) => payerName(words, p.payer)))];
  const closed = state.closed ? t('state.closed', { on: dayOf(state.closed.at) }) : t('state.open');
  const hr = state.closed ?? state.steps.find((s) => s.step === 'hr') ?? null;
  const signed = signature && !signature.void ? signature : null;
  const by = (who: { by: string; at: string } | null) =>
    who ? t('sign.signedBy', { by: who.by, on: dayOf(who.at) }) : '';
  return (
    <article className="statement">
      <p className="statement-kind print-only">{t('kind', { period, state: closed })}</p>
      <div className="statement-sheet">
        <Formula terms={view.terms} label={t('formula')} />
        <Rows view={view} questions={model.questions} />
        <Lines groups={view.groups} terms={view.terms} />
      </div>
      <After sheet={sheet} words={words} />
      <Basis sheet={sheet} words={words} />
      <div className="print-only">
        <ul className="signatures">
          <li>
            <span>{by(signed)}</span>
            {t('sign.technician')}
          </li>
          <li>
            <span>{by(hr)}</span>
            {t('sign.hr')}
          </li>
          <li>
            <span>{signed ? dayOf(signed.at) : ''}</span>
            {t('sign.date')}
          </li>
        </ul>
        {state.steps.length > 0 ? (
          <p className="statement-steps">
            {state.steps
              .map((s) => t('step', { step: t(`steps.${s.step}`), by: s.by, on: dayOf(s.at) }))
              .join(' · ')}
          </p>
        ) : null}
        <p className="statement-foot">
          <span>{t('foot', { payer: payers.join(words.locale === 'en' ? ', ' : '、') })} B-10</span>
          <span>{printed}</span>
        </p>
      </div>
    </article>
  );
}
