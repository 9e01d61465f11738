/** What the section Members says, in German. */

import type { Translation } from '../../../i18n/words.js';
import type { ENGLISH } from './english.js';

export const GERMAN: Translation<typeof ENGLISH> = {
  title: 'Mitglieder',
  emptyTitle: 'Noch keine Mitglieder',
  empty: 'Tragen Sie das erste ein oder importieren Sie alle aus einer CSV-Datei.',
  unknownMember: 'Dieses Mitglied gibt es nicht mehr.',
  addMember: 'Mitglied hinzufügen',
  addAnother: 'Weiteres Mitglied hinzufügen',
  import: 'CSV importieren',
  export: 'CSV exportieren',
  search: 'Suche',
  state: 'Stand',
  allStates: 'Alle',
  'state-active': 'Aktiv',
  'state-no-link': 'Noch kein Link erzeugt',
  'state-unclaimed': 'Noch nicht abgeholt',
  'state-claim-lapsed': 'Link verfallen',
  'state-ended': 'Mitgliedschaft beendet',
  'state-paused': 'Pausiert',
  'state-revoked': 'Widerrufen',
  'hint-no-link':
    'Das Mitglied kommt noch nicht an das Visum: Erzeugen Sie einen Link und schicken oder zeigen Sie ihn dem Mitglied.',
  'hint-unclaimed':
    'Der Link ist erzeugt, aber noch kein Telefon hat das Visum abgeholt. Ist der Link verloren, erzeugen Sie einen neuen.',
  'hint-claim-lapsed':
    'Der Link ist verfallen, bevor ein Telefon das Visum abgeholt hat. Erzeugen Sie einen neuen.',
  found: { one: '{count} Mitglied', other: '{count} Mitglieder' },
  more: 'Mehr zeigen',
  noContact: 'Keine Mailadresse',
  card: 'Gedruckte Karte',
  phone: 'Auf dem Telefon',
  phoneNone: 'Noch auf keinem Telefon',
  visaRevoked: 'Widerrufen: Es gilt nirgends mehr',
  name: 'Name',
  nameHint: 'Für Ihre eigenen Listen; er geht nirgendwo sonst hin.',
  nameWrong: 'Geben Sie einen Namen an.',
  displayName: 'Name am Empfang',
  displayNameHint: 'Was der Empfang eines anderen Space sieht. Darf leer bleiben.',
  displayNameWrong: 'Höchstens 24 Byte: Bitte kürzen.',
  contact: 'Mailadresse',
  contactHint: 'Um den Link zu schicken. Sie bleibt auf diesem Knoten.',
  contactWrong: 'Kürzen Sie sie auf 254 Zeichen.',
  plan: 'Tarif',
  planHint: 'Höchstens 16 Zeichen, etwa „full-time“ oder „part-time“.',
  planWrong: 'Geben Sie einen Tarif mit höchstens 16 Zeichen an.',
  since: 'Mitglied seit',
  sinceHint: 'Leer: heute.',
  paidUntil: 'Bezahlt bis',
  paidUntilHint: 'Damit endet das Visum. Leer: kein Ende.',
  noEnd: 'Kein Ende',
  isStatic: 'Gedruckte Karte statt Telefon (für Mitglieder ohne)',
  visaYear: 'Visumsjahr begann',
  kindOfVisa: 'Visum',
  ask: 'Gratistage',
  askYes: 'Nur nach Rückfrage bei diesem Knoten',
  addedTitle: '{name} ist jetzt Mitglied',
  staticAdded:
    'Drucken Sie die Karte und geben Sie sie mit dem Hinweis aus, einen Lichtbildausweis mitzubringen.',
  invitationTitle: 'Das Visum von {name}',
  invitationHint:
    'Das Mitglied scannt diesen Code mit dem Telefon, oder Sie schicken den Link. Er gilt einmal, für ein Telefon.',
  claimQr: 'Code, mit dem {name} das Visum bekommt',
  unreachableTitle: 'Die Telefone der Mitglieder erreichen diesen Knoten noch nicht',
  unreachable:
    'Darum steht hier kein Code für ein Telefon. {name} bleibt trotzdem als Mitglied eingetragen. Geben Sie dem Knoten zuerst einen öffentlichen Namen: docs/hosting.md sagt, wie, für alle, die sich um den Rechner kümmern. Öffnen Sie dann das Mitglied in der Konsole und wählen Sie „Neuer Link“.',
  linkHere: 'Zum Ausprobieren auf diesem Rechner',
  linkHereHint:
    'Dieser Link öffnet sich nur in einem Browser, der die Adresse dieser Seite erreicht. Er gilt einmal.',
  claimLapses: 'Gilt bis {time}.',
  copyLink: 'Link kopieren',
  mailMyself: 'Mail schreiben',
  mailSubject: 'Ihr Coworking-Visum',
  mailBody:
    'Hallo {name},\n\nmit diesem Link kommt Ihr Coworking-Visum auf Ihr Telefon. Öffnen Sie ihn dort; er gilt einmal.\n\n{link}\n',
  mailByNode: 'An {address} mailen',
  mailByNodeHint:
    'Der Knoten erzeugt einen neuen Link und mailt ihn; der obige gilt dann nicht mehr.',
  mailSent: 'An {address} geschickt.',
  edit: 'Ändern',
  printCard: 'Karte drucken',
  reissue: 'Neuer Link',
  makeLink: 'Link erzeugen',
  reissueTitle: 'Neuer Link für {name}?',
  reissueText:
    'Für ein neues Telefon, oder wenn der Link verloren ist. Sobald er benutzt wird, ist das Visum auf dem alten Telefon ungültig; verbrauchte Tage bleiben gezählt.',
  renumber: 'Neue Visumsnummer',
  renumberTitle: 'Neue Visumsnummer für {name}?',
  renumberText:
    'Spaces, die die alte Nummer sahen, können diesem Mitglied nicht mehr folgen. Bis zum Ende des Visumsjahrs gibt es Gratistage nur nach Rückfrage bei diesem Knoten.',
  pause: 'Pausieren',
  pauseTitle: 'Visum von {name} pausieren?',
  pauseText: 'Bis Sie es fortsetzen, wird das Visum nicht erneuert und kein Gratistag freigegeben.',
  resume: 'Fortsetzen',
  resumeTitle: 'Visum von {name} fortsetzen?',
  resumeText: 'Die Wallet erneuert das Visum von selbst, sobald sie wieder online ist.',
  revoke: 'Widerrufen',
  revokeTitle: 'Visum von {name} widerrufen?',
  revokeText:
    'Das Visum gilt nirgends mehr, und alle Spaces erfahren es sofort. Wer wiederkommt, wird neu eingetragen.',
  erase: 'Löschen',
  eraseTitle: '{name} löschen?',
  eraseText:
    'Das Visum wird widerrufen; Name, Mailadresse und Visumsnummer werden sofort von diesem Knoten gelöscht. Besuche bleiben als Zahlen ohne Namen.',
  visits: 'Besuche',
  noVisitsTitle: 'Noch keine Besuche',
  noVisits:
    'Jeder Besuch in einem anderen Space steht hier, sobald dessen Knoten ihn gemeldet hat.',
  cardTitle: 'Karte zum Drucken',
  cardHint:
    'Drucken Sie sie mit 100 % auf festem Papier: Sie ist so groß wie eine Kreditkarte. Wer sie hat, hat das Visum; darum vergleicht der Empfang den vollen Namen darauf mit einem Lichtbildausweis. Im Code selbst steht nur der Name am Empfang.',
  cardVisa: 'Coworking-Visum',
  cardQr: 'Das Visum von {name}',
  cardPhotoId: 'Gültig mit Lichtbildausweis.',
  cardValid: 'Gültig bis {date}',
  cardNoAddress:
    'Eine gedruckte Karte braucht für jeden Gratistag eine Antwort dieses Knotens, und er hat keine öffentliche Adresse, unter der andere Spaces fragen könnten. Mit der Karte gibt es nirgends einen Gratistag. Geben Sie dem Mitglied ein Visum auf dem Telefon, oder starten Sie den Knoten zuerst mit --public-url.',
  importTitle: 'Mitglieder importieren',
  importHint:
    'Ein Mitglied je Zeile, mit diesen Spalten; außer Name und Tarif darf alles fehlen. Wer schon da ist, wird an der Mailadresse erkannt, sonst am Namen. Geschrieben wird nichts, bevor Sie gesehen haben, was geschähe.',
  importSample:
    'name,mail address,plan,paid until\nAda Beispiel,ada@example.org,full-time,2027-03-31',
  importFile: 'CSV-Datei',
  importText: 'Oder Zeilen hier einfügen',
  importTooLarge: 'Diese Datei ist zu groß. Importieren Sie höchstens 1 MB auf einmal.',
  importTry: 'Probieren, ohne zu schreiben',
  importNow: { one: '{count} Mitglied importieren', other: '{count} Mitglieder importieren' },
  importResult: 'Was geschähe',
  importWrong: {
    one: '{count} Zeile ist falsch. Berichtigen Sie sie oben und probieren Sie es noch einmal; bis dahin wird nichts importiert.',
    other:
      '{count} Zeilen sind falsch. Berichtigen Sie sie oben und probieren Sie es noch einmal; bis dahin wird nichts importiert.',
  },
  importRight: '{add} neu, {update} geändert, {unchanged} unverändert.',
  importSkipped: {
    one: '{count} Zeile wird ausgelassen: Die Mitgliedschaft ist beendet.',
    other: '{count} Zeilen werden ausgelassen: Die Mitgliedschaften sind beendet.',
  },
  importPassedOver:
    'Diese Spalten sind nicht bekannt und werden übergangen: {heads}. Benennen Sie sie in der ersten Zeile um, wenn darin eines davon steht: name, display name, mail address, plan, since, paid until, card.',
  importDoneTitle: 'Importiert',
  importAdded: { one: '{count} neues Mitglied.', other: '{count} neue Mitglieder.' },
  importChanged: { one: '{count} Mitglied geändert.', other: '{count} Mitglieder geändert.' },
  importNoLink:
    'Neue Mitglieder bekommen ihr Visum über einen Link oder eine gedruckte Karte: Öffnen Sie jedes aus dieser Liste, erzeugen Sie den Link und schicken Sie ihn.',
  importShowNoLink: 'Mitglieder ohne Link zeigen',
  line: 'Zeile',
  importMore: {
    one: '{count} weitere Zeile wird nicht gezeigt.',
    other: '{count} weitere Zeilen werden nicht gezeigt.',
  },
  importAction: 'Ergebnis',
  'import-add': 'Neu',
  'import-update': 'Geändert',
  'import-unchanged': 'Unverändert',
  'import-skip': 'Ausgelassen',
  'import-error': 'Falsch',
  'row-plan-missing': 'Ein neues Mitglied braucht einen Tarif.',
  'row-repeated': 'Dasselbe Mitglied steht schon in Zeile {line}.',
  'row-ambiguous':
    'Mehrere Mitglieder heißen so: Ergänzen Sie die Mailadresse, um sie zu unterscheiden.',
  'row-card-change':
    'Ein Mitglied kann nicht zwischen Telefon und gedruckter Karte wechseln: Tragen Sie es stattdessen neu ein.',
  'row-text':
    'Der Tarif oder der Name am Empfang ist zu lang oder hat Zeichen, die nicht in ein Visum passen.',
  'row-ended': 'Die Mitgliedschaft ist beendet: Das Datum in „Bezahlt bis“ ist vorbei.',
  dateWrong: 'Schreiben Sie das Datum wie 2027-03-31 oder 31.3.2027.',
  cardWrong: 'Schreiben Sie ja oder nein.',
};
