/** What the widget says, in Spanish. */

import type { Translation } from '../../i18n/words.js';
import type { ENGLISH } from './english.js';

export const SPANISH: Translation<typeof ENGLISH> = {
  heading: 'Visado de coworking: espacios que acogen a nuestros miembros',
  mapLabel: 'Mapa de los espacios',
  search: 'Buscar',
  searchHint: 'Nombre, lugar, idioma',
  found: { one: '{count} espacio', other: '{count} espacios' },
  nothing: 'Ningún espacio encaja con esta búsqueda.',
  empty: 'Aún no hay espacios en la lista.',
  all: 'Todo el directorio',
};
