/** What the desk says of one arrival, in French. */

import type { Translation } from '../../../i18n/words.js';
import type { ENGLISH } from './english.js';

export const FRENCH: Translation<typeof ENGLISH> = {
  checking: 'Vérification…',
  free: 'Gratuit',
  pay: 'Payant',
  refuse: 'Non accepté',
  again: 'Déjà là',
  nameless: 'Membre sans nom',
  from: 'de {home}',
  unknownHome: 'un espace sans nom',
  plan: 'Formule : {plan}',
  freeDayHere: 'Jour gratuit {number} sur {limit} ici',
  freeDayProgramme: 'Jour gratuit {number} sur {limit} dans tout le programme',
  halfDayCounts: 'Il compte pour une demi-journée.',
  toPay: 'À payer : {amount}',
  toPayUnknown: 'À payer : votre tarif normal',
  followsLast: 'C’est le dernier jour gratuit. Ensuite : {payment}.',
  follows: {
    one: 'Il reste {count} jour gratuit après celui-ci ; ensuite : {payment}.',
    other: 'Il reste {count} jours gratuits après celui-ci ; ensuite : {payment}.',
  },
  exact: 'Le décompte est exact.',
  granted: 'L’espace d’attache a accepté ce jour gratuit.',
  consented:
    'Ce visa n’est gratuit qu’avec l’accord de son espace d’attache. Il vient d’être interrogé, et il a accepté.',
  knownUpTo: 'Les visites ailleurs sont connues jusqu’au {time}.',
  homeUnreachable:
    'L’espace d’attache est injoignable. Les visites ailleurs sont connues jusqu’au {time}.',
  olderSpaces: {
    one: '{count} espace est sans nouvelles depuis plus longtemps ; ses dernières visites peuvent manquer ici. Il n’y a rien à faire.',
    other:
      '{count} espaces sont sans nouvelles depuis plus longtemps ; leurs dernières visites peuvent manquer ici. Il n’y a rien à faire.',
  },
  photoId: 'Merci de regarder une pièce d’identité avec photo.',
  adviceExpired:
    'Demandez au membre de se connecter à internet et d’ouvrir son portefeuille : il renouvelle le visa tout seul. Scannez ensuite de nouveau. Si cela ne suffit pas, enregistrez le jour comme payé.',
  adviceRefused:
    'Ce n’est pas à vous d’en décider, et le membre n’a rien fait de mal à l’accueil. Dites-le aimablement et enregistrez le refus ; en cas de doute, demandez d’abord à la gestion.',
  adviceSilent:
    'Faites payer le tarif normal, ou donnez la journée à titre gracieux. Le membre n’a rien fait de mal : l’espace d’attache est injoignable, et votre nœud réessaie tout seul.',
  asking: 'Question à l’espace d’attache…',
  whole: 'Tout sur ce résultat',
  ofDate: 'Visite du {date}',
  scannedAt: 'Scanné le {time}, pendant que le nœud était injoignable',

  stampFree: 'Valider le jour gratuit',
  recordPaid: 'Noter comme payé',
  otherPaid: 'Payé',
  courtesy: 'Jour offert',
  refuseThem: 'Refuser',
  showWelcome: 'Afficher l’accueil',
  nextMember: 'Membre suivant',
  notNow: 'Fermer sans rien noter',
  amount: 'Montant en {currency}',
  amountPlain: 'Montant',
  amountHint: 'Gardé sur ce nœud seulement, jamais transmis.',
  amountWrong: 'Écrivez un montant comme {example}.',
  courtesyTitle: 'Une journée offerte',
  courtesyReason: 'Raison',
  courtesyHint: 'Gardée sur ce nœud seulement.',
  courtesyFirst: 'Première visite ici',
  courtesyEvent: 'Vient à un événement',
  courtesyMistake: 'Notre erreur',
  courtesyPartner: 'Invité par nous',
  courtesyMissing: 'Choisissez une raison, ou écrivez-en une.',
  recordCourtesy: 'Noter comme offert',
  refuseTitle: 'Refuser cette visite',
  refuseHint:
    'La raison est publique, sans rien sur la personne : les autres espaces voient combien de fois on refuse.',
  reasonFull: 'Pas de place aujourd’hui',
  reasonClosed: 'Nous sommes fermés, ou fermons bientôt',
  reasonRules: 'Nos règles ou les conditions du programme',
  reasonIdentity: 'Ce n’est pas la personne de ce visa',
  reasonConduct: 'Comportement',
  reasonOther: 'Une autre raison',
  refuseNote: 'Note pour nous',
  refuseNoteHint: 'Gardée sur ce nœud seulement.',
  recordRefusal: 'Noter le refus',
  back: 'Retour',

  moreTitle: 'En savoir plus sur cette visite',
  halfDay: 'Une demi-journée',
  companions: 'Personnes venues avec le membre',
  noticeGiven: 'La visite était annoncée',

  welcome: 'Bienvenue, {name} !',
  welcomePlain: 'Bienvenue !',
  recordedFree: 'Noté : un jour gratuit.',
  recordedPaid: 'Noté : payé, {amount}.',
  recordedPaidPlain: 'Noté : payé.',
  recordedCourtesy: 'Noté : une journée offerte.',
  waitsForLog: 'La visite sera publiée dès que le nœud le pourra.',
  showMember: 'Tournez l’écran vers le membre.',
  noWelcome:
    'Il n’y a encore rien à montrer au membre. La gestion peut ajouter le Wi-Fi et les règles de la maison dans la console : Réglages, « Accueil ».',
  wifiTitle: 'Wi-Fi',
  wifiLabel: 'Code QR pour rejoindre le Wi-Fi {ssid}',
  wifiNetwork: 'Réseau',
  wifiPassword: 'Mot de passe',
  houseRules: 'Règles de la maison',
  refusedTitle: 'Le refus est noté',
  refusedHint: 'Raison : {reason}. Le membre la voit dans son portefeuille.',

  keptTitle: 'Gardé pour plus tard',
  kept: 'Le nœud ne répond pas. Ce scan est gardé sur cet appareil et sera jugé au retour du nœud, à l’heure du scan, dans les 12 heures. D’ici là, décidez comme votre maison le fait sans résultat.',
  notKeptTitle: 'Le nœud ne répond pas',
  notKept:
    'Ce scan n’a pas pu être gardé : le stockage de l’appareil est refusé ou plein. Notez le nom, et scannez de nouveau au retour du nœud.',

  problemTitle: 'Ce code ne vaut pas ici',
  foreignEmpty: 'Il est vide. Scannez ou collez le code de nouveau.',
  foreignTooLong:
    'C’est trop long pour le code d’un visa. Collez seulement ce qui commence par CV1:.',
  foreignTorn:
    'Le code est coupé ou mal lu. Demandez au membre d’augmenter la luminosité et de tenir l’écran immobile, puis scannez de nouveau.',
  foreignNewer:
    'Ce code vient d’une version plus récente. La gestion doit mettre ce nœud à jour ; d’ici là, le membre dit un code parlé.',
  foreignClaim:
    'C’est le lien qui met un visa sur le téléphone du membre. Le membre l’ouvre sur le sien ; scannez ensuite le code que montre le portefeuille.',
  foreignPairing:
    'Ce lien associe un accueil. Ouvrez-le dans le navigateur de l’appareil concerné.',
  foreignJoin: 'Ce lien fait rejoindre un programme. La gestion l’ouvre dans la console.',
  foreignPoster: 'C’est une affiche de porte. Le membre la scanne avec son portefeuille.',
  foreignHonour:
    'C’est le code simple pour les accueils sans covisa. Demandez au membre de montrer le code du visa dans le portefeuille.',
  foreignLink:
    'C’est un lien vers une page web. Demandez au membre de montrer le code du visa dans le portefeuille.',
  foreignWifi:
    'C’est un code Wi-Fi. Demandez au membre de montrer le code du visa dans le portefeuille.',
  foreignContact:
    'C’est un contact. Demandez au membre de montrer le code du visa dans le portefeuille.',
  foreignSpoken:
    'On dirait un code parlé. Saisissez-le sous « Code parlé », avec l’espace d’attache.',
  foreignPractice: 'C’est un code d’exercice. Ouvrez « Exercice », puis scannez-le de nouveau.',
  foreignOther:
    'C’est le code d’un autre système. Demandez au membre de montrer le code du visa dans le portefeuille.',
  realInPractice: 'C’est un vrai visa. Quittez l’exercice pour le vérifier.',
  whatWasRead: 'Ce qui a été lu : {text}',
  codeIs: 'Code pour l’assistance : {code}',
  scanAgain: 'Scanner de nouveau',
};
