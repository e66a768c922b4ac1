import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type PaperStatement, statementsPdf } from '@/lib/export/statement-pdf';
import { statementView } from '@/lib/export/statement-view';
import { pay } from '@/lib/format';
import { liveStatements } from '@/lib/reports/bonus_statement';
import { liveHalfStatements } from '@/lib/reports/bonus_statement_half';
import { liveQuarterStatements } from '@/lib/reports/bonus_statement_quarter';
import type { AnySheet, MonthSheet } from '@/lib/reports/bonus_statement_shape';
import type { Warehouse } from '@/lib/warehouse/warehouse';
import { bonusContext } from '../reports/bonus_support';
import { emptyWarehouse, goldenDir, goldenMissing, loadCanonical } from '../support/golden';
import { readPdf } from '../support/pdf';
import { statementWords } from '../support/words';

const words = { zh: statementWords('zh-CN'), en: statementWords('en') };
const draft = (sheet: AnySheet): PaperStatement => ({ sheet, closedOn: null, steps: [], signed: null });
const write = async (statements: readonly PaperStatement[], language: 'zh' | 'en' = 'zh') =>
  readPdf(
    await statementsPdf(statements, {
      words: words[language],
      title: '2026-07',
      printed: '打印人 li · 2026-08-01 09:00 · 数据版本 #1',
      now: new Date('2026-08-01T01:00:00Z'),
    }),
  );

describe.skipIf(goldenMissing)('statements as PDF (skipped where ../shared is missing)', () => {
  let w: Warehouse;
  let sheets: MonthSheet[];
  beforeAll(async () => {
    w = await emptyWarehouse();
    await loadCanonical(w, path.join(goldenDir, 'canonical'));
    sheets = await liveStatements(bonusContext(w), '2026-07');
  });
  afterAll(() => w.close());

  it('says the total, every term and every row of a statement as text', async () => {
    for (const sheet of sheets.slice(0, 3)) {
      const { pages } = await write([draft(sheet)]);
      const text = pages.join('\n');
      const view = statementView(sheet, words.zh);
      expect(text).toContain(pay(sheet.figures.total ?? ''));
      expect(text).toContain('应发，税前，元');
      expect(text).toContain(`${sheet.technician.name} · 2026-07 奖金单`);
      for (const term of view.terms) expect(text).toContain(term.value);
      for (const group of view.groups) for (const row of group.rows) expect(text).toContain(row.id);
    }
  });

  it('embeds two fonts, with every glyph that is used drawn and few others', async () => {
    const { pages, fonts } = await write([draft(sheets[0] as MonthSheet)]);
    expect(fonts.map((f) => f.name.replace(/^[A-Z]{6}\+/, '')).sort()).toEqual([
      'NotoSansHans-Medium',
      'NotoSansHans-Regular',
    ]);
    for (const { letters, drawn } of fonts) {
      expect(drawn?.length).toBeLessThan(300);
      const ideographs = [...letters].filter(([, letter]) => /\p{Script=Han}/u.test(letter));
      expect(ideographs.length).toBeGreaterThan(5);
      // An empty glyph is one byte, its end; the shortest that draws calls a shared part.
      for (const [glyph] of ideographs) expect(drawn?.[glyph]).toBeGreaterThan(2);
    }
    expect(pages.join('')).not.toContain('�');
  });

  it('holds a month in one file, one person a page, in the order of the report', async () => {
    const { pages } = await write(sheets.map(draft));
    expect(pages.length).toBeGreaterThanOrEqual(sheets.length);
    const titles = pages.map((text) => text.split('\n')[0]);
    expect([...new Set(titles)]).toEqual(sheets.map((s) => `${s.technician.name} · 2026-07 奖金单`));
  });

  it('goes on to a second page where the rows need it, and counts the pages', async () => {
    const [sheet] = sheets as [MonthSheet];
    const line = sheet.lines[0] as MonthSheet['lines'][number];
    const lines = Array.from({ length: 70 }, (_, i) => ({ ...line, source_id: `J${i + 1}` }));
    const { pages } = await write([draft({ ...sheet, lines })]);
    expect(pages).toHaveLength(2);
    expect(pages.map((text) => /\d \/ \d$/.exec(text)?.[0])).toEqual(['1 / 2', '2 / 2']);
    const numbers = pages.flatMap((text) => text.split('\n').filter((l) => /^J\d+$/.test(l)));
    expect(numbers).toEqual(lines.map((l) => l.source_id));
  });

  it('bears who closed and who signed it', async () => {
    const { pages } = await write([
      {
        sheet: sheets[0] as MonthSheet,
        closedOn: '2026-08-05',
        steps: [
          { step: 'compiled', by: '钱进', on: '2026-08-01' },
          { step: 'closed', by: '孔宁', on: '2026-08-05' },
        ],
        signed: { by: '卫华', on: '2026-08-03' },
      },
    ]);
    expect(pages[0]).toContain('已关账 2026-08-05');
    expect(pages[0]).toContain('卫华 已签，2026-08-03');
    expect(pages[0]).toContain('孔宁 已签，2026-08-05');
    expect(pages[0]).toContain('编制：钱进，2026-08-01');
  });

  it('has quarters and half-years in English too, without a Chinese word of ours', async () => {
    const ctx = bonusContext(w);
    const quarter = (await liveQuarterStatements(ctx, '2026Q2')).find((s) => s.lines.length > 1);
    const half = (await liveHalfStatements(ctx, '2026H1')).find((s) => s.lines.length > 0);
    if (!quarter || !half) throw new Error('The company has no such statement.');
    const { pages } = await write([draft(quarter), draft(half)], 'en');
    expect(pages[0]).toContain(pay(quarter.figures.total));
    expect(pages[0]).toContain('Parts commission');
    expect(pages[1]).toContain(pay(half.figures.reward));
    expect(pages[1]).toContain('Projects without repeat');
    const ours = pages
      .join('\n')
      .replaceAll(quarter.technician.name, '')
      .replaceAll(half.technician.name, '');
    const places = [quarter, half].flatMap((s) => [s.technician.department, s.technician.region]);
    const foreign = ours
      .split('\n')
      .filter(
        (line) =>
          /\p{Script=Han}/u.test(line) &&
          !places.some((p) => p && line.includes(p)) &&
          !line.startsWith('打印人'),
      );
    expect(foreign).toEqual([]);
  });

  it('lists what follows the total: items, adjustments with their cause, what is carried, then what is paid', async () => {
    const nowhere = { source_import: null, source_file: null, source_sheet: null, source_line: null };
    const [sheet] = sheets as [MonthSheet];
    const change = {
      figure: 'gross_points',
      source_kind: 'jobs',
      source_id: 'J7',
      before: '20',
      after: '21',
      ...nowhere,
    };
    const { pages } = await write([
      draft({
        ...sheet,
        items: [
          {
            item_id: 'Q1',
            period: '2026-07',
            regulation: '服务产品销售激励政策',
            amount: '860.00',
            payer: 'parts_subsidiary',
            note: null,
            ...nowhere,
          },
        ],
        adjustments: [
          {
            period: '2026-06',
            before: '810.00',
            after: '1080.00',
            amount: '270.00',
            changes: [
              { ...change, cause: 'import', cause_id: '7' },
              {
                ...change,
                figure: 'performance_pay',
                source_kind: 'parameter',
                source_id: 'bonus.point_rate',
                before: '270',
                after: '275',
                cause: 'parameter',
                cause_id: 'bonus.point_rate',
              },
            ],
          },
        ],
        carried: [
          {
            kind: 'carried_in',
            period: '2026-06',
            amount: '-100.00',
            by: '孔宁',
            at: '2026-07-05',
            why: '下月扣',
          },
        ],
        payable: '7468.15',
      }),
    ]);
    for (const said of [
      '服务产品销售激励政策',
      '备件子公司',
      '2026-06 原 810.00，现 1,080.00',
      '+270.00',
      '任务点 J7 20 → 21 · 导入 #7',
      '绩效工资 每超一点 270 → 275 · 参数',
      '2026-06 结转来',
      '−100.00',
      '下月扣 · 孔宁 · 2026-07-05',
      '7,468.15',
    ])
      expect(pages[0]).toContain(said);
  });

  it('says so where there is nothing, and where the total cannot be known', async () => {
    const [sheet] = sheets as [MonthSheet];
    const unknown = {
      ...sheet,
      lines: [],
      formula: sheet.formula.map((t) => (t.term === 'total' ? { ...t, value: null } : t)),
      payable: null,
    };
    const { pages } = await write([draft(unknown)]);
    expect(pages[0]).toContain('这个期间没有任务和记录。');
    expect(pages[0]).toContain('—');
  });
});
