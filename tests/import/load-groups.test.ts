/** A first load is written once: no crumbs of rows are left that the engine would sweep together afterwards. */
import { expect, it } from 'vitest';
import { importFiles } from '@/lib/import/imports';
import { emptyWarehouse } from '../support/golden';
import { write } from './files';

/** Rows that the engine keeps together. */
const GROUP = 122_880;
const ROWS = 2 * GROUP + 50_000;

it('a large file comes in groups of rows that are full, but for the last', async () => {
  const lines = Array.from(
    { length: ROWS },
    (_, i) =>
      `L${String(i).padStart(9, '0')},2026-0${1 + (i % 9)}-15,C${i % 1000},sale,${i}.25,产品${i % 7},华东${i % 5}部,人员${i % 60}`,
  );
  const header = 'entry_id,date,customer_id,kind,amount,product,department,salesperson';
  const db = await emptyWarehouse();
  try {
    const result = await importFiles(db, [write(`${header}\n${lines.join('\n')}\n`, 'ledger.csv')]);
    expect(result.files[0]?.new).toBe(ROWS);
    const read = await db.read((c) =>
      c.runAndReadAll(
        `select max(start + count)::integer as rows from pragma_storage_info('raw.ledger')
         where column_name = 'date' and segment_type = 'DATE' group by row_group_id order by row_group_id`,
      ),
    );
    const groups = read.getRowObjectsJson().map((r) => Number(r.rows));
    expect(groups.reduce((a, b) => a + b, 0)).toBe(ROWS);
    for (const rows of groups.slice(0, -1)) expect(rows).toBeGreaterThan(GROUP * 0.95);
  } finally {
    db.close();
  }
}, 60_000);
