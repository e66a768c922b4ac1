import { useMessages, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { RuleRef } from '../rules/RuleRef';
import { carried, packed } from './carried';
import { type Row, type TableColumn, type WordedColumn, withPhone } from './columns';
import { DataTable, type DataTableProps } from './DataTable';

interface Props extends Omit<DataTableProps, 'columns' | 'rows' | 'head' | 'label'> {
  columns: readonly TableColumn[];
  rows: readonly Row[];
  /** Heading of the table; `label` names it where there is none. */
  title?: ReactNode;
  note?: ReactNode;
  rule?: string;
  label?: string;
}

/** The words of a vocabulary: `codes.<vocabulary>`, in the order of the messages. */
export function useCodes(): (vocabulary: string | undefined) => Readonly<Record<string, string>> {
  const codes = useMessages().codes as Record<string, Record<string, string>> | undefined;
  return (vocabulary) => (vocabulary ? (codes?.[vocabulary] ?? {}) : {});
}

function useWorded(columns: readonly TableColumn[]): WordedColumn[] {
  const t = useTranslations('columns');
  const codes = useCodes();
  const worded = columns.map((column) => {
    const header = column.header ?? column.name;
    const unit = column.unit ?? (column.type === 'money' ? 'yuan' : undefined);
    const drawn = column.cell?.kind === 'bar' || header === '';
    return {
      ...column,
      id: column.as ?? column.name,
      label: header === '' ? '' : t(header),
      unitLabel: unit && !drawn ? t(`units.${unit}`) : '',
      codes: codes(column.vocabulary),
    };
  });
  return withPhone(worded);
}

/**
 * The rows of a report as a table: sorted, searched, counted, opened by keyboard; printed whole.
 * Headers are `columns.<name>`, units `columns.units.<unit>`, codes `codes.<vocabulary>.<code>` in the messages.
 */
export function ReportTable({ columns, title, note, rule, label, ...rest }: Props) {
  const worded = useWorded(columns);
  const head =
    title || note || rule ? (
      <>
        {title ? <h2>{title}</h2> : null}
        {note || rule ? (
          <p>
            {note} {rule ? <RuleRef id={rule} /> : null}
          </p>
        ) : null}
      </>
    ) : undefined;
  const name = label ?? (typeof title === 'string' ? title : worded.map((c) => c.label).join(' '));
  return (
    <DataTable
      {...rest}
      rows={packed(carried({ columns, ...rest }))}
      columns={worded}
      label={name}
      head={head}
    />
  );
}
