/** What the explaining pages say, in German. */

import type { Translation } from '../../i18n/words.js';
import type { ENGLISH } from './english.js';

export const GERMAN: Translation<typeof ENGLISH> = {
  honourTitle: 'Ein Mitglied eines anderen Coworking-Space möchte heute hier arbeiten',
  honourLead:
    'Die Person vor Ihnen ist Mitglied bei {name}. Mit einem Coworking-Visum dürfen Mitglieder eines Coworking-Space einige Tage gratis in einem anderen arbeiten. So sagen Sie in drei Minuten Ja.',
  honourTitleShort: 'Coworking-Visum',
  todayTitle: 'Heute, in drei Schritten',
  step1Title: 'Auf das Telefon des Mitglieds schauen',
  step1:
    'Die Wallet zeigt den Namen, den Heimat-Space {name} und einen Countdown, der läuft. Auf einem Bildschirmfoto läuft er nicht.',
  step2Title: 'Die Person arbeiten lassen',
  step2:
    'Geben Sie ihr einen Platz und das WLAN, nach den Regeln Ihres Hauses. Üblich sind ein bis drei Gratistage, danach Ihr Tagespreis. Es ist Ihr Entgegenkommen, und Sie dürfen Nein sagen.',
  step3Title: 'Das Datum notieren',
  step3:
    'Schreiben Sie das Datum und „{name}“ auf. Wenn Sie mögen, sagen Sie {name} Bescheid: Dort erwidert man es gern.',
  noCatch: 'Nichts zu installieren, nichts zu bezahlen, keine Verpflichtung.',
  proofTitle: 'Ist das echt?',
  proof:
    'Diese Seite kann keine Mitgliedschaft beweisen. Im Zweifel fragen Sie direkt bei {name}; der Kontakt steht unten. Spaces, die mitmachen, scannen den Code und wissen es sofort, auch offline.',
  homeTitle: 'Der Heimat-Space des Mitglieds',
  takePartTitle: 'So kann Ihr Space mitmachen',
  takePart:
    'Dann dürfen auch Ihre Mitglieder in den anderen Spaces arbeiten. Jeder Space betreibt seinen eigenen kleinen Knoten und behält seine eigenen Daten; keine Firma steht dazwischen, und es kostet nichts. Bitten Sie {name} um eine Einladung.',
  takePartPlain:
    'Dann dürfen auch Ihre Mitglieder in den anderen Spaces arbeiten. Jeder Space betreibt seinen eigenen kleinen Knoten und behält seine eigenen Daten; keine Firma steht dazwischen, und es kostet nichts.',
  seeSpaces: 'Die Spaces ansehen, die mitmachen',
  howToJoin: 'Wie ein Space beitritt',
  write: 'An {name} schreiben',
  site: 'Website von {name}',
  hereTitle: 'Sie sind bei {name}',
  hereTitlePlain: 'Sie haben ein Plakat für Mitglieder anderer Spaces gescannt',
  hereLead:
    'Dieses Plakat ist für Mitglieder anderer Coworking-Spaces. Der Scanner in der covisa-Wallet liest es; die Kamera des Telefons allein kann niemanden anmelden.',
  hereVisaTitle: 'Sie haben ein Coworking-Visum',
  hereOpen:
    'Öffnen Sie Ihre Wallet: vom Startbildschirm des Telefons oder auf der Seite Ihres Heimat-Space.',
  hereScan:
    'Wählen Sie „Ich bin hier“, und scannen Sie das Plakat noch einmal mit dem Scanner der Wallet.',
  hereOr: 'Oder zeigen Sie Ihren Code am Empfang. Das geht immer.',
  hereWallet: 'Wallet von {name} öffnen',
  hereWalletText: 'Nur wenn Ihr Visum von diesem Space ist oder Ihre Wallet hier liegt:',
  hereNoVisaTitle: 'Sie haben noch keines',
  hereNoVisa:
    'Fragen Sie Ihren eigenen Coworking-Space, ob er mitmacht. Solange er das nicht tut, fragen Sie am Empfang nach einem Tag hier.',
  hereNotSent:
    'Was auf dem Plakat steht, blieb auf diesem Telefon: Es wurde nirgendwohin gesendet.',
  joinTitle: 'Sie sind eingeladen zu {programme}',
  joinTitlePlain: 'So macht ein Coworking-Space mit',
  joinLead:
    '{name} lädt Ihren Coworking-Space zu einem Programm für Coworking-Visa ein: Ihre Mitglieder dürfen einige Tage gratis in dessen Spaces arbeiten und deren Mitglieder bei Ihnen.',
  joinLeadPlain:
    'Ein Programm ist eine Vereinbarung von Coworking-Spaces über Coworking-Visa: Mitglieder des einen dürfen einige Tage gratis in den anderen arbeiten.',
  joinSpaces: { one: '{count} Space macht mit.', other: '{count} Spaces machen mit.' },
  joinTerms: 'Die Bedingungen von {programme}',
  whoTitle: 'Wer kommen darf',
  whenTitle: 'Wann',
  betweenTitle: 'Zwischen den Spaces',
  joinHaveTitle: 'Ihr Space hat einen Knoten',
  joinHave:
    'Kopieren Sie diesen Link, und fügen Sie ihn in Ihrer Konsole auf der Seite „Programm“ ein.',
  joinLink: 'Einladungslink',
  joinCopy: 'Link kopieren',
  joinTornTitle: 'Dieser Link ist nicht vollständig',
  joinTorn:
    'Ein Teil des Links fehlt. Öffnen Sie den Link in der Nachricht noch einmal oder kopieren Sie ihn ganz, bis zum letzten Zeichen.',
  joinNoLink:
    'Bitten Sie einen Space des Programms um einen Einladungslink, und fügen Sie ihn in Ihrer Konsole auf der Seite „Programm“ ein.',
  joinNext:
    'Einige Spaces des Programms bestätigen Sie dann. Von da an reisen Ihre Mitglieder, und deren Mitglieder kommen zu Ihnen.',
  joinNoneTitle: 'Ihr Space hat noch keinen Knoten',
  joinNone1:
    'Nehmen Sie einen Computer, der an bleibt: einen im Space oder einen kleinen Server. Er braucht Node.js 20.19 oder neuer.',
  joinNone2: 'Holen Sie sich covisa, und geben Sie in dessen Ordner ein:',
  joinNone3:
    'Öffnen Sie den Einmal-Link, den es ausgibt. In etwa fünf Minuten ist Ihr Space eingerichtet.',
  joinFree:
    'covisa ist freie Software unter der Apache-Lizenz. Es nimmt kein Geld ein, und niemand kann Ihren Knoten abschalten.',
};
