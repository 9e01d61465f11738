/** What the widget says, in German. */

import type { Translation } from '../../i18n/words.js';
import type { ENGLISH } from './english.js';

export const GERMAN: Translation<typeof ENGLISH> = {
  heading: 'Coworking-Visum: Spaces, die unsere Mitglieder aufnehmen',
  mapLabel: 'Karte der Spaces',
  search: 'Suchen',
  searchHint: 'Name, Ort, Sprache',
  found: { one: '{count} Space', other: '{count} Spaces' },
  nothing: 'Kein Space passt zu dieser Suche.',
  empty: 'Noch sind keine Spaces eingetragen.',
  all: 'Das ganze Verzeichnis',
};
