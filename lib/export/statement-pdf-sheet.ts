/** One statement on paper: title, formula, rows, what follows the total, parameters, signatures. */
import { plain } from '@/lib/format';
import { sourceWords } from '@/lib/rules/texts/sources';
import { afterTotal } from './statement-after';
import type { PaperOptions, PaperStatement } from './statement-pdf';
import { drawFormula, drawLines, type Place } from './statement-pdf-formula';
import { ink, type Pen, paper } from './statement-pdf-pen';
import { type StatementView, statementView, viewColumns } from './statement-view';
import { isNumeric, parameterName, parameterValue, payerName, type StatementWords } from './statement-words';

const left = paper.margin;
const right = paper.width - paper.margin;
/** Rows stand behind a gutter in which the lines run. */
const rowsAt = left + 28;
const ROW = 13.5;
const bottom = paper.height - paper.margin - 26;

/** Where each column begins; those of numbers end there. */
const columns: Record<(typeof viewColumns)[number], { at: number; right?: true; room: number }> = {
  date: { at: rowsAt + 26, room: 50 },
  id: { at: rowsAt + 72, room: 62 },
  type: { at: rowsAt + 136, room: 84 },
  note: { at: rowsAt + 222, room: 130 },
  left: { at: right - 108, right: true, room: 56 },
  right: { at: right - 66, right: true, room: 50 },
  effect: { at: right - 5, right: true, room: 74 },
};

interface Block {
  height: number;
  /** Kept on the page of the block after it. */
  withNext?: true;
  /** Rows of the table: a new page repeats its head. */
  table?: true;
  draw(y: number, page: number): void;
}

/** Draws a statement, beginning on a page of its own. */
export function drawStatement(pen: Pen, statement: PaperStatement, options: PaperOptions): void {
  const { words } = options;
  const view = statementView(statement.sheet, words);
  const places = new Map<string, Place>();
  const rings = new Map<string, { page: number; y: number }>();
  const pages = paginate(blocksOf(pen, statement, view, options, rings), startOf(view));
  pages.forEach((blocks, page) => {
    pen.doc.addPage();
    let y = page === 0 ? head(pen, statement, view, words, places) : again(pen, statement, words);
    if (blocks.some((b) => b.table)) tableHead(pen, view, y - ROW);
    for (const block of blocks) {
      block.draw(y, page);
      y += block.height;
    }
    if (page === 0) drawLines(pen, places, ringsOn(rings, 0), rowsAt);
    foot(pen, statement, options, page + 1, pages.length);
  });
}

const ringsOn = (rings: ReadonlyMap<string, { page: number; y: number }>, page: number) =>
  new Map([...rings].filter(([, ring]) => ring.page === page).map(([letter, ring]) => [letter, ring.y]));

/** Where the rows begin under the formula. */
const startOf = (view: StatementView) => (view.groups.length > 0 ? 178 : 158);
const AGAIN = 84;

function paginate(blocks: readonly Block[], start: number): Block[][] {
  const pages: Block[][] = [[]];
  let y = start;
  blocks.forEach((block, i) => {
    const needs = block.height + (block.withNext ? (blocks[i + 1]?.height ?? 0) : 0);
    if (y + needs > bottom && (pages.at(-1)?.length ?? 0) > 0) {
      pages.push([]);
      y = AGAIN;
    }
    pages.at(-1)?.push(block);
    y += block.height;
  });
  return pages;
}

function head(
  pen: Pen,
  statement: PaperStatement,
  view: StatementView,
  words: StatementWords,
  places: Map<string, Place>,
): number {
  title(pen, statement, words, 13);
  pen.rule(left, 66, right - left, ink.black, 0.9);
  pen.text(kindOf(statement, words), right, 72, { right: true });
  drawFormula(pen, view.terms, { x: left, y: 94, width: right - left }, places);
  return startOf(view);
}

function again(pen: Pen, statement: PaperStatement, words: StatementWords): number {
  title(pen, statement, words, 10);
  pen.rule(left, 62, right - left, ink.black, 0.9);
  return AGAIN;
}

function title(pen: Pen, { sheet }: PaperStatement, words: StatementWords, size: number): void {
  const { technician, period } = sheet;
  const name = words.t('title', { name: technician.name, period });
  const taken = pen.text(name, left, 42, { size, strong: true });
  const place = [technician.department, technician.region]
    .filter(Boolean)
    .join(words.locale === 'en' ? ', ' : '，');
  const about = { id: technician.technician_id, role: words.codes(`role.${technician.role}`) };
  const who = place === '' ? words.t('whoNowhere', about) : words.t('who', { ...about, place });
  pen.text(who, left + taken + 10, 42 + size - 9.5, { color: ink.grey, room: right - left - taken - 10 });
}

function kindOf({ sheet, closedOn }: PaperStatement, words: StatementWords): string {
  const state = closedOn === null ? words.t('state.open') : words.t('state.closed', { on: closedOn });
  return words.t('kind', { period: sheet.period, state });
}

function tableHead(pen: Pen, view: StatementView, y: number): void {
  for (const name of viewColumns) {
    const column = columns[name];
    pen.text(view.heads[name], column.at, y, { color: ink.grey, right: column.right, size: 8 });
  }
  pen.rule(rowsAt, y + ROW - 1, right - rowsAt, ink.line);
}

function blocksOf(
  pen: Pen,
  statement: PaperStatement,
  view: StatementView,
  { words }: PaperOptions,
  rings: Map<string, { page: number; y: number }>,
): Block[] {
  return [
    ...view.groups.flatMap((group): Block[] => [
      {
        height: ROW,
        table: true,
        withNext: true,
        draw(y, page) {
          pen.band(rowsAt, y, right - rowsAt, ROW);
          pen.letter(group.letter, rowsAt + 11, y + ROW / 2, ink.grey);
          rings.set(group.letter, { page, y: y + ROW / 2 });
          const taken = pen.text(group.title, columns.date.at, y + 1, { strong: true });
          pen.text(group.note, columns.date.at + taken + 7, y + 1, {
            color: ink.grey,
            room: columns.effect.at - columns.effect.room - columns.date.at - taken,
          });
          pen.text(group.effect, columns.effect.at, y + 1, { right: true, strong: true });
          pen.rule(rowsAt, y + ROW, right - rowsAt, ink.line, 0.5);
        },
      },
      ...group.rows.map(
        (row): Block => ({
          height: ROW,
          table: true,
          draw(y) {
            if (row.flag !== null) pen.text('!', rowsAt + 9, y + 1, { strong: true });
            for (const name of viewColumns) {
              const { at, right: atRight, room } = columns[name];
              pen.text(row[name], at, y + 1, { room, right: atRight });
            }
            pen.rule(rowsAt, y + ROW, right - rowsAt, ink.hair, 0.5);
          },
        }),
      ),
    ]),
    ...(view.groups.length === 0 ? [sentence(pen, words.t('empty'))] : []),
    ...(view.blank > 0 ? [sentence(pen, `! ${words.t('blank')}`)] : []),
    ...afterBlocks(pen, statement, words),
    basis(pen, statement, words),
    signatures(pen, statement, words),
  ];
}

const sentence = (pen: Pen, text: string): Block => ({
  height: ROW + 4,
  draw: (y) => {
    pen.text(text, rowsAt + 9, y + 3, { size: 8, color: ink.grey });
  },
});

/** Items, adjustments, what is carried, and with them the sum that is paid. */
function afterBlocks(pen: Pen, { sheet }: PaperStatement, words: StatementWords): Block[] {
  const { sections, payable } = afterTotal(sheet, words);
  return [
    ...sections.flatMap((section): Block[] => [
      {
        height: ROW + 10,
        withNext: true,
        draw(y) {
          const taken = pen.text(section.title, rowsAt, y + 9, { strong: true });
          pen.text(section.note, rowsAt + taken + 7, y + 9, {
            color: ink.grey,
            room: right - rowsAt - taken - 7,
          });
          pen.rule(rowsAt, y + ROW + 9, right - rowsAt, ink.line);
        },
      },
      ...section.rows.flatMap((row): Block[] => [
        {
          height: ROW,
          draw(y) {
            const taken = pen.text(row.label, rowsAt + 8, y + 1, { room: 300 });
            pen.text(row.note, rowsAt + 16 + taken, y + 1, {
              color: ink.grey,
              room: right - rowsAt - taken - 110,
            });
            pen.text(row.amount, right - 5, y + 1, { right: true });
            pen.rule(rowsAt, y + ROW, right - rowsAt, ink.hair, 0.5);
          },
        },
        ...row.changes.map((change) => ({
          height: ROW - 2,
          draw(y: number) {
            pen.text(`${change.text} · ${change.cause}`, rowsAt + 20, y + 0.5, {
              size: 7.6,
              color: ink.grey,
              room: right - rowsAt - 30,
            });
          },
        })),
      ]),
    ]),
    ...(payable === null
      ? []
      : [
          {
            height: ROW + 10,
            draw(y: number) {
              pen.text(words.t('payable'), rowsAt, y + 7, { strong: true });
              pen.text(payable, right - 5, y + 5.5, { right: true, strong: true, size: 11 });
            },
          },
        ]),
  ];
}

/** The numbers that the company chose, each with who says so: small, but on the paper itself. */
function basis(pen: Pen, { sheet }: PaperStatement, words: StatementWords): Block {
  const said = sheet.parameters.filter(isNumeric).map((p) => {
    const set = p.set_by === null ? '' : words.t('setBy', { by: p.set_by });
    const source = sourceWords(p.source, words.locale);
    const marks = [p.rule, source, set, p.assumed ? words.t('assumed') : ''].filter(Boolean);
    return `${parameterName(words, p.name)} ${parameterValue(words, p)} (${marks.join(' · ')})`;
  });
  const text = `${words.t('basis')}: ${said.join('; ')}.`;
  const style = { size: 7, color: ink.grey };
  const width = right - rowsAt;
  const height = pen.paragraphHeight(text, width, style) + 22;
  return { height, draw: (y) => void pen.paragraph(text, rowsAt, y + 16, width, style) };
}

function signatures(pen: Pen, { sheet, signed, steps }: PaperStatement, words: StatementWords): Block {
  const gap = 18;
  const width = (right - rowsAt - 2 * gap) / 3;
  const hr = steps.findLast((s) => s.step === 'closed') ?? steps.findLast((s) => s.step === 'hr');
  const of = (who: { by: string; on: string } | null | undefined) =>
    who ? words.t('sign.signedBy', { by: who.by, on: who.on }) : '';
  const taken = steps.map((s) => words.t('step', { step: words.t(`steps.${s.step}`), by: s.by, on: s.on }));
  return {
    height: 74,
    draw(y) {
      (['technician', 'hr', 'date'] as const).forEach((who, i) => {
        const x = rowsAt + i * (width + gap);
        const above = who === 'technician' ? of(signed) : who === 'hr' ? of(hr) : (signed?.on ?? '');
        pen.text(above, x, y + 22, { size: 8, room: width });
        pen.rule(x, y + 36, width, ink.black, 0.9);
        pen.text(words.t(`sign.${who}`), x, y + 39);
      });
      pen.text(taken.join('  ·  '), rowsAt, y + 56, { size: 7, color: ink.grey, room: right - rowsAt });
      const parts = sheet.payers.filter((p) => p.amount !== null && Number(p.amount) !== 0);
      if (new Set(parts.map((p) => p.payer)).size > 1) {
        const each = parts.map(
          (p) => `${payerName(words, p.payer)}: ${words.t(`parts.${p.part}`)} ${plain(p.amount ?? '0', 2)}`,
        );
        pen.text(each.join('; '), rowsAt, y + 65, { size: 7, color: ink.grey, room: right - rowsAt });
      }
    },
  };
}

function foot(pen: Pen, statement: PaperStatement, options: PaperOptions, page: number, pages: number): void {
  const { words, printed } = options;
  const y = paper.height - paper.margin - 14;
  const payers = [...new Set(statement.sheet.payers.map((p) => payerName(words, p.payer)))];
  pen.rule(rowsAt, y - 5, right - rowsAt, ink.line);
  const payer = payers.join(words.locale === 'en' ? ', ' : '、');
  const style = { size: 7, color: ink.grey };
  pen.text(`${words.t('foot', { payer })} B-10`, rowsAt, y, { ...style, room: 270 });
  pen.text(`${printed} · ${words.t('page', { page, pages })}`, right, y, { ...style, right: true });
}
