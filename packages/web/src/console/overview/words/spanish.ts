/** What the overview says, in Spanish. */

import type { Translation } from '../../../i18n/words.js';
import type { ENGLISH } from './english.js';

export const SPANISH: Translation<typeof ENGLISH> = {
  waiting: 'Le espera',
  nothingWaits: 'Nada le espera.',
  look: 'Ver',
  begin: 'Empezar',
  mode: 'El nodo no publica nada por ahora',
  erasure: '{name} pide que se le borre',
  objection: '{name} dice que una visita no es correcta',
  aMember: 'Un miembro',
  markDone: 'Hecho',
  erasureDone:
    'Borre primero al miembro: ábralo y elija «Borrar». Después quite la petición de la lista.',
  objectionDone: '¿Ha hablado con el miembro y el espacio? Entonces quítelo de la lista.',
  choose: 'Varias listas están vigentes: elija cuál sigue su espacio',
  messages: { one: '{count} mensaje nuevo', other: '{count} mensajes nuevos' },
  messagesText: 'De la dirección de otros espacios.',
  vote: { one: '{count} cambio por votar', other: '{count} cambios por votar' },
  endorse: {
    one: '{count} espacio pide ser admitido',
    other: '{count} espacios piden ser admitidos',
  },
  peersFail: {
    one: '{count} nodo no responde desde hace más de una hora',
    other: '{count} nodos no responden desde hace más de una hora',
  },
  peersFailText: 'Su nodo sigue intentándolo. En Red se ve por qué.',
  noProgramme: 'Aún no participa en ningún programa',
  noProgrammeText: 'Únase a uno con un enlace, o inicie uno.',
  noMember: 'Aún no tiene miembros aquí',
  noMemberText: 'Añada el primero, o impórtelos todos de un archivo CSV.',
  noAddress: 'Este nodo no tiene dirección pública',
  noAddressText:
    'Otras máquinas no llegan a él: los enlaces de los miembros valen solo donde vale la dirección de esta página, y otros espacios no pueden preguntarle si a un miembro le queda un día gratis. Inícielo con --public-url; docs/hosting.md dice cómo.',
  addMember: 'Añadir un miembro',
  openDesk: 'Abrir recepción',
  today: 'Hoy',
  visitsToday: 'Visitas de hoy',
  placesLeft: { one: 'queda {count} plaza', other: 'quedan {count} plazas' },
  activeMembers: 'Miembros activos',
  ofAll: { one: 'de {count} en total', other: 'de {count} en total' },
  notFetched: {
    one: '{count} aún no ha recogido el visado',
    other: '{count} aún no han recogido el visado',
  },
  nodesReached: 'Otros espacios localizables',
  heartbeat: 'Este nodo se anunció {ago}',
  noHeartbeat: 'Este nodo aún no se ha anunciado',
  alone: 'Su espacio aún no está en ningún programa: inicie uno o únase con un enlace.',
  aloneInProgramme: 'Aún no hay otro espacio en su programa: envíe el enlace de invitación.',
  pending: 'Visitas aún sin transmitir',
  pendingHint: 'Su nodo las comunica solo a los espacios de origen.',
};
