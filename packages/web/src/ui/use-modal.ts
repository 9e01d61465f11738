/** A modal dialog: the browser's own, which holds the focus and closes with Escape. */

import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

/**
 * Shows a dialog over the page as soon as it stands there, before a key or a tap can miss it. The
 * page takes it away when `onClose` says so.
 */
export function useModal(onClose: () => void): RefObject<HTMLDialogElement | null> {
  const dialog = useRef<HTMLDialogElement>(null);
  const latest = useRef(onClose);
  latest.current = onClose;
  useLayoutEffect(() => {
    const shown = dialog.current;
    if (shown === null) return undefined;
    const onCancel = (event: Event): void => {
      event.preventDefault();
      latest.current();
    };
    shown.addEventListener('cancel', onCancel);
    shown.showModal();
    return () => {
      shown.removeEventListener('cancel', onCancel);
      shown.close();
    };
  }, []);
  return dialog;
}
