/** The words and numbers of one line of a statement. */
import { NONE, pay, plain, rate, shortDate } from '@/lib/format';
import type { AnySheet, StatementLine } from '@/lib/reports/bonus_statement_shape';
import type { StatementWords } from './statement-words';

export interface LineCells {
  type: string;
  note: string;
  left: string;
  right: string;
}

const orNone = (value: string | null) => (value === null ? NONE : plain(value));
const joined = (words: readonly (string | null)[]) => words.filter(Boolean).join(' · ');

/** What stands between number and effect: how the row comes to count as it does. */
export function cellsOf(line: StatementLine, sheet: AnySheet, words: StatementWords): LineCells {
  const { t, codes } = words;
  const note = line.note === null || line.note === 'repeat' ? null : codes(`bonus_note.${line.note}`);
  const listed = line.counts || line.note !== null ? null : t('listed');
  const detail = line.detail;
  switch (detail?.of) {
    case 'points':
      return {
        type: line.subject ?? codes(`bonus_figure.${line.figure}`),
        note: joined([
          line.customer_name ?? line.customer_id,
          line.repeat_of === null ? null : t('repeats', { job: line.repeat_of }),
          line.done_by === null ? null : t('doneBy', { who: line.done_by }),
          startsLate(detail.coefficient_from, sheet.period)
            ? t('from', { from: detail.coefficient_from ?? '' })
            : null,
          note,
        ]),
        left: detail.recorded === null ? orNone(detail.coefficient) : t('recorded'),
        right: orNone(detail.quantity),
      };
    case 'parts':
      return {
        type:
          detail.margin === null ? t('noMargin') : t('margin', { margin: rate(Number(detail.margin), 2) }),
        note: joined([note, line.counts ? t('team', { team: pay(detail.team) }) : null]),
        left: line.counts
          ? `${rate(Number(detail.rate))} × ${rate(Number(detail.technician_share), 0)}`
          : NONE,
        right: detail.received === null ? NONE : pay(detail.received),
      };
    case 'rank':
      return {
        type: t('score', { score: plain(detail.score), rank: detail.rank }),
        note: note ?? '',
        left: NONE,
        right: NONE,
      };
    case 'project':
      return {
        type: detail.project_id === null ? t('ownProject') : t('project', { project: detail.project_id }),
        note: joined([
          note,
          detail.repeated_by === null ? null : t('repeatedBy', { job: detail.repeated_by }),
        ]),
        left: detail.ends_on === null ? NONE : shortDate(detail.ends_on, sheet.period),
        right: line.counts ? plain(line.amount ?? '0') : NONE,
      };
    default:
      return {
        type: codes(`bonus_figure.${line.figure}`),
        note: joined([line.customer_name, line.remark, note, listed]) || NONE,
        left: NONE,
        right: NONE,
      };
  }
}

/** A coefficient that began within the month is said at the job: the one before it held on other days (B-01). */
const startsLate = (from: string | null, period: string) => from !== null && from.slice(0, 7) === period;
