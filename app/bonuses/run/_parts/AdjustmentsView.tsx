import { useTranslations } from 'next-intl';
import { tableColumns } from '@/app/_components/table/columns';
import { ReportTable } from '@/app/_components/table/ReportTable';
import { NONE, pay, plain, signed } from '@/lib/format';
import type { AdjustmentRow } from '@/lib/reports/bonus_run_adjustments';
import { bonusAdjustments } from '@/lib/reports/bonus_run_adjustments';
import { column } from '@/lib/reports/columns';
import type { RunModel } from '../_model';

/** Differences of closed periods, line by line, each with its cause. */
export function AdjustmentsView({ model }: { model: RunModel }) {
  const t = useTranslations('bonus_run.adjustments');
  const cause = useCause();
  const { adjustments, params, adjustedIn, closing } = model;
  if (adjustments.length === 0) {
    const elsewhere = adjustedIn !== null && adjustedIn !== params.period && !closing;
    return (
      <p className="state">
        {model.closedMonths.length === 0 ? t('first') : t('none')}{' '}
        {elsewhere ? t('elsewhere', { month: adjustedIn }) : null}
      </p>
    );
  }
  const rows = adjustments.map((a, i) => ({
    ...a,
    before: worded(a, a.before),
    after: worded(a, a.after),
    key: String(i),
    // On a phone: an amount as such, a line with what it was and is.
    moved:
      a.cause === null
        ? a.amount === null
          ? null
          : signed(a.amount, 2)
        : `${worded(a, a.before) ?? NONE} → ${worded(a, a.after) ?? NONE}`,
    cause_text: cause(a),
    cause_href: causeHref(a),
    place: a.source_line === null ? null : `${a.source_file}:${a.source_line}`,
  }));
  const columns = tableColumns(
    [...bonusAdjustments.columns, column.text('moved'), column.text('cause_text'), column.text('place')],
    [
      {
        name: 'name',
        header: 'technician',
        cell: { kind: 'link', href: '/bonuses/{technician_id}?period={of_period}' },
        phone: 'title',
      },
      { name: 'of_period', width: 84, phone: 'meta' },
      { name: 'figure', width: 150, phone: 'meta' },
      { name: 'source_id', header: 'source_id', phone: 'meta' },
      { name: 'before', header: 'closed_before', align: 'right' },
      { name: 'after', header: 'now_after', align: 'right' },
      { name: 'amount', weight: 'strong' },
      { name: 'moved', header: '', hide: 'wide', weight: 'strong', phone: 'value' },
      {
        name: 'cause_text',
        header: 'cause',
        cell: { kind: 'link', column: 'cause_href' },
        width: 150,
        phone: 'note',
      },
      { name: 'place', header: 'source_line', hide: 'narrow', weight: 'quiet' },
    ],
  );
  return (
    <ReportTable
      columns={columns}
      rows={rows}
      rowKey="key"
      initialSort="key"
      opens="nothing"
      label={t('table', { period: params.period })}
      density="standard"
      tools={false}
    />
  );
}

const counted = new Set(['gross_points', 'repeat_points', 'safety_points']);

/** Points as they are, amounts in yuan with both places, a parameter as it was set. */
export function worded(
  of: Pick<AdjustmentRow, 'figure' | 'source_kind'>,
  value: string | null,
): string | null {
  if (value === null || of.source_kind === 'parameter') return value;
  return counted.has(of.figure) ? plain(value) : pay(value);
}

type Caused = Pick<AdjustmentRow, 'cause' | 'cause_id'>;

/** A cause in words: which import, which parameter. */
export function useCause(): (of: Caused) => string {
  const t = useTranslations('bonus_run.adjustments');
  const codes = useTranslations('codes.bonus_cause');
  return ({ cause, cause_id }) => {
    switch (cause) {
      case null:
        return '';
      case 'import':
      case 'import_undone':
        return t(cause, { id: cause_id ?? '' });
      case 'coefficient':
        return cause_id === null ? t('coefficientUnknown') : t('coefficient', { id: cause_id });
      case 'parameter':
        return `${t('parameter')} ${cause_id}`;
      default:
        return codes(cause);
    }
  };
}

/** Where a cause can be looked at; null where it is no import and no parameter. */
export function causeHref({ cause, cause_id }: Caused): string | null {
  if (cause === null || cause_id === null) return null;
  return cause === 'parameter' ? `/policy?row=${encodeURIComponent(cause_id)}` : `/imports/${cause_id}`;
}
