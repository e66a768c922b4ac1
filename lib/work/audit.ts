/** Who took data out of the product as a file. */
import type { WorkStore } from './store';

export interface ExportRecord {
  by: string;
  report: string;
  /** JSON: period, as-of date and filters. */
  params: string;
  format: string;
  rows: number;
}

export interface RecordedExport extends ExportRecord {
  id: number;
  /** ISO instant. */
  at: string;
}

/** Keeps that a file was made; call it when its rows are known, before it is handed over. */
export async function recordExport(store: WorkStore, e: ExportRecord, now: Date = new Date()): Promise<void> {
  await store.write((tx) =>
    tx.execute({
      sql: `insert into exports (made_at, made_by, report, params, format, row_count)
            values (?, ?, ?, ?, ?, ?)`,
      args: [now.toISOString(), e.by, e.report, e.params, e.format, e.rows],
    }),
  );
}

/** The exports so far, the latest first. */
export async function recordedExports(store: WorkStore, limit = 200): Promise<RecordedExport[]> {
  const { rows } = await store.read({
    sql: 'select * from exports order by made_at desc, id desc limit ?',
    args: [limit],
  });
  return rows.map((r) => ({
    id: Number(r.id),
    at: String(r.made_at),
    by: String(r.made_by),
    report: String(r.report),
    params: String(r.params),
    format: String(r.format),
    rows: Number(r.row_count),
  }));
}
