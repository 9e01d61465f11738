/** What reception reads when a token is refused, in German. */

import type { TokenProblems } from '../token-problems.js';

export const GERMAN_PROBLEMS: TokenProblems = {
  TOKEN_INVALID: {
    title: 'Das ist kein Visum-Code',
    advice: 'Bitte das Visum in der Wallet öffnen und den Code zeigen lassen.',
  },
  TOKEN_TOO_LONG: {
    title: 'Dieser Code ist zu lang',
    advice:
      'Es ist kein Visum-Code. Bitte das Visum in der Wallet öffnen und den Code zeigen lassen.',
  },
  BASE45_INVALID: {
    title: 'Der Code wurde falsch gelesen',
    advice:
      'Bitte noch einmal scannen. Bei einem Handscanner die Tastaturbelegung mit dem Testcode prüfen.',
  },
  CBOR_INVALID: {
    title: 'Der Code ist beschädigt',
    advice: 'Bitte noch einmal scannen. Hilft das nicht, einen neuen Code zeigen lassen.',
  },
  CBOR_NOT_DETERMINISTIC: {
    title: 'Der Code ist fehlerhaft',
    advice:
      'Bitte die Wallet aktualisieren und einen neuen Code zeigen lassen. Ohne ihn gilt der reguläre Preis.',
  },
  COSE_INVALID: {
    title: 'Der Code ist beschädigt',
    advice: 'Bitte noch einmal scannen. Hilft das nicht, einen neuen Code zeigen lassen.',
  },
  VISA_INVALID: {
    title: 'Das Visum ist ungültig',
    advice: 'Der Heimat-Space muss das Visum neu ausstellen. Bis dahin gilt der reguläre Preis.',
  },
  VISA_EXPIRED: {
    title: 'Das Visum ist abgelaufen',
    advice:
      'Bitte mit dem Telefon online gehen und die Wallet öffnen lassen: Sie erneuert das Visum selbst. Danach noch einmal scannen.',
  },
  VISA_NOT_YET_VALID: {
    title: 'Das Visum gilt noch nicht',
    advice:
      'Bitte Datum und Uhrzeit dieses Geräts prüfen. Stimmen sie, geht die Uhr des Heimat-Space falsch.',
  },
  VISA_REVOKED: {
    title: 'Das Visum wurde widerrufen',
    advice:
      'Der Heimat-Space hat dieses Visum beendet. Das Mitglied klärt das bitte dort; bis dahin gilt der reguläre Preis.',
  },
  VISA_FORGED: {
    title: 'Das Visum ist nicht echt',
    advice:
      'Ihm fehlt die Unterschrift seines Heimat-Space. Bitte nicht annehmen und der Leitung melden.',
  },
  VISA_STATIC: {
    title: 'Ein gedrucktes Visum reicht nicht',
    advice: 'Hierfür ist das Visum auf dem Telefon nötig. Bitte die Wallet öffnen lassen.',
  },
  PRESENTATION_STALE: {
    title: 'Der Code ist zu alt',
    advice:
      'Bitte das Visum öffnen und einen frischen Code zeigen lassen; ein Bildschirmfoto gilt nicht. Passiert es wieder, die Uhren von Telefon und Empfang prüfen.',
  },
  PRESENTATION_FROM_FUTURE: {
    title: 'Die Uhr des Telefons geht vor',
    advice:
      'Bitte am Telefon Datum und Uhrzeit auf automatisch stellen und den Code neu zeigen lassen. Auch die Uhr dieses Geräts prüfen.',
  },
  PRESENTATION_OTHER_HOST: {
    title: 'Der Code gilt woanders',
    advice:
      'Bitte in der Wallet diesen Space wählen oder den Aushang hier scannen und den Code neu zeigen lassen.',
  },
  PRESENTATION_OTHER_PURPOSE: {
    title: 'Der Code gilt nicht für Besuche',
    advice: 'Bitte das Visum in der Wallet öffnen und den Code für einen Besuch zeigen lassen.',
  },
  PRESENTATION_FORGED: {
    title: 'Das ist ein fremdes Telefon',
    advice:
      'Der Code stammt nicht vom Telefon, für das das Visum ausgestellt ist. Bitte nicht annehmen und den Code auf dem eigenen Telefon zeigen lassen.',
  },
  PRESENTATION_USED: {
    title: 'Der Code ist schon verbraucht',
    advice: 'Bitte einen frischen Code zeigen lassen und noch einmal scannen.',
  },
  SPACE_UNKNOWN: {
    title: 'Der Heimat-Space ist unbekannt',
    advice:
      'Er ist in keinem Programm dieses Space. Es gilt der reguläre Preis; im Zweifel die Leitung fragen.',
  },
  SPACE_LEFT: {
    title: 'Der Heimat-Space ist ausgetreten',
    advice: 'Er gehört nicht mehr zum Programm. Es gilt der reguläre Preis.',
  },
  SPACE_CLOSED: {
    title: 'Der Heimat-Space hat geschlossen',
    advice: 'Seine Visa gelten nicht mehr. Es gilt der reguläre Preis.',
  },
  ISSUING_KEY_UNKNOWN: {
    title: 'Das Visum ist noch nicht prüfbar',
    advice:
      'Hier fehlen Neuigkeiten des Heimat-Space. Bitte den Knoten mit dem Netz verbinden und in einer Minute noch einmal scannen.',
  },
  ISSUING_KEY_REVOKED: {
    title: 'Das Visum muss erneuert werden',
    advice:
      'Der Heimat-Space hat seine Schlüssel gewechselt, und ein offenes Wallet mit Netz erneuert das Visum von selbst. Dann noch einmal scannen.',
  },
  OWN_MEMBER: {
    title: 'Das ist ein eigenes Mitglied',
    advice: 'Mitglieder dieses Space brauchen hier kein Visum. Bitte wie gewohnt einchecken.',
  },
  NOT_FREE: {
    title: 'Dieser Tag ist nicht gratis',
    advice:
      'Seit dem Scannen hat sich etwas geändert. Bitte noch einmal scannen und der neuen Antwort folgen.',
  },
  NOT_FOUND: {
    title: 'Die Prüfung ist zu alt',
    advice: 'Sie ist älter als 15 Minuten. Bitte den Code noch einmal scannen.',
  },
};
