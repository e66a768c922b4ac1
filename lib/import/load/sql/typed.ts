/** One column's text read as its type: the canonical value, or null where the text is not of the type. */
import type { Column } from '../../kind';
import type { PlanColumn } from '../../recognise/plan';
import { booleanWords, codesOf } from '../../recognise/vocabulary';
import { type DateReading, dateSql, instantSql } from './date';
import { decimalSql, integerSql } from './number';
import { periodSql } from './period';
import { literal, lookup } from './quote';
import { cleanText, foldSql } from './text';

/** What the file, not the column, decides about reading. */
export interface Reading extends DateReading {
  /** Folded texts that mean null in this file. */
  nulls: readonly string[];
}

/** @param x SQL of the raw text @returns SQL of the type `duckdbType(column.type)`, null where unreadable */
export function typedSql(x: string, column: Column, plan: PlanColumn, r: Reading): string {
  const { type } = column;
  const decimalComma = plan.decimalComma === true;
  switch (type.is) {
    case 'text':
      return cleanText(x, r.nulls);
    case 'code':
      return codeSql(x, column);
    case 'boolean':
      return booleanSql(x);
    case 'date':
      return dateSql(x, { ...r, order: plan.dateOrder ?? r.order });
    case 'instant':
      return instantSql(x, { ...r, order: plan.dateOrder ?? r.order });
    case 'integer':
      return integerSql(x, decimalComma);
    case 'decimal':
      return decimalSql(x, {
        scale: type.scale,
        decimalComma,
        times: plan.scale ?? 1,
        divide: plan.divide ?? 1,
      });
    case 'period':
      return periodSql(x, type.of);
  }
}

/** Canonical codes and Chinese names as they stand come first: folding is for the rest. */
function codeSql(x: string, column: Column): string {
  if (column.type.is !== 'code') throw new Error(`${column.name} is no code`);
  const asWritten = column.type.codes.flatMap((c) =>
    [...new Set([c.code, c.zh])].map((text) => `when ${x} = ${literal(text)} then ${literal(c.code)}`),
  );
  const folded = lookup(foldSql(x), codesOf(column.type) ?? []);
  return `case when ${x} is null then null ${asWritten.join(' ')} else ${folded} end`;
}

function booleanSql(x: string): string {
  const words = Object.entries(booleanWords)
    // 无 is a null token of every column; as "no" it would make an unknown a fact.
    .filter(([word]) => word !== '无')
    .map(([word, value]) => [word, String(value)] as const);
  return `case when ${x} is null then null when ${x} = 'yes' then true when ${x} = 'no' then false else ${lookup(foldSql(x), words)}::boolean end`;
}
