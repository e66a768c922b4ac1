import { useTranslations } from 'next-intl';
import type { CSSProperties } from 'react';
import { sourceHref } from '@/app/_components/rules/SourceRef';
import { NONE, plain, shortDate, signed } from '@/lib/format';
import type { StatementGroup, StatementModel, StatementRow } from '../_model';

const columns = ['date', 'id', 'type', 'customer', 'coefficient', 'quantity', 'effect'] as const;
const isNumber = (name: string) => ['coefficient', 'quantity', 'effect'].includes(name);

/** The rows behind the terms, group by group, each number leading to the line of the file. */
export function Rows({ model }: { model: StatementModel }) {
  const t = useTranslations('bonuses.statement');
  return (
    <table className="statement-rows" aria-label={t('rowsOf')}>
      <thead>
        <tr>
          <td />
          {columns.map((name) => (
            <th key={name} scope="col" className={isNumber(name) ? 'right' : name}>
              {t(`head.${name}`)}
            </th>
          ))}
        </tr>
      </thead>
      {model.groups.map((group) => (
        <Group key={group.letter} group={group} model={model} />
      ))}
    </table>
  );
}

function Group({ group, model }: { group: StatementGroup; model: StatementModel }) {
  const t = useTranslations('bonuses.statement');
  const { figure, letter, rows } = group;
  const range = figure in model.amounts ? model.amounts[figure as keyof typeof model.amounts] : null;
  const words = {
    n: rows.length,
    least: plain(range?.least ?? '0'),
    most: plain(range?.most ?? '0'),
    each: plain(range?.least ?? '0'),
  };
  return (
    <tbody>
      <tr className="group" id={`rows-${letter}`}>
        <td>
          <span className="letter" style={{ anchorName: `--rows-${letter}` } as CSSProperties}>
            {letter}
          </span>
        </td>
        <th scope="rowgroup" colSpan={6}>
          {t(`groups.${figure}.title`, words)} <span>{t(`groups.${figure}.note`, words)}</span>
        </th>
        <td className="right">{effectOf(group.effect, group, t(group.unit))}</td>
      </tr>
      {rows.map((row) => (
        <Line key={`${row.source_kind}:${row.source_id}`} row={row} group={group} period={model.period} />
      ))}
    </tbody>
  );
}

/** Points as they are, what is taken away with its minus; amounts with sign and unit. */
function effectOf(effect: string | null, group: StatementGroup, unit: string): string {
  if (effect === null) return NONE;
  if (group.unit === 'yuan') return `${signed(effect, 2)} ${unit}`;
  return group.figure === 'gross_points' ? signed(effect, 3).replace('+', '') : signed(effect, 3);
}

function Line({ row, group, period }: { row: StatementRow; group: StatementGroup; period: string }) {
  const t = useTranslations('bonuses.statement');
  const codes = useTranslations('codes');
  const { source_import, source_file, source_sheet, source_line } = row;
  const known = source_import !== null && source_file !== null && source_line !== null;
  const place = known
    ? { import: source_import, file: source_file, sheet: source_sheet, line: source_line }
    : null;
  const note = [
    row.repeat_of ? t('repeats', { job: row.repeat_of }) : null,
    row.note && row.note !== 'repeat' ? codes(`bonus_note.${row.note}`) : null,
  ].filter(Boolean);
  return (
    <tr>
      <td>
        {row.blank ? (
          <span data-tone="full" title={t('blank')} role="img" aria-label={t('blank')}>
            !
          </span>
        ) : null}
      </td>
      <td className="date">{row.date ? shortDate(row.date, period) : NONE}</td>
      <td className="id">
        {place ? (
          <a href={sourceHref(place)} title={`${place.file}:${place.line}`}>
            {row.source_id}
          </a>
        ) : (
          row.source_id
        )}
      </td>
      <td className="type">{row.work_type ?? codes(`bonus_figure.${group.figure}`)}</td>
      <td className="customer">
        {row.customer_name ?? NONE}
        {note.length > 0 ? <span> {note.join(' · ')}</span> : null}
      </td>
      <td className="right coefficient">{row.coefficient === null ? NONE : plain(row.coefficient)}</td>
      <td className="right quantity">{row.quantity === null ? NONE : plain(row.quantity)}</td>
      <td className="right effect">{effectOf(row.effect, group, t(group.unit))}</td>
    </tr>
  );
}
