/** What the wallet says, in German. */

import type { Translation } from '../../i18n/words.js';
import type { ENGLISH } from './english.js';

export const GERMAN: Translation<typeof ENGLISH> = {
  title: 'Wallet',
  navLabel: 'Teile der Wallet',
  navVisas: 'Visa',
  navHere: 'Ich bin da',
  navSpaces: 'Spaces',
  navVisits: 'Besuche',
  whichVisa: 'Visum',

  tabOnlyTitle: 'Dieser Browser bewahrt hier nichts auf',
  tabOnly:
    'Ein Visum, das du jetzt hinzufügst, ist weg, sobald du diesen Tab schließt. Verlasse den privaten oder den Blockierungsmodus oder nimm einen anderen Browser und öffne dann den Link deines Heimat-Space noch einmal.',
  offlineTitle: 'Du bist offline',
  homeAwayTitle: 'Dein Heimat-Space antwortet nicht',
  offline: 'Dein Code funktioniert trotzdem.',
  knownAgo: 'Stand der Spaces und Besuche: {ago}.',
  clockTitle: 'Die Uhr dieses Geräts geht falsch',
  clockFast: {
    one: 'Sie geht etwa eine Minute vor, und am Empfang kann dein Code abgelehnt werden.',
    other: 'Sie geht etwa {count} Minuten vor, und am Empfang kann dein Code abgelehnt werden.',
  },
  clockSlow: {
    one: 'Sie geht etwa eine Minute nach, und am Empfang kann dein Code abgelehnt werden.',
    other: 'Sie geht etwa {count} Minuten nach, und am Empfang kann dein Code abgelehnt werden.',
  },
  clockMend:
    'Öffne in den Einstellungen des Geräts „Datum und Uhrzeit“ und schalte „Automatisch einstellen“ ein. Komm dann hierher zurück, während du online bist.',

  installTitle: 'Immer zur Hand',
  install: 'Lege die Wallet auf deinen Startbildschirm: Dort öffnet sie sich auch ohne Netz.',
  installIos:
    'Tippe in Safari auf das Teilen-Zeichen, dann auf „Zum Home-Bildschirm“. Tu das, bevor du ein Visum hinzufügst: Was Safari aufbewahrt, zieht nicht mit um.',
  installButton: 'Installieren',

  visasTitle: { one: 'Dein Visum', other: 'Deine Visa' },
  visaOf: 'Visum von {name}',
  visaKind: 'Coworking-Visum',
  nameless: 'Mitglied',
  validUntil: 'Gültig bis {date}, erneuert sich von selbst',
  expiredOn: 'Abgelaufen am {date}',
  showCode: 'Meinen Code zeigen',
  manage: 'Verwalten',
  addVisa: 'Visum hinzufügen',
  emptyTitle: 'Noch kein Visum',
  empty:
    'Dein Heimat-Space, in dem du Mitglied bist, schickt dir einen Link oder zeigt dir einen Code. Öffne den Link auf diesem Telefon oder füge den Code hier hinzu.',
  noCardTitle: 'Dieses Visum ist nicht auf diesem Gerät',
  noCard: 'Es wurde entfernt oder in einem anderen Browser hinzugefügt.',

  codeTitle: 'Dein Code',
  codeLabel: 'Code deines Visums von {name}, zum Scannen am Empfang',
  freshIn: { one: 'Neu in {count} Sekunde', other: 'Neu in {count} Sekunden' },
  brightness:
    'Wenn er sich nicht scannen lässt: Display heller stellen und das Telefon ruhig halten.',
  forAny: 'Gilt in jedem Space.',
  pickSpace: 'Space auswählen',
  forOne: 'Gilt nur bei {name}.',
  makeOpen: 'Überall gültig machen',
  expiredTitle: 'Dieses Visum ist abgelaufen',
  expired:
    'Es ist am {date} abgelaufen. Geh online und frag dann deinen Heimat-Space: Eine bezahlte Mitgliedschaft wird sofort erneuert. Sonst frag die Leute von {name}.',
  inactiveTitle: 'Deine Mitgliedschaft ist nicht aktiv',
  inactive:
    '{name} sagt, dass deine Mitgliedschaft ruht oder beendet ist. Frag dort nach und versuch es dann hier noch einmal.',
  replacedTitle: 'Dieses Visum ist auf ein anderes Telefon umgezogen',
  replaced:
    'Es gilt nur noch dort. Wenn du das nicht warst, lass dir von {name} sofort einen neuen Link geben. Hier kannst du es entfernen.',
  unknownTitle: 'Der Heimat-Space kennt dieses Visum nicht',
  unknown:
    '{name} kennt dieses Visum nicht mehr. Lass dir dort einen neuen Link geben und entferne dieses Visum dann hier.',
  askHome: 'Jetzt beim Heimat-Space nachfragen',
  homeAway: 'Er antwortet gerade nicht. Prüfe, ob du online bist.',

  spokenButton: 'Lässt sich nicht scannen? Code vorlesen',
  spokenTitle: 'Code zum Vorlesen',
  spokenHow:
    'Nenne deinen Heimat-Space, {name}, und dann diesen Code. Am Empfang wird er eingetippt.',
  spokenLeft: { one: 'Noch {count} Sekunde gültig', other: 'Noch {count} Sekunden gültig' },
  spokenOver: 'Dieser Code gilt nicht mehr. Nimm einen neuen.',
  spokenNext: 'Neuer Code',
  spokenFailed:
    'Ein Code zum Vorlesen braucht Netz auf diesem Telefon. Frag nach dem WLAN oder zeig den QR-Code.',
  honourButton: 'Hier kennt niemand covisa?',
  honourTitle: 'Für die Leute am Empfang',
  honour:
    'Lass sie das mit irgendeinem Telefon scannen. Es öffnet eine Seite von {name}, die in ihrer Sprache erklärt, wie sie deinen Besuch heute anerkennen und wie sie mitmachen können. Es steht nichts Geheimes darin.',
  honourLabel: 'Link zur Seite von {name}, die Besuche erklärt',

  claimTitle: 'Deine Einladung',
  claimFrom: 'Dein Coworking-Visum von {name}',
  claimWhat: 'Damit darfst du in anderen Spaces des Programms arbeiten, einige Tage kostenlos.',
  claimKey:
    'Dieses Gerät macht sich einen eigenen Schlüssel. Er verlässt das Gerät nie, und du brauchst kein Passwort.',
  claimOffline: 'Das Visum öffnet sich und gilt auch ohne Netz.',
  claimPrivate:
    'Andere Spaces sehen einen Namen für den Empfang und deinen Tarif, sonst nichts. Für alle Übrigen sind deine Besuche Zahlen, die zu niemandem führen.',
  claimButton: 'Visum auf dieses Gerät holen',
  claimUsed:
    'Diese Einladung wurde schon benutzt oder ist verfallen. Bitte deinen Heimat-Space um einen neuen Link: Das dauert dort nur einen Moment.',
  claimInactive: 'Deine Mitgliedschaft ruht oder ist beendet. Frag die Leute deines Heimat-Space.',
  tornTitle: 'Dieser Link ist nicht vollständig',
  claimTorn:
    'Ein Teil des Links fehlt. Öffne den Link in der Nachricht noch einmal oder kopiere ihn ganz, bis zum letzten Zeichen.',
  toWallet: 'Zur Wallet',
  claimedTitle: 'Dein Visum ist da',
  claimed:
    'Das Visum von {name} ist auf diesem Gerät. Zeig seinen Code am Empfang eines Space, den du besuchst.',
  iosFirstTitle: 'Auf iPhone oder iPad: erst installieren',
  iosFirst:
    'Tippe auf das Teilen-Zeichen, dann auf „Zum Home-Bildschirm“. Öffne die Wallet von dort, wähle „Visum hinzufügen“ und füge diesen Link ein. Was du in Safari hinzufügst, bleibt in Safari.',
  elsewhereTitle: 'Ein anderes Telefon, oder du hast schon eine Wallet?',
  elsewhere:
    'Scanne das mit dem Telefon, auf dem du das Visum haben willst. Wenn du eine Wallet von einem anderen Heimat-Space hast, öffne sie dort, wähle „Visum hinzufügen“ und scanne das hier oder füge den Link ein.',
  elsewhereLabel: 'Deine Einladung als Link',
  elsewhereOnce: 'Der Link gilt einmal, für ein Telefon. Behalte ihn für dich.',
  copyLink: 'Link kopieren',

  addHow:
    'Scanne den Code, den dein Heimat-Space dir zeigt, oder füge den Link aus seiner Nachricht ein.',
  addPaste: 'Link von deinem Heimat-Space',
  addGotPoster:
    'Das ist das Plakat eines Space, keine Einladung. Um dort einzuchecken, wähle „Ich bin da“.',
  addGotOther:
    'Das ist keine Einladung eines covisa-Space. Sie beginnt mit der Adresse deines Heimat-Space, gefolgt von /claim#. Frag deinen Heimat-Space danach.',
  useLink: 'Diesen Link verwenden',
  fromPhoto: 'Aus einem Foto oder Screenshot',
  photoEmpty:
    'In diesem Bild wurde kein Code gefunden. Nimm ihn gerade von vorn auf, scharf und ganz.',

  hereTitle: 'Ich bin da',
  hereHow: 'Scanne das Plakat an der Tür. Wo niemand am Empfang ist, checkst du selbst ein.',
  herePaste: 'Link auf dem Plakat',
  hereNoPoster: 'Kein Plakat?',
  hereGotInvitation:
    'Das ist eine Einladung zu einem Visum. Um es hinzuzufügen, geh zu „Visa“, dann „Visum hinzufügen“.',
  hereGotVisa:
    'Das ist der Code eines Mitglieds. Nur ein Empfang kann ihn lesen; scanne das Plakat an der Tür.',
  hereGotOther:
    'Das ist kein Plakat eines covisa-Space. Such an der Tür oder am Empfang das Plakat, auf dem covisa steht.',
  thisSpace: 'diesem Space',
  arriveTitle: 'Bei {name}',
  checkIn: 'Einchecken',
  checkInMeans:
    'Dein Telefon schickt diesem Space einen Code, der nur hier gilt. Ein freier Tag wird sofort eingetragen; bezahlte Tage regelt der Empfang.',
  toReceptionTitle: 'Zeig diesen Code am Empfang',
  doorUnknown:
    'Dein Heimat-Space führt diesen Space nicht auf, deshalb wurde nichts gesendet. Geh kurz online, damit die Wallet von neuen Spaces erfährt, oder lass den Empfang diesen Code scannen.',
  doorNoNode:
    'Hier kannst du nicht selbst einchecken. Lass den Empfang diesen Code scannen; er gilt nur hier.',
  doorVenue:
    'Der Space kennt den Ort auf diesem Plakat nicht. Lass den Empfang diesen Code scannen.',
  selfOff:
    'In diesem Space kann man nicht selbst einchecken. Lass den Empfang diesen Code scannen.',
  cardDead: 'Dein Visum gilt gerade nicht. Sieh nach, was zu tun ist.',
  checkedIn: 'Du bist eingecheckt. Willkommen!',
  notAloneTitle: 'Diesen Besuch regelt der Empfang',
  notAlone: 'Lass den Empfang diesen Code scannen.',
  wifiTitle: 'WLAN',
  wifiName: 'Netz',
  wifiPassword: 'Passwort',
  wifiOther: 'Für deine anderen Geräte:',
  wifiLabel: 'WLAN {name}',
  houseRules: 'Hausordnung',

  free: 'Frei',
  paid: 'Bezahlt',
  courtesy: 'Kulanz',
  refuse: 'Nicht angenommen',

  spacesTitle: 'Spaces',
  mapLabel: 'Karte der Spaces, die dich aufnehmen',
  noSpacesTitle: 'Noch keine Spaces',
  noSpaces: 'Geh kurz online: Dein Heimat-Space sagt der Wallet, welche Spaces dich aufnehmen.',
  noOtherSpaces:
    'Dein Heimat-Space ist noch in keinem Programm mit anderen Spaces. Frag die Leute dort.',
  found: { one: '{count} Space', other: '{count} Spaces' },
  nothingFoundTitle: 'Nichts passt',
  nothingFound: 'Versuch es mit weniger Wörtern oder einem anderen Ort.',
  showAll: 'Alle zeigen',
  showMore: { one: '{count} weiteren zeigen', other: '{count} weitere zeigen' },
  daysLeft: {
    one: 'Du hast noch {count} freien Tag',
    other: 'Du hast noch {count} freie Tage',
  },
  unknownSpaceTitle: 'Dieser Space steht nicht mehr im Verzeichnis',
  unknownSpace: 'Er ist ausgetreten, geschlossen oder verstummt. Sieh in die Liste.',
  codeForHere: 'Meinen Code für diesen Space zeigen',
  planTitle: 'Darf ich an diesem Tag dorthin?',
  planDate: 'Tag',
  planVenue: 'Ort',
  planHalf: 'Nur einen halben Tag',
  planNoDate: 'Wähle einen Tag.',
  planSure:
    'Auf diesem Gerät berechnet, nach dem letzten Stand deines Heimat-Space. Es gilt, was der Empfang vor Ort an dem Tag sieht.',
  byProgramme: 'Nach den Regeln von {name}.',
  noProgrammeTitle: 'Hier gibt es keine freien Tage',
  noProgramme:
    'Dein Heimat-Space und dieser sind in keinem gemeinsamen Programm. Du kannst nach einem normalen Tag fragen.',

  visitsTitle: 'Deine Besuche',
  noVisitsTitle: 'Noch keine Besuche',
  noVisits: 'Jeder Besuch mit diesem Visum steht hier, und als was er zählte.',
  noOverview: 'Geh kurz online: Dein Heimat-Space sagt der Wallet, welche Besuche du hattest.',
  visitsWhoSees:
    'Das sind alle Besuche, die Spaces in diesem Visumsjahr eingetragen haben. Dein Heimat-Space sieht sie auch, und ein Space, dem dein Visum gezeigt wurde, kann sie finden.',
  voided: 'Storniert',
  halfDay: 'halber Tag',
  doubled:
    'In zwei Spaces zugleich eingetragen, während Knoten nicht erreichbar waren. Beide zählen.',
  notRight: 'Das stimmt nicht',
  notRightLabel: 'Besuch bei {name} am {date}: Das stimmt nicht',
  objected: 'Du hast deinem Heimat-Space gesagt, dass das nicht stimmt.',
  objectionWhat: 'Besuch bei {name} am {date}',
  objectionHow:
    '{name} bekommt das, mit deinem Schlüssel unterschrieben, und klärt es mit dem Gastgeber.',
  objectionNote: 'Was stimmt nicht? (freiwillig)',
  objectionSend: 'Meinem Heimat-Space sagen',

  factName: 'Name am Empfang',
  factPlan: 'Tarif',
  factSince: 'Mitglied seit',
  factYear: 'Visumsjahr ab',
  factUntil: 'Gültig bis',
  factKey: 'Schlüssel',
  keyPlatform: 'in diesem Browser, nicht auslesbar',
  keySeed: 'im Speicher dieses Browsers',
  factAsk:
    'Bis das Visumsjahr endet, braucht ein freier Tag in dem Moment die Zustimmung deines Heimat-Space.',
  renewal: 'Es erneuert sich von selbst, wenn die Wallet offen und online ist.',

  moveTitle: 'Neues Telefon',
  moveWhat:
    'Nimm dieses Visum in einer Minute auf ein anderes Telefon mit. Deine gezählten freien Tage kommen mit.',
  moveButton: 'Code für das neue Telefon zeigen',
  moveLost:
    'Dein altes Telefon ist weg? Lass dir von {name} einen neuen Link geben: Er macht auch das verlorene ungültig.',
  moveStepScan:
    'Scanne das mit der Kamera des neuen Telefons oder dort in der Wallet unter „Visum hinzufügen“.',
  moveStepClaim: 'Hole das Visum dort auf das neue Telefon.',
  moveStepDead: 'In diesem Moment ist das Visum auf diesem Telefon ungültig.',
  moveLabel: 'Link für dein neues Telefon',
  moveUntil: 'Gilt einmal, bis {time}.',
  moveWaiting: 'Wartet auf das neue Telefon …',
  movedTitle: 'Das Visum ist auf dem neuen Telefon',
  moved: 'Der Schlüssel auf diesem Telefon ist ungültig. Du kannst das Visum hier entfernen.',

  numberTitle: 'Neue Nummer',
  numberWhat:
    'Spaces, die dein Visum gesehen haben, können über seine Nummer deine anderen Besuche finden. Eine neue Nummer beendet das.',
  numberButton: 'Neue Nummer holen',
  numberMeans:
    'Benutzte Tage bleiben benutzt. Bis das Visumsjahr endet, braucht ein freier Tag dann in dem Moment die Zustimmung deines Heimat-Space: Ohne Netz beim Gastgeber zahlst du.',
  numberSure: 'Ja, neue Nummer',
  numberDone: 'Dein Visum hat eine neue Nummer.',

  dataTitle: 'Meine Daten',
  dataWhat:
    'Die Wallet bewahrt dein Visum, deinen Schlüssel und die Auskünfte deines Heimat-Space auf, nur auf diesem Gerät.',
  exportButton: 'Als Datei speichern',
  exportWhat:
    'Die Datei enthält alles außer dem Schlüssel. Deine Visumsnummer steht darin: Behalte sie für dich.',
  erasureButton: 'Meine Daten löschen lassen',
  erasureMeans:
    '{name} wird gebeten, deinen Namen, deinen Kontakt und deine Visumsnummer zu löschen. Dein Visum endet damit, und was bleibt, sind Zahlen, die zu niemandem führen.',
  erasureSure: 'Darum bitten',
  erasureAsked: 'Am {date} hast du deinen Heimat-Space gebeten, deine Daten zu löschen.',
  removeButton: 'Dieses Visum von diesem Gerät entfernen',
  removeMeans:
    'Der Schlüssel ist dann endgültig weg. Um das Visum wieder zu haben, brauchst du einen neuen Link von {name}.',
  removeSure: 'Entfernen',
};
