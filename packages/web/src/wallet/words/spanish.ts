/** What the wallet says, in Spanish. */

import type { Translation } from '../../i18n/words.js';
import type { ENGLISH } from './english.js';

export const SPANISH: Translation<typeof ENGLISH> = {
  title: 'Cartera',
  navLabel: 'Partes de la cartera',
  navVisas: 'Visas',
  navHere: 'Estoy aquí',
  navSpaces: 'Espacios',
  navVisits: 'Visitas',
  whichVisa: 'Visa',

  tabOnlyTitle: 'Este navegador no guarda nada aquí',
  tabOnly:
    'Una visa que añadas ahora desaparece al cerrar esta pestaña. Sal del modo privado o de aislamiento, o usa otro navegador, y abre otra vez el enlace de tu espacio de origen.',
  offlineTitle: 'No tienes conexión',
  homeAwayTitle: 'Tu espacio de origen no responde',
  offline: 'Tu código funciona igualmente.',
  knownAgo: 'Espacios y visitas: datos de {ago}.',
  clockTitle: 'El reloj de este dispositivo está mal',
  clockFast: {
    one: 'Va adelantado cerca de un minuto, y en recepción pueden rechazar tu código.',
    other: 'Va adelantado unos {count} minutos, y en recepción pueden rechazar tu código.',
  },
  clockSlow: {
    one: 'Va atrasado cerca de un minuto, y en recepción pueden rechazar tu código.',
    other: 'Va atrasado unos {count} minutos, y en recepción pueden rechazar tu código.',
  },
  clockMend:
    'Abre los ajustes del dispositivo, luego «Fecha y hora», y activa «Ajuste automático». Después vuelve aquí con conexión.',

  installTitle: 'Siempre a mano',
  install: 'Pon la cartera en tu pantalla de inicio: allí se abre incluso sin red.',
  installIos:
    'Toca el botón de compartir de Safari y luego «Añadir a pantalla de inicio». Hazlo antes de añadir una visa: lo que guarda Safari no se traslada.',
  installButton: 'Instalar',

  visasTitle: { one: 'Tu visa', other: 'Tus visas' },
  visaOf: 'Visa de {name}',
  visaKind: 'Visa de coworking',
  nameless: 'Miembro',
  validUntil: 'Válida hasta el {date}, se renueva sola',
  expiredOn: 'Caducó el {date}',
  showCode: 'Mostrar mi código',
  manage: 'Gestionar',
  addVisa: 'Añadir una visa',
  emptyTitle: 'Todavía no hay visa',
  empty:
    'Tu espacio de origen, del que eres miembro, te envía un enlace o te muestra un código. Abre el enlace en este teléfono o añade el código aquí.',
  noCardTitle: 'Esta visa no está en este dispositivo',
  noCard: 'Se quitó, o se añadió en otro navegador.',

  codeTitle: 'Tu código',
  codeLabel: 'Código de tu visa de {name}, para escanear en recepción',
  freshIn: { one: 'Nuevo en {count} segundo', other: 'Nuevo en {count} segundos' },
  brightness: 'Si no se puede escanear: sube el brillo y mantén quieto el teléfono.',
  forAny: 'Vale en cualquier espacio.',
  pickSpace: 'Elegir el espacio',
  forOne: 'Vale solo en {name}.',
  makeOpen: 'Que valga en todas partes',
  expiredTitle: 'Esta visa ha caducado',
  expired:
    'Caducó el {date}. Conéctate y pregunta a tu espacio de origen: una membresía pagada se renueva al momento. Si no, pregunta a la gente de {name}.',
  inactiveTitle: 'Tu membresía no está activa',
  inactive:
    '{name} dice que tu membresía está en pausa o ha terminado. Pregunta allí y vuelve a intentarlo aquí.',
  replacedTitle: 'Esta visa pasó a otro teléfono',
  replaced:
    'Solo funciona allí. Si no fuiste tú, pide enseguida un enlace nuevo a la gente de {name}. Aquí puedes quitarla.',
  unknownTitle: 'El espacio de origen no conoce esta visa',
  unknown:
    '{name} ya no conoce esta visa. Pide allí un enlace nuevo y después quita esta visa de aquí.',
  askHome: 'Preguntar ahora al espacio de origen',
  homeAway: 'Ahora no responde. Comprueba que tienes conexión.',

  spokenButton: '¿No se puede escanear? Leer un código',
  spokenTitle: 'Código para leer en voz alta',
  spokenHow: 'Di tu espacio de origen, {name}, y después este código. En recepción lo escriben.',
  spokenLeft: { one: 'Vale {count} segundo más', other: 'Vale {count} segundos más' },
  spokenOver: 'Este código ya no vale. Pide uno nuevo.',
  spokenNext: 'Código nuevo',
  spokenFailed:
    'Un código para leer necesita red en este teléfono. Pide el wifi o muestra el código QR.',
  honourButton: '¿No conocen covisa?',
  honourTitle: 'Para quienes atienden la recepción',
  honour:
    'Que lo escaneen con cualquier teléfono. Se abre una página de {name} que explica, en su idioma, cómo atender hoy tu visita y cómo participar. No contiene nada secreto.',
  honourLabel: 'Enlace a la página de {name} que explica las visitas',

  claimTitle: 'Tu invitación',
  claimFrom: 'Tu visa de coworking de {name}',
  claimWhat: 'Con ella puedes trabajar en otros espacios del programa, algunos días gratis.',
  claimKey: 'Este dispositivo crea su propia clave. Nunca sale de él, y no hace falta contraseña.',
  claimOffline: 'La visa se abre y funciona sin red.',
  claimPrivate:
    'Los demás espacios ven un nombre para la recepción y tu plan, nada más. Para todos los demás, tus visitas son números que no llevan a nadie.',
  claimButton: 'Poner la visa en este dispositivo',
  claimUsed:
    'Esta invitación ya se usó, o ha caducado. Pide un enlace nuevo a tu espacio de origen: les lleva un momento.',
  claimInactive:
    'Tu membresía está en pausa o ha terminado. Pregunta a la gente de tu espacio de origen.',
  tornTitle: 'Este enlace no está completo',
  claimTorn:
    'Falta una parte del enlace. Abre otra vez el enlace del mensaje, o cópialo entero, hasta el último carácter.',
  toWallet: 'A la cartera',
  claimedTitle: 'Tu visa está aquí',
  claimed:
    'La visa de {name} está en este dispositivo. Muestra su código en la recepción de un espacio que visites.',
  iosFirstTitle: 'En iPhone o iPad: primero instalar',
  iosFirst:
    'Toca el botón de compartir y luego «Añadir a pantalla de inicio». Abre la cartera desde allí, elige «Añadir una visa» y pega este enlace. Lo que añadas en Safari se queda en Safari.',
  elsewhereTitle: '¿Otro teléfono, o ya tienes una cartera?',
  elsewhere:
    'Escanea esto con el teléfono en el que quieres la visa. Si tienes una cartera de otro espacio de origen, ábrela, elige «Añadir una visa» y escanea esto o pega el enlace.',
  elsewhereLabel: 'Tu invitación como enlace',
  elsewhereOnce: 'El enlace sirve una vez, para un teléfono. No lo compartas.',
  copyLink: 'Copiar el enlace',

  addHow: 'Escanea el código que te muestra tu espacio de origen, o pega el enlace de su mensaje.',
  addPaste: 'Enlace de tu espacio de origen',
  addGotPoster:
    'Esto es el cartel de un espacio, no una invitación. Para registrarte allí, elige «Estoy aquí».',
  addGotOther:
    'Esto no es una invitación de un espacio covisa. Empieza con la dirección de tu espacio de origen, seguida de /claim#. Pídesela.',
  useLink: 'Usar este enlace',
  fromPhoto: 'De una foto o captura',
  photoEmpty: 'No se encontró ningún código en esta imagen. Tómala de frente, nítida y completa.',

  hereTitle: 'Estoy aquí',
  hereHow:
    'Escanea el cartel de la puerta. Donde no hay nadie en recepción, te registras por tu cuenta.',
  herePaste: 'Enlace del cartel',
  hereNoPoster: '¿No hay cartel?',
  hereGotInvitation:
    'Esto es una invitación a una visa. Para añadirla, ve a «Visas» y luego «Añadir una visa».',
  hereGotVisa:
    'Esto es el código de un miembro. Solo una recepción puede leerlo; escanea el cartel de la puerta.',
  hereGotOther:
    'Esto no es un cartel de un espacio covisa. Busca el que dice covisa, en la puerta o en recepción.',
  thisSpace: 'este espacio',
  arriveTitle: 'En {name}',
  checkIn: 'Registrarme',
  checkInMeans:
    'Tu teléfono envía a este espacio un código que solo vale aquí. Un día gratis se anota al momento; los días de pago se resuelven en recepción.',
  toReceptionTitle: 'Muestra este código en recepción',
  doorUnknown:
    'Tu espacio de origen no incluye este espacio, así que no se envió nada. Conéctate un momento, para que la cartera conozca los espacios nuevos; o que escaneen este código en recepción.',
  doorNoNode:
    'Aquí no puedes registrarte por tu cuenta. Que escaneen este código en recepción; solo vale aquí.',
  doorVenue: 'El espacio no conoce el lugar de este cartel. Que escaneen este código en recepción.',
  selfOff:
    'Este espacio no permite registrarse por cuenta propia. Que escaneen este código en recepción.',
  cardDead: 'Tu visa no funciona ahora. Mira qué hacer.',
  checkedIn: 'Registro hecho. ¡Te damos la bienvenida!',
  notAloneTitle: 'Esta visita se resuelve en recepción',
  notAlone: 'Que escaneen este código en recepción.',
  wifiTitle: 'Wifi',
  wifiName: 'Red',
  wifiPassword: 'Contraseña',
  wifiOther: 'Para tus otros dispositivos:',
  wifiLabel: 'Wifi {name}',
  houseRules: 'Normas de la casa',

  free: 'Gratis',
  paid: 'De pago',
  courtesy: 'Cortesía',
  refuse: 'No aceptada',

  spacesTitle: 'Espacios',
  mapLabel: 'Mapa de los espacios que te reciben',
  noSpacesTitle: 'Todavía no hay espacios',
  noSpaces: 'Conéctate un momento: tu espacio de origen dice a la cartera qué espacios te reciben.',
  noOtherSpaces:
    'Tu espacio de origen aún no está en ningún programa con otros espacios. Pregunta a su gente.',
  found: { one: '{count} espacio', other: '{count} espacios' },
  nothingFoundTitle: 'Nada coincide',
  nothingFound: 'Prueba con menos palabras o con otro lugar.',
  showAll: 'Mostrar todo',
  showMore: { one: 'Mostrar {count} más', other: 'Mostrar {count} más' },
  daysLeft: {
    one: 'Te queda {count} día gratis',
    other: 'Te quedan {count} días gratis',
  },
  unknownSpaceTitle: 'Este espacio ya no está en la lista',
  unknownSpace: 'Se ha ido, ha cerrado o no da señales. Mira la lista.',
  codeForHere: 'Mostrar mi código para este espacio',
  planTitle: '¿Puedo ir allí ese día?',
  planDate: 'Día',
  planVenue: 'Lugar',
  planHalf: 'Solo medio día',
  planNoDate: 'Elige un día.',
  planSure:
    'Calculado en este dispositivo con lo último que dijo tu espacio de origen. Decide lo que vea la recepción ese día.',
  byProgramme: 'Según las condiciones de {name}.',
  noProgrammeTitle: 'Aquí no hay días gratis',
  noProgramme:
    'Tu espacio de origen y este no comparten ningún programa. Puedes pedir un día normal.',

  visitsTitle: 'Tus visitas',
  noVisitsTitle: 'Todavía no hay visitas',
  noVisits: 'Cada visita con esta visa aparece aquí, con lo que contó.',
  noOverview: 'Conéctate un momento: tu espacio de origen dice a la cartera qué visitas has hecho.',
  visitsWhoSees:
    'Son todas las visitas que los espacios anotaron en este año de visa. Tu espacio de origen también las ve, y un espacio al que se mostró tu visa puede encontrarlas.',
  voided: 'Anulada',
  halfDay: 'medio día',
  doubled:
    'Anotada en dos espacios a la vez mientras había nodos fuera de alcance. Las dos cuentan.',
  notRight: 'Esto no es correcto',
  notRightLabel: 'Visita a {name} el {date}: esto no es correcto',
  objected: 'Has dicho a tu espacio de origen que esto no es correcto.',
  objectionWhat: 'Visita a {name} el {date}',
  objectionHow: '{name} lo recibe, firmado con tu clave, y lo aclara con el anfitrión.',
  objectionNote: '¿Qué no es correcto? (opcional)',
  objectionSend: 'Decírselo a mi espacio de origen',

  factName: 'Nombre en recepción',
  factPlan: 'Plan',
  factSince: 'Miembro desde',
  factYear: 'Año de visa desde',
  factUntil: 'Válida hasta',
  factKey: 'Clave',
  keyPlatform: 'en este navegador, no se puede extraer',
  keySeed: 'en el almacenamiento de este navegador',
  factAsk:
    'Hasta que acabe el año de visa, un día gratis necesita en ese momento el permiso de tu espacio de origen.',
  renewal: 'Se renueva sola cuando la cartera está abierta y con conexión.',

  moveTitle: 'Teléfono nuevo',
  moveWhat:
    'Lleva esta visa a otro teléfono en un minuto. La cuenta de tus días gratis va con ella.',
  moveButton: 'Mostrar un código para el teléfono nuevo',
  moveLost:
    '¿Perdiste el teléfono anterior? Pide un enlace nuevo a {name}: también deja sin valor el perdido.',
  moveStepScan:
    'Escanea esto con la cámara del teléfono nuevo, o en su cartera en «Añadir una visa».',
  moveStepClaim: 'Pon allí la visa en el teléfono nuevo.',
  moveStepDead: 'En ese momento, la visa de este teléfono deja de valer.',
  moveLabel: 'Enlace para tu teléfono nuevo',
  moveUntil: 'Sirve una vez, hasta las {time}.',
  moveWaiting: 'Esperando al teléfono nuevo …',
  movedTitle: 'La visa está en el teléfono nuevo',
  moved: 'La clave de este teléfono ya no vale. Puedes quitar la visa de aquí.',

  numberTitle: 'Número nuevo',
  numberWhat:
    'Los espacios que han visto tu visa pueden encontrar sus otras visitas por el número. Un número nuevo acaba con eso.',
  numberButton: 'Obtener un número nuevo',
  numberMeans:
    'Los días usados siguen usados. Hasta que acabe el año de visa, un día gratis necesitará en ese momento el permiso de tu espacio de origen: sin red en el anfitrión, pagas.',
  numberSure: 'Sí, un número nuevo',
  numberDone: 'Tu visa tiene un número nuevo.',

  dataTitle: 'Mis datos',
  dataWhat:
    'La cartera guarda tu visa, tu clave y lo que dijo tu espacio de origen, solo en este dispositivo.',
  exportButton: 'Guardar en un archivo',
  exportWhat:
    'El archivo contiene todo menos la clave. Incluye tu número de visa: no lo compartas.',
  erasureButton: 'Que borren mis datos',
  erasureMeans:
    'Se pide a {name} que borre tu nombre, tu contacto y tu número de visa. Tu visa termina con ello, y solo quedan números que no llevan a nadie.',
  erasureSure: 'Pedirlo',
  erasureAsked: 'El {date} pediste a tu espacio de origen que borrara tus datos.',
  removeButton: 'Quitar esta visa de este dispositivo',
  removeMeans:
    'La clave desaparece para siempre. Para tener otra vez la visa necesitas un enlace nuevo de {name}.',
  removeSure: 'Quitar',
};
