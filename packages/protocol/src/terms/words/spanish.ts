/**
 * The texts of a verdict in Spanish, for people at a reception: short, with "usted".
 *
 * | English | Spanish |
 * |---|---|
 * | visa, visa year | el visado, el año de visado |
 * | home space, host space | el espacio de origen, el espacio anfitrión |
 * | member | el miembro |
 * | free day, half day | el día gratis, el medio día |
 * | regular rate, plan | la tarifa normal, el plan |
 * | consent (of the home space) | el consentimiento |
 * | terms, offer | las condiciones, la oferta |
 */

import type { Catalogue } from '../catalogue.js';
import { formatsOf } from '../formats.js';
import { SPANISH_TERMS } from './spanish-terms.js';

const REASON_TEXTS: Catalogue['reasons'] = {
  FREE_DAY: 'Esta visita es gratis.',
  SAME_DAY: 'Ya se registró aquí el {date}; volver el mismo día no cambia nada.',
  SPACE_REFUSED:
    'La dirección de este espacio ha decidido no recibir a miembros de ese espacio de origen: {reason}',
  VISA_REFUSED: 'Este espacio no recibe a este miembro: {reason}',
  HOST_NOT_TAKING: 'Este espacio no recibe por ahora a miembros de otros espacios.',
  VISA_EXPIRED: 'El visado ha caducado.',
  STATIC_NOT_ACCEPTED: 'Los visados impresos no dan derecho a un día gratis aquí.',
  BLACKOUT: 'El {date} no hay días gratis. {name}',
  VENUE_CLOSED: 'El espacio está cerrado el {date}.',
  OUTSIDE_HOURS: 'Las visitas gratis solo empiezan en este horario: {hours}.',
  CAPACITY_FULL: 'Hoy no queda sitio.',
  CAPACITY_DAY:
    'Todas las plazas para miembros de otros espacios ({limit}) están ocupadas el {date}.',
  CAPACITY_HOME:
    'Todas las plazas para miembros de ese espacio ({limit}) están ocupadas el {date}.',
  NOTICE_MISSING: 'Antes de llegar hace falta {kind}, y no consta.',
  NOTICE_SHORT: {
    by: 'hours',
    one: 'Hay que avisar {hours} hora antes de llegar.',
    other: 'Hay que avisar {hours} horas antes de llegar.',
  },
  NOTICE_UNANSWERED: 'La reserva aún no tiene respuesta.',
  NOTICE_LAPSED: {
    by: 'hours',
    one: 'La reserva no tuvo respuesta en {hours} hora y ha caducado.',
    other: 'La reserva no tuvo respuesta en {hours} horas y ha caducado.',
  },
  NOTICE_DECLINED: 'El espacio anfitrión ha rechazado esta visita.',
  PLAN_NOT_ELIGIBLE: 'El plan «{plan}» no incluye días gratis.',
  PLAN_WITHOUT_ALLOWANCE: 'No hay días gratis previstos para el plan «{plan}».',
  PRICE_TOO_LOW: 'Los días gratis son para planes de al menos {price} al mes.',
  MEMBERSHIP_TOO_SHORT: 'Los días gratis son para quienes son miembros desde el {since} o antes.',
  TOO_NEAR:
    'El espacio de origen está a {km} km; los días gratis exigen una distancia de al menos {least} km.',
  PARTY_TOO_LARGE: 'Han venido más personas de las que incluyen las condiciones.',
  ALLOWANCE_HOST_USED: 'Los días gratis aquí se han agotado: {used} de {limit} {window}.',
  ALLOWANCE_PROGRAMME_USED:
    'Los días gratis en todo el programa se han agotado: {used} de {limit} {window}.',
  ALLOWANCE_HOME_AT_HOST_USED:
    'Los días gratis aquí para todos los miembros de ese espacio se han agotado: {used} de {limit} {window}.',
  CONSECUTIVE_DAYS_USED: {
    by: 'limit',
    one: 'No más de {limit} día gratis seguido.',
    other: 'No más de {limit} días gratis seguidos.',
  },
  HOME_SHARE_LOW:
    'Al menos el {percent} % de todas las visitas debe ser en el espacio de origen {window}.',
  LATE_ENTRY_TOO_OLD: {
    by: 'days',
    one: 'Una visita olvidada se puede anotar hasta {days} día después; esta es del {date}.',
    other: 'Una visita olvidada se puede anotar hasta {days} días después; esta es del {date}.',
  },
  GRANT_NEEDED: 'Un día gratis con este visado requiere el consentimiento del espacio de origen.',
  HOME_REFUSED: 'El espacio de origen no dio su consentimiento para un día gratis.',
  OFFLINE_HOME_SILENT: 'Hace más de {limit} que no hay noticias del espacio de origen.',
  OFFLINE_TOO_MANY: {
    one: 'No se puede contactar con el espacio de origen, y {count} de sus miembros ya ha tenido un día gratis aquí el {date}.',
    other:
      'No se puede contactar con el espacio de origen, y {count} de sus miembros ya han tenido un día gratis aquí el {date}.',
  },
  OFFLINE_HOME_AGEING: 'Las últimas noticias del espacio de origen son de hace {hours}.',
  OFFLINE_MANY: {
    one: 'No se puede contactar con el espacio de origen; {count} de sus miembros ya ha tenido un día gratis aquí el {date}.',
    other:
      'No se puede contactar con el espacio de origen; {count} de sus miembros ya han tenido un día gratis aquí el {date}.',
  },
  HALF_DAY_NOT_COUNTED: 'Aquí no se cuentan medios días: es un día entero.',
  HALF_DAY_TOO_LONG: {
    by: 'minutes',
    one: 'Medio día son aquí como máximo {minutes} minuto: es un día entero.',
    other: 'Medio día son aquí como máximo {minutes} minutos: es un día entero.',
  },
  COMPANIONS_PAY: { one: '{count} acompañante paga.', other: '{count} acompañantes pagan.' },
  NOTICE_TO_BE_GIVEN: {
    by: 'hours',
    one: 'Avise antes: {kind}, {hours} hora antes de llegar.',
    other: 'Avise antes: {kind}, {hours} horas antes de llegar.',
  },
  GRANT_TO_BE_ASKED: 'El espacio anfitrión pedirá su consentimiento al espacio de origen.',
  GRANT_NOT_USED:
    'El consentimiento del espacio de origen es para otro espacio, otra fecha u otra duración.',
};

const ASSUMPTION_TEXTS: Catalogue['assumptions'] = {
  KNOWN_TO_HOME:
    'Solo el espacio de origen puede comprobarlo; sin su consentimiento se da por cumplido.',
  BEFORE_VISA_NUMBER:
    'Las visitas anteriores a este año de visado solo las conoce el espacio de origen y no se cuentan.',
  NOT_STATED: 'El espacio no ha indicado lo que esta regla necesita; se da por cumplida.',
  NOT_COUNTED: 'Aquí no se sabe cuántos han venido; la regla se da por cumplida.',
  ARRIVAL_UNKNOWN: 'No se conoce la hora de llegada; la regla se da por cumplida.',
  VISA_RENEWED: 'Se supone que la membresía continúa y que el visado se renueva para entonces.',
  TIME_ZONE_UNKNOWN: 'Aquí no se conoce la zona horaria del lugar; se usa UTC.',
};

const PHRASES: Catalogue['phrases'] = {
  free: 'Gratis.',
  paid: 'De pago.',
  refuse: 'No se acepta.',
  freeLeft: {
    by: 'left',
    one: 'Después de este queda {left} día gratis; luego, {payment}.',
    other: 'Después de este quedan {left} días gratis; luego, {payment}.',
  },
  nothing: 'nada',
  regular: 'la tarifa normal',
  regularOf: 'la tarifa normal, {rate}',
  discount: '{percent} % de descuento sobre la tarifa normal',
  discountOf: '{percent} % de descuento sobre la tarifa normal: {discounted} en lugar de {rate}',
  perk: '{payment}, con esto: {perk}',
  refused: 'ninguna visita',
  pays: 'A pagar: {payment}.',
  perHost: 'Días gratis que quedan aquí: {after} (antes de esta visita: {before}).',
  perProgramme:
    'Días gratis que quedan en todo el programa: {after} (antes de esta visita: {before}).',
  homeAtHost:
    'Días gratis que quedan aquí para todos los miembros de ese espacio: {after} (antes de esta visita: {before}).',
  exact: 'El recuento es exacto.',
  knownUpTo: 'Se conocen las visitas hasta: {time}.',
  homeUnreachable:
    'No se puede contactar con el espacio de origen; se conocen las visitas hasta: {time}.',
  olderSpaces: 'Espacios cuyas últimas visitas pueden faltar aquí: {count}.',
  photoId: 'Compruebe un documento de identidad con foto.',
  included: 'Incluido: {items}.',
  excluded: 'No incluido: {items}.',
  halfDay: 'La visita cuenta como medio día.',
  askGrant: 'Para un día gratis hace falta el consentimiento del espacio de origen.',
  visaYear: 'en el año de visado',
  calendarMonth: 'en el mes natural',
  calendarYear: 'en el año natural',
  years: { one: '{count} año', other: '{count} años' },
  months: { one: '{count} mes', other: '{count} meses' },
  days: { one: '{count} día', other: '{count} días' },
  hours: { one: '{count} hora', other: '{count} horas' },
  period: 'en un periodo de {period}',
  and: 'y',
  message: 'un mensaje',
  booking: 'una reserva',
};

export const SPANISH: Catalogue = {
  formats: formatsOf('es'),
  reasons: REASON_TEXTS,
  assumptions: ASSUMPTION_TEXTS,
  phrases: PHRASES,
  terms: SPANISH_TERMS,
};
