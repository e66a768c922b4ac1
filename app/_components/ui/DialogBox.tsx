'use client';
import { Dialog } from '@base-ui/react/dialog';
import type { ReactNode } from 'react';

interface Props {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: string;
  /** Buttons at the foot; the first names the deed and its size. */
  actions?: ReactNode;
  children: ReactNode;
}

/**
 * A modal dialog; for closing, filing and deleting only. Load it on use:
 * `dynamic(() => import('…/DialogBox').then((m) => m.DialogBox))`.
 */
export function DialogBox({ open, onOpenChange, title, actions, children }: Props) {
  return (
    <Dialog.Root open={open} onOpenChange={onOpenChange}>
      <Dialog.Portal>
        <Dialog.Backdrop className="backdrop" />
        <Dialog.Popup className="dialog p-5">
          <Dialog.Title className="mb-3 text-[14px] font-semibold">{title}</Dialog.Title>
          {children}
          {actions ? <div className="mt-5 flex justify-end gap-2">{actions}</div> : null}
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
