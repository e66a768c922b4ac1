import { getMessages, getTranslations } from 'next-intl/server';
import { NONE, number, pay, rate } from '@/lib/format';
import { comparable } from '@/lib/reports/changed';
import { reportNamed } from '@/lib/reports/registry';

/** Values of a report's columns as its pages write them: `在险金额 1,200.00 → 3,400.00`. */
export async function valueWords(report: string): Promise<(field: string, value: string | null) => string> {
  const columns = new Map(reportNamed(report).columns.map((c) => [c.name, c]));
  const messages = await getMessages();
  const codes = messages.codes as Record<string, Record<string, string>>;
  return (field, value) => {
    const column = columns.get(field);
    if (value === null || value === '' || !column) return NONE;
    const word = (code: string) => codes[column.vocabulary ?? '']?.[code] ?? code;
    switch (column.type) {
      case 'money':
        return pay(value);
      case 'rate':
        return rate(Number(value));
      case 'integer':
        return number(value);
      case 'number':
        return number(value, 1);
      case 'code':
        return word(value);
      case 'list':
        return value.split(', ').map(word).join('、');
      default:
        return value;
    }
  };
}

/** What tells a row from the next, beside its name: `C0012`, a group's `VIP` or `签约`; empty where the name says all. */
export async function keyWords(
  report: keyof typeof comparable,
): Promise<(key: string, name: string | null) => string> {
  const written = await valueWords(report);
  const columns = comparable[report];
  return (key, name) => {
    // The first column may hold the sign that joins them.
    const parts = key.split(' / ');
    const first = parts.slice(0, parts.length - columns.length + 1).join(' / ');
    return [first, ...parts.slice(parts.length - columns.length + 1)]
      .map((part, i) => (part === (name ?? '') ? '' : written(columns[i] ?? '', part)))
      .filter((part) => part !== '' && part !== NONE)
      .join(' ');
  };
}

/** Names of columns. */
export async function fieldWords(): Promise<(field: string) => string> {
  const t = await getTranslations('columns');
  return (field) => (t.has(field) ? t(field) : field);
}
