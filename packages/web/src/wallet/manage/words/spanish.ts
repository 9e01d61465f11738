/** What the wallet says where a visa is managed, in Spanish. */

import type { Translation } from '../../../i18n/words.js';
import type { MANAGE_ENGLISH } from './english.js';

export const MANAGE_SPANISH: Translation<typeof MANAGE_ENGLISH> = {
  factName: 'Nombre en recepción',
  factPlan: 'Plan',
  factSince: 'Miembro desde',
  factYear: 'Año de visado desde',
  factUntil: 'Válido hasta',
  factKey: 'Clave',
  keyPlatform: 'en este navegador, no se puede extraer',
  keySeed: 'en el almacenamiento de este navegador',
  factAsk:
    'Hasta que acabe el año de visado, un día gratis necesita en ese momento el consentimiento de su espacio de origen.',
  renewal: 'Se renueva solo cuando la cartera está abierta y con conexión.',

  moveTitle: 'Teléfono nuevo',
  moveWhat:
    'Lleve este visado a otro teléfono en un minuto. La cuenta de sus días gratis va con él.',
  moveButton: 'Mostrar un código para el teléfono nuevo',
  moveLost:
    '¿Perdió el teléfono anterior? Pida un enlace nuevo a {name}: también deja sin valor el perdido.',
  moveStepScan:
    'Escanee esto con la cámara del teléfono nuevo, o en su cartera en «Añadir un visado».',
  moveStepClaim: 'Ponga allí el visado en el teléfono nuevo.',
  moveStepDead: 'En ese momento, el visado de este teléfono deja de valer.',
  moveLabel: 'Enlace para su teléfono nuevo',
  moveUntil: 'Sirve una vez, hasta las {time}.',
  moveWaiting: 'Esperando al teléfono nuevo …',
  moveGiven:
    '{name} ya le ha dado un código para un teléfono nuevo. Use ese, o pida otro a su gente.',
  movedTitle: 'El visado está en el teléfono nuevo',
  moved: 'La clave de este teléfono ya no vale. Puede quitar el visado de aquí.',

  numberTitle: 'Número nuevo',
  numberWhat:
    'Los espacios que han visto su visado pueden encontrar sus otras visitas por el número. Un número nuevo acaba con eso.',
  numberButton: 'Obtener un número nuevo',
  numberMeans:
    'Los días usados siguen usados. Hasta que acabe el año de visado, un día gratis necesitará en ese momento el consentimiento de su espacio de origen: sin red en el anfitrión, paga.',
  numberSure: 'Sí, un número nuevo',
  numberTooMany:
    '{name} no da más números nuevos en este año de visado. El próximo trae uno por sí solo.',
  numberDone: 'Su visado tiene un número nuevo.',

  dataTitle: 'Mis datos',
  dataWhat:
    'La cartera guarda su visado, su clave y lo que dijo su espacio de origen, solo en este dispositivo.',
  exportButton: 'Guardar en un archivo',
  exportWhat:
    'El archivo contiene todo menos la clave. Incluye su número de visado: no lo comparta.',
  erasureButton: 'Que borren mis datos',
  erasureMeans:
    'Se pide a {name} que borre su nombre, su contacto y su número de visado. Su visado termina con ello, y solo quedan números que no llevan a nadie.',
  erasureSure: 'Pedirlo',
  erasureAsked: 'El {date} pidió a su espacio de origen que borrara sus datos.',
  removeButton: 'Quitar este visado de este dispositivo',
  removeMeans:
    'La clave desaparece para siempre. Para tener otra vez el visado necesita un enlace nuevo de {name}.',
  removeSure: 'Quitar',
};
