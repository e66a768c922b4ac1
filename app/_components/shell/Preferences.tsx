'use client';
import { useRouter } from 'next/navigation';
import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { useKeys } from '../navigation/keys';
import { type Density, densities, next, type Theme, themes } from './preferences';

const YEAR = 31_536_000;
const keep = (name: string, value: string) => {
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing in Firefox
  document.cookie = `${name}=${value}; path=/; max-age=${YEAR}; samesite=lax`;
};

/** Told to whoever measures rows when the density changes. */
export const DENSITY_EVENT = 'tierline:density';

/** Language, theme and density. Each button shows what is set and moves to the next. */
export function Preferences(props: { theme: Theme; density: Density; keys?: boolean }) {
  const t = useTranslations('ui.preferences');
  const locale = useLocale();
  const router = useRouter();
  const [theme, setTheme] = useState(props.theme);
  const [density, setDensity] = useState(props.density);

  function changeTheme() {
    const chosen = next(themes, theme);
    keep('theme', chosen);
    document.documentElement.dataset.theme = chosen;
    setTheme(chosen);
  }

  function changeDensity() {
    const chosen = next(densities, density);
    keep('density', chosen);
    document.documentElement.dataset.density = chosen;
    setDensity(chosen);
    document.dispatchEvent(new Event(DENSITY_EVENT));
  }

  function changeLocale() {
    keep('locale', locale === 'en' ? 'zh-CN' : 'en');
    router.refresh();
  }

  useKeys({ d: changeDensity }, props.keys ?? true);
  return (
    <div className="preferences">
      <button type="button" onClick={changeLocale} lang={locale === 'en' ? 'zh-CN' : 'en'}>
        {locale === 'en' ? '中文' : 'English'}
      </button>
      <button
        type="button"
        onClick={changeTheme}
        aria-label={t('themeLabel', { value: t(`theme.${theme}`) })}
      >
        {t(`theme.${theme}`)}
      </button>
      <button
        type="button"
        onClick={changeDensity}
        aria-label={t('densityLabel', { value: t(`density.${density}`) })}
      >
        {t(`density.${density}`)}
      </button>
    </div>
  );
}
