/** What a map says, in German. */

import type { Translation } from '../../i18n/words.js';
import type { ENGLISH } from './english.js';

export const GERMAN: Translation<typeof ENGLISH> = {
  zoomIn: 'Vergrößern',
  zoomOut: 'Verkleinern',
  showAll: 'Alle zeigen',
  keys: 'Pfeiltasten verschieben die Karte, Plus und Minus vergrößern und verkleinern, 0 zeigt alle.',
  enterSelects: 'Die Eingabetaste öffnet den Ort, der dem Kreuz in der Mitte am nächsten ist.',
  enterPicks: 'Die Eingabetaste wählt die Stelle unter dem Kreuz in der Mitte.',
  scrollHint: 'Zum Vergrößern Strg halten und scrollen oder zuerst in die Karte klicken',
  nearest: 'Der Mitte am nächsten: {label}',
  together: { one: '{count} Space', other: '{count} Spaces' },
  middle: 'Mitte der Karte: {place}',
  picked: 'Gewählt: {place}',
  north: '{degrees}° N',
  south: '{degrees}° S',
  east: '{degrees}° O',
  west: '{degrees}° W',
};
