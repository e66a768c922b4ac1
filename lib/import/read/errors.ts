/** The sentences of files that cannot be read: why, and what the keeper of the file can do. */
import { SourceError, type SourceErrorCode } from './source';

interface Say {
  zh: string;
  en: string;
}

const resave: Say = {
  zh: '请在 Excel 或 WPS 中打开，另存为 XLSX 或“CSV UTF-8”，再导入。',
  en: 'Open it in Excel or WPS, save it as XLSX or "CSV UTF-8", and import it again.',
};

function say(
  code: SourceErrorCode,
  file: string,
  why: Say,
  remedy: Say = resave,
  cause?: unknown,
): SourceError {
  return new SourceError(
    code,
    file,
    `${why.zh}${remedy.zh}`,
    `${why.en} ${remedy.en}`,
    cause === undefined ? undefined : { cause },
  );
}

export const empty = (file: string) =>
  say(
    'empty',
    file,
    { zh: '文件是空的，里面没有任何数据。', en: 'The file is empty: it holds no data.' },
    { zh: '请重新从原系统导出，再导入。', en: 'Export it again from your system and import that.' },
  );

/** What a file that is no table is, by its bytes. */
export const notATable = (file: string, what: Say) =>
  say(
    'not_a_table',
    file,
    {
      zh: `这不是表格文件，而是${what.zh}。`,
      en: `This is not a table but ${what.en}.`,
    },
    {
      zh: '请从原系统导出 XLSX 或 CSV 文件再导入。',
      en: 'Export an XLSX or CSV file from your system and import that.',
    },
  );

export const oldXls = (file: string) =>
  say('old_xls', file, {
    zh: '这是旧版 Excel 97–2003 文件（.xls），无法读取。',
    en: 'This is an old Excel 97–2003 file (.xls), which cannot be read.',
  });

export const binaryXlsx = (file: string) =>
  say('not_a_table', file, {
    zh: '这是二进制的 Excel 文件（.xlsb），无法读取。',
    en: 'This is a binary Excel file (.xlsb), which cannot be read.',
  });

export const encrypted = (file: string) =>
  say(
    'encrypted',
    file,
    { zh: '文件带有密码保护，无法读取。', en: 'The file is protected by a password and cannot be read.' },
    { zh: '请去掉密码后另存一份，再导入。', en: 'Save a copy without the password and import that.' },
  );

export const brokenXlsx = (file: string, cause: unknown) =>
  say(
    'broken_xlsx',
    file,
    {
      zh: 'XLSX 文件已损坏或不完整，无法读取。',
      en: 'The XLSX file is damaged or incomplete and cannot be read.',
    },
    {
      zh: '请重新导出；或在 Excel、WPS 中打开修复后另存，再导入。',
      en: 'Export it again, or open it in Excel or WPS, let it repair the file, save it and import it again.',
    },
    cause,
  );

const megabytes = (bytes: number) => (bytes / 1_048_576).toFixed(bytes < 10_485_760 ? 1 : 0);

export const tooLarge = (file: string, bytes: number, limit: number) =>
  say(
    'too_large',
    file,
    {
      zh: `文件有 ${megabytes(bytes)} MB，超过了 ${megabytes(limit)} MB 的上限。`,
      en: `The file has ${megabytes(bytes)} MB, more than the limit of ${megabytes(limit)} MB.`,
    },
    {
      zh: '请按月份或部门拆成几个文件再导入。',
      en: 'Split it, by month or by department, and import the parts.',
    },
  );

export const zipBomb = (file: string) =>
  say(
    'zip_bomb',
    file,
    {
      zh: '文件解压后大得不正常，为安全起见没有读取。',
      en: 'Unpacked, the file would be abnormally large, so for safety it was not read.',
    },
    {
      zh: '请把数据复制到新的工作簿中另存，再导入。',
      en: 'Copy the data into a new workbook, save it and import that.',
    },
  );

export const tooManyCells = (file: string, limit: number) =>
  say(
    'too_many_cells',
    file,
    {
      zh: `工作簿的单元格超过了 ${limit.toLocaleString('en')} 个的上限。`,
      en: `The workbook has more than ${limit.toLocaleString('en')} cells, the limit.`,
    },
    { zh: '请另存为 CSV，或拆成几个文件再导入。', en: 'Save it as CSV, or split it into several files.' },
  );

/** `looksLike` is a name such as "Shift-JIS". */
export const wrongEncoding = (file: string, looksLike: string) =>
  say('encoding', file, {
    zh: `文件的文字编码看起来是 ${looksLike}，无法可靠地读取，只支持 UTF-8、GB18030（GBK）和带 BOM 的 UTF-16。`,
    en: `The file's text encoding looks like ${looksLike}, which cannot be read reliably; UTF-8, GB18030 (GBK) and UTF-16 with a BOM can.`,
  });

export const damagedText = (file: string, encoding: string, line: number | null) =>
  say(
    'encoding',
    file,
    {
      zh: `文件的文字编码是 ${encoding}，但${line === null ? '' : `第 ${line} 行`}有损坏的字符。`,
      en: `The file's text encoding is ${encoding}, but ${line === null ? 'it' : `line ${line}`} has damaged characters.`,
    },
    {
      zh: '请重新导出；或在 Excel、WPS 中打开改正后另存为 XLSX，再导入。',
      en: 'Export it again, or open it in Excel or WPS, mend the line, save it as XLSX and import it again.',
    },
  );

export const unclosedQuote = (file: string, line: number, cause?: unknown) =>
  say(
    'unclosed_quote',
    file,
    {
      zh: `第 ${line} 行有一个没有配对的双引号，从那里起无法分清各行。`,
      en: `Line ${line} has a double quote without its partner; from there on the rows cannot be told apart.`,
    },
    {
      zh: '请补上或删去该引号，或另存为 XLSX，再导入。',
      en: 'Add or remove the quote, or save the file as XLSX, and import it again.',
    },
    cause,
  );

export const noRows = (file: string) =>
  say(
    'no_rows',
    file,
    { zh: '文件里没有可读的表格。', en: 'The file holds no table that can be read.' },
    {
      zh: '请确认数据在可见的工作表里，再导入。',
      en: 'Make sure that the data is in a visible sheet and import it again.',
    },
  );

/** For the caller who needs a header and found `headerLine` 0. */
export const noHeader = (file: string, sheet: string | null) =>
  say(
    'no_header',
    file,
    {
      zh: sheet === null ? '文件没有表头行。' : `工作表「${sheet}」没有表头行。`,
      en: sheet === null ? 'The file has no header row.' : `The sheet "${sheet}" has no header row.`,
    },
    {
      zh: '请在数据上方加一行列名（例如“客户编号”），再导入。',
      en: 'Add a row of column names above the data (such as "customer_id") and import it again.',
    },
  );
