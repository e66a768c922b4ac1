/** DuckDB reads a CSV while the scan still proves it regular: what the last lines say must count all the same. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { importFiles } from '@/lib/import/imports';
import type { Warehouse } from '@/lib/warehouse/warehouse';
import { emptyWarehouse } from '../support/golden';
import { write } from './files';

const plain = Array.from({ length: 50_000 }, (_, i) => `L${i},2026-03-05,C1,sale,${i}.50,轮椅`);
const header = 'entry_id,date,customer_id,kind,amount,product';

let db: Warehouse;
beforeEach(async () => {
  db = await emptyWarehouse();
});
afterEach(() => db.close());

async function load(...last: string[]) {
  const file = write(`${[header, ...plain, ...last].join('\n')}\n`, 'ledger.csv');
  const [result] = (await importFiles(db, [file])).files;
  const found = await db.read(async (c) =>
    (
      await c.runAndReadAll(`select entry_id, product, _line from raw.ledger order by _line desc limit 1`)
    ).getRowObjectsJson(),
  );
  return { result, last: found[0] };
}

it('a note with a line break behind 50,000 plain rows shifts the lines by one from there on', async () => {
  const { result, last } = await load(
    'LX,2026-03-05,C1,sale,1.00,"两\n行"',
    'LY,2026-03-05,C1,sale,2.00,轮椅',
  );
  expect(result).toMatchObject({ read: 50_002, new: 50_002, rejected: 0, refused: null });
  expect(last).toEqual({ entry_id: 'LY', product: '轮椅', _line: 50_004 });
});

it('a row with a field too many behind 50,000 plain rows is rejected, the others load', async () => {
  const { result, last } = await load('LX,2026-03-05,C1,sale,1.00,轮椅,8', 'LY,2026-03-05,C1,sale,2.00,轮椅');
  expect(result).toMatchObject({ read: 50_002, new: 50_001, rejected: 1, refused: null });
  expect(last).toEqual({ entry_id: 'LY', product: '轮椅', _line: 50_003 });
});

it('a total at the foot of 50,000 plain rows is no row', async () => {
  const { result, last } = await load('合计,,,,1250000000,');
  expect(result).toMatchObject({ read: 50_000, new: 50_000, rejected: 0, refused: null });
  expect(last).toEqual({ entry_id: 'L49999', product: '轮椅', _line: 50_001 });
});
