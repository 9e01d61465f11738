/** What the wallet says, in German. */

import type { Translation } from '../../i18n/words.js';
import { MANAGE_GERMAN } from '../manage/words/german.js';
import type { ENGLISH } from './english.js';

export const GERMAN: Translation<typeof ENGLISH> = {
  title: 'Wallet',
  navLabel: 'Teile der Wallet',
  navVisas: 'Visa',
  navHere: 'Ich bin hier',
  navSpaces: 'Spaces',
  navVisits: 'Besuche',
  whichVisa: 'Visum',

  tabOnlyTitle: 'Dieser Browser bewahrt hier nichts auf',
  tabOnly:
    'Ein Visum, das Sie jetzt hinzufügen, ist weg, sobald Sie diesen Tab schließen. Verlassen Sie den privaten oder den Blockierungsmodus oder nehmen Sie einen anderen Browser und öffnen Sie dann den Link Ihres Heimat-Space noch einmal.',
  offlineTitle: 'Sie sind offline',
  homeAwayTitle: 'Ihr Heimat-Space antwortet nicht',
  offline: 'Ihr Code funktioniert trotzdem.',
  knownAgo: 'Stand der Spaces und Besuche: {ago}.',
  clockTitle: 'Die Uhr dieses Geräts geht falsch',
  clockFast: 'Sie geht etwa {span} vor, und am Empfang kann Ihr Code abgelehnt werden.',
  clockSlow: 'Sie geht etwa {span} nach, und am Empfang kann Ihr Code abgelehnt werden.',
  clockMend:
    'Öffnen Sie in den Einstellungen des Geräts „Datum und Uhrzeit“ und schalten Sie „Automatisch einstellen“ ein. Kommen Sie dann hierher zurück, während Sie online sind.',

  installTitle: 'Immer zur Hand',
  install: 'Legen Sie die Wallet auf Ihren Startbildschirm: Dort öffnet sie sich auch ohne Netz.',
  installIos:
    'Tippen Sie in Safari auf das Teilen-Zeichen, dann auf „Zum Home-Bildschirm“. Tun Sie das, bevor Sie ein Visum hinzufügen: Was Safari aufbewahrt, zieht nicht mit um.',
  installButton: 'Installieren',

  visasTitle: { one: 'Ihr Visum', other: 'Ihre Visa' },
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
    'Ihr Heimat-Space, in dem Sie Mitglied sind, schickt Ihnen einen Link oder zeigt Ihnen einen Code. Öffnen Sie den Link auf diesem Telefon oder fügen Sie den Code hier hinzu.',
  noCardTitle: 'Dieses Visum ist nicht auf diesem Gerät',
  noCard: 'Es wurde entfernt oder in einem anderen Browser hinzugefügt.',

  codeTitle: 'Ihr Code',
  codeLabel: 'Code Ihres Visums von {name}, zum Scannen am Empfang',
  freshIn: { one: 'Neu in {count} Sekunde', other: 'Neu in {count} Sekunden' },
  brightness:
    'Wenn er sich nicht scannen lässt: Display heller stellen und das Telefon ruhig halten.',
  forAny: 'Gilt in jedem Space.',
  pickSpace: 'Space auswählen',
  forOne: 'Gilt nur bei {name}.',
  makeOpen: 'Überall gültig machen',
  expiredTitle: 'Dieses Visum ist abgelaufen',
  expired:
    'Es ist am {date} abgelaufen. Gehen Sie online und fragen Sie dann Ihren Heimat-Space: Bei einer bezahlten Mitgliedschaft wird es sofort erneuert. Sonst fragen Sie die Leute von {name}.',
  inactiveTitle: 'Ihre Mitgliedschaft ist nicht aktiv',
  inactive:
    '{name} sagt, dass Ihre Mitgliedschaft ruht oder beendet ist. Fragen Sie dort nach und versuchen Sie es dann hier noch einmal.',
  replacedTitle: 'Dieses Visum ist auf ein anderes Telefon umgezogen',
  replaced:
    'Es gilt nur noch dort. Wenn Sie das nicht waren, lassen Sie sich von {name} sofort einen neuen Link geben. Hier können Sie es entfernen.',
  unknownTitle: 'Der Heimat-Space kennt dieses Visum nicht',
  unknown:
    '{name} kennt dieses Visum nicht mehr. Lassen Sie sich dort einen neuen Link geben und entfernen Sie dieses Visum dann hier.',
  askHome: 'Jetzt beim Heimat-Space nachfragen',

  spokenButton: 'Lässt sich nicht scannen? Code vorlesen',
  spokenTitle: 'Code zum Vorlesen',
  spokenHow:
    'Nennen Sie Ihren Heimat-Space, {name}, und dann diesen Code. Am Empfang wird er eingetippt.',
  spokenLeft: { one: 'Noch {count} Sekunde gültig', other: 'Noch {count} Sekunden gültig' },
  spokenOver: 'Dieser Code gilt nicht mehr. Nehmen Sie einen neuen.',
  spokenNext: 'Neuer Code',
  spokenFailed:
    'Ein Code zum Vorlesen braucht Netz auf diesem Telefon. Fragen Sie nach dem WLAN oder zeigen Sie den QR-Code.',
  honourButton: 'Hier kennt niemand covisa?',
  honourTitle: 'Für die Leute am Empfang',
  honour:
    'Lassen Sie das mit irgendeinem Telefon scannen. Es öffnet eine Seite von {name}, die in der Sprache der Leute dort erklärt, wie sie Ihren Besuch heute anerkennen und wie sie mitmachen können. Es steht nichts Geheimes darin.',
  honourLabel: 'Link zur Seite von {name}, die Besuche erklärt',

  claimTitle: 'Ihre Einladung',
  claimFrom: 'Ihr Coworking-Visum von {name}',
  claimWhat: 'Damit dürfen Sie in anderen Spaces des Programms arbeiten, einige Tage gratis.',
  claimKey:
    'Dieses Gerät macht sich einen eigenen Schlüssel. Er verlässt das Gerät nie, und ein Passwort braucht es nicht.',
  claimOffline: 'Das Visum öffnet sich und gilt auch ohne Netz.',
  claimPrivate:
    'Andere Spaces sehen einen Namen für den Empfang und Ihren Tarif, sonst nichts. Für alle Übrigen sind Ihre Besuche Zahlen, die zu niemandem führen.',
  claimButton: 'Visum auf dieses Gerät holen',
  claimUsed:
    'Diese Einladung wurde schon benutzt oder ist verfallen. Bitten Sie Ihren Heimat-Space um einen neuen Link: Das dauert dort nur einen Moment.',
  claimInactive:
    'Ihre Mitgliedschaft ruht oder ist beendet. Fragen Sie die Leute Ihres Heimat-Space.',
  claimTooMany:
    'Dieses Visum ist in diesem Visumsjahr zu oft umgezogen. Sprechen Sie mit den Leuten Ihres Heimat-Space.',
  tornTitle: 'Dieser Link ist nicht vollständig',
  claimTorn:
    'Ein Teil des Links fehlt. Öffnen Sie den Link in der Nachricht noch einmal oder kopieren Sie ihn ganz, bis zum letzten Zeichen.',
  toWallet: 'Zur Wallet',
  claimedTitle: 'Ihr Visum ist da',
  claimed:
    'Das Visum von {name} ist auf diesem Gerät. Zeigen Sie seinen Code am Empfang eines Space, den Sie besuchen.',
  iosFirstTitle: 'Auf iPhone oder iPad: erst installieren',
  iosFirst:
    'Tippen Sie auf das Teilen-Zeichen, dann auf „Zum Home-Bildschirm“. Öffnen Sie die Wallet von dort, wählen Sie „Visum hinzufügen“ und fügen Sie diesen Link ein. Was Sie in Safari hinzufügen, bleibt in Safari.',
  elsewhereTitle: 'Ein anderes Telefon, oder schon eine Wallet?',
  elsewhere:
    'Scannen Sie das mit dem Telefon, auf dem Sie das Visum haben wollen. Wenn Sie eine Wallet von einem anderen Heimat-Space haben, öffnen Sie diese dort, wählen Sie „Visum hinzufügen“ und scannen Sie das hier oder fügen Sie den Link ein.',
  elsewhereLabel: 'Ihre Einladung als Link',
  elsewhereOnce: 'Der Link gilt einmal, für ein Telefon. Behalten Sie ihn für sich.',
  copyLink: 'Link kopieren',

  addHow:
    'Scannen Sie den Code, den Ihr Heimat-Space Ihnen zeigt, oder fügen Sie den Link aus seiner Nachricht ein.',
  addPaste: 'Link von Ihrem Heimat-Space',
  addGotPoster:
    'Das ist das Plakat eines Space, keine Einladung. Um dort einzuchecken, wählen Sie „Ich bin hier“.',
  addGotOther:
    'Das ist keine Einladung eines covisa-Space. Sie beginnt mit der Adresse Ihres Heimat-Space, gefolgt von /claim#. Fragen Sie Ihren Heimat-Space danach.',
  useLink: 'Diesen Link verwenden',
  fromPhoto: 'Aus einem Foto oder Screenshot',

  hereTitle: 'Ich bin hier',
  hereHow: 'Scannen Sie das Plakat an der Tür. Wo niemand am Empfang ist, checken Sie selbst ein.',
  herePaste: 'Link auf dem Plakat',
  hereNoPoster: 'Kein Plakat?',
  hereGotInvitation:
    'Das ist eine Einladung zu einem Visum. Um es hinzuzufügen, gehen Sie zu „Visa“, dann „Visum hinzufügen“.',
  hereGotVisa:
    'Das ist der Code eines Mitglieds. Nur ein Empfang kann ihn lesen; scannen Sie das Plakat an der Tür.',
  hereGotOther:
    'Das ist kein Plakat eines covisa-Space. Suchen Sie an der Tür oder am Empfang das Plakat, auf dem covisa steht.',
  thisSpace: 'diesem Space',
  arriveTitle: 'Bei {name}',
  checkIn: 'Einchecken',
  checkInMeans:
    'Ihr Telefon schickt diesem Space einen Code, der nur hier gilt. Ein Gratistag wird sofort eingetragen; bezahlte Tage regelt der Empfang.',
  toReceptionTitle: 'Zeigen Sie diesen Code am Empfang',
  doorUnknown:
    'Ihr Heimat-Space führt diesen Space nicht auf, deshalb wurde nichts gesendet. Gehen Sie kurz online, damit die Wallet von neuen Spaces erfährt, oder lassen Sie diesen Code am Empfang scannen.',
  doorNoNode:
    'Hier können Sie nicht selbst einchecken. Lassen Sie diesen Code am Empfang scannen; er gilt nur hier.',
  doorVenue:
    'Der Space kennt den Standort auf diesem Plakat nicht. Lassen Sie diesen Code am Empfang scannen.',
  selfOff:
    'In diesem Space kann man nicht selbst einchecken. Lassen Sie diesen Code am Empfang scannen.',
  oddAnswer:
    'Der Knoten hat etwas geantwortet, das diese Wallet nicht versteht. Laden Sie die Seite neu, um die neueste Fassung zu bekommen; bleibt es dabei, sagen Sie dem Space Bescheid.',
  homeRefused:
    'Ihr Heimat-Space hat das nicht getan. Versuchen Sie es später noch einmal; bleibt es so, sprechen Sie mit den Leuten dort.',
  tooManyRequests:
    'Bei {name} warten schon zu viele Anliegen von Ihnen. Sprechen Sie mit den Leuten dort.',
  visaRenewFirst:
    'Ihr Visum muss erst erneuert werden. Bleiben Sie einen Moment online und versuchen Sie es dann noch einmal.',
  withVisa: 'Mit Ihrem Visum von {name}',
  doorAway:
    'Der Knoten des Space antwortet nicht. Lassen Sie diesen Code am Empfang scannen: Er gilt auch ohne Netz.',
  doorRefused:
    'Der Space hat Sie nicht eingecheckt. Lassen Sie diesen Code am Empfang scannen: Dort sieht man, warum.',
  doorBusy:
    'Zu viele Versuche an dieser Tür. Warten Sie eine Minute oder lassen Sie diesen Code am Empfang scannen.',
  keyLostTitle: 'Der Schlüssel dieses Visums funktioniert nicht',
  keyLost:
    'Dieser Browser kann ihn nicht mehr benutzen. Lassen Sie sich von {name} einen neuen Link geben: Ihre gezählten Tage bleiben.',
  claimWrong:
    'Dieser Link gehört nicht zu dem Space an seiner Adresse. Kopieren Sie ihn noch einmal aus der Nachricht oder bitten Sie Ihren Heimat-Space um einen neuen.',
  cardDead: 'Ihr Visum gilt gerade nicht. Was jetzt zu tun ist',
  checkedIn: 'Sie sind eingecheckt. Willkommen!',
  notAloneTitle: 'Diesen Besuch regelt der Empfang',
  notAlone: 'Lassen Sie diesen Code am Empfang scannen.',
  wifiTitle: 'WLAN',
  wifiName: 'Netz',
  wifiPassword: 'Passwort',
  wifiOther: 'Für Ihre anderen Geräte:',
  wifiLabel: 'WLAN {name}',
  houseRules: 'Hausregeln',

  free: 'Gratis',
  paid: 'Bezahlt',
  courtesy: 'Kulanz',
  refuse: 'Nicht angenommen',

  spacesTitle: 'Spaces',
  mapLabel: 'Karte der Spaces, die Sie aufnehmen',
  noSpacesTitle: 'Noch keine Spaces',
  noSpaces: 'Gehen Sie kurz online: Ihr Heimat-Space sagt der Wallet, welche Spaces Sie aufnehmen.',
  noOtherSpaces:
    'Ihr Heimat-Space ist noch in keinem Programm mit anderen Spaces. Fragen Sie die Leute dort.',
  found: { one: '{count} Space', other: '{count} Spaces' },
  nothingFoundTitle: 'Nichts passt',
  nothingFound: 'Versuchen Sie es mit weniger Wörtern oder einem anderen Ort.',
  showAll: 'Alle zeigen',
  showMore: { one: '{count} weiteren zeigen', other: '{count} weitere zeigen' },
  daysLeft: {
    one: 'Sie haben noch {count} Gratistag',
    other: 'Sie haben noch {count} Gratistage',
  },
  unknownSpaceTitle: 'Dieser Space steht nicht mehr im Verzeichnis',
  unknownSpace: 'Er ist ausgetreten, geschlossen oder verstummt. Sehen Sie in die Liste.',
  codeForHere: 'Meinen Code für diesen Space zeigen',
  planTitle: 'Darf ich an diesem Tag dorthin?',
  planDate: 'Tag',
  planVenue: 'Standort',
  planHalf: 'Nur einen halben Tag',
  planNoDate: 'Wählen Sie einen Tag.',
  planSure:
    'Auf diesem Gerät berechnet, nach dem letzten Stand Ihres Heimat-Space. Es gilt, was der Empfang vor Ort an dem Tag sieht.',
  byProgramme: 'Nach den Bedingungen von {name}.',
  noProgrammeTitle: 'Hier gibt es keine Gratistage',
  noProgramme:
    'Ihr Heimat-Space und dieser sind in keinem gemeinsamen Programm. Sie können nach einem regulären Tag fragen.',

  visitsTitle: 'Ihre Besuche',
  noVisitsTitle: 'Noch keine Besuche',
  noVisits: 'Jeder Besuch mit diesem Visum steht hier, und als was er zählte.',
  noOverview: 'Gehen Sie kurz online: Ihr Heimat-Space sagt der Wallet, welche Besuche Sie hatten.',
  visitsWhoSees:
    'Das sind alle Besuche, die Spaces in diesem Visumsjahr eingetragen haben. Ihr Heimat-Space sieht sie auch, und ein Space, dem Ihr Visum gezeigt wurde, kann sie finden.',
  voided: 'Storniert',
  halfDay: 'halber Tag',
  doubled:
    'In zwei Spaces zugleich eingetragen, während Knoten nicht erreichbar waren. Beide zählen.',
  receipt: 'Beleg',
  receiptLabel: 'Den Beleg des Besuchs bei {name} am {date} sichern',
  notRight: 'Das stimmt nicht',
  notRightLabel: 'Besuch bei {name} am {date}: Das stimmt nicht',
  objected: 'Sie haben Ihrem Heimat-Space gesagt, dass das nicht stimmt.',
  objectionWhat: 'Besuch bei {name} am {date}',
  objectionHow:
    '{name} bekommt das, mit Ihrem Schlüssel unterschrieben, und klärt es mit dem besuchten Space.',
  objectionNote: 'Was stimmt nicht? (freiwillig)',
  objectionSend: 'Meinem Heimat-Space sagen',

  ...MANAGE_GERMAN,
};
