/** A modal dialog with a title. */

import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { useModal } from './use-modal.js';

interface Props {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ComponentChildren;
}

/** Shows its children over the page until it is closed. */
export function Dialog({ title, onClose, children }: Props) {
  const dialog = useModal(onClose);
  const id = useId();
  return (
    <dialog ref={dialog} aria-labelledby={id}>
      <div class="stack">
        <h2 id={id}>{title}</h2>
        {children}
      </div>
    </dialog>
  );
}
