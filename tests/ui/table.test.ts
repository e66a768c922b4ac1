import { describe, expect, it } from 'vitest';
import { tableColumns, type WordedColumn, withPhone } from '@/app/_components/table/columns';
import { linesOf } from '@/app/_components/table/groups';
import { nextOrder, readOrder, writeOrder } from '@/app/_components/table/sorting';
import { cellText, compare, exactText, fill } from '@/app/_components/table/text';
import { fitWidths, numberWidths } from '@/app/_components/table/widths';
import { column } from '@/lib/reports/columns';

const worded = (given: Partial<WordedColumn> & Pick<WordedColumn, 'name' | 'type'>): WordedColumn => ({
  id: given.name,
  label: given.name,
  unitLabel: '',
  codes: {},
  ...given,
});
const words = { locale: 'zh-CN', unassigned: '未分配', never: '从未', yes: '是', no: '否' };

describe('a cell', () => {
  it('says none as a dash, an unknown owner in words', () => {
    expect(cellText(null, worded({ name: 'due_on', type: 'date' }), words)).toBe('—');
    expect(cellText(null, worded({ name: 'owner', type: 'text', cell: { kind: 'owner' } }), words)).toBe(
      '未分配',
    );
  });

  it('shows zero as a dot only where the column asks for it', () => {
    expect(cellText('0.00', worded({ name: 'praise', type: 'money', zero: 'dot' }), words)).toBe('·');
    expect(cellText('0.00', worded({ name: 'total', type: 'money' }), words)).toBe('0.00');
    expect(cellText('0.01', worded({ name: 'praise', type: 'money', zero: 'dot' }), words)).toBe('0.01');
  });

  it('shows money in yuan, or in 万元 with the exact amount on hover', () => {
    const wan = worded({ name: 'value_at_stake', type: 'money', unit: 'wan' });
    expect(cellText('4113200.50', wan, words)).toBe('411.32');
    expect(exactText('4113200.50', wan)).toBe('4,113,200.50');
    expect(cellText('8237.7', worded({ name: 'total', type: 'money' }), words)).toBe('8,237.70');
  });

  it('words codes, lists of codes and booleans', () => {
    const codes = { visit: '未回访', trade: '停购' };
    expect(cellText('visit', worded({ name: 'reason', type: 'code', codes }), words)).toBe('未回访');
    expect(cellText(['visit', 'trade'], worded({ name: 'reasons', type: 'list', codes }), words)).toBe(
      '未回访、停购',
    );
    expect(cellText([], worded({ name: 'reasons', type: 'list', codes }), words)).toBe('—');
    expect(cellText(true, worded({ name: 'closed', type: 'boolean' }), words)).toBe('是');
  });
});

describe('the order of rows', () => {
  it('compares amounts by size, codes by their vocabulary, names as Chinese dictionaries do', () => {
    expect(compare('9.00', '10.00', worded({ name: 'a', type: 'money' }))).toBeLessThan(0);
    const grade = worded({ name: 'grade', type: 'code', codes: { K: 'K', A: 'A' } });
    expect(compare('K', 'A', grade)).toBeLessThan(0);
    expect(compare('安徽', '重庆', worded({ name: 'region', type: 'text' }))).toBeLessThan(0);
  });

  it('is read from and written to the address, unknown columns left out', () => {
    const order = readOrder('-amount,name,nonsense', ['name', 'amount']);
    expect(order).toEqual([
      { id: 'amount', desc: true },
      { id: 'name', desc: false },
    ]);
    expect(writeOrder(order)).toBe('-amount,name');
  });

  it('starts with the largest number, turns on a second click, adds with Shift', () => {
    const columns = [worded({ name: 'amount', type: 'money' }), worded({ name: 'name', type: 'text' })];
    const first = nextOrder([], 'amount', false, columns);
    expect(writeOrder(first)).toBe('-amount');
    expect(writeOrder(nextOrder(first, 'amount', false, columns))).toBe('amount');
    expect(writeOrder(nextOrder(first, 'name', true, columns))).toBe('-amount,name');
    expect(writeOrder(nextOrder(first, 'name', false, columns))).toBe('name');
  });
});

describe('rows under headings', () => {
  const rows = [
    { id: '1', proposal: 'promote' },
    { id: '2', proposal: 'demote' },
    { id: '3', proposal: null },
    { id: '4', proposal: 'demote' },
  ];

  it('stand in the order of the headings, those without a heading after, empty headings not at all', () => {
    const lines = linesOf(rows, 'id', {
      column: 'proposal',
      groups: [
        { value: 'demote', label: '降级建议' },
        { value: 'waiting', label: '待名额' },
        { value: 'promote', label: '升级建议' },
      ],
    });
    expect(lines.map((l) => (l.kind === 'group' ? `${l.label} ${l.count}` : l.key))).toEqual([
      '降级建议 2',
      '2',
      '4',
      '升级建议 1',
      '1',
      ' 1',
      '3',
    ]);
  });

  it('stand alone without grouping', () => {
    expect(linesOf(rows, 'id').map((l) => l.key)).toEqual(['1', '2', '3', '4']);
  });
});

it('a link is filled from its row, and there is none where a value is missing', () => {
  expect(fill('/bonuses/{technician_id}?period={period}', { technician_id: 'T 1', period: '2026-07' })).toBe(
    '/bonuses/T%201?period=2026-07',
  );
  expect(fill('/bonuses/{technician_id}', { technician_id: null })).toBeNull();
});

it('a column that the report has not is an error that names it', () => {
  expect(() => tableColumns([column.text('name')], [{ name: 'nmae' }])).toThrow('"nmae"');
});

describe('the widths of columns', () => {
  const columns = [
    worded({ name: 'name', type: 'text', cell: { kind: 'name' } }),
    worded({ name: 'accidents', type: 'integer', label: 'Accidents with a long header' }),
    worded({ name: 'total', type: 'money', label: 'Total' }),
  ];
  const wanted = fitWidths(columns, null);
  const sum = (px: readonly number[]) => px.reduce((a, b) => a + b, 0);

  it('are what headers and values want where there is room', () => {
    expect(wanted).toEqual([226, 210, 106]);
    expect(fitWidths(columns, sum(wanted))).toEqual(wanted);
  });

  it('give way in names and headers, never in numbers', () => {
    const tight = fitWidths(columns, sum(wanted) - 100);
    expect(sum(tight)).toBeLessThanOrEqual(sum(wanted) - 100);
    expect(tight[0]).toBeLessThan(226);
    expect(tight[1]).toBeLessThan(210);
    expect(tight[2]).toBe(106);
  });

  it('that a page gave are kept', () => {
    const given = [
      worded({ name: 'name', type: 'text', width: 120 }),
      worded({ name: 'n', type: 'integer' }),
    ];
    expect(fitWidths(given, 50)).toEqual([134, 74]);
  });

  it('are wide enough for the largest and the smallest number, the total among them', () => {
    const rows = [{ total: '12.00' }, { total: '-98765432.10' }, { total: '1234567890.50' }];
    const needed = numberWidths(columns, rows, words);
    expect(needed.has('name')).toBe(false);
    expect(needed.get('total')).toBeGreaterThan(
      numberWidths(columns, rows.slice(0, 2), words).get('total') ?? 0,
    );
    // 1,234,567,890.50: twelve digits and four signs
    expect(needed.get('total')).toBeGreaterThanOrEqual(12 * 7.5 + 4 * 3.5 + 12);
    expect(fitWidths(columns, 100, needed)[2]).toBe((needed.get('total') ?? 0) + 14);
  });

  it('give way as far as no number is cut', () => {
    expect(fitWidths(columns, 170 + 60 + 106)).toEqual([169, 60, 106]);
  });

  it('spare a table the scrolling for a few pixels of its words', () => {
    const given = [
      worded({ name: 'name', type: 'text', width: 200 }),
      worded({ name: 'n', type: 'integer', width: 60 }),
    ];
    const [name, n] = fitWidths(given, null) as [number, number];
    expect(fitWidths(given, name + n - 8)).toEqual([name - 8, n]);
    expect(fitWidths(given, name + n - 20)).toEqual([name, n]);
  });

  it('are whole where the table scrolls sideways all the same', () => {
    expect(fitWidths(columns, 100)).toEqual(wanted);
  });
});

describe('the two lines of a phone', () => {
  const places = (columns: WordedColumn[]) => withPhone(columns).map((c) => c.phone);

  it('are what the page says', () => {
    const said = [worded({ name: 'a', type: 'text', phone: 'title' }), worded({ name: 'b', type: 'money' })];
    expect(places(said)).toEqual(['title', undefined]);
  });

  it('else the first column, the last number and what stands between them, drawn columns left out', () => {
    const columns = [
      worded({ name: 'group', type: 'text' }),
      worded({ name: 'base', type: 'integer' }),
      worded({
        name: 'held',
        type: 'integer',
        cell: { kind: 'quota-cells', held: 'held', places: 'places' },
      }),
      worded({ name: 'share', type: 'rate' }),
      worded({ name: 'status', type: 'code' }),
    ];
    expect(places(columns)).toEqual(['title', 'meta', undefined, 'value', 'note']);
  });
});
