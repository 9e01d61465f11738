/** The step in which something that cannot be taken back is confirmed. */

import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

/** Takes the focus of the button in whose place it comes, so that it is read, and not lost. */
export function SureStep({ children }: { readonly children: ComponentChildren }) {
  const step = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => step.current?.focus(), []);
  return (
    <div ref={step} class="stack tight" tabIndex={-1}>
      {children}
    </div>
  );
}
