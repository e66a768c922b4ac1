import type { Metadata } from 'next';
import localFont from 'next/font/local';
import { cookies } from 'next/headers';
import { getLocale } from 'next-intl/server';
import type { ReactNode } from 'react';
import { asDensity, asTheme } from './_components/shell/preferences';
import { Shell } from './_components/shell/Shell';
import { ClientMessages } from './_i18n/ClientMessages';
import { pageContext } from './_lib/context';
import { workLeft } from './_lib/work';
import './globals.css';

const inter = localFont({
  src: '../node_modules/@fontsource-variable/inter/files/inter-latin-wght-normal.woff2',
  weight: '100 900',
  variable: '--inter',
  fallback: [],
  adjustFontFallback: false,
});

export const metadata: Metadata = { title: { default: 'Tierline', template: '%s · Tierline' } };

export default async function RootLayout({ children }: { children: ReactNode }) {
  const [locale, kept, ctx] = await Promise.all([getLocale(), cookies(), pageContext()]);
  const { data } = ctx;
  const shown = data.through && data.loadedAt ? { through: data.through, loadedAt: data.loadedAt } : null;
  const theme = asTheme(kept.get('theme')?.value);
  const density = asDensity(kept.get('density')?.value);
  return (
    <html lang={locale} data-theme={theme} data-density={density} className={inter.variable}>
      <body>
        <ClientMessages>
          <Shell viewer={null} data={shown} work={workLeft(ctx)} theme={theme} density={density}>
            {children}
          </Shell>
        </ClientMessages>
      </body>
    </html>
  );
}
