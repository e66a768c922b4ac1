'use client';
import dynamic from 'next/dynamic';
import { useEffect, useState } from 'react';
import { TOAST_EVENT, type ToastMessage } from './toast';

const Toasts = dynamic(() => import('./Toasts'), { ssr: false });

/** Waits for the first toast before it loads anything. */
export function ToastHost() {
  const [messages, setMessages] = useState<readonly ToastMessage[]>([]);
  useEffect(() => {
    const listen = (event: Event) =>
      setMessages((before) => [...before, (event as CustomEvent<ToastMessage>).detail]);
    document.addEventListener(TOAST_EVENT, listen);
    return () => document.removeEventListener(TOAST_EVENT, listen);
  }, []);
  return messages.length > 0 ? <Toasts messages={messages} /> : null;
}
