/** What the section Visits says, in German. */

import type { Translation } from '../../../i18n/words.js';
import type { ENGLISH } from './english.js';

export const GERMAN: Translation<typeof ENGLISH> = {
  title: 'Besuche',
  tabExchange: 'Gegeben und erhalten',
  tabDesk: 'An unserem Empfang',
  tabDouble: 'Doppelte Besuche',
  from: 'Von',
  to: 'Bis',
  emptyTitle: 'Keine Besuche in dieser Zeit',
  empty: 'Besuche hier und Besuche Ihrer Mitglieder anderswo stehen hier, sobald es welche gibt.',
  deskEmpty: 'Besuche, die der Empfang erfasst, stehen hier.',
  given: 'Gegeben',
  givenHint: 'Von uns an Mitglieder anderer.',
  received: 'Erhalten',
  receivedHint: 'Von anderen an unsere Mitglieder.',
  days: { one: '{count} Tag', other: '{count} Tage' },
  kinds: '{free} gratis, {paid} bezahlt, {courtesy} Kulanz',
  paying: 'Spaces, die wiederkamen und zahlten',
  payingHint: 'Spaces, deren Mitglieder Gratistage nutzten und dann für weitere zahlten.',
  overTime: 'Im Verlauf',
  chartLabel: 'Gegebene und erhaltene Tage nach Monat; die Tabelle darunter sagt dasselbe',
  asTable: 'Als Tabelle',
  month: 'Monat',
  bySpace: 'Nach Space',
  partner: 'Space',
  givenFree: 'Gratis gegeben',
  givenPaid: 'Bezahlt gegeben',
  receivedFree: 'Gratis erhalten',
  receivedPaid: 'Bezahlt erhalten',
  latest: 'Zuletzt',
  nameless: 'Ein Mitglied',
  visitingMember: 'Ein Mitglied auf Besuch',
  unpublished: 'Noch zu veröffentlichen',
  doubleHint:
    'Solange Knoten einander nicht erreichten, können zwei Spaces denselben Gratistag gegeben haben. Beide Besuche zählen; wer ihn trägt, sagen die Bedingungen.',
  doubleEmptyTitle: 'Keine doppelten Besuche',
  doubleEmpty: 'Kein Gratistag wurde zweimal gegeben.',
  sideHome: 'Unser Mitglied',
  sideHost: 'An unserem Empfang',
  statementTitle: 'Abrechnung mit {name}',
  statementPeriod: '{from} bis {to}, in Tagen.',
  kind: 'Art',
  givenBy: 'Gegeben von {name}',
  unproven: {
    one: 'Hinter {count} Besuch, den {name} meldet, steht keines unserer Visa.',
    other: 'Hinter {count} Besuchen, die {name} meldet, steht keines unserer Visa.',
  },
  statementHint:
    'Beide Spaces zählen dieselben signierten Stempel und sehen darum dieselben Zahlen. Geldbeträge sind nicht dabei.',
};
