/** The cells of one sheet's XML as text, row by row. */
import { decodeEscapes, type WorkbookInfo, xmlParser } from './ooxml';
import { numberText, plainNumber, serialText } from './serial';
import type { SourceWarning } from './source';
import type { RawRow } from './table';

/** 0-based column of a reference such as `AB12`; -1 when there is none. */
function columnOf(reference: string): number {
  let n = 0;
  for (let i = 0; i < reference.length; i++) {
    const c = reference.charCodeAt(i);
    if (c < 65 || c > 90) break;
    n = n * 26 + c - 64;
  }
  return n - 1;
}

const maxColumns = 16_384;

/** Push XML in, take finished rows out. One parser reads one sheet once. */
export class SheetParser {
  readonly rows: RawRow[] = [];
  readonly warnings: SourceWarning[] = [];
  /** Cells of the rows so far, those left of a filled one included: what they cost in memory. */
  cellCount = 0;
  private line = 0;
  private cells: (string | null)[] = [];
  private inRow = false;
  private column = -1;
  private type = '';
  private style = -1;
  private value = '';
  private hasValue = false;
  private formula = false;
  private reading: 'value' | 'text' | null = null;
  private phonetic = 0;
  private readonly parser: ReturnType<typeof xmlParser>;

  constructor(
    private readonly book: WorkbookInfo,
    private readonly sheet: string,
  ) {
    this.parser = xmlParser({
      open: (tag, a) => this.open(tag, a),
      text: (s) => {
        if (this.reading !== null) this.value += s;
      },
      close: (tag) => this.close(tag),
    });
  }

  write(xml: string): void {
    this.parser.write(xml);
  }

  end(): void {
    this.parser.close();
  }

  private open(tag: string, a: Readonly<Record<string, string>>): void {
    switch (tag) {
      case 'row':
        this.beginRow(a.r === undefined ? this.line + 1 : Number(a.r));
        break;
      case 'c': {
        const at = a.r === undefined ? -1 : columnOf(a.r);
        this.column = at >= 0 ? at : this.column + 1;
        if (this.column >= maxColumns) throw new Error(`The cell ${a.r} lies outside of a sheet.`);
        this.type = a.t ?? 'n';
        this.style = a.s === undefined ? -1 : Number(a.s);
        this.value = '';
        this.hasValue = false;
        this.formula = false;
        break;
      }
      case 'v':
        this.reading = 'value';
        this.hasValue = true;
        break;
      case 'f':
        this.formula = true;
        break;
      case 'rPh':
        this.phonetic++;
        break;
      case 't':
        if (this.inRow && this.phonetic === 0) {
          this.reading = 'text';
          this.hasValue = true;
        }
        break;
    }
  }

  private close(tag: string): void {
    switch (tag) {
      case 'v':
      case 't':
        this.reading = null;
        break;
      case 'rPh':
        this.phonetic--;
        break;
      case 'c':
        if (this.inRow) this.endCell();
        break;
      case 'row':
        if (this.inRow) this.endRow();
        this.inRow = false;
        break;
    }
  }

  private beginRow(line: number): void {
    if (!(line > this.line)) throw new Error(`Row ${line} follows row ${this.line}.`);
    // Rows that a workbook leaves out are blank; one stands for the gap.
    if (line > this.line + 1) this.rows.push({ line: this.line + 1, cells: [] });
    this.line = line;
    this.cells = [];
    this.column = -1;
    this.inRow = true;
  }

  private endRow(): void {
    this.rows.push({ line: this.line, cells: this.cells });
    this.cellCount += this.cells.length;
  }

  private endCell(): void {
    const text = this.cellText();
    if (text === null) return;
    while (this.cells.length < this.column) this.cells.push(null);
    this.cells[this.column] = text;
  }

  private cellText(): string | null {
    if (!this.hasValue) {
      if (this.formula)
        this.warn(
          'formula_without_value',
          '公式还没有计算出结果，按空读取',
          'a formula without a calculated value was read as empty',
        );
      return null;
    }
    switch (this.type) {
      case 's': {
        const text = this.book.strings[Number(this.value)];
        if (text === undefined) throw new Error(`There is no shared string ${this.value}.`);
        return text === '' ? null : text;
      }
      case 'e':
        this.warn(
          'error_cell',
          `单元格是错误值 ${this.value}，按空读取`,
          `the error value ${this.value} was read as empty`,
        );
        return null;
      case 'b':
        return this.value === '1' || this.value === 'true' ? 'TRUE' : 'FALSE';
      case 'd':
        return isoText(this.value);
      case 'n':
        return this.numeric();
      default:
        return this.value === '' ? null : decodeEscapes(this.value);
    }
  }

  private numeric(): string | null {
    const stored = this.value.trim();
    if (stored === '') return null;
    const style = this.book.styles[this.style] ?? plainNumber;
    const date = style.is === 'number' ? null : serialText(Number(stored), style, this.book.epoch1904);
    return date ?? numberText(stored, style.pad);
  }

  private warn(code: SourceWarning['code'], zh: string, en: string): void {
    const cell = `${letters(this.column)}${this.line}`;
    this.warnings.push({
      code,
      sheet: this.sheet,
      line: this.line,
      zh: `工作表「${this.sheet}」${cell}：${zh}。`,
      en: `Sheet "${this.sheet}", ${cell}: ${en}.`,
    });
  }
}

function letters(column: number): string {
  let s = '';
  for (let n = column + 1; n > 0; n = Math.floor((n - 1) / 26))
    s = String.fromCharCode(65 + ((n - 1) % 26)) + s;
  return s;
}

/** `2014-02-14T08:27:48.765Z` → `2014-02-14 08:27:48`; a day alone stays. */
function isoText(value: string): string {
  const m = value.match(/^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2}:\d{2}))?/);
  if (!m) return value;
  return m[2] === undefined || m[2] === '00:00:00' ? (m[1] as string) : `${m[1]} ${m[2]}`;
}
