/** What the desk page says around arrivals, in French. */

import type { Translation } from '../../../i18n/words.js';
import type { ENGLISH } from './english.js';

export const FRENCH: Translation<typeof ENGLISH> = {
  title: 'Accueil',
  navigation: 'Parties de l’accueil',
  scan: 'Scanner',
  today: 'Aujourd’hui',
  practice: 'Exercice',
  scannerTest: 'Test du lecteur',
  venue: 'Lieu',
  signOut: 'Se déconnecter',
  soundOn: 'Son activé',
  soundOff: 'Son coupé',
  ready: 'Prêt : tenez le code du visa devant la caméra.',
  readyWithout: 'Prêt pour un lecteur USB, un code parlé, un code collé ou une photo.',
  cameraOff: 'Travailler sans la caméra',
  cameraOn: 'Activer la caméra',

  nodeAwayTitle: 'Le nœud est injoignable',
  nodeAway:
    'Les scans sont gardés sur cet appareil et jugés à son retour. Ne fermez pas cette page.',
  nodeAwayHere:
    'Vérifiez que la machine du nœud est allumée et que cet appareil est dans son réseau.',
  recoveringTitle: 'Le nœud rattrape son journal',
  recovering:
    'Les arrivées fonctionnent et comptent tout de suite ; elles seront publiées ensuite.',
  supersededTitle: 'Une autre copie de ce nœud a écrit dans son journal',
  superseded:
    'Les arrivées fonctionnent et sont gardées ; rien n’est publié. Prévenez le propriétaire.',
  pending: {
    one: '{count} visite attend d’être publiée.',
    other: '{count} visites attendent d’être publiées.',
  },
  keptWaiting: {
    one: '{count} scan attend le nœud.',
    other: '{count} scans attendent le nœud.',
  },
  keptReady: {
    one: '{count} scan gardé reste à décider.',
    other: '{count} scans gardés restent à décider.',
  },
  keptList: 'Scans gardés',
  keptFrom: 'Scanné à {time}',
  keptUnjudged: 'Pas encore jugé',
  keptOpen: 'Décider',
  keptDiscard: 'Abandonner',
  keptDiscardTitle: 'Abandonner ce scan ?',
  keptDiscardText: 'Aucune visite ne sera notée pour lui.',

  otherWays: 'Autres moyens',
  spoken: 'Code parlé',
  spokenHint: 'Le membre le lit dans son portefeuille. Il vaut deux minutes.',
  home: 'Espace d’attache',
  homeMissing: 'Choisissez l’espace d’attache.',
  code: 'Code',
  codeHint: 'Huit lettres et chiffres.',
  codeWrong: 'Un code parlé a huit lettres et chiffres.',
  noHomes: 'Aucun autre espace de vos programmes n’est joignable pour les codes parlés.',
  check: 'Vérifier',
  paste: 'Coller un code',
  pasteLabel: 'Le code du visa',
  pasteHint: 'Il commence par CV1: et compte plusieurs centaines de caractères.',
  photo: 'Photo d’un code',
  photoReading: 'Lecture de l’image…',
  photoNothing:
    'Aucun code trouvé dans cette image. Prenez-la de plus près, bien en face, sans reflets.',
  usbHint: 'Un lecteur USB marche à tout moment : il suffit de scanner.',

  todayOf: 'Aujourd’hui, {date}',
  placesLeft: {
    one: 'Encore {count} place sur {limit} aujourd’hui',
    other: 'Encore {count} places sur {limit} aujourd’hui',
  },
  visitsCount: { one: '{count} visite', other: '{count} visites' },
  noVisitsTitle: 'Pas encore de visite aujourd’hui',
  noVisits: 'Chaque membre que vous enregistrez apparaît ici.',
  todayAwayTitle: 'Les visites du jour sont sur le nœud',
  todayAway: 'Elles réapparaîtront à son retour.',
  refusals: 'Refus',
  kindFree: 'Gratuit',
  kindPaid: 'Payé',
  kindCourtesy: 'Offert',
  half: 'Demi-journée',
  undone: 'Annulé',
  notPublished: 'À publier',
  by: 'par {name}',
  undo: 'Annuler',
  undoTitle: 'Annuler cette visite ?',
  undoText:
    'La visite de {name} est reprise, et son jour gratuit avec elle. C’est possible jusqu’au {time}.',
  undoNow: 'Annuler la visite',
  forgotten: 'Noter une visite oubliée',
  forgottenTitle: 'Une visite oubliée',
  forgottenText:
    'Choisissez le jour, puis scannez le code du membre. Elle n’est gratuite que si l’espace d’attache l’accepte ; sinon notez-la comme payée ou offerte.',
  forgottenDays: {
    one: 'Les conditions permettent de noter un jour gratuit {count} jour plus tard.',
    other: 'Les conditions permettent de noter un jour gratuit jusqu’à {count} jours plus tard.',
  },
  forgottenNever: 'Les conditions ne permettent pas de noter un jour gratuit plus tard.',
  day: 'Jour',
  dayWrong: 'Choisissez un jour avant aujourd’hui, au plus 30 jours en arrière.',
  forgottenNow: 'Visite du {date} : scannez maintenant le code du membre.',
  goOn: 'Continuer',

  practiceStrip: 'Exercice : rien n’est envoyé ni noté.',
  practiceLeave: 'Quitter l’exercice',
  practiceTitle: 'S’exercer avec des membres d’exemple',
  practiceText:
    'Choisissez qui entre. Le résultat suit les mêmes règles qu’un vrai, d’après les conditions de votre programme.',
  practiceDefault:
    'Vous ne participez encore à aucun programme : ce sont donc les conditions habituelles.',
  practiceOf: 'Conditions : {programme}',
  comesIn: 'Entre',
  showCode: 'Code',
  practiceCodeTitle: 'Code d’exercice de {name}',
  practiceCode: 'Montrez-le à un accueil en exercice depuis un autre écran, ou imprimé sur papier.',
  practiceAgain: 'Recommencer',
  sampleNew: 'Vient pour la première fois',
  sampleLast: 'Vient pour son dernier jour gratuit',
  sampleUsed: 'A utilisé tous ses jours gratuits',
  sampleCard: 'Montre une carte imprimée',
  sampleOffline: 'Espace d’attache injoignable depuis des jours',
  sampleAsk: 'A besoin de l’accord de son espace',
  sampleEnded: 'Son visa a expiré',
  sampleRefused: 'Son espace d’attache est refusé ici',
  sampleTorn: 'Montre une moitié de code',
  sampleForeign: 'Montre un code Wi-Fi',
  sampleRefusal: 'un exemple de raison.',

  testTitle: 'Tester un lecteur USB',
  testText:
    'Scannez ce code avec votre lecteur USB. Il contient tous les caractères qu’un code de visa peut avoir.',
  testLabel: 'Code QR pour le test du lecteur',
  testWaiting: 'En attente du lecteur…',
  testGood: 'Le lecteur fonctionne avec cette machine.',
  testGoodPlace:
    'Il est lu d’après la place de ses touches ; la disposition du clavier est sans importance.',
  testGoodLayout: 'Il écrit dans la disposition de cette machine. Ne changez ni l’un ni l’autre.',
  testBad: 'Des caractères se perdent : {missing}',
  testBadHelp:
    'Réglez le lecteur sur le clavier « US English » avec la feuille de configuration de son manuel, avec Entrée à la fin, puis scannez de nouveau.',
  testOther: 'Le lecteur fonctionne, mais un autre code a été scanné. Scannez celui de cette page.',
  testRead: 'Ce qui a été lu',
};
