/** What the section Network says, in Spanish. */

import type { Translation } from '../../../i18n/words.js';
import type { ENGLISH } from './english.js';

export const SPANISH: Translation<typeof ENGLISH> = {
  title: 'Red',
  map: 'Espacios de sus programas',
  emptyTitle: 'Todavía no hay espacios',
  empty: 'Los espacios de un programa aparecen aquí en cuanto inicie uno o se una a uno.',
  callsOut: 'Solo llama',
  'status-listed': 'Publicado',
  'status-quiet': 'En silencio',
  'status-unlisted': 'No publicado',
  'status-closed': 'Cerrado',
  'reason-not-a-participant': 'No participa en ningún programa suyo.',
  'reason-no-profile': 'Su perfil aún no ha llegado aquí.',
  'reason-forked':
    'Dos copias de su nodo han escrito en su registro. No aparece en la lista hasta que su dirección lo recupere.',
  'reason-profile-old': 'Su perfil no se renovó en medio año.',
  'reason-not-open': 'Por ahora no recibe a miembros de visita.',
  'reason-silent': 'No se sabe de su nodo desde hace dos semanas.',
  peers: 'Nodos',
  noPeersTitle: 'Todavía no hay otros nodos',
  noPeers: 'Su nodo habla con los nodos de sus programas.',
  syncAll: 'Sincronizar ahora con todos',
  syncDone: { one: '{count} nodo respondió.', other: '{count} nodos respondieron.' },
  syncFailed: {
    one: '{count} nodo no respondió. Su nodo sigue intentándolo solo.',
    other: '{count} nodos no respondieron. Su nodo sigue intentándolo solo.',
  },
  noAddress: 'Sin dirección pública: nos llama él',
  neverReached: 'Nunca alcanzado aún',
  lastSuccess: 'Última respuesta {ago}',
  firstFailure: {
    one: 'Falla desde: {ago}, {count} intento',
    other: 'Falla desde: {ago}, {count} intentos',
  },
  retryIn: 'Próximo intento {time}',
  ahead: {
    one: 'Su reloj va {count} segundo adelantado: uno de los dos está mal.',
    other: 'Su reloj va {count} segundos adelantado: uno de los dos está mal.',
  },
  behind: {
    one: 'Su reloj va {count} segundo atrasado: uno de los dos está mal.',
    other: 'Su reloj va {count} segundos atrasado: uno de los dos está mal.',
  },
  'peer-fine': 'En contacto',
  'peer-failing': 'Falla',
  'peer-new': 'Aún sin llamar',
  retry: 'Reintentar',
  syncNow: 'Sincronizar ahora',
  retryPeer: 'Llamar ahora a {name}',
};
