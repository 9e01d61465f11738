/** What the directory page says, in Spanish. */

import type { Translation } from '../../i18n/words.js';
import type { ENGLISH } from './english.js';

export const SPANISH: Translation<typeof ENGLISH> = {
  title: 'Directorio',
  heading: 'Espacios que acogen a miembros de visita',
  intro:
    'Si es miembro activo de uno de estos espacios de coworking, puede trabajar en los demás. Muestre su visado de coworking en recepción.',
  programmes: 'Programa: {names}',
  mapLabel: 'Mapa de los espacios',
  found: { one: '{count} espacio', other: '{count} espacios' },
  nothingTitle: 'No se ha encontrado nada',
  nothing: 'Ningún espacio encaja con esta búsqueda.',
  showAll: 'Mostrar todos los espacios',
  emptyTitle: 'Aún no hay espacios en la lista',
  empty:
    'Este nodo no está todavía en ningún programa, o aún no se sabe nada de los demás espacios. Aparecerán aquí por sí solos.',
  unknownTitle: 'Este espacio no está en la lista',
  unknown: 'Quizá ha dejado el programa o ha cerrado, o su nodo lleva dos semanas en silencio.',
  allSpaces: 'Todos los espacios',
  getsTitle: 'Qué recibe un miembro de visita',
  programmeSpaces: { one: '{count} espacio', other: '{count} espacios' },
  termsTitle: 'Todas las condiciones de {name}',
  whoTitle: 'Quién puede venir',
  whenTitle: 'Cuándo',
  betweenTitle: 'Entre los espacios',
  takePartTitle: 'Participar',
  forMembersTitle: 'Como miembro',
  forMembers:
    'Pida un visado de coworking a su propio espacio. Le envía un enlace, y el enlace abre la cartera en su teléfono.',
  openWallet: 'Abrir la cartera',
  forSpacesTitle: 'Como espacio de coworking',
  forSpaces:
    'Cada espacio lleva su propio nodo, pequeño, y guarda sus propios datos. No cuesta nada, y covisa no cobra. La invitación la envía un espacio del programa.',
  howToJoin: 'Cómo se une un espacio',
  useTitle: 'Usar este directorio en otro sitio',
  useText:
    'Cualquiera puede leerlo, desde cualquier página web. Está siempre tan al día como esta página.',
  json: 'JSON',
  geojson: 'GeoJSON',
  widgetTitle: 'En su propio sitio web',
  widgetText:
    'Copie estas líneas en su página web. Opciones tras #: lang=en, de o fr elige el idioma, map=0 quita el mapa.',
  widgetCode: 'Líneas para copiar',
  widgetPreview: 'Ver qué aspecto tiene',
};
