/** The parts of a section as tabs; the current one is brought into view where not all fit. */

import { useEffect, useRef } from 'preact/hooks';

export interface Tab {
  readonly href: string;
  readonly text: string;
  readonly isCurrent: boolean;
}

interface Props {
  readonly label: string;
  readonly tabs: readonly Tab[];
}

/** The tabs. */
export function Tabs({ label, tabs }: Props) {
  const nav = useRef<HTMLElement>(null);
  const current = tabs.find(({ isCurrent }) => isCurrent)?.href;
  useEffect(() => {
    nav.current
      ?.querySelector('[aria-current]')
      ?.scrollIntoView({ block: 'nearest', inline: 'center' });
  }, [current]);
  return (
    <nav ref={nav} class="tabs no-print" aria-label={label}>
      {tabs.map(({ href, text, isCurrent }) => (
        <a key={href} href={href} aria-current={isCurrent ? 'page' : undefined}>
          {text}
        </a>
      ))}
    </nav>
  );
}
