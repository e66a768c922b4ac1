import { useTranslations } from 'next-intl';
import type { CSSProperties } from 'react';
import { ParamLink } from '@/app/_components/navigation/ParamLink';
import { sourceHref } from '@/app/_components/rules/SourceRef';
import { type StatementView, type ViewGroup, type ViewRow, viewColumns } from '@/lib/export/statement-view';
import type { BonusQuestion, QuestionState } from '@/lib/work/bonus_questions';

const isNumber = (name: string) => ['left', 'right', 'effect'].includes(name);

/** The rows behind the terms, group by group: each number leads to the line of the file, each row can be asked about. */
export function Rows({ view, questions }: { view: StatementView; questions: readonly BonusQuestion[] }) {
  const t = useTranslations('statement');
  const asked = new Map(questions.map((q) => [`${q.figure}:${q.source_kind}:${q.source_id}`, q.state]));
  if (view.groups.length === 0) return <p className="statement-empty">{t('empty')}</p>;
  return (
    <table className="statement-rows" aria-label={t('rowsOf')}>
      <thead>
        <tr>
          <td />
          {viewColumns.map((name) => (
            <th key={name} scope="col" className={isNumber(name) ? `right ${name}` : name}>
              {view.heads[name]}
            </th>
          ))}
          <td className="ask" />
        </tr>
      </thead>
      {view.groups.map((group) => (
        <Group key={group.letter} group={group} asked={asked} />
      ))}
    </table>
  );
}

function Group({ group, asked }: { group: ViewGroup; asked: ReadonlyMap<string, QuestionState> }) {
  return (
    <tbody>
      <tr className="group" id={`rows-${group.letter}`}>
        <td>
          <span className="letter" style={{ anchorName: `--rows-${group.letter}` } as CSSProperties}>
            {group.letter}
          </span>
        </td>
        <th scope="rowgroup" colSpan={6}>
          {group.title} <span>{group.note}</span>
        </th>
        <td className="right">{group.effect}</td>
        <td className="ask" />
      </tr>
      {group.rows.map((row) => (
        <Line key={row.key} row={row} state={asked.get(row.key) ?? null} />
      ))}
    </tbody>
  );
}

function Line({ row, state }: { row: ViewRow; state: QuestionState | null }) {
  const t = useTranslations('statement');
  const { source_import, source_file, source_sheet, source_line } = row.line;
  const detail = row.line.detail;
  const from = detail?.of === 'points' ? detail.coefficient_from : null;
  const known = source_import !== null && source_file !== null && source_line !== null;
  const place = known
    ? { import: source_import, file: source_file, sheet: source_sheet, line: source_line }
    : null;
  return (
    <tr data-quiet={row.line.counts ? undefined : true}>
      <td>
        {row.flag === null ? null : (
          <span data-tone="full" title={row.flag} role="img" aria-label={row.flag}>
            !
          </span>
        )}
      </td>
      <td className="date">{row.date}</td>
      <td className="id">
        {place ? (
          <a href={sourceHref(place)} title={`${place.file}:${place.line}`}>
            {row.id}
          </a>
        ) : (
          row.id
        )}
      </td>
      <td className="type">{row.type}</td>
      <td className="note" title={row.note}>
        {row.note}
      </td>
      <td className="right left" title={from ? t('from', { from }) : undefined}>
        {row.left}
      </td>
      <td className="right quantity">{row.right}</td>
      <td className="right effect">{row.effect}</td>
      <td className="ask">
        <ParamLink
          set={{ ask: row.key }}
          replace
          aria-label={t('questions.askLine', { id: row.id })}
          data-tone={state === 'open' ? 'full' : undefined}
          data-state={state ?? undefined}
        >
          {state === null ? t('questions.short') : t(`questions.states.${state}`)}
        </ParamLink>
      </td>
    </tr>
  );
}
