/** The languages of the product; the first is the default. */
export const locales = ['zh-CN', 'en'] as const;
export type Locale = (typeof locales)[number];

/** A language we have: what was asked for if we have it, else the default. */
export function asLocale(value: string | undefined): Locale {
  return locales.find((locale) => locale === value) ?? locales[0];
}
