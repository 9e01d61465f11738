/** What a map says, in Spanish. */

import type { Translation } from '../../i18n/words.js';
import type { ENGLISH } from './english.js';

export const SPANISH: Translation<typeof ENGLISH> = {
  zoomIn: 'Acercar',
  zoomOut: 'Alejar',
  showAll: 'Mostrar todo',
  keys: 'Las flechas mueven el mapa, más y menos cambian la escala, 0 lo muestra todo.',
  enterSelects: 'Intro abre el lugar más cercano a la cruz del centro.',
  enterPicks: 'Intro elige el punto que está bajo la cruz del centro.',
  scrollHint: 'Para acercar, desplácese con Ctrl pulsado o haga clic antes en el mapa',
  nearest: 'El más cercano al centro: {label}',
  together: { one: '{count} espacio', other: '{count} espacios' },
  middle: 'Centro del mapa: {place}',
  picked: 'Elegido: {place}',
  north: '{degrees}° N',
  south: '{degrees}° S',
  east: '{degrees}° E',
  west: '{degrees}° O',
};
