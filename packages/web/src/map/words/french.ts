/** What a map says, in French. */

import type { Translation } from '../../i18n/words.js';
import type { ENGLISH } from './english.js';

export const FRENCH: Translation<typeof ENGLISH> = {
  zoomIn: 'Agrandir',
  zoomOut: 'Réduire',
  showAll: 'Tout afficher',
  keys: 'Les flèches déplacent la carte, plus et moins changent l’échelle, 0 affiche tout.',
  enterSelects: 'Entrée ouvre le lieu le plus proche de la croix au centre.',
  enterPicks: 'Entrée choisit l’endroit sous la croix au centre.',
  scrollHint: 'Pour agrandir, faites défiler en maintenant Ctrl, ou cliquez d’abord sur la carte',
  nearest: 'Le plus proche du centre : {label}',
  together: { one: '{count} espace', other: '{count} espaces' },
  middle: 'Centre de la carte : {place}',
  picked: 'Choisi : {place}',
  north: '{degrees}° N',
  south: '{degrees}° S',
  east: '{degrees}° E',
  west: '{degrees}° O',
};
