/** What signing in says, in German. */

import type { Translation } from '../../i18n/words.js';
import type { ENGLISH } from './english.js';

export const GERMAN: Translation<typeof ENGLISH> = {
  signIn: 'Anmelden',
  whoAreYou: 'Wer ist am Empfang?',
  iAmTheOwner: 'Ich bin die Leitung',
  somebodyElse: 'Jemand anderes',
  ownerHint: 'Mit dem Passwort der Leitung, das bei der Einrichtung gewählt wurde.',
  password: 'Passwort',
  passwordWrong:
    'Das ist nicht das Passwort der Leitung. Ist es verloren, lässt sich am Rechner des Knotens mit „covisa password“ ein neues setzen.',
  noPasswordTitle: 'Es ist noch kein Passwort gesetzt',
  noPassword:
    'Öffnen Sie den Link zur Einrichtung, den der Knoten im Terminal zeigt, oder setzen Sie dort mit „covisa password“ ein Passwort. Laden Sie dann diese Seite neu.',
  deskTitle: 'Team am Empfang',
  deskUnpaired:
    'Eine PIN gilt nur auf gekoppelten Geräten, damit niemand aus dem Internet PINs durchprobieren kann. Einen Kopplungscode gibt die Leitung: Konsole, Einstellungen, „Team und Geräte“.',
  noPeople:
    'Dieses Gerät ist gekoppelt, aber es ist noch niemand für den Empfang eingetragen. Das macht die Leitung: Konsole, Einstellungen, „Team und Geräte“.',
  pairThis: 'Dieses Gerät koppeln',
  pin: 'PIN',
  pinWrong:
    'Diese PIN stimmt nicht. Bitte noch einmal eingeben; eine neue kann die Leitung setzen.',
  keys: 'Ziffern',
  deleteDigit: 'Letzte Ziffer löschen',
  pairTitle: 'Dieses Gerät koppeln',
  pairHint:
    'Danach kann sich das Team am Empfang hier mit PIN anmelden. Koppeln Sie nur Geräte Ihres Space.',
  pairCode: 'Kopplungscode',
  pairCodeHint:
    'Ihn erzeugt die Leitung: Konsole, Einstellungen, „Team und Geräte“. Er gilt zehn Minuten.',
  pairCodeWrong:
    'Dieser Code gilt nicht. Er dient einmal und zehn Minuten lang; bitte um einen neuen bitten.',
  connectionInsecure:
    'Über einfaches HTTP meldet sich niemand an: Andere im Netz könnten mitlesen. Öffnen Sie die https://-Adresse des Knotens oder http://localhost auf seinem eigenen Rechner.',
  ownerOnlyTitle: 'Diese Seite ist für die Leitung',
  ownerOnly:
    'Sie sind als {name} für den Empfang angemeldet. Um Mitglieder oder Einstellungen zu ändern, fragen Sie die Leitung oder melden Sie sich als Leitung an.',
  toDesk: 'Zum Empfang',
  signOutAndIn: 'Als Leitung anmelden',
  signOut: 'Abmelden',
};
