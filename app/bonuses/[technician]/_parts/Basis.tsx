import { useTranslations } from 'next-intl';
import { RuleRef } from '@/app/_components/rules/RuleRef';
import { isNumeric, parameterName, parameterValue, type StatementWords } from '@/lib/export/statement-words';
import type { AnySheet } from '@/lib/reports/bonus_statement_shape';
import { sourceWords } from '@/lib/rules/texts/sources';

/** The numbers that the company chose, in force for this statement, each with its day and who says so. */
export function Basis({ sheet, words }: { sheet: AnySheet; words: StatementWords }) {
  const t = useTranslations('statement');
  return (
    <section className="statement-items statement-basis">
      <h2>{t('basis')}</h2>
      <dl>
        {sheet.parameters.filter(isNumeric).map((p) => (
          <div key={p.name}>
            <dt>
              {parameterName(words, p.name)}{' '}
              <span>
                {t('basisFrom', { from: p.from })}
                {p.source === '—' ? '' : ` · ${sourceWords(p.source, words.locale)}`}
                {p.set_by === null ? '' : ` · ${t('setBy', { by: p.set_by })}`}
                {p.assumed ? ` · ${t('assumed')}` : ''}
              </span>{' '}
              <RuleRef id={p.rule} />
            </dt>
            <dd>{parameterValue(words, p)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
