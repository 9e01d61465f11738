/** What the section Visits says, in Spanish. */

import type { Translation } from '../../../i18n/words.js';
import type { ENGLISH } from './english.js';

export const SPANISH: Translation<typeof ENGLISH> = {
  title: 'Visitas',
  tabExchange: 'Dado y recibido',
  tabDesk: 'En nuestra recepción',
  tabDouble: 'Visitas dobles',
  from: 'Desde',
  to: 'Hasta',
  emptyTitle: 'Sin visitas en este tiempo',
  empty: 'Las visitas aquí y las de sus miembros en otros espacios aparecerán aquí.',
  deskEmpty: 'Aquí aparecen las visitas que registra recepción.',
  given: 'Dado',
  givenHint: 'Por nosotros a miembros de otros.',
  received: 'Recibido',
  receivedHint: 'Por otros a nuestros miembros.',
  days: { one: '{count} día', other: '{count} días' },
  kinds: '{free} gratis, {paid} pagados, {courtesy} de cortesía',
  paying: 'Espacios que volvieron y pagaron',
  payingHint: 'Espacios cuyos miembros vinieron gratis y después pagaron más días.',
  overTime: 'En el tiempo',
  chartLabel: 'Días dados y recibidos por mes; la tabla de abajo dice lo mismo',
  asTable: 'Como tabla',
  month: 'Mes',
  bySpace: 'Por espacio',
  partner: 'Espacio',
  givenFree: 'Dado gratis',
  givenPaid: 'Dado pagado',
  receivedFree: 'Recibido gratis',
  receivedPaid: 'Recibido pagado',
  latest: 'Última',
  nameless: 'Un miembro',
  visitingMember: 'Un miembro de visita',
  unpublished: 'Por publicar',
  doubleHint:
    'Mientras los nodos no se alcanzaban, dos espacios pudieron dar el mismo día gratis. Ambas visitas cuentan; las condiciones dicen quién lo asume.',
  doubleEmptyTitle: 'Sin visitas dobles',
  doubleEmpty: 'Ningún día gratis se dio dos veces.',
  sideHome: 'Nuestro miembro',
  sideHost: 'En nuestra recepción',
  statementTitle: 'Extracto con {name}',
  statementPeriod: 'De {from} a {to}, en días.',
  kind: 'Tipo',
  givenBy: 'Dado por {name}',
  unproven: {
    one: 'Detrás de {count} visita que comunica {name} no hay ningún visado nuestro.',
    other: 'Detrás de {count} visitas que comunica {name} no hay ningún visado nuestro.',
  },
  statementHint:
    'Ambos espacios cuentan los mismos sellos firmados, así que ven los mismos números. Los importes no figuran entre ellos.',
};
