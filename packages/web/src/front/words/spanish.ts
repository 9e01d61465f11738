/** What the front page says, in Spanish. */

import type { Translation } from '../../i18n/words.js';
import type { ENGLISH } from './english.js';

export const SPANISH: Translation<typeof ENGLISH> = {
  title: 'covisa',
  takesPart:
    'Los miembros de otros espacios pueden trabajar aquí, y los nuestros allí: con un visado de coworking.',
  soon: 'Este espacio participará pronto en los visados de coworking.',
  getsTitle: 'Si es miembro de otro espacio',
  gets: 'Recibe {free}.',
  getsHow:
    'Muestre su visado de coworking en recepción. En covisa no hay que reservar ni pagar nada.',
  noProgramme:
    'Lo que recibe un miembro de visita aparece aquí en cuanto este espacio esté en un programa.',
  doors: 'Seguir desde aquí',
  member: 'Miembros',
  memberText:
    'Su visado de coworking en el teléfono: mostrarlo, ver sus días gratis, encontrar espacios.',
  desk: 'Recepción',
  deskText: 'Escanear un visado, ver el veredicto, anotar la visita.',
  owner: 'Dirección',
  ownerText: 'Miembros, visitas, el programa, ajustes.',
  everybody: 'Todo el mundo',
  everybodyText: 'Todos los espacios que participan, en un mapa y en una lista.',
  whatTitle: '¿Qué es un visado de coworking?',
  what: 'Un acuerdo entre espacios de coworking: un miembro activo de uno puede trabajar gratis unos días en otro y después paga la tarifa normal. Cada espacio lleva su propio nodo con sus propios datos; no hay ninguna empresa en medio ni nada que pagar a nadie.',
  howToJoin: 'Cómo se une un espacio',
  emptyTitle: 'Este nodo aún no tiene espacio',
  empty:
    'Quien lo lleva encuentra un enlace de un solo uso en la terminal donde se inició el nodo. El enlace guía por los primeros pasos.',
};
