/** What the desk page says around arrivals, in German. */

import type { Translation } from '../../../i18n/words.js';
import type { ENGLISH } from './english.js';

export const GERMAN: Translation<typeof ENGLISH> = {
  title: 'Empfang',
  navigation: 'Teile des Empfangs',
  scan: 'Scannen',
  today: 'Heute',
  practice: 'Üben',
  scannerTest: 'Scanner-Test',
  venue: 'Standort',
  owner: 'Leitung',
  signOut: 'Abmelden',
  soundOn: 'Ton an',
  soundOff: 'Ton aus',
  ready: 'Bereit: den Code des Visums vor die Kamera halten.',
  readyWithout:
    'Bereit für einen USB-Scanner, einen gesprochenen oder eingefügten Code oder ein Foto.',
  cameraOff: 'Ohne Kamera arbeiten',
  cameraOn: 'Kamera einschalten',

  nodeAwayTitle: 'Der Knoten ist nicht erreichbar',
  nodeAway:
    'Scans bleiben auf diesem Gerät und werden geprüft, sobald er wieder da ist. Schließen Sie diese Seite nicht.',
  nodeAwayHere: 'Prüfen Sie, ob das Gerät des Knotens läuft und dieses Gerät in seinem Netz ist.',
  recoveringTitle: 'Der Knoten holt sein Protokoll nach',
  recovering: 'Check-ins gehen und zählen sofort; veröffentlicht werden sie, wenn er fertig ist.',
  supersededTitle: 'Eine andere Kopie dieses Knotens hat in sein Protokoll geschrieben',
  superseded:
    'Check-ins gehen und bleiben erhalten; veröffentlicht wird nichts. Sagen Sie der Leitung Bescheid.',
  pending: {
    one: '{count} Besuch wartet auf die Veröffentlichung.',
    other: '{count} Besuche warten auf die Veröffentlichung.',
  },
  keptWaiting: {
    one: '{count} Scan wartet auf den Knoten.',
    other: '{count} Scans warten auf den Knoten.',
  },
  keptReady: {
    one: 'Über {count} aufgehobenen Scan ist zu entscheiden.',
    other: 'Über {count} aufgehobene Scans ist zu entscheiden.',
  },
  keptList: 'Aufgehobene Scans',
  keptFrom: 'Gescannt um {time}',
  keptUnjudged: 'Noch nicht geprüft',
  keptOpen: 'Entscheiden',
  keptDiscard: 'Verwerfen',
  keptDiscardTitle: 'Diesen Scan verwerfen?',
  keptDiscardText: 'Für ihn wird kein Besuch eingetragen.',

  otherWays: 'Andere Wege',
  spoken: 'Gesprochener Code',
  spokenHint: 'Das Mitglied liest ihn aus der Wallet vor. Er gilt zwei Minuten.',
  home: 'Heimat-Space',
  homeMissing: 'Wählen Sie den Heimat-Space.',
  code: 'Code',
  codeHint: 'Acht Buchstaben und Ziffern.',
  codeWrong: 'Ein gesprochener Code hat acht Buchstaben und Ziffern.',
  noHomes: 'Kein anderer Space Ihrer Programme ist für gesprochene Codes erreichbar.',
  check: 'Prüfen',
  paste: 'Code einfügen',
  pasteLabel: 'Der Code des Visums',
  pasteHint: 'Er beginnt mit CV1: und hat mehrere hundert Zeichen.',
  photo: 'Foto eines Codes',
  photoChoose: 'Bild auswählen',
  usbHint: 'Ein USB-Scanner geht jederzeit: einfach scannen.',

  todayOf: 'Heute, {date}',
  placesLeft: {
    one: 'Heute noch {count} Platz von {limit} frei',
    other: 'Heute noch {count} Plätze von {limit} frei',
  },
  visitsCount: { one: '{count} Besuch', other: '{count} Besuche' },
  noVisitsTitle: 'Heute noch keine Besuche',
  noVisits: 'Hier steht jedes Mitglied, das Sie einchecken.',
  todayAwayTitle: 'Die Besuche von heute liegen auf dem Knoten',
  todayAway: 'Sie erscheinen wieder, sobald er da ist.',
  earlierVisits: 'Frühere Besuche, die sich zurücknehmen lassen',
  refusals: 'Ablehnungen',
  kindFree: 'Frei',
  kindPaid: 'Bezahlt',
  kindCourtesy: 'Kulanz',
  half: 'Halber Tag',
  undone: 'Zurückgenommen',
  notPublished: 'Noch nicht veröffentlicht',
  undo: 'Rückgängig',
  undoTitle: 'Diesen Besuch zurücknehmen?',
  undoFreeText:
    'Der Besuch von {name} wird zurückgenommen und mit ihm sein Gratistag. Das geht bis {time}.',
  undoText: 'Der Besuch von {name} wird zurückgenommen. Das geht bis {time}.',
  undoNow: 'Besuch zurücknehmen',
  forgotten: 'Vergessenen Besuch nachtragen',
  forgottenTitle: 'Ein vergessener Besuch',
  forgottenText:
    'Wählen Sie den Tag, und scannen Sie dann den Code des Mitglieds. Frei ist der Besuch nur, wenn der Heimat-Space zustimmt; sonst tragen Sie ihn als bezahlt oder als Kulanz ein.',
  forgottenDays: {
    one: 'Nach den Bedingungen können Gratistage {count} Tag später nachgetragen werden.',
    other: 'Nach den Bedingungen können Gratistage bis zu {count} Tage später nachgetragen werden.',
  },
  forgottenNever: 'Nach den Bedingungen können Gratistage nicht nachgetragen werden.',
  day: 'Tag',
  dayWrong: 'Wählen Sie einen Tag vor heute, höchstens 30 Tage zurück.',
  forgottenNow: 'Besuch am {date} nachtragen: jetzt den Code des Mitglieds scannen.',
  goOn: 'Weiter',

  codeConflict:
    'Das passt nicht zu dem, was schon eingetragen ist. Sehen Sie in die Liste von heute.',
  codeGone: 'Das gibt es nicht mehr. Laden Sie die Seite neu.',
  codeNotReady:
    'Der Knoten ist dafür noch nicht bereit. Versuchen Sie es in einer Minute noch einmal.',
  codeInvalid: 'Einen dieser Werte kann der Knoten nicht annehmen.',
  codeForbidden: 'Das darf nur die Leitung.',
  codeInternal: 'Im Knoten ist etwas schiefgegangen. Sagen Sie es der Person, die ihn betreut.',
  practiceStrip: 'Übung: nichts wird gesendet oder eingetragen.',
  practiceLeave: 'Übung beenden',
  practiceTitle: 'Üben mit Beispiel-Mitgliedern',
  practiceText:
    'Wählen Sie, wer hereinkommt. Das Ergebnis entsteht nach denselben Regeln wie ein echtes, aus den Bedingungen Ihres Programms.',
  practiceDefault:
    'Sie nehmen noch an keinem Programm teil; deshalb gelten hier die üblichen Bedingungen.',
  practiceOf: 'Bedingungen: {programme}',
  comesIn: 'Kommt herein',
  showCode: 'Code',
  practiceCodeTitle: 'Code zum Üben: {name}',
  practiceCode:
    'Zeigen Sie ihn einem übenden Empfang von einem anderen Bildschirm oder auf Papier.',
  practiceAgain: 'Von vorn beginnen',
  sampleNew: 'Kommt zum ersten Mal',
  sampleLast: 'Kommt zum letzten Gratistag',
  sampleUsed: 'Hat alle Gratistage verbraucht',
  sampleCard: 'Zeigt eine gedruckte Karte',
  sampleOffline: 'Heimat-Space seit Tagen nicht erreichbar',
  sampleAsk: 'Braucht die Zustimmung des Heimat-Space: Der Gratistag wartet, bis er zugestimmt hat',
  sampleEnded: 'Das Visum ist abgelaufen',
  sampleRefused: 'Der Heimat-Space wird hier abgelehnt',
  sampleTorn: 'Zeigt einen halben Code',
  sampleForeign: 'Zeigt einen WLAN-Code',
  sampleRefusal: 'ein Beispiel für einen Grund.',

  testTitle: 'USB-Scanner testen',
  testText:
    'Scannen Sie diesen Code mit Ihrem USB-Scanner. Er enthält jedes Zeichen, das der Code eines Visums haben kann.',
  testLabel: 'QR-Code für den Scanner-Test',
  testWaiting: 'Warten auf den Scanner …',
  testGood: 'Der Scanner passt zu diesem Gerät.',
  testGoodPlace:
    'Er wird nach der Lage seiner Tasten gelesen; die Tastaturbelegung spielt keine Rolle.',
  testGoodLayout: 'Er schreibt in der Tastaturbelegung dieses Geräts. Lassen Sie beides so.',
  testBad: 'Es fehlen Zeichen: {missing}',
  testBadHelp:
    'Stellen Sie den Scanner mit dem Einstellblatt aus seinem Handbuch auf die Tastatur „US English“ und Enter am Ende; dann noch einmal scannen.',
  testOther:
    'Der Scanner geht, aber es wurde ein anderer Code gescannt. Scannen Sie den auf dieser Seite.',
  testRead: 'Gelesen wurde',
};
