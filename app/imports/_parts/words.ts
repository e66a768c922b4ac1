/** How files, kinds and columns are called on the pages of imports. */
import { useLocale, useTranslations } from 'next-intl';
import { kinds } from '@/lib/import/kinds';
import { soleViewer } from '@/lib/reports/viewer';

const kindNamed = new Map(kinds.map((k) => [k.name, k]));
const separators: Readonly<Record<string, string>> = {
  ',': 'comma',
  '\t': 'tab',
  ';': 'semicolon',
  '|': 'bar',
};

interface Understood {
  encoding: string | null;
  separator: string | null;
  sheet: string | null;
  headerLine: number;
}

/** Words of a file, in the language of the reader. */
export function useFileWords() {
  const t = useTranslations('imports');
  const columns = useTranslations('columns');
  const shell = useTranslations('shell');
  const zh = useLocale() !== 'en';

  const kind = (name: string | null): string | null => {
    const found = name === null ? undefined : kindNamed.get(name);
    return found ? (zh ? found.zh : found.en) : null;
  };

  /** Chinese by the header of the contract; English by the word of the tables, else by the column's own name. */
  const column = (kindName: string | null, name: string): string => {
    if (!zh) return columns.has(name) ? columns(name) : name;
    const found = kindName === null ? undefined : kindNamed.get(kindName);
    return found?.columns.find((c) => c.name === name)?.zh ?? name;
  };

  /** A value of ours as people read it: a code by its name. */
  const value = (kindName: string | null, name: string, text: string | null): string => {
    if (text === null) return t('empty');
    const type = kindNamed.get(kindName ?? '')?.columns.find((c) => c.name === name)?.type;
    const code = type?.is === 'code' ? type.codes.find((c) => c.code === text) : undefined;
    return code && zh ? code.zh : text;
  };

  const understood = (f: Understood): string => {
    if (f.sheet !== null) return t('sheet', { sheet: f.sheet, line: f.headerLine });
    if (f.encoding === null) return '';
    const separator = f.separator === null ? null : separators[f.separator];
    const words = [f.encoding.toUpperCase(), separator ? t(`separators.${separator}`) : f.separator]
      .filter(Boolean)
      .join(t('comma'));
    return f.headerLine > 1 ? `${words}${t('comma')}${t('headerLine', { line: f.headerLine })}` : words;
  };

  /** A sentence that the import tells in both languages. */
  const told = (sentence: { zh: string; en: string }): string => (zh ? sentence.zh : sentence.en);

  /** Who loaded or saved something; the one viewer of an installation without accounts has no name of its own. */
  const person = (name: string): string => (name === soleViewer.name ? shell('localUser') : name);

  return { kind, column, value, understood, told, person };
}
