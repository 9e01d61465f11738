/** What the desk says of one arrival, in German. */

import type { Translation } from '../../../i18n/words.js';
import type { ENGLISH } from './english.js';

export const GERMAN: Translation<typeof ENGLISH> = {
  checking: 'Wird geprüft …',
  free: 'Frei',
  pay: 'Kostenpflichtig',
  refuse: 'Nicht angenommen',
  again: 'Schon da',
  nameless: 'Mitglied ohne Namen',
  from: 'von {home}',
  unknownHome: 'einem Space ohne Namen',
  plan: 'Tarif: {plan}',
  freeDayHere: 'Gratistag {number} von {limit} hier',
  freeDayProgramme: 'Gratistag {number} von {limit} im ganzen Programm',
  halfDayCounts: 'Er zählt als halber Tag.',
  toPay: 'Zu zahlen: {amount}',
  toPayUnknown: 'Zu zahlen: Ihr regulärer Preis',
  followsLast: 'Das ist der letzte Gratistag. Danach: {payment}.',
  follows: {
    one: 'Nach diesem bleibt noch {count} Gratistag, danach: {payment}.',
    other: 'Nach diesem bleiben noch {count} Gratistage, danach: {payment}.',
  },
  exact: 'Die Zählung ist genau.',
  granted: 'Der Heimat-Space hat diesem Gratistag zugestimmt.',
  consented:
    'Dieses Visum ist nur mit Zustimmung des Heimat-Space gratis. Er wurde eben gefragt und hat zugestimmt.',
  knownUpTo: 'Besuche anderswo sind bis {time} bekannt.',
  homeUnreachable:
    'Der Heimat-Space ist nicht erreichbar. Besuche anderswo sind bis {time} bekannt.',
  olderSpaces: {
    one: '{count} Space schweigt schon länger; seine jüngsten Besuche können hier fehlen. Zu tun ist nichts.',
    other:
      '{count} Spaces schweigen schon länger; ihre jüngsten Besuche können hier fehlen. Zu tun ist nichts.',
  },
  photoId: 'Bitte einen Ausweis mit Foto ansehen.',
  adviceExpired:
    'Bitten Sie das Mitglied, online zu gehen und die Wallet zu öffnen: Sie erneuert das Visum von selbst. Scannen Sie dann noch einmal. Hilft das nicht, erfassen Sie den Tag als bezahlt.',
  adviceRefused:
    'Das entscheiden nicht Sie, und das Mitglied hat am Empfang nichts falsch gemacht. Sagen Sie es freundlich und erfassen Sie die Ablehnung; im Zweifel fragen Sie zuerst die Leitung.',
  adviceSilent:
    'Berechnen Sie den regulären Preis, oder geben Sie den Tag aus Kulanz. Das Mitglied hat nichts falsch gemacht: Der Heimat-Space ist nicht erreichbar, und Ihr Knoten versucht es von selbst wieder.',
  asking: 'Der Heimat-Space wird gefragt …',
  whole: 'Alles zu diesem Ergebnis',
  ofDate: 'Besuch am {date}',
  scannedAt: 'Gescannt um {time}, während der Knoten nicht erreichbar war',

  stampFree: 'Gratistag stempeln',
  recordPaid: 'Als bezahlt eintragen',
  otherPaid: 'Bezahlt',
  courtesy: 'Kulanz',
  refuseThem: 'Ablehnen',
  showWelcome: 'Begrüßung zeigen',
  nextMember: 'Nächstes Mitglied',
  notNow: 'Schließen, ohne einzutragen',
  amount: 'Betrag in {currency}',
  amountPlain: 'Betrag',
  amountHint: 'Bleibt auf diesem Knoten und wird nie weitergegeben.',
  amountWrong: 'Schreiben Sie einen Betrag wie {example}.',
  courtesyTitle: 'Ein Tag aus Kulanz',
  courtesyReason: 'Grund',
  courtesyHint: 'Bleibt auf diesem Knoten.',
  courtesyFirst: 'Zum ersten Mal hier',
  courtesyEvent: 'Kommt zu einer Veranstaltung',
  courtesyMistake: 'Unser Fehler',
  courtesyPartner: 'Von uns eingeladen',
  courtesyMissing: 'Wählen Sie einen Grund, oder schreiben Sie einen.',
  recordCourtesy: 'Als Kulanz eintragen',
  refuseTitle: 'Diesen Besuch ablehnen',
  refuseHint:
    'Der Grund ist öffentlich, ohne irgendetwas über die Person: Andere Spaces sehen, wie oft abgelehnt wird.',
  reasonFull: 'Heute kein Platz',
  reasonClosed: 'Wir haben geschlossen oder schließen bald',
  reasonRules: 'Unsere Regeln oder die Bedingungen des Programms',
  reasonIdentity: 'Es ist nicht die Person zu diesem Visum',
  reasonConduct: 'Verhalten',
  reasonOther: 'Ein anderer Grund',
  refuseNote: 'Notiz für uns',
  refuseNoteHint: 'Bleibt auf diesem Knoten.',
  recordRefusal: 'Ablehnung eintragen',
  back: 'Zurück',

  moreTitle: 'Mehr zu diesem Besuch',
  halfDay: 'Ein halber Tag',
  companions: 'Begleitpersonen',
  noticeGiven: 'Der Besuch war angekündigt',

  welcome: 'Willkommen, {name}!',
  welcomePlain: 'Willkommen!',
  recordedFree: 'Eingetragen: ein Gratistag.',
  recordedPaid: 'Eingetragen: bezahlt, {amount}.',
  recordedPaidPlain: 'Eingetragen: bezahlt.',
  recordedCourtesy: 'Eingetragen: aus Kulanz.',
  waitsForLog: 'Veröffentlicht wird es, sobald der Knoten darf.',
  showMember: 'Drehen Sie den Bildschirm zum Mitglied.',
  noWelcome:
    'Für das Mitglied gibt es noch nichts zu zeigen. Die Leitung kann WLAN und Hausregeln in der Konsole eintragen: Einstellungen, „Empfang“.',
  wifiTitle: 'WLAN',
  wifiLabel: 'QR-Code, der mit dem WLAN {ssid} verbindet',
  wifiNetwork: 'Netz',
  wifiPassword: 'Passwort',
  houseRules: 'Hausregeln',
  refusedTitle: 'Die Ablehnung ist eingetragen',
  refusedHint: 'Grund: {reason}. Das Mitglied sieht ihn in der Wallet.',

  keptTitle: 'Für später aufgehoben',
  kept: 'Der Knoten antwortet nicht. Dieser Scan bleibt auf diesem Gerät und wird geprüft, sobald der Knoten wieder da ist: zum Zeitpunkt des Scans, innerhalb von 12 Stunden. Bis dahin entscheiden Sie, wie Ihr Haus es ohne Ergebnis tut.',
  notKeptTitle: 'Der Knoten antwortet nicht',
  notKept:
    'Dieser Scan ließ sich nicht aufheben: Der Speicher des Geräts ist gesperrt oder voll. Notieren Sie den Namen, und scannen Sie noch einmal, wenn der Knoten wieder da ist.',

  problemTitle: 'Dieser Code gilt hier nicht',
  foreignEmpty: 'Darin steht nichts. Scannen oder fügen Sie den Code noch einmal ein.',
  foreignTooLong:
    'Das ist zu lang für den Code eines Visums. Fügen Sie nur ein, was mit CV1: beginnt.',
  foreignTorn:
    'Der Code ist abgeschnitten oder falsch gelesen. Bitten Sie das Mitglied, den Bildschirm heller zu stellen und ruhig zu halten; dann noch einmal scannen.',
  foreignNewer:
    'Dieser Code ist von einer neueren Version. Die Leitung soll diesen Knoten aktualisieren; bis dahin nennt das Mitglied einen gesprochenen Code.',
  foreignClaim:
    'Das ist der Link, der ein Visum auf das eigene Telefon des Mitglieds bringt. Das Mitglied öffnet ihn dort; scannen Sie dann den Code, den die Wallet zeigt.',
  foreignPairing:
    'Dieser Link koppelt ein Gerät für den Empfang. Öffnen Sie ihn im Browser des Geräts, für das er gedacht ist.',
  foreignJoin:
    'Mit diesem Link tritt man einem Programm bei. Die Leitung öffnet ihn in der Konsole.',
  foreignPoster: 'Das ist ein Aushang an einer Tür. Das Mitglied scannt ihn mit der Wallet.',
  foreignHonour:
    'Das ist der einfache Code für Empfänge ohne covisa. Bitten Sie das Mitglied, in der Wallet den Code des Visums zu zeigen.',
  foreignLink:
    'Das ist ein Link zu einer Webseite. Bitten Sie das Mitglied, in der Wallet den Code des Visums zu zeigen.',
  foreignWifi:
    'Das ist ein WLAN-Code. Bitten Sie das Mitglied, in der Wallet den Code des Visums zu zeigen.',
  foreignContact:
    'Das ist ein Kontakt. Bitten Sie das Mitglied, in der Wallet den Code des Visums zu zeigen.',
  foreignSpoken:
    'Das sieht nach einem gesprochenen Code aus. Geben Sie ihn unter „Gesprochener Code“ ein, mit dem Heimat-Space.',
  foreignPractice: 'Das ist ein Code zum Üben. Öffnen Sie „Üben“, und scannen Sie ihn noch einmal.',
  foreignOther:
    'Das ist der Code eines anderen Systems. Bitten Sie das Mitglied, in der Wallet den Code des Visums zu zeigen.',
  realInPractice: 'Das ist ein echtes Visum. Beenden Sie das Üben, um es zu prüfen.',
  whatWasRead: 'Gelesen wurde: {text}',
  codeIs: 'Code für Rückfragen: {code}',
  scanAgain: 'Noch einmal scannen',
};
