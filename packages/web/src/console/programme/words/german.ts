/** What the section Programme says, in German. */

import type { Translation } from '../../../i18n/words.js';
import type { ENGLISH } from './english.js';

export const GERMAN: Translation<typeof ENGLISH> = {
  title: 'Programme',
  startTitle: 'Einem Programm beitreten oder eines starten',
  startAnother: 'Weiterem beitreten oder eines starten',
  join: 'Mit Link beitreten',
  create: 'Eines starten',
  joinHint:
    'Ein Space des Programms gibt Ihnen seinen Link. Ihr Space bewirbt sich, oder er unterschreibt, wenn er zu den Gründern gehört.',
  joinLink: 'Link des Programms',
  joinLinkWrong:
    'Das ist kein Einladungslink. Kopieren Sie ihn noch einmal ganz, so wie ihn der andere Space Ihnen gegeben hat: Er enthält /join#.',
  joinNow: 'Beitreten',
  createHint:
    'Sie und andere Spaces einigen sich auf Bedingungen. Es beginnt, sobald alle Gründer unterschrieben haben; weitere kommen mit Ihrem Link dazu.',
  programmeName: 'Name des Programms',
  purpose: 'Zweck',
  purposeHint: 'Ein Satz für Mitglieder und andere Spaces.',
  founders: 'Weitere Gründer',
  foundersHint:
    'Je Zeile die Adresse des Knotens oder die Id des Space. Leer: Sie beginnen allein und laden andere ein.',
  foundersWrong:
    '„{text}“ ist weder eine Adresse wie https://covisa.example.org noch die Id eines Space, die 43 Zeichen hat.',
  foundingNumbers: 'Stimmen und Befürwortungen',
  terms: 'Bedingungen',
  termsFrom:
    'Diese Bedingungen sind beschlossen und gelten ab {date}. Bis dahin gelten die früheren, denn diese Frist war zugesagt.',
  defaultTerms: {
    one: '{count} Gratistag für jedes Mitglied an jedem Space im Visumsjahr, dann der reguläre Preis: Diese Bedingungen passen den meisten. Sie lassen sich jetzt ändern oder später durch Abstimmung.',
    other:
      '{count} Gratistage für jedes Mitglied an jedem Space im Visumsjahr, dann der reguläre Preis: Diese Bedingungen passen den meisten. Sie lassen sich jetzt ändern oder später durch Abstimmung.',
  },
  changeTerms: 'Bedingungen ändern',
  createNow: 'Programm starten',
  invite: 'Einladungslink zeigen',
  inviteHint: 'Geben Sie diesen Link der Leitung eines anderen Space.',
  inviteQr: 'Einladung zu {name}',
  nameless: 'Ein Programm',
  'standing-founder-pending': 'Noch nicht gegründet',
  'standing-applicant': 'Beworben',
  'standing-admitted': 'Aufgenommen',
  'standing-member': 'Mitglied',
  'standing-left': 'Ausgetreten',
  'standing-removed': 'Entfernt',
  'standing-closed': 'Geschlossen',
  'hint-founder-pending': 'Es beginnt, sobald alle Gründer unterschrieben haben.',
  'hint-applicant':
    'Ihr Space hat sich beworben. Spaces des Programms befürworten ihn; dann nimmt er sofort teil.',
  'hint-admitted':
    'Ihr Space nimmt schon teil. Stimmen kann er, sobald ihm die nächste Liste einen Sitz gibt.',
  'hint-left':
    'Ihr Space ist ausgetreten. Seine Mitglieder werden in diesem Programm nicht mehr empfangen.',
  'hint-removed': 'Die Spaces des Programms haben Ihren entfernt.',
  'hint-closed': 'Der Space ist geschlossen.',
  counts:
    'Spaces mit Stimme: {members}. Aufgenommen, noch ohne Stimme: {admitted}. Teilnehmerliste Nummer {version}.',
  numbers:
    'Stimmen, die die nächste Liste braucht: {votes}. Befürwortungen, durch die ein Space aufgenommen ist: {endorsements}.',
  drafts: 'Änderungen zur Abstimmung',
  draftFounding: 'Die Gründung des Programms',
  draftVersion: 'Liste Nummer {version}',
  draftAdds: 'Nimmt {names} auf.',
  draftRemoves: 'Entfernt {names}.',
  draftTerms: 'Ändert die Bedingungen.',
  draftName: 'Neuer Name: {name}.',
  draftPurpose: 'Neuer Zweck: {text}.',
  draftThreshold: 'Spätere Listen brauchen {votes} Stimmen.',
  draftRule: 'Spätere Listen brauchen so viele Stimmen, wie die übliche Regel sagt.',
  draftEndorsements: {
    one: '{count} Befürwortung nimmt einen Space auf.',
    other: '{count} Befürwortungen nehmen einen Space auf.',
  },
  votes: '{votes} von {needed} Stimmen',
  sign: 'Unterschreiben',
  signed: 'Von uns unterschrieben',
  signTitle: 'Für diese Liste stimmen?',
  signText:
    'Eine Stimme kann zu einer anderen Liste wechseln, bis eine genug Stimmen hat; dann gilt sie endgültig.',
  applicants: 'Spaces, die sich bewerben',
  endorsements: '{have} von {needed} Befürwortungen',
  again: 'trat einmal aus und möchte zurück',
  endorse: 'Befürworten',
  endorsed: 'Von uns befürwortet',
  endorseTitle: '{name} befürworten?',
  endorseText:
    'Sie stehen dafür ein, dass dies ein echter Coworking-Space ist, der die Visa der anderen anerkennt. Haben Sie mit der Leitung gesprochen?',
  roster: 'Spaces',
  ours: 'Ihr Space',
  refuse: 'Seine Mitglieder ablehnen',
  refuseTitle: 'Mitglieder von {name} ablehnen?',
  refuseText:
    'Ihr Empfang sagt ihnen dann mit diesem Grund ab. Das gilt nur für Ihren Space, und Sie können es jederzeit zurücknehmen.',
  refuseReason: 'Grund, wie ihn Ihr Empfang zeigt',
  refuseNoMore: 'Wieder empfangen',
  refuseNoMoreTitle: 'Mitglieder von {name} wieder empfangen?',
  refusedBecause: 'Hier abgelehnt: {reason}',
  propose: 'Änderung vorschlagen',
  proposeTitle: 'Änderung von {name} vorschlagen',
  proposeHint:
    'Ihr Vorschlag ist eine neue Liste mit Ihrer Unterschrift; die anderen stimmen darüber ab.',
  seatAdmitted: {
    one: 'Dem {count} aufgenommenen Space einen Sitz geben',
    other: 'Den {count} aufgenommenen Spaces einen Sitz geben',
  },
  addSpaces: 'Spaces aufnehmen, die sich bewerben',
  removeSpaces: 'Spaces entfernen',
  threshold: 'Stimmen, die spätere Listen brauchen',
  thresholdHint:
    'Von der Mehrheit bis zu allen Mitgliedern. Leer: bei bis zu fünf Mitgliedern die Mehrheit, bei mehr über zwei Drittel.',
  thresholdWrong: 'Eine ganze Zahl oder nichts.',
  endorsementsNeeded: 'Befürwortungen, durch die ein Space aufgenommen ist',
  endorsementsWrong: 'Eine ganze Zahl von 1 bis 100.',
  proposeVotes: 'Sie gilt, sobald genug Spaces unterschrieben haben.',
  proposeNow: 'Vorschlagen',
  draftSilent: 'Zählt {names} nicht mit: seit 60 Tagen nichts gehört.',
  rivals: 'Wohin Ihre Stimme noch wechseln kann',
  rivalsHint:
    'Die geltende Liste ist noch nicht endgültig. Eine Stimme für eine von diesen verlässt die geltende.',
  resting: 'Gelten nur, solange Spaces schweigen',
  restingHint:
    'Diese Listen gelten, aber mit wenigen Stimmen: Kommen die schweigenden Spaces zurück, können sie fallen. Jede weitere Unterschrift hilft.',
  restingText:
    'Die Liste gilt schon. Mit Ihrer Unterschrift braucht sie das Schweigen von weniger Spaces oder von keinem.',
  silent: 'Schweigt',
  leaveOutSilent: {
    one: 'Den {count} Space nicht mitzählen, von dem seit 60 Tagen nichts zu hören war',
    other: 'Die {count} Spaces nicht mitzählen, von denen seit 60 Tagen nichts zu hören war',
  },
  siblings: 'Mehrere Listen gelten: Wählen Sie eine',
  siblingsHint:
    'Für mehr als eine wurde gestimmt, und keine Stimme kann mehr zwischen ihnen entscheiden. Jeder Space wählt für sich und kann jederzeit neu wählen. Sprechen Sie mit den anderen: Sie nehmen mit denen gemeinsam teil, die gleich wählen.',
  siblingOf: 'Liste Nummer {version} vom {date}',
  siblingMembers: {
    one: '{count} Space',
    other: '{count} Spaces',
  },
  onlyHere: 'Nur auf dieser: {names}.',
  siblingVoters: 'Unterschrieben von {names}.',
  siblingTerms: 'Ihre Bedingungen',
  followed: 'Von uns gewählt',
  follow: 'Diese wählen',
  followTitle: 'Die Liste {name} wählen?',
  followText:
    'Ihr Empfang richtet sich ab jetzt nach ihren Spaces und ihren Bedingungen. Den anderen wird nichts mitgeteilt, und Sie können neu wählen.',
  leave: 'Programm verlassen',
  leaveTitle: '{name} verlassen?',
  leaveText:
    'Ihre Mitglieder werden von dessen Spaces sofort nicht mehr empfangen und deren Mitglieder nicht mehr von Ihnen. Um zurückzukommen, müssen Sie sich neu bewerben.',
};
