'use client';
import { useEffect, useState } from 'react';
import './globals.css';

/** The shell itself failed, so there are no messages to read: these few words stand here, in the reader's language. */
const words = {
  'zh-CN': { title: '没能打开 Tierline', text: '数据未变。服务器的日志里写着原因。', retry: '重试' },
  en: {
    title: 'Tierline did not open',
    text: 'The data is as it was. The log of the server says why.',
    retry: 'Try again',
  },
};

export default function GlobalError({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  const [locale, setLocale] = useState<keyof typeof words>('zh-CN');
  useEffect(() => {
    if (/(^|; )locale=en(;|$)/.test(document.cookie)) setLocale('en');
  }, []);
  const { title, text, retry } = words[locale];
  return (
    <html lang={locale} data-theme="system">
      <body>
        <main className="page">
          <header className="page-header">
            <h1>{title}</h1>
          </header>
          <div className="state" role="alert">
            <p>
              {text} <span className="text-ink-3">{error.digest}</span>
            </p>
            <p className="mt-3">
              <button type="button" onClick={reset}>
                {retry}
              </button>
            </p>
          </div>
        </main>
      </body>
    </html>
  );
}
