import { getMessages, getTranslations } from 'next-intl/server';

const vocabularies: Record<string, string> = {
  tier: 'tier',
  stage: 'stage',
  grade: 'grade',
  idle_move: 'idle_move',
  reason: 'idle_reason',
};

/** The parameters of a question in words: `截至 2026-08-31 · 类别 VIP`. */
export async function paramWords(params: Record<string, unknown>, locale: string): Promise<string> {
  const [t, table, messages] = await Promise.all([
    getTranslations('columns'),
    getTranslations('ui.table'),
    getMessages(),
  ]);
  const answers: Record<string, string> = { true: table('yes'), false: table('no') };
  const codes = messages.codes as Record<string, Record<string, string>>;
  const join = locale === 'en' ? ', ' : '、';
  return Object.entries(params)
    .filter(
      ([, value]) => value !== undefined && value !== null && !(Array.isArray(value) && value.length === 0),
    )
    .map(([name, value]) => {
      const words = (Array.isArray(value) ? value : [value]).map(
        (v) =>
          codes[vocabularies[name] ?? '']?.[String(v)] ??
          codes.by?.[String(v)] ??
          answers[String(v)] ??
          String(v),
      );
      return `${t.has(name) ? t(name) : name} ${words.join(join)}`;
    })
    .join(' · ');
}
