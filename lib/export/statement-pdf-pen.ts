/** Text and rules on a page of paper. Points (1/72 inch) from the upper left corner; black on white. */
import path from 'node:path';
import type PDFDocument from 'pdfkit';
import { projectRoot } from '@/lib/warehouse/paths';

export const paper = { width: 595.28, height: 841.89, margin: 39.7 } as const;
export const ink = {
  black: '#000000',
  grey: '#4a5560',
  line: '#cdd3d9',
  hair: '#e4e7ea',
  accent: '#1b5fc4',
  band: '#f5f6f7',
};

const fontFile = (weight: string) =>
  path.join(projectRoot(), 'node_modules', '@embedpdf', 'fonts-sc', 'fonts', `NotoSansHans-${weight}.otf`);

type Doc = InstanceType<typeof PDFDocument>;

export interface TextStyle {
  size?: number;
  strong?: boolean;
  color?: string;
  /** `x` is then the right edge. */
  right?: boolean;
  /** The most room it may take; what is longer ends in an ellipsis. */
  room?: number;
}

/** One pen a document: its fonts are embedded once, with the glyphs used and no other. */
export class Pen {
  constructor(readonly doc: Doc) {
    doc.registerFont('regular', fontFile('Regular'));
    doc.registerFont('strong', fontFile('Medium'));
  }

  private set({ size = 8.6, strong = false }: TextStyle): void {
    this.doc.font(strong ? 'strong' : 'regular').fontSize(size);
  }

  width(text: string, style: TextStyle = {}): number {
    this.set(style);
    return this.doc.widthOfString(text);
  }

  /** Writes one line with its baseline box beginning at `y`; returns the width it took. */
  text(text: string, x: number, y: number, style: TextStyle = {}): number {
    if (text === '') return 0;
    this.set(style);
    const shown = style.room === undefined ? text : this.cut(text, style.room);
    const width = this.doc.widthOfString(shown);
    this.doc.fillColor(style.color ?? ink.black);
    this.doc.text(shown, style.right ? x - width : x, y, { lineBreak: false });
    return width;
  }

  /** Writes wrapped lines; returns their height. */
  paragraph(text: string, x: number, y: number, width: number, style: TextStyle = {}): number {
    const height = this.paragraphHeight(text, width, style);
    this.doc.fillColor(style.color ?? ink.black).text(text, x, y, { width });
    return height;
  }

  paragraphHeight(text: string, width: number, style: TextStyle = {}): number {
    this.set(style);
    return this.doc.heightOfString(text, { width });
  }

  private cut(text: string, room: number): string {
    if (this.doc.widthOfString(text) <= room) return text;
    const letters = [...text];
    while (letters.length > 1 && this.doc.widthOfString(`${letters.join('')}…`) > room) letters.pop();
    return `${letters.join('')}…`;
  }

  rule(x: number, y: number, width: number, color: string = ink.black, weight = 0.7): void {
    this.doc
      .moveTo(x, y)
      .lineTo(x + width, y)
      .lineWidth(weight)
      .strokeColor(color)
      .stroke();
  }

  band(x: number, y: number, width: number, height: number): void {
    this.doc.rect(x, y, width, height).fill(ink.band);
  }

  path(points: readonly (readonly [number, number])[]): void {
    const [first, ...rest] = points;
    if (!first) return;
    this.doc.moveTo(first[0], first[1]);
    for (const [x, y] of rest) this.doc.lineTo(x, y);
    this.doc.lineWidth(0.6).strokeColor(ink.accent).strokeOpacity(0.55).stroke().strokeOpacity(1);
  }

  /** A letter in a ring, its centre at (x, y). */
  letter(letter: string, x: number, y: number, color: string): void {
    this.doc.circle(x, y, 5.4).lineWidth(0.7).strokeColor(color).stroke();
    const width = this.width(letter, { size: 7 });
    this.text(letter, x - width / 2, y - 4.9, { size: 7, color });
  }
}
