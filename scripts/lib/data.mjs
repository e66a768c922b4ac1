import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { must, root } from './run.mjs';
import { say } from './say.mjs';

/** Where the data is kept: DATA_DIR, else data/store. */
export const dataDir = () => path.resolve(root, process.env.DATA_DIR || 'data/store');

/**
 * Loads the sample company by the project's own import where nothing was ever loaded into the data folder.
 * @param empty leave such a folder without data, now and when it is started again
 */
export async function ensureData(folder, { empty = false } = {}) {
  const missing = !existsSync(folder) || readdirSync(folder).length === 0;
  // Every import keeps its files there; a server that was started on nothing leaves databases without rows.
  if (!missing && existsSync(path.join(folder, 'uploads'))) return { detail: folder };
  if (empty) {
    mkdirSync(path.join(folder, 'uploads'), { recursive: true });
    return { detail: say(`没有数据 → ${folder}`, `no data → ${folder}`) };
  }
  try {
    await must(
      'npm',
      ['run', '--silent', 'import', '--', 'data/sample'],
      say(
        '示例公司没有载入，数据目录仍是空的。改好后再运行一次，或者自己导入：npm run import -- 你的文件夹',
        'The sample company was not loaded and the data folder is still empty. Mend it and run this again, or load your own: npm run import -- YOUR_FOLDER',
      ),
      { env: { DATA_DIR: folder } },
    );
  } catch (error) {
    // It held nothing before, so nothing is lost; half a load would pass for data the next time.
    if (missing) rmSync(folder, { recursive: true, force: true });
    throw error;
  }
  return { detail: say(`示例公司 → ${folder}`, `sample company → ${folder}`) };
}
