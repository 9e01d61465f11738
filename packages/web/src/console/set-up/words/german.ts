/** What first set-up says, in German. */

import type { Translation } from '../../../i18n/words.js';
import type { ENGLISH } from './english.js';

export const GERMAN: Translation<typeof ENGLISH> = {
  progress: 'Schritt {at} von {of}',
  begin: 'Los geht’s',
  toConsole: 'Zur Konsole',
  noTokenTitle: 'Dieser Link ist nicht vollständig',
  noToken:
    'Die Einrichtung öffnet sich mit dem Einmal-Link, den der Knoten im Terminal zeigt. Kopieren Sie den ganzen Link, mit allem, was hinter dem # steht.',
  tokenWrong:
    'Dieser Link öffnet die Einrichtung nicht. Er gilt einmal: Ist der Space schon eingerichtet, melden Sie sich in der Konsole an. Sonst kopieren Sie den Link noch einmal aus dem Terminal, in dem der Knoten läuft.',
  welcomeTitle: 'Willkommen bei covisa',
  placeTitle: 'Ihr Space',
  roomTitle: 'Was Mitglieder dort vorfinden',
  rateTitle: 'Was ein Tag kostet',
  recoveryTitle: 'Ihr Wiederherstellungsschlüssel',
  passwordTitle: 'Ihr Passwort',
  programmeTitle: 'Ein Programm',
  memberTitle: 'Ihr erstes Mitglied',
  posterTitle: 'Ein Plakat für die Tür',
  doneTitle: 'Das war alles',
  welcomeLead:
    'In etwa fünf Minuten kann Ihr Space Mitglieder anderer Coworking-Spaces empfangen, und Ihre Mitglieder können anderswo arbeiten.',
  costsNothingTitle: 'Es kostet nichts',
  costsNothing:
    'covisa nimmt kein Geld und keinen Anteil, braucht nirgends ein Konto, und dabei bleibt es. Was Mitglieder an Ihrem Empfang zahlen, bleibt zwischen ihnen und Ihnen.',
  welcomeSpace: 'Sie sagen, was Ihr Space ist: Name, Ort, Zeiten, was ein Tag kostet.',
  welcomeRecovery:
    'Sie schreiben 24 Wörter auf Papier: Damit bekommen Sie Ihren Space zurück, wenn dieser Rechner verloren geht. Legen Sie einen Stift bereit.',
  welcomeProgramme:
    'Sie starten mit anderen Spaces ein Programm oder treten einem bei und tragen Ihr erstes Mitglied ein.',
  welcomeMade:
    'Der Space wurde im Terminal angelegt, sein Wiederherstellungsschlüssel ebenso: Dessen Wörter haben Sie schon.',
  welcomeKept:
    'Was Sie eingeben, bleibt in diesem Tab, bis Sie fertig sind, außer Passwörtern. Zurück können Sie, bis der Space eingerichtet ist; danach ändern Sie alles in der Konsole.',
  welcomeWords:
    'Die 24 Wörter bleiben nirgends, auch nicht in diesem Tab. Laden Sie die Seite nicht neu, bevor Sie sie aufgeschrieben und die drei gefragten eingegeben haben.',
  spaceName: 'Name des Space',
  spaceNameHint: 'So sehen ihn Mitglieder und andere Spaces.',
  spaceNameWrong: 'Geben Sie dem Space einen Namen mit höchstens 80 Zeichen.',
  rateWhy:
    'Nach den Gratistagen des Programms zahlt ein Mitglied auf Besuch Ihren regulären Preis an Ihrem Empfang, wie alle anderen. Sie können ihn jederzeit ändern.',
  recoveryWhy:
    'Diese 24 Wörter sind der Schlüssel zu Ihrem Space: für den Tag, an dem dieser Rechner verloren geht oder gestohlen wird. Sie entstehen in diesem Browser; der Knoten bekommt sie nie, und niemand kann sie Ihnen noch einmal schicken. Der Befehl „covisa recover“ nimmt sie an. Sie bringen das Logbuch zurück und nicht Ihre Mitglieder; machen Sie also auch Sicherungen.',
  recoveryOnce:
    'Sie werden nur in dieser Einrichtung gezeigt. Schreiben Sie sie in dieser Reihenfolge auf Papier und bewahren Sie es bei Ihren Verträgen auf. Kein Foto, keine Mail.',
  recoveryRemadeTitle: 'Das sind neue Wörter',
  recoveryRemade:
    'Die Wörter, die diese Seite vorher gezeigt hat, wurden nicht bestätigt, und sie hat sie nicht behalten. Wenn Sie sie aufgeschrieben haben, gilt das Papier nicht mehr: Vernichten Sie es, und schreiben Sie diese auf.',
  recoveryWritten: 'Ich habe sie aufgeschrieben',
  recoveryPaper:
    'Wiederherstellungsschlüssel eines covisa-Space. Wer diese Wörter hat, kann den Space übernehmen.',
  recoveryQuestion: 'Damit sicher ist, dass sie auf Papier stehen: Geben Sie drei davon ein.',
  recoveryWord: 'Wort Nummer {number}',
  recoveryWordWrong:
    'Das ist ein anderes Wort. Sehen Sie auf Ihrem Papier nach oder noch einmal bei den Wörtern.',
  recoveryConfirm: 'Prüfen',
  recoveryLook: 'Wörter noch einmal zeigen',
  recoveryConfirmedTitle: 'Ihr Wiederherstellungsschlüssel steht auf Papier',
  recoveryConfirmed: 'Sie haben seine Wörter eingegeben, und diese Seite hat sie vergessen.',
  recoveryAnew: 'Anderen Schlüssel erzeugen',
  print: 'Drucken',
  passwordWhy:
    'Damit melden Sie sich in der Konsole an, in jedem Browser, der diesen Knoten erreicht. Das Team am Empfang bekommt später eigene PINs.',
  password: 'Passwort',
  passwordHint: 'Mindestens {count} Zeichen. Ein Satz ist gut.',
  passwordShort: 'Das ist zu kurz.',
  passwordEasy:
    'Dieses Passwort wäre leicht erraten. Nehmen Sie eines mit mehr verschiedenen Zeichen.',
  passwordAgain: 'Dasselbe Passwort noch einmal',
  passwordOther: 'Die beiden sind nicht gleich.',
  openTitle: 'Ein Schritt ist noch nicht fertig:',
  makeSpace: 'Space einrichten',
  programmeWhy:
    'Ein Programm sind die Spaces, die sich auf Bedingungen geeinigt haben. Treten Sie mit dem Link bei, den Sie bekommen haben, oder starten Sie eines und laden Sie andere ein.',
  programmeStarted: 'Sie nehmen an {name} teil. Die Konsole zeigt, was als Nächstes kommt.',
  canWait: 'Das kann warten: Alles steht in der Konsole.',
  memberWhy:
    'Ein Mitglied bekommt einen Link oder Code, öffnet ihn auf dem Telefon und hat dort sein Visum. Alle Mitglieder lassen sich später importieren.',
  posterWhy:
    'Mitglieder scannen es bei der Ankunft mit ihrer Wallet. Hängen Sie es an die Tür oder an den Empfang.',
  posterOff:
    'So wie es ist, macht der Scan des Plakats den Code auf dem Telefon bereit, und Ihr Empfang prüft ihn. Wenn niemand an der Tür ist, schalten Sie das hier ein; Sie finden es in der Konsole unter Einstellungen, „Empfang“, wieder.',
  doneText:
    'Ihr Space ist eingerichtet. Die Konsole zeigt, was auf Sie wartet; am Empfang scannen Sie Visa.',
  donePeople:
    'Für Ihr Team am Empfang als Nächstes: Geben Sie in der Konsole unter Einstellungen, „Team und Geräte“, allen eine PIN und koppeln Sie das Tablet oder den Computer am Empfang. Vorher meldet sich dort niemand an, außer Ihnen.',
};
