/** What the front page says, in German. */

import type { Translation } from '../../i18n/words.js';
import type { ENGLISH } from './english.js';

export const GERMAN: Translation<typeof ENGLISH> = {
  title: 'covisa',
  takesPart:
    'Mitglieder anderer Spaces können hier arbeiten und unsere Mitglieder dort: mit einem Coworking-Visum.',
  soon: 'Dieser Space nimmt bald an Coworking-Visa teil.',
  getsTitle: 'Für Mitglieder anderer Spaces',
  gets: 'Es gibt {free}.',
  getsHow:
    'Einfach am Empfang das Coworking-Visum zeigen. Bei covisa muss niemand buchen oder bezahlen.',
  noProgramme:
    'Was Mitglieder anderer Spaces bekommen, steht hier, sobald dieser Space in einem Programm ist.',
  doors: 'Von hier aus weiter',
  member: 'Mitglieder',
  memberText: 'Das Coworking-Visum auf dem Telefon: zeigen, Gratistage sehen, Spaces finden.',
  desk: 'Empfang',
  deskText: 'Ein Visum scannen, das Urteil sehen, den Besuch eintragen.',
  owner: 'Leitung',
  ownerText: 'Mitglieder, Besuche, das Programm, Einstellungen.',
  everybody: 'Alle',
  everybodyText: 'Alle Spaces, die mitmachen, auf einer Karte und als Liste.',
  whatTitle: 'Was ist ein Coworking-Visum?',
  what: 'Eine Vereinbarung zwischen Coworking-Spaces: Ein aktives Mitglied des einen darf einige Tage gratis im anderen arbeiten und zahlt danach den regulären Preis. Jeder Space betreibt seinen eigenen Knoten mit seinen eigenen Daten; keine Firma steht dazwischen, und niemand muss etwas bezahlen.',
  howToJoin: 'Wie ein Space beitritt',
  emptyTitle: 'Dieser Knoten hat noch keinen Space',
  empty:
    'Wer ihn betreibt, findet einen Einmal-Link im Terminal, in dem der Knoten gestartet wurde. Der Link führt durch die ersten Schritte.',
};
