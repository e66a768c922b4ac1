/** Where a rule comes from, as people read it: documents by number, parts, sections and articles in words. */
import type { Bilingual } from './text';

/** The documents that sources name by their number. */
export const documents: Readonly<Record<string, Bilingual>> = {
  '000': { zh: '客户资料管理工作流程', en: 'Customer data: working procedure' },
  '001': { zh: '客户管理工作流程', en: 'Customer management: working procedure' },
  '002': { zh: '公司客户管理制度', en: 'Company customer management regulation' },
  '003': { zh: '客户管理制度及流程', en: 'Customer management: regulation and process' },
  '004': { zh: '客户档案及会员卡管理制度', en: 'Customer files and membership cards' },
};

const inChinese: readonly (readonly [RegExp, (list: string) => string])[] = [
  [/\bpart (\d[\d–]*)/g, (n) => ` 第 ${n} 部分 `],
  [/\bsec\. (\d+)/g, (n) => ` 第 ${n} 节 `],
  [/\bart\. (\d[\d ,()–]*)/g, (list) => ` 第 ${list.trim().replace(/, /g, '、')} 条 `],
  [/\bitems? (\d[\d ,]*)/g, (list) => ` 第 ${list.trim().replace(/, /g, '、')} 项 `],
];

/**
 * `002 part 3, 9.5` in Chinese: `002 第 3 部分 9.5`; in English as it stands. `—`, where no source speaks, is nothing.
 * @param source as parameters and rule texts name it: several are parted by `; `
 */
export function sourceWords(source: string, locale: string): string {
  if (source === '—') return '';
  if (locale === 'en') return source;
  return source
    .split('; ')
    .map((one) => {
      const told = inChinese.reduce((text, [words, say]) => text.replace(words, (_, list) => say(list)), one);
      return told.replace(/ ,? */g, ' ').replace(/, /g, '、').trim();
    })
    .join('；');
}
