import { cookies } from 'next/headers';
import { getRequestConfig } from 'next-intl/server';
import { asLocale } from './locales';
import { readMessages } from './messages';

/** The language comes from the cookie `locale`; there is no language in the path, so a shared link opens in the reader's own. */
export default getRequestConfig(async () => {
  const locale = asLocale((await cookies()).get('locale')?.value);
  return { locale, messages: readMessages(locale), timeZone: 'Asia/Shanghai' };
});
