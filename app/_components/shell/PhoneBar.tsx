'use client';
import dynamic from 'next/dynamic';
import { usePathname } from 'next/navigation';
import { type ReactNode, useEffect, useState } from 'react';

const load = () => import('./PhoneSheet');
const PhoneSheet = dynamic(load, { ssr: false });

/** The menu of the phone: the navigation in a sheet from the left, closed again when a page opens. */
export function PhoneBar({
  brand,
  label,
  children,
}: {
  brand: ReactNode;
  label: string;
  children: ReactNode;
}) {
  const [open, setOpen] = useState<boolean>();
  const pathname = usePathname();
  useEffect(() => {
    if (pathname) setOpen((was) => (was ? false : was));
  }, [pathname]);
  return (
    <>
      <button
        type="button"
        aria-label={label}
        aria-haspopup="dialog"
        aria-expanded={open ?? false}
        onPointerEnter={load}
        onFocus={load}
        onClick={() => setOpen(true)}
      >
        <span aria-hidden="true">☰</span>
        {brand}
      </button>
      {open === undefined ? null : (
        <PhoneSheet open={open} label={label} onClose={() => setOpen(false)}>
          {children}
        </PhoneSheet>
      )}
    </>
  );
}
