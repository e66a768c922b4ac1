/**
 * Statements as a PDF: A4 upright, one person a page (more where the rows need them), Chinese fonts embedded with the
 * glyphs used. The text is text: it can be searched, copied and read aloud.
 */
import { PassThrough } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import PDFDocument from 'pdfkit';
import type { AnySheet } from '@/lib/reports/bonus_statement_shape';
import { Pen, paper } from './statement-pdf-pen';
import { drawStatement } from './statement-pdf-sheet';
import type { StatementWords } from './statement-words';

export interface PaperStatement {
  sheet: AnySheet;
  /** The day on which its period was closed; null: a draft. */
  closedOn: string | null;
  /** The steps that were taken, with who and when. */
  steps: readonly { step: string; by: string; on: string }[];
  /** Who signed it as it stands; a void signature is none. */
  signed: { by: string; on: string } | null;
}

export interface PaperOptions {
  words: StatementWords;
  /** The file's own title. */
  title: string;
  /** The last line of each page: who made it, when, from which data. */
  printed: string;
  /** The instant that the file bears as its making. */
  now: Date;
}

/**
 * One file of some statements, in their order.
 * Between two people other requests get their turn: a month of a large company is thousands of pages.
 */
export async function statementsPdf(
  statements: readonly PaperStatement[],
  options: PaperOptions,
): Promise<Uint8Array> {
  const doc = new PDFDocument({
    size: [paper.width, paper.height],
    margin: 0,
    autoFirstPage: false,
    lang: options.words.locale,
    displayTitle: true,
    info: { Title: options.title, CreationDate: options.now, ModDate: options.now, Creator: 'Tierline' },
  });
  const out = new PassThrough();
  const whole = buffer(out);
  doc.pipe(out);
  const pen = new Pen(doc);
  for (const statement of statements) {
    drawStatement(pen, statement, options);
    await new Promise(setImmediate);
  }
  doc.end();
  return whole;
}
