import { getMessages, getTranslations } from 'next-intl/server';
import { NONE, number, pay, rate } from '@/lib/format';
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

/** Names of columns. */
export async function fieldWords(): Promise<(field: string) => string> {
  const t = await getTranslations('columns');
  return (field) => (t.has(field) ? t(field) : field);
}
