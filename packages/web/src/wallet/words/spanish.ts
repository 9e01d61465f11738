/** What the wallet says, in Spanish. */

import type { Translation } from '../../i18n/words.js';
import { MANAGE_SPANISH } from '../manage/words/spanish.js';
import type { ENGLISH } from './english.js';

export const SPANISH: Translation<typeof ENGLISH> = {
  title: 'Cartera',
  navLabel: 'Partes de la cartera',
  navVisas: 'Visados',
  navHere: 'Estoy aquí',
  navSpaces: 'Espacios',
  navVisits: 'Visitas',
  whichVisa: 'Visado',

  tabOnlyTitle: 'Este navegador no guarda nada aquí',
  tabOnly:
    'Un visado que añada ahora desaparece al cerrar esta pestaña. Salga del modo privado o de aislamiento, o use otro navegador, y abra otra vez el enlace de su espacio de origen.',
  offlineTitle: 'No hay conexión',
  homeAwayTitle: 'Su espacio de origen no responde',
  offline: 'Su código funciona igualmente.',
  knownAgo: 'Espacios y visitas: datos de {ago}.',
  clockTitle: 'El reloj de este dispositivo está mal',
  clockFast: 'Va adelantado cerca de {span}, y en recepción pueden rechazar su código.',
  clockSlow: 'Va atrasado cerca de {span}, y en recepción pueden rechazar su código.',
  clockMend:
    'Abra los ajustes del dispositivo, luego «Fecha y hora», y active «Ajuste automático». Después vuelva aquí con conexión.',

  installTitle: 'Siempre a mano',
  install: 'Ponga la cartera en su pantalla de inicio: allí se abre incluso sin red.',
  installIos:
    'Toque el botón de compartir de Safari y luego «Añadir a pantalla de inicio». Hágalo antes de añadir un visado: lo que guarda Safari no se traslada.',
  installButton: 'Instalar',

  visasTitle: { one: 'Su visado', other: 'Sus visados' },
  visaOf: 'Visado de {name}',
  visaKind: 'Visado de coworking',
  nameless: 'Miembro',
  validUntil: 'Válido hasta el {date}, se renueva solo',
  expiredOn: 'Caducó el {date}',
  showCode: 'Mostrar mi código',
  manage: 'Gestionar',
  addVisa: 'Añadir un visado',
  emptyTitle: 'Todavía no hay visado',
  empty:
    'Su espacio de origen, del que es miembro, le envía un enlace o le muestra un código. Abra el enlace en este teléfono o añada el código aquí.',
  noCardTitle: 'Este visado no está en este dispositivo',
  noCard: 'Se quitó, o se añadió en otro navegador.',

  codeTitle: 'Su código',
  codeLabel: 'Código de su visado de {name}, para escanear en recepción',
  freshIn: { one: 'Nuevo en {count} segundo', other: 'Nuevo en {count} segundos' },
  brightness: 'Si no se puede escanear: suba el brillo y mantenga quieto el teléfono.',
  forAny: 'Vale en cualquier espacio.',
  pickSpace: 'Elegir el espacio',
  forOne: 'Vale solo en {name}.',
  makeOpen: 'Que valga en todas partes',
  expiredTitle: 'Este visado ha caducado',
  expired:
    'Caducó el {date}. Conéctese y pregunte a su espacio de origen: con la membresía pagada se renueva al momento. Si no, pregunte a la gente de {name}.',
  inactiveTitle: 'Su membresía no está activa',
  inactive:
    '{name} dice que su membresía está en pausa o ha terminado. Pregunte allí y vuelva a intentarlo aquí.',
  replacedTitle: 'Este visado pasó a otro teléfono',
  replaced:
    'Solo funciona allí. Si no fue usted, pida enseguida un enlace nuevo a la gente de {name}. Aquí puede quitarlo.',
  unknownTitle: 'El espacio de origen no conoce este visado',
  unknown:
    '{name} ya no conoce este visado. Pida allí un enlace nuevo y después quite este visado de aquí.',
  askHome: 'Preguntar ahora al espacio de origen',

  spokenButton: '¿No se puede escanear? Leer un código',
  spokenTitle: 'Código para leer en voz alta',
  spokenHow: 'Diga su espacio de origen, {name}, y después este código. En recepción lo escriben.',
  spokenLeft: { one: 'Vale {count} segundo más', other: 'Vale {count} segundos más' },
  spokenOver: 'Este código ya no vale. Pida uno nuevo.',
  spokenNext: 'Código nuevo',
  spokenFailed:
    'Un código para leer necesita red en este teléfono. Pida el wifi o muestre el código QR.',
  honourButton: '¿No conocen covisa?',
  honourTitle: 'Para quienes atienden la recepción',
  honour:
    'Que lo escaneen con cualquier teléfono. Se abre una página de {name} que explica, en su idioma, cómo atender hoy esta visita y cómo participar. No contiene nada secreto.',
  honourLabel: 'Enlace a la página de {name} que explica las visitas',

  claimTitle: 'Su invitación',
  claimFrom: 'Su visado de coworking de {name}',
  claimWhat: 'Con él puede trabajar en otros espacios del programa, algunos días gratis.',
  claimKey: 'Este dispositivo crea su propia clave. Nunca sale de él, y no hace falta contraseña.',
  claimOffline: 'El visado se abre y funciona sin red.',
  claimPrivate:
    'Los demás espacios ven un nombre para la recepción y su plan, nada más. Para todos los demás, sus visitas son números que no llevan a nadie.',
  claimButton: 'Poner el visado en este dispositivo',
  claimUsed:
    'Esta invitación ya se usó, o ha caducado. Pida un enlace nuevo a su espacio de origen: les lleva un momento.',
  claimInactive:
    'Su membresía está en pausa o ha terminado. Pregunte a la gente de su espacio de origen.',
  claimTooMany:
    'Este visado ha cambiado demasiadas veces de teléfono en este año de visado. Hable con la gente de su espacio de origen.',
  tornTitle: 'Este enlace no está completo',
  claimTorn:
    'Falta una parte del enlace. Abra otra vez el enlace del mensaje, o cópielo entero, hasta el último carácter.',
  toWallet: 'A la cartera',
  claimedTitle: 'Su visado está aquí',
  claimed:
    'El visado de {name} está en este dispositivo. Muestre su código en la recepción de un espacio que visite.',
  iosFirstTitle: 'En iPhone o iPad: primero instalar',
  iosFirst:
    'Toque el botón de compartir y luego «Añadir a pantalla de inicio». Abra la cartera desde allí, elija «Añadir un visado» y pegue este enlace. Lo que añada en Safari se queda en Safari.',
  elsewhereTitle: '¿Otro teléfono, o ya tiene una cartera?',
  elsewhere:
    'Escanee esto con el teléfono en el que quiere el visado. Si tiene una cartera de otro espacio de origen, ábrala, elija «Añadir un visado» y escanee esto o pegue el enlace.',
  elsewhereLabel: 'Su invitación como enlace',
  elsewhereOnce: 'El enlace sirve una vez, para un teléfono. No lo comparta.',
  copyLink: 'Copiar el enlace',

  addHow: 'Escanee el código que le muestra su espacio de origen, o pegue el enlace de su mensaje.',
  addPaste: 'Enlace de su espacio de origen',
  addGotPoster:
    'Esto es el cartel de un espacio, no una invitación. Para registrarse allí, elija «Estoy aquí».',
  addGotOther:
    'Esto no es una invitación de un espacio covisa. Empieza con la dirección de su espacio de origen, seguida de /claim#. Pídasela.',
  useLink: 'Usar este enlace',
  fromPhoto: 'De una foto o captura',

  hereTitle: 'Estoy aquí',
  hereHow:
    'Escanee el cartel de la puerta. Donde no hay nadie en recepción, puede registrarse por su cuenta.',
  herePaste: 'Enlace del cartel',
  hereNoPoster: '¿No hay cartel?',
  hereGotInvitation:
    'Esto es una invitación a un visado. Para añadirlo, vaya a «Visados» y luego «Añadir un visado».',
  hereGotVisa:
    'Esto es el código de un miembro. Solo una recepción puede leerlo; escanee el cartel de la puerta.',
  hereGotOther:
    'Esto no es un cartel de un espacio covisa. Busque el que dice covisa, en la puerta o en recepción.',
  thisSpace: 'este espacio',
  arriveTitle: 'En {name}',
  checkIn: 'Registrarme',
  checkInMeans:
    'Su teléfono envía a este espacio un código que solo vale aquí. Un día gratis se anota al momento; los días de pago se resuelven en recepción.',
  toReceptionTitle: 'Muestre este código en recepción',
  doorUnknown:
    'Su espacio de origen no incluye este espacio, así que no se envió nada. Conéctese un momento, para que la cartera conozca los espacios nuevos; o que escaneen este código en recepción.',
  doorNoNode:
    'Aquí no puede registrarse por su cuenta. Que escaneen este código en recepción; solo vale aquí.',
  doorVenue: 'El espacio no conoce el local de este cartel. Que escaneen este código en recepción.',
  selfOff:
    'Este espacio no permite registrarse por cuenta propia. Que escaneen este código en recepción.',
  oddAnswer:
    'El nodo respondió algo que esta cartera no entiende. Vuelva a cargar la página para tener la última versión; si sigue igual, avise al espacio.',
  homeRefused:
    'Su espacio de origen no lo ha hecho. Inténtelo más tarde; si sigue así, hable con su gente.',
  tooManyRequests: 'En {name} ya esperan demasiadas peticiones suyas. Hable con su gente.',
  visaRenewFirst:
    'Primero hay que renovar su visado. Siga con conexión un momento y vuelva a intentarlo.',
  withVisa: 'Con su visado de {name}',
  doorAway:
    'El nodo del espacio no responde. Que escaneen este código en recepción: funciona sin red.',
  doorRefused:
    'El espacio no hizo el registro. Que escaneen este código en recepción: allí ven por qué.',
  doorBusy:
    'Demasiados intentos en esta puerta. Espere un minuto, o que escaneen este código en recepción.',
  keyLostTitle: 'La clave de este visado no funciona',
  keyLost:
    'Este navegador ya no puede usarla. Pida un enlace nuevo a la gente de {name}: la cuenta de sus días se conserva.',
  claimWrong:
    'Este enlace no corresponde al espacio de su dirección. Cópielo otra vez del mensaje, o pida uno nuevo a su espacio de origen.',
  cardDead: 'Su visado no funciona ahora. Vea qué hacer.',
  checkedIn: 'Registro hecho. ¡Bienvenida, bienvenido!',
  notAloneTitle: 'Esta visita se resuelve en recepción',
  notAlone: 'Que escaneen este código en recepción.',
  wifiTitle: 'Wifi',
  wifiName: 'Red',
  wifiPassword: 'Contraseña',
  wifiOther: 'Para sus otros dispositivos:',
  wifiLabel: 'Wifi {name}',
  houseRules: 'Normas de la casa',

  free: 'Gratis',
  paid: 'De pago',
  courtesy: 'Cortesía',
  refuse: 'No aceptada',

  spacesTitle: 'Espacios',
  mapLabel: 'Mapa de los espacios que le reciben',
  noSpacesTitle: 'Todavía no hay espacios',
  noSpaces: 'Conéctese un momento: su espacio de origen dice a la cartera qué espacios le reciben.',
  noOtherSpaces:
    'Su espacio de origen aún no está en ningún programa con otros espacios. Pregunte a su gente.',
  found: { one: '{count} espacio', other: '{count} espacios' },
  nothingFoundTitle: 'Nada coincide',
  nothingFound: 'Pruebe con menos palabras o con otro lugar.',
  showAll: 'Mostrar todo',
  showMore: { one: 'Mostrar {count} más', other: 'Mostrar {count} más' },
  daysLeft: {
    one: 'Le queda {count} día gratis',
    other: 'Le quedan {count} días gratis',
  },
  unknownSpaceTitle: 'Este espacio ya no está en la lista',
  unknownSpace: 'Se ha ido, ha cerrado o no da señales. Mire la lista.',
  codeForHere: 'Mostrar mi código para este espacio',
  planTitle: '¿Puedo ir allí ese día?',
  planDate: 'Día',
  planVenue: 'Local',
  planHalf: 'Solo medio día',
  planNoDate: 'Elija un día.',
  planSure:
    'Calculado en este dispositivo con lo último que dijo su espacio de origen. Decide lo que vea la recepción ese día.',
  byProgramme: 'Según las condiciones de {name}.',
  noProgrammeTitle: 'Aquí no hay días gratis',
  noProgramme:
    'Su espacio de origen y este no comparten ningún programa. Puede pedir un día normal.',

  visitsTitle: 'Sus visitas',
  noVisitsTitle: 'Todavía no hay visitas',
  noVisits: 'Cada visita con este visado aparece aquí, con lo que contó.',
  noOverview: 'Conéctese un momento: su espacio de origen dice a la cartera qué visitas ha hecho.',
  visitsWhoSees:
    'Son todas las visitas que los espacios anotaron en este año de visado. Su espacio de origen también las ve, y un espacio al que se mostró su visado puede encontrarlas.',
  voided: 'Anulada',
  halfDay: 'medio día',
  doubled:
    'Anotada en dos espacios a la vez mientras había nodos fuera de alcance. Las dos cuentan.',
  receipt: 'Recibo',
  receiptLabel: 'Guardar el recibo de la visita en {name} del {date}',
  notRight: 'Esto no es correcto',
  notRightLabel: 'Visita a {name} el {date}: esto no es correcto',
  objected: 'Ha dicho a su espacio de origen que esto no es correcto.',
  objectionWhat: 'Visita a {name} el {date}',
  objectionHow: '{name} lo recibe, firmado con su clave, y lo aclara con el anfitrión.',
  objectionNote: '¿Qué no es correcto? (opcional)',
  objectionSend: 'Decírselo a mi espacio de origen',

  ...MANAGE_SPANISH,
};
