import { useTranslations } from 'next-intl';
import { RuleRef } from '@/app/_components/rules/RuleRef';
import { SourceRef } from '@/app/_components/rules/SourceRef';
import { NONE, plain, shortDate, signed } from '@/lib/format';
import type { TraceRow } from '@/lib/reports/bonus_trace_row';
import type { TraceGroup } from '../_detail';

/** Rows of files by the figure they enter: what each says, what it does, and the line it came from. */
export function TraceRows({ groups, year }: { groups: readonly TraceGroup[]; year: string }) {
  const t = useTranslations('bonuses');
  const codes = useTranslations('codes.bonus_figure');
  if (groups.length === 0) return <p className="text-ink-2">{t('noRows')}</p>;
  return groups.map((group) => (
    <section key={group.figure} className="mb-3">
      <h3 className="flex items-baseline gap-2 border-line-strong border-b font-semibold text-table leading-6">
        {t('rowsHead', { figure: codes(group.figure), n: group.rows.length })} <RuleRef id={group.rule} />
      </h3>
      <table className="w-full text-table leading-5">
        <tbody>
          {group.rows.map((row) => (
            <Line key={`${row.source_kind}:${row.source_id}`} row={row} year={year} />
          ))}
        </tbody>
      </table>
    </section>
  ));
}

function Line({ row, year }: { row: TraceRow; year: string }) {
  const t = useTranslations('codes.bonus_note');
  const { source_import, source_file, source_sheet, source_line } = row;
  return (
    <tr className="border-line border-b align-top">
      <td className="w-px whitespace-nowrap pr-3 text-ink-2">{row.date ? shortDate(row.date, year) : ''}</td>
      <td>
        {row.source_id} <span className="text-ink-3">{row.value}</span>
        <span className="block">
          {row.note ? <span className="mr-2 text-ink-3">{t(row.note)}</span> : null}
          {source_import !== null && source_file !== null && source_line !== null ? (
            <SourceRef
              source={{ import: source_import, file: source_file, sheet: source_sheet, line: source_line }}
            />
          ) : null}
        </span>
      </td>
      <td className="w-20 text-right font-medium">{row.effect === null ? NONE : worded(row.effect)}</td>
    </tr>
  );
}

const worded = (effect: string) => (effect.startsWith('-') ? signed(effect, 3) : plain(effect));
