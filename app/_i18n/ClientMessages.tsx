import { NextIntlClientProvider } from 'next-intl';
import { getMessages } from 'next-intl/server';
import type { ReactNode } from 'react';

/**
 * Gives the client components inside it the messages of the named areas (`ui` always). Only what is named
 * travels to the browser; everything else is worded on the server.
 */
export async function ClientMessages({ areas = [], children }: { areas?: string[]; children: ReactNode }) {
  const all = await getMessages();
  const wanted = new Set(['ui', ...areas]);
  const messages = Object.fromEntries(Object.entries(all).filter(([area]) => wanted.has(area)));
  return <NextIntlClientProvider messages={messages}>{children}</NextIntlClientProvider>;
}
