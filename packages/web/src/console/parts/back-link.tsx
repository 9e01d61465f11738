/** The way back from one thing to the list of all. */

import { Icon } from '../../ui/icon.js';

interface Props {
  readonly href: string;
  readonly text: string;
}

/** The link. */
export function BackLink({ href, text }: Props) {
  return (
    <a class="back-link no-print" href={href}>
      <Icon name="back" />
      {text}
    </a>
  );
}
