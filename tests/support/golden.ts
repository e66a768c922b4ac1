/** A warehouse filled with canonical CSV files, typed by the kinds: the ground that report tests stand on. */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { duckdbType } from '@/lib/import/kind';
import { kinds } from '@/lib/import/kinds';
import { buildModel } from '@/lib/warehouse/model';
import { openWarehouse, type Warehouse } from '@/lib/warehouse/warehouse';

export const goldenDir = path.resolve('../shared/data/company');
/** The golden data lies beside the project; where it is missing, tests that need it say that they are skipped. */
export const goldenMissing = !fs.existsSync(goldenDir);

/** An empty warehouse in a folder of its own. */
export async function emptyWarehouse(): Promise<Warehouse> {
  return openWarehouse(fs.mkdtempSync(path.join(os.tmpdir(), 'tierline-')));
}

/** Loads `<kind>.csv` files with canonical headers and values, trusting them: no validation, no import. */
export async function loadCanonical(w: Warehouse, dir: string): Promise<void> {
  await w.write(async (c) => {
    let fileId = 0;
    for (const kind of kinds) {
      const file = path.join(dir, `${kind.name}.csv`);
      if (!fs.existsSync(file)) continue;
      fileId += 1;
      await c.run(
        'insert into loads.files (file_id, import_id, part, file, sheet, kind) values ($id, 1, 0, $file, null, $kind)',
        { id: fileId, file: path.basename(file), kind: kind.name },
      );
      const source = `read_csv('${file.replaceAll("'", "''")}', all_varchar = true, header = true)`;
      const present = new Set(
        (await c.runAndReadAll(`describe select * from ${source}`))
          .getRowObjectsJson()
          .map((r) => String(r.column_name)),
      );
      const columns = kind.columns.map((col) => {
        if (!present.has(col.name)) return col.default === undefined ? 'null' : `'${col.default}'`;
        const value = `nullif(trim("${col.name}"), '')`;
        if (col.type.is === 'boolean')
          return `case lower(${value}) when 'yes' then true when 'no' then false end`;
        const typed = `cast(${value} as ${duckdbType(col.type)})`;
        return col.default === undefined ? typed : `coalesce(${typed}, '${col.default}')`;
      });
      const names = [...kind.columns.map((col) => `"${col.name}"`), '_import_id', '_file_id', '_line'].join(
        ', ',
      );
      await c.run(
        `insert into raw.${kind.name} (${names}) select ${columns.join(', ')}, 1, ${fileId}, (row_number() over () + 1)::integer from ${source}`,
      );
    }
    await buildModel(c);
    await c.run(
      'insert into loads.version select coalesce(max(data_version), 0) + 1, now() from loads.version',
    );
  });
}

export interface SmallTables {
  [kind: string]: Record<string, string | number | boolean | null>[];
}

/** A warehouse of a few rows, written as literals in a test. Columns left out are empty (defaults apply). */
export async function smallWarehouse(tables: SmallTables): Promise<Warehouse> {
  const w = await emptyWarehouse();
  await fill(w, tables);
  return w;
}

/** Adds rows to a warehouse and rebuilds what rests on them. */
export async function fill(w: Warehouse, tables: SmallTables): Promise<void> {
  await w.write(async (c) => {
    for (const [name, rows] of Object.entries(tables)) {
      const kind = kinds.find((k) => k.name === name);
      if (!kind) throw new Error(`no kind ${name}`);
      let line = 1;
      for (const row of rows) {
        line += 1;
        const given = {
          ...Object.fromEntries(
            kind.columns.flatMap((col) => (col.default ? [[col.name, col.default]] : [])),
          ),
          ...row,
        };
        const names = Object.keys(given);
        const cols = [...names.map((n) => `"${n}"`), '_import_id', '_file_id', '_line'].join(', ');
        const marks = [...names.map((n) => `$${n}`), '1', '1', String(line)].join(', ');
        await c.run(`insert into raw.${name} (${cols}) values (${marks})`, given);
      }
    }
    await buildModel(c);
    await c.run(
      'insert into loads.version select coalesce(max(data_version), 0) + 1, now() from loads.version',
    );
  });
}
