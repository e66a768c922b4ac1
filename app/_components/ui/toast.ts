/** A sentence about what was done, with the way back. */
export interface ToastMessage {
  text: string;
  /** Undoes it; the button says 撤销 / Undo. */
  undo?: () => void | Promise<void>;
}

export const TOAST_EVENT = 'tierline:toast';

/** Says what was done at the foot of the page, with undo where there is one. Call it in client components. */
export function toast(message: ToastMessage): void {
  document.dispatchEvent(new CustomEvent<ToastMessage>(TOAST_EVENT, { detail: message }));
}
