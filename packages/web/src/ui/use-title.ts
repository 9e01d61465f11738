/** The title of the page, as tabs and screen readers say it. */

import { useEffect } from 'preact/hooks';

/** Titles the page: `Directory · covisa`. */
export function useTitle(title: string): void {
  useEffect(() => {
    document.title = `${title} · covisa`;
  }, [title]);
}
