'use client';
import { Dialog } from '@base-ui/react/dialog';
import type { ReactNode } from 'react';

interface Props {
  open: boolean;
  label: string;
  onClose: () => void;
  children: ReactNode;
}

export default function PhoneSheet({ open, label, onClose, children }: Props) {
  return (
    <Dialog.Root open={open} onOpenChange={(next) => (next ? undefined : onClose())}>
      <Dialog.Portal>
        <Dialog.Backdrop className="backdrop" />
        <Dialog.Popup className="nav-sheet" aria-label={label}>
          {children}
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
