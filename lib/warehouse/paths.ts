/** Where things are: the project's own files, and the folder that a company's data is kept in. */
import path from 'node:path';

/** The project's root: the server and the command line are started there. */
export function projectRoot(): string {
  return process.env.TIERLINE_ROOT ?? process.cwd();
}

/** `DATA_DIR`, default `data/store`: warehouse, work store and kept uploads. */
export function dataDir(): string {
  return path.resolve(projectRoot(), process.env.DATA_DIR ?? 'data/store');
}

export const warehouseFile = (dir: string) => path.join(dir, 'warehouse.duckdb');
export const workFile = (dir: string) => path.join(dir, 'work.sqlite');
export const uploadsDir = (dir: string) => path.join(dir, 'uploads');
