/** What the overview says, in German. */

import type { Translation } from '../../../i18n/words.js';
import type { ENGLISH } from './english.js';

export const GERMAN: Translation<typeof ENGLISH> = {
  waiting: 'Wartet auf Sie',
  nothingWaits: 'Nichts wartet auf Sie.',
  look: 'Ansehen',
  begin: 'Loslegen',
  mode: 'Der Knoten veröffentlicht zurzeit nichts',
  erasure: '{name} möchte gelöscht werden',
  objection: '{name} sagt, dass ein Besuch nicht stimmt',
  aMember: 'Ein Mitglied',
  markDone: 'Erledigt',
  erasureDone:
    'Löschen Sie zuerst das Mitglied: öffnen und „Löschen“ wählen. Nehmen Sie die Bitte danach von der Liste.',
  objectionDone: 'Haben Sie mit Mitglied und Space gesprochen? Dann nehmen Sie dies von der Liste.',
  choose: 'Mehrere Listen gelten: Wählen Sie, welcher Ihr Space folgt',
  messages: { one: '{count} neue Nachricht', other: '{count} neue Nachrichten' },
  messagesText: 'Von der Leitung anderer Spaces.',
  vote: {
    one: '{count} Änderung zur Abstimmung',
    other: '{count} Änderungen zur Abstimmung',
  },
  endorse: {
    one: '{count} Space bittet um Aufnahme',
    other: '{count} Spaces bitten um Aufnahme',
  },
  peersFail: {
    one: '{count} Knoten antwortet seit über einer Stunde nicht',
    other: '{count} Knoten antworten seit über einer Stunde nicht',
  },
  peersFailText: 'Ihr Knoten versucht es weiter. Warum, steht unter Netz.',
  noProgramme: 'Sie nehmen noch an keinem Programm teil',
  noProgrammeText: 'Treten Sie mit einem Link bei oder starten Sie eines.',
  noMember: 'Sie haben hier noch keine Mitglieder',
  noMemberText: 'Tragen Sie das erste ein oder importieren Sie alle aus einer CSV-Datei.',
  noAddress: 'Dieser Knoten hat keine öffentliche Adresse',
  noAddressText:
    'Andere Geräte erreichen ihn nicht: Links für Mitglieder gelten nur, wo die Adresse dieser Seite gilt, und andere Spaces können nicht nachfragen, ob ein Mitglied noch einen Gratistag hat. Starten Sie ihn mit --public-url; docs/hosting.md sagt, wie.',
  addMember: 'Mitglied hinzufügen',
  openDesk: 'Empfang öffnen',
  today: 'Heute',
  visitsToday: 'Besuche heute',
  placesLeft: { one: 'noch {count} Platz', other: 'noch {count} Plätze' },
  activeMembers: 'Aktive Mitglieder',
  ofAll: { one: 'von insgesamt {count}', other: 'von insgesamt {count}' },
  notFetched: {
    one: '{count} hat das Visum noch nicht abgeholt',
    other: '{count} haben das Visum noch nicht abgeholt',
  },
  nodesReached: 'Andere Spaces erreichbar',
  heartbeat: 'Dieser Knoten hat sich zuletzt {ago} gemeldet',
  noHeartbeat: 'Dieser Knoten hat sich noch nicht gemeldet',
  alone:
    'Ihr Space ist noch in keinem Programm: Starten Sie eines oder treten Sie mit einem Link bei.',
  aloneInProgramme:
    'Noch kein anderer Space ist in Ihrem Programm: Schicken Sie einem den Einladungslink.',
  pending: 'Noch nicht weitergegebene Besuche',
  pendingHint: 'Ihr Knoten meldet sie den Heimat-Spaces von selbst.',
};
