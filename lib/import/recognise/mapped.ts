/** What a saved mapping comes to on a file, and which of the saved ones a file remembers. */
import type { Column, ColumnType, Kind } from '../kind';
import { kindOf } from '../kinds';
import { valuesOf } from './fit';
import { type FoldedHeader, foldHeader } from './fold';
import type { SampleRow } from './kind';
import type { Mapping, MappingPart, MappingSource } from './mapping';
import { monthColumns, yearOf } from './months';
import type { LoadPlan, PlanColumn, PlanSource, PlanUnpivot, Question } from './plan';
import { dateOrderQuestion, decimalCommaQuestion, valueQuestion } from './questions';
import { foldValue } from './vocabulary';

/**
 * The saved mapping that fits a file: all headers by which it is remembered are there. Of several the one that
 * names the most.
 */
export function matchMapping(header: readonly string[], saved: readonly Mapping[]): Mapping | null {
  const stems = new Set(header.map((h) => foldHeader(h).stem));
  const fitting = saved.filter((m) => m.matches.every((h) => stems.has(foldHeader(h).stem)));
  return fitting.reduce<Mapping | null>(
    (best, m) => (best && best.matches.length >= m.matches.length ? best : m),
    null,
  );
}

/** The folded headers by which a mapping should be remembered: every one that its parts read. */
export function headersRemembered(parts: readonly MappingPart[]): string[] {
  const headers = parts.flatMap((p) => [
    ...Object.values(p.columns).flatMap(headersOf),
    ...Object.values(p.names),
    ...p.dropWhere.map((d) => d.header),
    ...(p.unpivotMonths?.headers ?? []),
  ]);
  return [...new Set(headers.map((h) => foldHeader(h).stem))].sort();
}

function headersOf(s: MappingSource): string[] {
  if ('header' in s) return [s.header];
  if ('headers' in s) return s.headers;
  if ('product' in s) return s.product;
  return s.within ?? [];
}

/**
 * The plans of a mapping, one per part. A header that the file lacks leaves its column without a source and
 * raises a blocking question.
 * @throws Error when the mapping names a kind or a column that does not exist
 */
export function planOfMapping(
  mapping: Mapping,
  header: readonly string[],
  sample: readonly SampleRow[],
  fileName: string,
): LoadPlan[] {
  const folded = header.map(foldHeader);
  const plans = mapping.parts.map((part) => new PartPlan(part, header, folded, sample, fileName).plan());
  // A header that one part reads is not unknown because another part does not.
  return plans.map((p) => ({
    ...p,
    unknown: p.unknown.filter((u) => plans.every((q) => q.unknown.some((v) => v.index === u.index))),
  }));
}

class PartPlan {
  private readonly kind: Kind;
  private readonly used = new Set<number>();
  private readonly questions: Question[] = [];

  constructor(
    private readonly part: MappingPart,
    private readonly header: readonly string[],
    private readonly folded: readonly FoldedHeader[],
    private readonly sample: readonly SampleRow[],
    private readonly fileName: string,
  ) {
    this.kind = kindOf(part.kind);
  }

  plan(): LoadPlan {
    const { part, kind } = this;
    const unpivot = this.unpivot();
    const columns = [...new Set([...Object.keys(part.columns), ...Object.keys(part.constants)])].flatMap(
      (name) => this.column(name),
    );
    if (unpivot) {
      columns.push(
        this.options(this.declared(unpivot.monthColumn), [{ from: 'unpivot', what: 'month' }], []),
      );
      const indexes = unpivot.months.map((m) => m.index);
      columns.push(
        this.options(this.declared(unpivot.valueColumn), [{ from: 'unpivot', what: 'value' }], indexes),
      );
    }
    const names = Object.entries(part.names).flatMap(([column, h]) => {
      const ref = kind.references.find((r) => r.column === column);
      if (!ref) throw new Error(`${kind.name}.${column} is no reference and cannot be given by name.`);
      const index = this.find(h);
      if (index < 0) return [];
      return [
        {
          column,
          index,
          header: this.header[index] ?? '',
          kind: ref.kind,
          nameColumn: ref.byName?.column ?? 'name',
        },
      ];
    });
    const drops = part.dropWhere.flatMap((d) => {
      const index = this.find(d.header);
      return index < 0 ? [] : [{ index, header: d.header, values: d.values.map(foldValue) }];
    });
    const missing = kind.columns
      .filter((c) => c.required && c.default === undefined)
      .map((c) => c.name)
      .filter((c) => !columns.some((p) => p.column === c) && !names.some((n) => n.column === c));
    return {
      kind: kind.name,
      columns,
      names,
      drops,
      nulls: part.nulls.map(foldValue),
      unpivot,
      unknown: this.header.flatMap((h, index) => (this.used.has(index) ? [] : [{ index, header: h }])),
      missing,
      questions: this.questions,
    };
  }

  private declared(name: string): Column {
    const column = this.kind.columns.find((c) => c.name === name);
    if (!column) throw new Error(`${this.kind.name} has no column "${name}".`);
    return column;
  }

  /** The position of a header: as written, else folded; -1 raises a question. */
  private find(header: string): number {
    const exact = this.header.indexOf(header.trim());
    const { stem } = foldHeader(header);
    const index = exact >= 0 ? exact : this.folded.findIndex((f) => f.stem === stem);
    if (index >= 0) this.used.add(index);
    else if (!this.questions.some((q) => q.header === header)) {
      this.questions.push({
        about: 'header',
        column: null,
        header,
        options: [...this.header],
        examples: [],
        zh: `文件里没有「${header}」这一列，请选择对应的列。`,
        en: `The file has no column "${header}"; please choose the one that is meant.`,
        blocking: true,
      });
    }
    return index;
  }

  private column(name: string): PlanColumn[] {
    const column = this.declared(name);
    const from = this.part.columns[name];
    const constant = this.part.constants[name];
    const sources: PlanSource[] = from ? this.sources(column, from) : [];
    if (constant !== undefined) sources.push({ from: 'constant', value: constant });
    if (sources.length === 0) return [];
    const indexes = sources.flatMap((s) =>
      s.from === 'header' ? [s.index] : s.from === 'product' ? [s.a, s.b] : [],
    );
    return [this.options(column, sources, indexes)];
  }

  private sources(column: Column, from: MappingSource): PlanSource[] {
    const at = (h: string): PlanSource[] => {
      const index = this.find(h);
      return index < 0 ? [] : [{ from: 'header', index, header: this.header[index] ?? '' }];
    };
    if ('header' in from) return at(from.header);
    if ('headers' in from) return from.headers.flatMap(at);
    if ('product' in from) {
      const [a, b] = from.product.map((h) => this.find(h));
      return a === undefined || b === undefined || a < 0 || b < 0 ? [] : [{ from: 'product', a, b }];
    }
    const document = this.part.columns[this.kind.key[0] ?? ''];
    const within = from.within ?? (document && !('generated' in document) ? headersOf(document) : []);
    if (from.within === undefined && within.length === 0) {
      throw new Error(`${this.kind.name}.${column.name}: say within which columns rows are counted.`);
    }
    const indexes = within.map((h) => this.find(h)).filter((i) => i >= 0);
    return indexes.length === within.length ? [{ from: 'position', within: indexes }] : [];
  }

  private options(column: Column, sources: PlanSource[], indexes: readonly number[]): PlanColumn {
    const { part } = this;
    const o = part.options[column.name] ?? {};
    const type = column.type.is;
    const numeric = type === 'decimal' || type === 'integer';
    const dated = type === 'date' || type === 'instant';
    const unit = indexes.map((i) => this.folded[i]).find((f) => f && (f.scale !== 1 || f.divide !== 1));
    const scale = o.scale ?? (sources.length === 1 && numeric ? unit?.scale : undefined) ?? 1;
    const decimalComma = numeric && (o.decimalComma ?? part.decimalComma);
    const dateOrder = dated ? (o.dateOrder ?? part.dateOrder) : undefined;
    const values = Object.fromEntries(
      Object.entries(part.values[column.name] ?? {}).map(([theirs, ours]) => [foldValue(theirs), ours]),
    );
    this.ask(column, indexes, {
      decimalComma: Boolean(decimalComma),
      dateOrder: dateOrder !== undefined,
      values,
    });
    return {
      column: column.name,
      sources,
      ...(numeric && scale !== 1 ? { scale } : {}),
      ...(numeric && o.scale === undefined && unit && unit.divide !== 1 ? { divide: unit.divide } : {}),
      ...(decimalComma ? { decimalComma: true } : {}),
      ...(o.asInteger ? { asInteger: true } : {}),
      ...(dateOrder === undefined ? {} : { dateOrder }),
      ...(Object.keys(values).length > 0 ? { values } : {}),
      ...(o.part === undefined ? {} : { part: o.part }),
      ...(o.owner ? { owner: true } : {}),
      ...(o.ifEmpty === undefined ? {} : { ifEmpty: o.ifEmpty }),
      ...(o.prefix === undefined ? {} : { prefix: o.prefix }),
      ...(o.suffix === undefined ? {} : { suffix: o.suffix }),
    };
  }

  /** The same questions as of a recognised file, where the mapping does not answer them. */
  private ask(
    column: Column,
    indexes: readonly number[],
    known: { decimalComma: boolean; dateOrder: boolean; values: Readonly<Record<string, string>> },
  ): void {
    const nulls = new Set(this.part.nulls.map(foldValue));
    const named = new Set(Object.keys(known.values));
    for (const index of indexes) {
      const header = this.header[index] ?? '';
      const values = valuesOf(this.sample, index).filter((v) => !nulls.has(foldValue(v)));
      const question = questionFor(column.type, known, () => ({
        comma: decimalCommaQuestion(column.name, header, values),
        order: dateOrderQuestion(column.name, header, values),
        value: valueQuestion(column, header, values, named),
      }));
      if (question) this.questions.push(question);
    }
  }

  private unpivot(): PlanUnpivot | null {
    const given = this.part.unpivotMonths;
    if (!given) return null;
    const monthColumn = this.kind.columns.find((c) => c.type.is === 'period' && c.type.of.includes('month'));
    if (!monthColumn) throw new Error(`${this.kind.name} has no month column.`);
    const wanted = given.headers?.map((h) => this.find(h));
    const months = monthColumns(this.header).filter((m) => wanted === undefined || wanted.includes(m.index));
    for (const m of months) this.used.add(m.index);
    const year = given.year;
    const found: PlanUnpivot['year'] =
      typeof year === 'number'
        ? { from: 'constant', year }
        : year
          ? { from: 'header', index: this.find(year.header) }
          : yearOf(this.folded, this.fileName);
    if (found?.from === 'header') this.used.add(found.index);
    return { monthColumn: monthColumn.name, valueColumn: given.value, months, year: found };
  }
}

function questionFor(
  type: ColumnType,
  known: { decimalComma: boolean; dateOrder: boolean },
  of: () => { comma: Question | null; order: Question | null; value: Question | null },
): Question | null {
  if (type.is === 'code') return of().value;
  if ((type.is === 'decimal' || type.is === 'integer') && !known.decimalComma) return of().comma;
  if ((type.is === 'date' || type.is === 'instant') && !known.dateOrder) return of().order;
  return null;
}
