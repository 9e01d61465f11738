/** What the section Network says, in German. */

import type { Translation } from '../../../i18n/words.js';
import type { ENGLISH } from './english.js';

export const GERMAN: Translation<typeof ENGLISH> = {
  title: 'Netz',
  map: 'Spaces Ihrer Programme',
  emptyTitle: 'Noch keine Spaces',
  empty:
    'Die Spaces eines Programms stehen hier, sobald Sie eines gestartet haben oder einem beigetreten sind.',
  callsOut: 'Ruft nur selbst',
  'status-listed': 'Gelistet',
  'status-quiet': 'Still',
  'status-unlisted': 'Nicht gelistet',
  'status-closed': 'Geschlossen',
  'reason-not-a-participant': 'Er nimmt an keinem Ihrer Programme teil.',
  'reason-no-profile': 'Sein Profil ist noch nicht hier angekommen.',
  'reason-forked':
    'Zwei Kopien seines Knotens haben in sein Protokoll geschrieben. Er wird nicht gelistet, bis seine Leitung ihn wiederherstellt.',
  'reason-profile-old': 'Sein Profil wurde ein halbes Jahr lang nicht erneuert.',
  'reason-not-open': 'Er nimmt zurzeit keine Mitglieder auf Besuch.',
  'reason-silent': 'Von seinem Knoten war zwei Wochen nichts zu hören.',
  peers: 'Knoten',
  noPeersTitle: 'Noch keine anderen Knoten',
  noPeers: 'Ihr Knoten spricht mit den Knoten Ihrer Programme.',
  syncAll: 'Jetzt mit allen abgleichen',
  syncDone: { one: '{count} Knoten hat geantwortet.', other: '{count} Knoten haben geantwortet.' },
  syncFailed: {
    one: '{count} Knoten hat nicht geantwortet. Ihr Knoten versucht es von selbst weiter.',
    other: '{count} Knoten haben nicht geantwortet. Ihr Knoten versucht es von selbst weiter.',
  },
  noAddress: 'Ohne öffentliche Adresse: Er ruft uns',
  neverReached: 'Noch nie erreicht',
  lastSuccess: 'Zuletzt geantwortet {ago}',
  firstFailure: {
    one: 'Nicht erreichbar seit: {ago}, {count} Versuch',
    other: 'Nicht erreichbar seit: {ago}, {count} Versuche',
  },
  retryIn: 'Nächster Versuch {time}',
  ahead: {
    one: 'Seine Uhr geht {count} Sekunde vor: Eine von beiden ist falsch.',
    other: 'Seine Uhr geht {count} Sekunden vor: Eine von beiden ist falsch.',
  },
  behind: {
    one: 'Seine Uhr geht {count} Sekunde nach: Eine von beiden ist falsch.',
    other: 'Seine Uhr geht {count} Sekunden nach: Eine von beiden ist falsch.',
  },
  'peer-fine': 'In Kontakt',
  'peer-failing': 'Nicht erreichbar',
  'peer-new': 'Noch nicht gerufen',
  retry: 'Jetzt versuchen',
  syncNow: 'Jetzt abgleichen',
  retryPeer: '{name} jetzt rufen',
};
