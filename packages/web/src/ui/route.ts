/** Where in a page the person is: what follows the `#`, so that nothing of it reaches a server. */

import { useEffect, useState } from 'preact/hooks';

function current(): string {
  return location.hash.replace(/^#\/?/u, '');
}

/** The route after `#/`, followed as it changes. */
export function useRoute(): string {
  const [route, setRoute] = useState(current);
  useEffect(() => {
    const follow = (): void => setRoute(current());
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);
  return route;
}

/** Goes to a route. */
export function goTo(route: string): void {
  location.hash = `#/${route}`;
}

/** Takes what follows the `#`, perhaps a secret, out of the address line and the history. */
export function takeFragment(): string {
  const fragment = location.hash.slice(1);
  history.replaceState(null, '', location.pathname + location.search);
  try {
    return decodeURIComponent(fragment);
  } catch {
    // A link that was cut off within a percent sign's digits: it is read as it stands.
    return fragment;
  }
}
