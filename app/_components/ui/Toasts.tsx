'use client';
import { Toast } from '@base-ui/react/toast';
import { useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import type { ToastMessage } from './toast';

/** The toasts themselves; `messages` only ever grows. */
export default function Toasts({ messages }: { messages: readonly ToastMessage[] }) {
  return (
    <Toast.Provider timeout={8000}>
      <Toast.Portal>
        <Toast.Viewport className="toasts">
          <List messages={messages} />
        </Toast.Viewport>
      </Toast.Portal>
    </Toast.Provider>
  );
}

function List({ messages }: { messages: readonly ToastMessage[] }) {
  const t = useTranslations('ui.toast');
  const manager = Toast.useToastManager();
  const { add, close } = manager;
  const shown = useRef(0);
  useEffect(() => {
    for (const { text, undo } of messages.slice(shown.current)) {
      const id = add({
        title: text,
        ...(undo
          ? {
              actionProps: {
                children: t('undo'),
                onClick: () => {
                  close(id);
                  void undo();
                },
              },
            }
          : {}),
      });
    }
    shown.current = messages.length;
  }, [messages, add, close, t]);
  return manager.toasts.map((toast) => (
    <Toast.Root key={toast.id} toast={toast} className="toast">
      <Toast.Title className="text-body" />
      <Toast.Action className="act" />
      <Toast.Close aria-label={t('close')} className="text-ink-3">
        ×
      </Toast.Close>
    </Toast.Root>
  ));
}
