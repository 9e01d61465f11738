/** What the directory page says, in German. */

import type { Translation } from '../../i18n/words.js';
import type { ENGLISH } from './english.js';

export const GERMAN: Translation<typeof ENGLISH> = {
  title: 'Verzeichnis',
  heading: 'Spaces, die Mitglieder anderer Spaces aufnehmen',
  intro:
    'Wer aktives Mitglied in einem dieser Coworking-Spaces ist, kann auch in den anderen arbeiten. Dazu am Empfang das Coworking-Visum zeigen.',
  programmes: 'Programm: {names}',
  mapLabel: 'Karte der Spaces',
  found: { one: '{count} Space', other: '{count} Spaces' },
  nothingTitle: 'Nichts gefunden',
  nothing: 'Kein Space passt zu dieser Suche.',
  showAll: 'Alle Spaces zeigen',
  emptyTitle: 'Noch sind keine Spaces eingetragen',
  empty:
    'Dieser Knoten ist noch in keinem Programm, oder von den anderen Spaces war noch nichts zu hören. Sie erscheinen hier von selbst.',
  unknownTitle: 'Dieser Space steht hier nicht im Verzeichnis',
  unknown:
    'Vielleicht hat er das Programm verlassen oder geschlossen, oder sein Knoten schweigt seit zwei Wochen.',
  allSpaces: 'Alle Spaces',
  getsTitle: 'Was Mitglieder auf Besuch bekommen',
  programmeSpaces: { one: '{count} Space', other: '{count} Spaces' },
  termsTitle: 'Alle Bedingungen von {name}',
  whoTitle: 'Wer kommen darf',
  whenTitle: 'Wann',
  betweenTitle: 'Zwischen den Spaces',
  takePartTitle: 'Mitmachen',
  forMembersTitle: 'Als Mitglied',
  forMembers:
    'Das Coworking-Visum gibt es im eigenen Space. Er schickt einen Link, und der Link öffnet die Wallet auf dem Telefon.',
  openWallet: 'Wallet öffnen',
  forSpacesTitle: 'Als Coworking-Space',
  forSpaces:
    'Jeder Space betreibt seinen eigenen kleinen Knoten und behält seine eigenen Daten. Das kostet nichts, und covisa nimmt kein Geld ein. Die Einladung kommt von einem Space des Programms.',
  howToJoin: 'Wie ein Space beitritt',
  useTitle: 'Dieses Verzeichnis anderswo verwenden',
  useText: 'Jeder darf es lesen, von jeder Webseite aus. Es ist immer so aktuell wie diese Seite.',
  json: 'JSON',
  geojson: 'GeoJSON',
  widgetTitle: 'Auf der eigenen Website',
  widgetText:
    'Diese Zeilen in die eigene Webseite kopieren. Angaben nach #: lang=en, fr oder es wählt die Sprache, map=0 lässt die Karte weg.',
  widgetCode: 'Zeilen zum Kopieren',
  widgetPreview: 'Ansehen, wie es aussieht',
};
