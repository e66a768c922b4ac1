import { getMessages, getTranslations } from 'next-intl/server';
import { NONE, number, pay, rate } from '@/lib/format';
import { comparable } from '@/lib/reports/changed';
import { reportNamed } from '@/lib/reports/registry';
import { type ChangesModel, isWhole } from '../_model';

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

/** What a row is called by the values that tell it from others: `A · 演示谈判`, each code in words. */
export async function keyWords({ params }: ChangesModel): Promise<(key: string) => string> {
  const [messages, t] = await Promise.all([getMessages(), getTranslations('changes')]);
  const codes = messages.codes as Record<string, Record<string, string>>;
  const columns = new Map(reportNamed(params.report).columns.map((c) => [c.name, c]));
  const names: readonly string[] = comparable[params.report];
  const none: Readonly<Record<string, string>> = {
    group: t(isWhole(params) ? 'whole' : 'noGroup'),
    reason: t('noReason'),
    stage_reached: t('noStage'),
  };
  return (key) => {
    // The first column may hold the sign that joins them.
    const parts = key.split(' / ');
    const rest = parts.splice(parts.length - names.length + 1);
    return [parts.join(' / '), ...rest]
      .map((value, i) => {
        const name = names[i] ?? '';
        if (value === '') return none[name] ?? '';
        return codes[columns.get(name)?.vocabulary ?? '']?.[value] ?? value;
      })
      .filter((word) => word !== '')
      .join(' · ');
  };
}
