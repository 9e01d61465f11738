/** What all pages say, in German. */

import type { Translation } from '../../i18n/words.js';
import type { ENGLISH } from './english.js';

export const GERMAN: Translation<typeof ENGLISH> = {
  loading: 'Wird geladen …',
  save: 'Speichern',
  cancel: 'Abbrechen',
  close: 'Schließen',
  back: 'Zurück',
  next: 'Weiter',
  done: 'Fertig',
  tryAgain: 'Noch einmal versuchen',
  copy: 'Kopieren',
  copied: 'Kopiert',
  copyRefused:
    'Der Browser lässt diese Seite nicht kopieren. Markieren Sie den Text und kopieren Sie ihn von Hand.',
  language: 'Sprache',
  skipToContent: 'Zum Inhalt springen',
  aboutPage: 'Das ist ein covisa-Knoten: Coworking-Visa ohne zentrale Datenbank.',
  failedTitle: 'Das hat nicht geklappt',
  nodeUnreachableTitle: 'Der Knoten antwortet nicht',
  nodeUnreachable:
    'Bitte prüfen, ob dieses Gerät online ist und der Knoten läuft. Es ging nichts verloren; danach noch einmal versuchen.',
  tooManyTries: {
    one: 'Zu viele Versuche. Bitte eine Sekunde warten und dann noch einmal versuchen.',
    other: 'Zu viele Versuche. Bitte {count} Sekunden warten und dann noch einmal versuchen.',
  },
  insecureTitle: 'Diese Seite braucht eine sichere Adresse',
  insecure:
    'Kamera, Schlüssel und Offline-Betrieb gehen nur unter https://-Adressen oder unter http://localhost auf dem Gerät, auf dem der Knoten läuft. Wer den Knoten betreibt, kennt seine https://-Adresse.',
  updateReady: 'Eine neue Version ist bereit.',
  updateNow: 'Jetzt aktualisieren',
  by: 'durch {name}',
  'by-owner': 'durch die Leitung',
  'by-self': 'durch Selbst-Einchecken',
  'by-command-line': 'durch die Befehlszeile',
};
