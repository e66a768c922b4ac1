/** Values of parameters as people read them. */
import { useLocale, useTranslations } from 'next-intl';
import { NONE, number, plain, rate } from '@/lib/format';
import type { Parameter, ParameterValue } from '@/lib/rules/parameters/parameter';
import type { Bilingual } from '@/lib/rules/texts';
import { sourceWords } from '@/lib/rules/texts/sources';

/** `15%`, `12.5%`: no more places than the share has. */
export const shareText = (share: number): string =>
  rate(share, 4)
    .replace(/(\.\d*?)0+%$/, '$1%')
    .replace('.%', '%');

export function usePolicyWords() {
  const t = useTranslations('policy');
  const zh = useLocale() !== 'en';

  const told = (b: Bilingual): string => (zh ? b.zh : b.en);

  const value = (parameter: Pick<Parameter, 'type'>, v: ParameterValue): string => {
    const { is } = parameter.type;
    if (v === null) return t('noLimit');
    if (typeof v === 'object') return v.length === 0 ? t('emptyList') : v.map(code).join(t('listComma'));
    if (is === 'share') return shareText(Number(v));
    if (is === 'decimal') return plain(v);
    if (typeof v === 'number') return number(v);
    return code(v);
  };

  const code = (v: string): string => (t.has(`choices.${v}`) ? t(`choices.${v}`) : v);

  const unit = (name: Parameter['unit']): string =>
    name === 'none' || name === 'percent' ? '' : t(`units.${name}`);

  const since = (from: string | null): string =>
    from === null ? NONE : from === '2000-01-01' ? t('always') : t('since', { day: from });

  /** `30 天`, `不设`: no unit where there is no number. */
  const withUnit = (parameter: Pick<Parameter, 'type' | 'unit'>, v: ParameterValue): string =>
    v === null ? value(parameter, v) : `${value(parameter, v)} ${unit(parameter.unit)}`.trim();

  const document = (name: Bilingual): string => (zh ? `《${name.zh}》` : name.en);

  const source = (text: string): string => sourceWords(text, zh ? 'zh-CN' : 'en');

  return { told, value, unit, withUnit, since, source, document };
}
