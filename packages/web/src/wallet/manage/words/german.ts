/** What the wallet says where a visa is managed, in German. */

import type { Translation } from '../../../i18n/words.js';
import type { MANAGE_ENGLISH } from './english.js';

export const MANAGE_GERMAN: Translation<typeof MANAGE_ENGLISH> = {
  factName: 'Name am Empfang',
  factPlan: 'Tarif',
  factSince: 'Mitglied seit',
  factYear: 'Visumsjahr ab',
  factUntil: 'Gültig bis',
  factKey: 'Schlüssel',
  keyPlatform: 'in diesem Browser, nicht auslesbar',
  keySeed: 'im Speicher dieses Browsers',
  factAsk:
    'Bis das Visumsjahr endet, braucht ein Gratistag in dem Moment die Zustimmung Ihres Heimat-Space.',
  renewal: 'Es erneuert sich von selbst, wenn die Wallet offen und online ist.',

  moveTitle: 'Neues Telefon',
  moveWhat:
    'Nehmen Sie dieses Visum in einer Minute auf ein anderes Telefon mit. Ihre gezählten Gratistage kommen mit.',
  moveButton: 'Code für das neue Telefon zeigen',
  moveLost:
    'Ist Ihr altes Telefon weg? Lassen Sie sich von {name} einen neuen Link geben: Er macht auch das verlorene ungültig.',
  moveStepScan:
    'Scannen Sie das mit der Kamera des neuen Telefons oder dort in der Wallet unter „Visum hinzufügen“.',
  moveStepClaim: 'Holen Sie das Visum dort auf das neue Telefon.',
  moveStepDead: 'In diesem Moment ist das Visum auf diesem Telefon ungültig.',
  moveLabel: 'Link für Ihr neues Telefon',
  moveUntil: 'Gilt einmal, bis {time}.',
  moveWaiting: 'Wartet auf das neue Telefon …',
  moveGiven:
    '{name} hat Ihnen schon einen Code für ein neues Telefon gegeben. Nehmen Sie dort diesen, oder lassen Sie sich einen anderen geben.',
  movedTitle: 'Das Visum ist auf dem neuen Telefon',
  moved: 'Der Schlüssel auf diesem Telefon ist ungültig. Sie können das Visum hier entfernen.',

  numberTitle: 'Neue Nummer',
  numberWhat:
    'Spaces, die Ihr Visum gesehen haben, können über seine Nummer Ihre anderen Besuche finden. Eine neue Nummer beendet das.',
  numberButton: 'Neue Nummer holen',
  numberMeans:
    'Benutzte Tage bleiben benutzt. Bis das Visumsjahr endet, braucht ein Gratistag dann in dem Moment die Zustimmung Ihres Heimat-Space: Hat der besuchte Space kein Netz, zahlen Sie.',
  numberSure: 'Ja, neue Nummer',
  numberTooMany:
    '{name} vergibt in diesem Visumsjahr keine neue Nummer mehr. Das nächste bringt von selbst eine.',
  numberDone: 'Ihr Visum hat eine neue Nummer.',

  dataTitle: 'Meine Daten',
  dataWhat:
    'Die Wallet bewahrt Ihr Visum, Ihren Schlüssel und die Auskünfte Ihres Heimat-Space auf, nur auf diesem Gerät.',
  exportButton: 'Als Datei speichern',
  exportWhat:
    'Die Datei enthält alles außer dem Schlüssel. Ihre Visumsnummer steht darin: Behalten Sie sie für sich.',
  erasureButton: 'Meine Daten löschen lassen',
  erasureMeans:
    '{name} wird gebeten, Ihren Namen, Ihren Kontakt und Ihre Visumsnummer zu löschen. Ihr Visum endet damit, und was bleibt, sind Zahlen, die zu niemandem führen.',
  erasureSure: 'Darum bitten',
  erasureAsked: 'Am {date} haben Sie Ihren Heimat-Space gebeten, Ihre Daten zu löschen.',
  removeButton: 'Dieses Visum von diesem Gerät entfernen',
  removeMeans:
    'Der Schlüssel ist dann endgültig weg. Um das Visum wieder zu haben, brauchen Sie einen neuen Link von {name}.',
  removeSure: 'Entfernen',
};
