/** What a table sends of its rows. */
import { expect, it } from 'vitest';
import { carried, packed, unpacked } from '@/app/_components/table/carried';
import type { TableColumn } from '@/app/_components/table/columns';

const text = (name: string, cell?: TableColumn['cell']): TableColumn => ({ name, type: 'text', cell });
const row = {
  customer_id: 'C1',
  name: '甲',
  held: 3,
  places: 4,
  department: '华东',
  owner: null,
  link: '/x',
  source_line: 7,
};

it('carries what is shown and what tells rows apart, not the rest', () => {
  const shown = carried({ columns: [text('owner')], rows: [row], rowKey: 'customer_id' });
  expect(shown).toEqual([{ customer_id: 'C1', name: '甲', owner: null }]);
});

it('carries what cells, groups and links name', () => {
  const quota = text('held', { kind: 'quota-cells', held: 'held', places: 'places' });
  const columns = [quota, text('owner', { kind: 'link', href: '/files/{source_line}' })];
  const by = { column: 'department' };
  const shown = carried({
    columns,
    rows: [row],
    rowKey: 'customer_id',
    groupBy: by,
    opens: { column: 'link' },
  });
  expect(shown).toEqual([row]);
  const [opened] = carried({
    columns: [text('name')],
    rows: [row],
    rowKey: 'name',
    opens: { href: '/d/{department}' },
  });
  expect(opened).toEqual({ name: '甲', department: '华东' });
});

it('sends rows as one text and reads them from it, each name once', () => {
  const rows = [row, { ...row, customer_id: 'C"2\\', held: null, tags: ['一', '二'] }];
  const text = packed(rows);
  expect(text.match(/customer_id/g)).toHaveLength(1);
  expect(unpacked(text)).toEqual([{ ...row, tags: null }, rows[1]]);
  expect(unpacked(packed([]))).toEqual([]);
});
