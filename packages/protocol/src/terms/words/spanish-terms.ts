/** Terms and offers in plain Spanish. */

import type { TermsPhrases } from '../catalogue.js';

const TEXTS: TermsPhrases['texts'] = {
  freeDays: { one: '{count} día gratis', other: '{count} días gratis' },
  freeVisits: { one: '{count} visita gratis', other: '{count} visitas gratis' },
  perHost: '{amount} en cada espacio {window}',
  perProgramme: '{amount} en todo el programa {window}',
  perHome:
    '{amount} en cada espacio para el conjunto de miembros de un mismo espacio de origen {window}',
  quoted: '«{name}»',
  plansOnly: 'para los planes {plans}',
  plansExcept: 'para todos los planes excepto {plans}',
  noFurtherVisits: 'ninguna visita más',
  thenAfter: '; después, {consequence}',
  after: 'Después de los días gratis: {consequence}.',
  consecutive: {
    one: 'Como máximo {count} día gratis seguido en cada espacio',
    other: 'Como máximo {count} días gratis seguidos en cada espacio',
  },
  pause: {
    one: '; {count} día sin visita pone fin a la serie',
    other: '; {count} días sin visita ponen fin a la serie',
  },
  otherwisePay: 'Si no, la visita cuesta la tarifa normal.',
  otherwiseRefuse: 'Si no, la visita no se acepta.',
  eligiblePlans: 'Los días gratis son {plans}.',
  membership: 'La membresía dura ya al menos {period}.',
  price: 'El plan cuesta al menos {prices} al mes.',
  or: 'o',
  distance: 'El espacio de origen está a {km} km como mínimo (en línea recta).',
  distanceWaived: {
    one: 'No se aplica a {count} par de espacios.',
    other: 'No se aplica a {count} pares de espacios.',
  },
  noticeNone: 'No hace falta avisar.',
  message: 'Hace falta un mensaje antes de llegar.',
  messageHours: {
    one: 'Hace falta un mensaje {count} hora antes de llegar.',
    other: 'Hace falta un mensaje {count} horas antes de llegar.',
  },
  booking: 'Hace falta una reserva antes de llegar.',
  bookingHours: {
    one: 'Hace falta una reserva {count} hora antes de llegar.',
    other: 'Hace falta una reserva {count} horas antes de llegar.',
  },
  noticeLapses: {
    one: 'Una petición sin respuesta caduca tras {count} hora.',
    other: 'Una petición sin respuesta caduca tras {count} horas.',
  },
  opening: 'La visita empieza dentro del horario de apertura.',
  windows: 'La visita empieza en este horario: {windows}.',
  span: 'de {from} a {to}',
  spanOn: '{span} ({weekdays})',
  blackout: 'Sin días gratis en estas fechas: {days}.',
  dateRange: 'del {from} al {to}',
  monthDay: '{day} de {month}',
  yearly: 'cada año el {day}',
  yearlyRange: 'cada año del {from} al {to}',
  weekdayInMonth: '{weekday} de {month}',
  nthOfEveryMonth: 'el {weekday} n.º {nth} de cada mes',
  nthOfMonth: 'el {weekday} n.º {nth} de {month}',
  lastOfEveryMonth: 'el último {weekday} de cada mes',
  lastOfMonth: 'el último {weekday} de {month}',
  easter: 'el Domingo de Pascua',
  beforeEaster: {
    one: '{count} día antes del Domingo de Pascua',
    other: '{count} días antes del Domingo de Pascua',
  },
  afterEaster: {
    one: '{count} día después del Domingo de Pascua',
    other: '{count} días después del Domingo de Pascua',
  },
  capacityDay: {
    one: 'Como máximo {count} miembro de otros espacios al día.',
    other: 'Como máximo {count} miembros de otros espacios al día.',
  },
  capacityHome: {
    one: 'Como máximo {count} miembro de un mismo espacio de origen al día.',
    other: 'Como máximo {count} miembros de un mismo espacio de origen al día.',
  },
  capacityRoom: 'Solo si hay sitio.',
  partyNobody: 'Solo para el miembro indicado.',
  party: 'Un grupo tiene como máximo: {people}.',
  adults: {
    one: '{count} persona adulta (el miembro)',
    other: '{count} personas adultas (el miembro incluido)',
  },
  children: { one: '{count} menor', other: '{count} menores' },
  companions: { one: '{count} acompañante', other: '{count} acompañantes' },
  othersPay: 'Las demás personas pagan.',
  halfDaysNone: 'No se cuentan medios días: cada visita es un día entero.',
  halfDays:
    'Una estancia de como máximo el {percent} % del horario de apertura cuenta como medio día.',
  dayBoundary: 'El día empieza a las {time}.',
  staticAllowed: 'Se aceptan visados impresos, con el consentimiento del espacio de origen.',
  staticPay: 'Un visado impreso no da días gratis.',
  staticRefuse: 'No se aceptan visados impresos.',
  photoNever: 'No se pide documento de identidad.',
  photoStatic: 'Un visado impreso se muestra con un documento de identidad con foto.',
  photoAlways: 'El visado se muestra con un documento de identidad con foto.',
  offlineAge: {
    by: 'upper',
    one: 'Sin el consentimiento del espacio de origen: gratis si dio señales de vida en la última hora, con un aviso a partir de {lower}; después, la tarifa normal.',
    other:
      'Sin el consentimiento del espacio de origen: gratis si dio señales de vida en las últimas {upper} horas, con un aviso a partir de {lower}; después, la tarifa normal.',
  },
  offlineFree: {
    by: 'upper',
    one: 'Sin el consentimiento del espacio de origen: como máximo {upper} visita gratis de sus miembros al día, con un aviso a partir de {lower}; después, la tarifa normal.',
    other:
      'Sin el consentimiento del espacio de origen: como máximo {upper} visitas gratis de sus miembros al día, con un aviso a partir de {lower}; después, la tarifa normal.',
  },
  reciprocityHost: 'Valen las condiciones del espacio anfitrión.',
  reciprocityMin:
    'El espacio anfitrión da lo que ofrece él mismo o lo que ofrece el espacio de origen: lo menor de ambos.',
  homeShare: 'Al menos el {percent} % de todas las visitas son en el espacio de origen {window}.',
  overspendHost:
    'Los días gratis dados de más mientras no se podía contactar con algún nodo son una cortesía del espacio anfitrión.',
  overspendHome:
    'Los días gratis dados de más mientras no se podía contactar con algún nodo corren a cargo del espacio de origen.',
  overspendMember:
    'Los días gratis dados de más mientras no se podía contactar con algún nodo los paga el miembro.',
  lateEntry: {
    one: 'Una visita olvidada se puede anotar hasta {count} día después; gratis solo con el consentimiento del espacio de origen.',
    other:
      'Una visita olvidada se puede anotar hasta {count} días después; gratis solo con el consentimiento del espacio de origen.',
  },
  correct: {
    one: 'Una visita se puede corregir en un plazo de {count} hora.',
    other: 'Una visita se puede corregir en un plazo de {count} horas.',
  },
  noShowsCount: 'Una visita reservada a la que no vino nadie se cuenta.',
  noShowsFree: 'Una visita reservada a la que no vino nadie no se cuenta.',
  termsNotice: {
    one: 'Las condiciones nuevas valen {count} día después de anunciarse.',
    other: 'Las condiciones nuevas valen {count} días después de anunciarse.',
  },
  leavingNotice: {
    one: 'Un espacio que se retira sigue recibiendo a miembros durante {count} día.',
    other: 'Un espacio que se retira sigue recibiendo a miembros durante {count} días.',
  },
  marketingHome: 'Solo el espacio de origen usa los datos de contacto para publicidad.',
  marketingAsked:
    'El espacio de origen usa los datos de contacto para publicidad, y el anfitrión si se le permitió.',
  hostDecides: 'Cada espacio puede decidir por sí mismo, también con más rigor: {families}.',
  waived: 'No se exige: {families}.',
  agreement: 'Con {space}: {sentence}',
  agreementFrom: 'Con {space} desde el {from}: {sentence}',
  agreementUntil: 'Con {space} hasta el {until}: {sentence}',
  agreementBetween: 'Con {space} del {from} al {until}: {sentence}',
  plan: 'El plan {own} de aquí es {common} en el programa.',
  refused: 'No se aceptan miembros de {space}: {reason}',
};

export const SPANISH_TERMS: TermsPhrases = {
  texts: TEXTS,
  weekdays: [
    'los lunes',
    'los martes',
    'los miércoles',
    'los jueves',
    'los viernes',
    'los sábados',
    'los domingos',
  ],
  weekdaysOfMonth: ['lunes', 'martes', 'miércoles', 'jueves', 'viernes', 'sábado', 'domingo'],
  months: [
    'enero',
    'febrero',
    'marzo',
    'abril',
    'mayo',
    'junio',
    'julio',
    'agosto',
    'septiembre',
    'octubre',
    'noviembre',
    'diciembre',
  ],
  separator: '; ',
  families: {
    allowances: 'días gratis',
    after: 'lo que sigue a los días gratis',
    consecutive: 'días seguidos',
    distance: 'distancia',
    eligible: 'membresías admitidas',
    notice: 'aviso previo',
    hours: 'horario',
    blackout: 'días sin visitas gratis',
    capacity: 'plazas',
    party: 'acompañantes',
    halfDays: 'medios días',
    staticVisas: 'visados impresos',
    offline: 'límites sin conexión',
  },
};
