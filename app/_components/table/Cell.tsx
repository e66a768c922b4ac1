import type { ReactNode } from 'react';
import { Bar } from '../ui/Bar';
import { Grade } from '../ui/Grade';
import { PointsBar } from '../ui/PointsBar';
import { QuotaBar, QuotaCells } from '../ui/QuotaCells';
import type { Json, Row, WordedColumn } from './columns';
import { cellText, exactText, fill, type TableWords } from './text';

/** The largest values of the columns that draw on one scale, by column id. */
export type Scales = Readonly<Record<string, number>>;

const num = (value: Json | undefined): number => Number(value ?? 0);

/** What a cell shows. Only draws; the value is the row's. */
export function Cell(props: {
  column: WordedColumn;
  row: Row;
  words: TableWords;
  scales: Scales;
}): ReactNode {
  const { column, row, words, scales } = props;
  const value = row[column.name];
  const text = cellText(value, column, words);
  const cell = column.cell;
  const scale = scales[column.id] ?? 0;
  switch (cell?.kind) {
    case 'grade':
      return <Grade grade={typeof value === 'string' ? value : null} />;
    case 'name':
      return (
        <>
          <span className="cell-name" title={text}>
            {text}
          </span>
          {/* A customer's number is a link of its own, beside the one of the row. */}
          {cell.id && cell.id !== 'customer_id' ? (
            <span className="text-ink-3"> {String(row[cell.id] ?? '')}</span>
          ) : null}
        </>
      );
    case 'owner':
      return value === null ? <span data-tone="full">{text}</span> : text;
    case 'bar':
      return <Bar value={num(value)} max={cell.max ?? scale} limit={cell.limit} color={cell.color} />;
    case 'score':
      return (
        <span className="cell-score">
          <i style={{ width: `${Math.min(100, (num(value) / (cell.max ?? 100)) * 100)}%` }} />
          <span>{text}</span>
        </span>
      );
    case 'quota-cells':
    case 'quota-bar': {
      const Draw = cell.kind === 'quota-cells' ? QuotaCells : QuotaBar;
      const [held, places] = [num(row[cell.held]), num(row[cell.places])];
      return <Draw {...{ held, places, scale }} warns={cell.warns} label={`${held} / ${places}`} />;
    }
    case 'points-bar':
      return <PointsBar points={num(value)} base={cell.base} max={scale} label={`${text} / ${cell.base}`} />;
    case 'status': {
      const tone = cell.tones[String(value)];
      return (
        <span data-tone={tone} className={cell.tag ? 'tag' : 'font-medium'}>
          {text}
        </span>
      );
    }
    case 'tags':
      return Array.isArray(value) && value.length > 0
        ? value.map((one) => (
            <span key={String(one)} className="tag">
              {column.codes[String(one)] ?? String(one)}
            </span>
          ))
        : text;
    case 'fraction':
      return `${text} / ${cellText(row[cell.of], { ...column, cell: undefined }, words)}`;
    case 'move': {
      const to = row[cell.to];
      if (to === null || to === undefined || to === value) return text;
      return (
        <>
          <span className="text-ink-2">{text} → </span>
          <b>{cellText(to, column, words)}</b>
        </>
      );
    }
    case 'when':
      return value === null ? (
        <span className="text-ink-3">{text}</span>
      ) : (
        `${text} ${column.codes[String(row[cell.how])] ?? ''}`
      );
    case 'late':
      return num(value) > 0 ? <span data-tone="over">{text}</span> : text;
    case 'left':
      return typeof value === 'number' && value < cell.under ? <span data-tone="over">{text}</span> : text;
    case 'due':
      return typeof value === 'string' && value < cell.before ? <span data-tone="over">{text}</span> : text;
    case 'link': {
      const href = 'column' in cell ? String(row[cell.column] ?? '') : fill(cell.href, row);
      return href ? (
        <a href={href} className="cell-link">
          {text}
        </a>
      ) : (
        text
      );
    }
    default: {
      const exact = exactText(value, column);
      return exact ? <span title={exact}>{text}</span> : text;
    }
  }
}
