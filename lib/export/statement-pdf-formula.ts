/** The formula across the sheet, numbers over names over rules, and the lines from its terms to their rows. */
import { ink, type Pen } from './statement-pdf-pen';
import type { ViewTerm } from './statement-view';

/** The centre of a letter at its term. */
export interface Place {
  x: number;
  y: number;
}

const size = (term: ViewTerm) => (term.sum ? 13 : 10.6);
const SIGN = 14;

function widthOf(pen: Pen, term: ViewTerm): number {
  const refs = term.letters.length * 13 + (term.rule === null ? 0 : pen.width(term.rule, { size: 7.6 }) + 2);
  return Math.max(
    pen.width(term.value, { size: size(term), strong: true }),
    pen.width(term.label, { size: 7.6 }),
    refs,
  );
}

/** Draws the terms in one row that fills the width; remembers where each letter stands. */
export function drawFormula(
  pen: Pen,
  terms: readonly ViewTerm[],
  box: { x: number; y: number; width: number },
  places: Map<string, Place>,
): void {
  const widths = terms.map((term) => widthOf(pen, term));
  const taken = widths.reduce((a, b) => a + b, 0) + SIGN * (terms.length - 1);
  // A short formula stays together at the left, a long one uses the whole line.
  const gap = Math.min(24, Math.max(0, (box.width - taken) / Math.max(1, terms.length - 1)));
  let x = box.x;
  terms.forEach((term, i) => {
    if (i > 0) {
      pen.text(term.sign, x + (gap + SIGN) / 2 - 3, box.y + 1, { size: 9, color: ink.grey });
      x += gap + SIGN;
    }
    drawTerm(pen, term, x, box.y, places);
    x += widths[i] ?? 0;
  });
}

function drawTerm(pen: Pen, term: ViewTerm, x: number, y: number, places: Map<string, Place>): void {
  if (term.sum)
    pen.doc
      .moveTo(x - 5, y)
      .lineTo(x - 5, y + 45)
      .lineWidth(1.3)
      .strokeColor(ink.accent)
      .stroke();
  const color = term.derived ? ink.accent : ink.black;
  pen.text(term.value, x, y - (term.sum ? 2.5 : 0), { size: size(term), strong: true, color });
  pen.text(term.label, x, y + 16, { size: 7.6, color: ink.grey });
  let at = x;
  for (const letter of term.letters) {
    pen.letter(letter, at + 5.4, y + 36, ink.accent);
    places.set(letter, { x: at + 5.4, y: y + 41.4 });
    at += 13;
  }
  if (term.rule !== null) pen.text(term.rule, at, y + 30, { size: 7.6, color: ink.grey });
}

/** Lines from the letters of the terms down the gutter to the letters of their rows. */
export function drawLines(
  pen: Pen,
  places: ReadonlyMap<string, Place>,
  rows: ReadonlyMap<string, number>,
  rowsAt: number,
): void {
  [...rows].forEach(([letter, y], i) => {
    const from = places.get(letter);
    if (!from) return;
    const across = from.y + 4 + 4 * i;
    const gutter = rowsAt - 5 - 5 * (rows.size - 1 - i) > rowsAt - 27 ? rowsAt - 5 - 5 * i : rowsAt - 26;
    pen.path([
      [from.x, from.y],
      [from.x, across],
      [gutter, across],
      [gutter, y],
      [rowsAt + 5.6, y],
    ]);
  });
}
