/** What the desk says of one arrival, in Spanish. */

import type { Translation } from '../../../i18n/words.js';
import type { ENGLISH } from './english.js';

export const SPANISH: Translation<typeof ENGLISH> = {
  checking: 'Comprobando…',
  free: 'Gratis',
  pay: 'De pago',
  refuse: 'No se acepta',
  again: 'Ya está aquí',
  nameless: 'Miembro sin nombre',
  from: 'de {home}',
  unknownHome: 'un espacio sin nombre',
  plan: 'Plan: {plan}',
  freeDayHere: 'Día gratis {number} de {limit} aquí',
  freeDayProgramme: 'Día gratis {number} de {limit} en todo el programa',
  halfDayCounts: 'Cuenta como medio día.',
  toPay: 'A pagar: {amount}',
  toPayUnknown: 'A pagar: su tarifa normal',
  followsLast: 'Es el último día gratis. Después: {payment}.',
  follows: {
    one: 'Después de este queda {count} día gratis; luego: {payment}.',
    other: 'Después de este quedan {count} días gratis; luego: {payment}.',
  },
  exact: 'La cuenta es exacta.',
  granted: 'El espacio de origen ha aceptado este día gratis.',
  consented:
    'Este visado solo es gratis con el consentimiento de su espacio de origen. Se le acaba de preguntar, y ha aceptado.',
  knownUpTo: 'Las visitas en otros lugares se conocen hasta {time}.',
  homeUnreachable:
    'No se puede contactar con el espacio de origen. Las visitas en otros lugares se conocen hasta {time}.',
  olderSpaces: {
    one: '{count} espacio lleva más tiempo en silencio; sus últimas visitas pueden faltar aquí. No hay que hacer nada.',
    other:
      '{count} espacios llevan más tiempo en silencio; sus últimas visitas pueden faltar aquí. No hay que hacer nada.',
  },
  photoId: 'Mire, por favor, un documento con foto.',
  adviceExpired:
    'Pida al miembro que se conecte a internet y abra la cartera: renueva el visado por sí sola. Después escanee otra vez. Si no sirve, registre el día como pagado.',
  adviceRefused:
    'No le toca a usted decidirlo, y el miembro no ha hecho nada malo en recepción. Dígalo con amabilidad y registre el rechazo; si duda, pregunte antes a dirección.',
  adviceSilent:
    'Cobre la tarifa normal, o dé el día por cortesía. El miembro no ha hecho nada malo: no se puede contactar con el espacio de origen, y su nodo lo vuelve a intentar solo.',
  asking: 'Preguntando al espacio de origen…',
  whole: 'Todo sobre este resultado',
  ofDate: 'Visita del {date}',
  scannedAt: 'Escaneado el {time}, mientras el nodo no respondía',

  stampFree: 'Sellar el día gratis',
  recordPaid: 'Anotar como pagado',
  otherPaid: 'Pagado',
  courtesy: 'Cortesía',
  refuseThem: 'Rechazar',
  showWelcome: 'Mostrar la bienvenida',
  nextMember: 'Siguiente miembro',
  notNow: 'Cerrar sin anotar nada',
  amount: 'Importe en {currency}',
  amountPlain: 'Importe',
  amountHint: 'Se guarda solo en este nodo y nunca se transmite.',
  amountWrong: 'Escriba un importe como {example}.',
  courtesyTitle: 'Un día de cortesía',
  courtesyReason: 'Motivo',
  courtesyHint: 'Se guarda solo en este nodo.',
  courtesyFirst: 'Primera visita aquí',
  courtesyEvent: 'Viene a un evento',
  courtesyMistake: 'Error nuestro',
  courtesyPartner: 'Invitado por nosotros',
  courtesyMissing: 'Elija un motivo, o escriba uno.',
  recordCourtesy: 'Anotar como cortesía',
  refuseTitle: 'Rechazar esta visita',
  refuseHint:
    'El motivo es público, sin nada sobre la persona: los demás espacios ven cuántas veces se rechaza.',
  reasonFull: 'Hoy no hay sitio',
  reasonClosed: 'Está cerrado, o cerramos pronto',
  reasonRules: 'Nuestras normas o las condiciones del programa',
  reasonIdentity: 'No es la persona de este visado',
  reasonConduct: 'Comportamiento',
  reasonOther: 'Otro motivo',
  refuseNote: 'Nota para nosotros',
  refuseNoteHint: 'Se guarda solo en este nodo.',
  recordRefusal: 'Anotar el rechazo',
  back: 'Volver',

  moreTitle: 'Más sobre esta visita',
  halfDay: 'Medio día',
  companions: 'Personas que le acompañan',
  noticeGiven: 'La visita estaba anunciada',

  welcome: '¡Le damos la bienvenida, {name}!',
  welcomePlain: '¡Le damos la bienvenida!',
  recordedFree: 'Anotado: un día gratis.',
  recordedPaid: 'Anotado: pagado, {amount}.',
  recordedPaidPlain: 'Anotado: pagado.',
  recordedCourtesy: 'Anotado: una cortesía.',
  waitsForLog: 'Se publicará en cuanto el nodo pueda.',
  showMember: 'Gire la pantalla hacia el miembro.',
  noWelcome:
    'Aún no hay nada que mostrar al miembro. Dirección puede añadir la wifi y las normas de la casa en la consola: Ajustes, «Recepción».',
  wifiTitle: 'Wifi',
  wifiLabel: 'Código QR para entrar en la wifi {ssid}',
  wifiNetwork: 'Red',
  wifiPassword: 'Contraseña',
  houseRules: 'Normas de la casa',
  refusedTitle: 'El rechazo está anotado',
  refusedHint: 'Motivo: {reason}. El miembro lo ve en su cartera.',

  keptTitle: 'Guardado para después',
  kept: 'El nodo no responde. Este escaneo se guarda en este dispositivo y se juzgará cuando vuelva el nodo, a la hora del escaneo, en un plazo de 12 horas. Hasta entonces decida como lo hace su casa sin resultado.',
  notKeptTitle: 'El nodo no responde',
  notKept:
    'Este escaneo no se pudo guardar: el almacenamiento del dispositivo está bloqueado o lleno. Apunte el nombre y escanee de nuevo cuando vuelva el nodo.',

  problemTitle: 'Este código no vale aquí',
  foreignEmpty: 'No contiene nada. Escanee o pegue el código de nuevo.',
  foreignTooLong:
    'Es demasiado largo para el código de un visado. Pegue solo lo que empieza por CV1:.',
  foreignTorn:
    'El código está cortado o mal leído. Pida al miembro que suba el brillo y mantenga quieta la pantalla, y escanee de nuevo.',
  foreignNewer:
    'Este código es de una versión más nueva. Dirección debe actualizar este nodo; hasta entonces el miembro dicta un código hablado.',
  foreignClaim:
    'Es el enlace que pone un visado en el teléfono del miembro. El miembro lo abre en el suyo; después escanee el código que muestra la cartera.',
  foreignPairing:
    'Este enlace vincula una recepción. Ábralo en el navegador del dispositivo para el que es.',
  foreignJoin: 'Con este enlace se entra en un programa. Dirección lo abre en la consola.',
  foreignPoster: 'Es el cartel de una puerta. El miembro lo escanea con su cartera.',
  foreignHonour:
    'Es el código sencillo para recepciones sin covisa. Pida al miembro que muestre el código del visado en la cartera.',
  foreignLink:
    'Es un enlace a una página web. Pida al miembro que muestre el código del visado en la cartera.',
  foreignWifi:
    'Es un código de wifi. Pida al miembro que muestre el código del visado en la cartera.',
  foreignContact: 'Es un contacto. Pida al miembro que muestre el código del visado en la cartera.',
  foreignSpoken:
    'Parece un código hablado. Escríbalo en «Código hablado», con el espacio de origen.',
  foreignPractice: 'Es un código de práctica. Abra «Práctica» y escanéelo de nuevo.',
  foreignOther:
    'Es el código de otro sistema. Pida al miembro que muestre el código del visado en la cartera.',
  realInPractice: 'Es un visado real. Salga de la práctica para comprobarlo.',
  whatWasRead: 'Lo que se leyó: {text}',
  codeIs: 'Código para soporte: {code}',
  scanAgain: 'Escanear de nuevo',
};
