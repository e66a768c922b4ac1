import { useTranslations } from 'next-intl';
import { RuleRef } from '@/app/_components/rules/RuleRef';
import { SourceRef } from '@/app/_components/rules/SourceRef';
import { type AfterRow, type AfterSection, afterTotal } from '@/lib/export/statement-after';
import { payerName, type StatementWords } from '@/lib/export/statement-words';
import { pay } from '@/lib/format';
import type { AnySheet } from '@/lib/reports/bonus_statement_shape';

const ruleOf: Record<AfterSection['key'], string> = { items: 'B-10', adjustments: 'B-12', carried: 'B-10' };

/** What follows the total: items, adjustments, what is carried; then what is paid, and by whom. */
export function After({ sheet, words }: { sheet: AnySheet; words: StatementWords }) {
  const t = useTranslations('statement');
  const { sections, payable } = afterTotal(sheet, words);
  const payers = sheet.payers.filter((p) => p.amount !== null && Number(p.amount) !== 0);
  return (
    <>
      {sections.map((section) => (
        <section key={section.key} className="statement-items">
          <h2>
            {section.title} <span>{section.note}</span> <RuleRef id={ruleOf[section.key]} />
          </h2>
          <dl>
            {section.rows.map((row) => (
              <Row key={row.key} row={row} />
            ))}
          </dl>
        </section>
      ))}
      {payable === null ? null : (
        <p className="statement-payable">
          <span>{t('payable')}</span>
          <b>{payable}</b>
        </p>
      )}
      {new Set(payers.map((p) => p.payer)).size > 1 ? (
        <section className="statement-items">
          <h2>
            {t('byPayer')} <RuleRef id="B-10" />
          </h2>
          <dl>
            {payers.map((p) => (
              <div key={`${p.part}:${p.payer}`}>
                <dt>
                  {payerName(words, p.payer)} <span>{t(`parts.${p.part}`)}</span>
                </dt>
                <dd>{pay(p.amount ?? '0')}</dd>
              </div>
            ))}
          </dl>
        </section>
      ) : null}
    </>
  );
}

const causeHref = (kind: string, id: string) =>
  kind === 'parameter' ? `/policy?row=${encodeURIComponent(id)}` : `/imports/${id}`;

function Row({ row }: { row: AfterRow }) {
  const { source, changes } = row;
  const known =
    source && source.source_import !== null && source.source_file !== null && source.source_line !== null;
  return (
    <div>
      <dt>
        {row.label} <span>{row.note}</span>{' '}
        {known ? (
          <span className="no-print">
            <SourceRef
              source={{
                import: source.source_import ?? 0,
                file: source.source_file ?? '',
                sheet: source.source_sheet,
                line: source.source_line ?? 0,
              }}
            />
          </span>
        ) : null}
        {changes.length > 0 ? (
          <ul>
            {changes.map((c) => (
              <li key={c.key}>
                {c.text} ·{' '}
                {c.cause_id === null ? c.cause : <a href={causeHref(c.cause_kind, c.cause_id)}>{c.cause}</a>}
              </li>
            ))}
          </ul>
        ) : null}
      </dt>
      <dd>{row.amount}</dd>
    </div>
  );
}
