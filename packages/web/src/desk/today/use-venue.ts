/** Which of the space's venues this desk is at, kept on this device. */

import { useState } from 'preact/hooks';
import { keepText, keptText } from '../../platform/local-texts.js';

const KEY = 'covisa-desk-venue';

/** The venue; null: the space's first. */
export function useVenue(): readonly [string | null, (venue: string | null) => void] {
  const [venue, setVenue] = useState(() => keptText(KEY));
  const choose = (chosen: string | null): void => {
    keepText(KEY, chosen);
    setVenue(chosen);
  };
  return [venue, choose];
}
