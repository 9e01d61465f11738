/** What the wallet says, in French. */

import type { Translation } from '../../i18n/words.js';
import { MANAGE_FRENCH } from '../manage/words/french.js';
import type { ENGLISH } from './english.js';

export const FRENCH: Translation<typeof ENGLISH> = {
  title: 'Portefeuille',
  navLabel: 'Parties du portefeuille',
  navVisas: 'Visas',
  navHere: 'Je suis ici',
  navSpaces: 'Espaces',
  navVisits: 'Visites',
  whichVisa: 'Visa',

  tabOnlyTitle: 'Ce navigateur ne conserve rien ici',
  tabOnly:
    'Un visa ajouté maintenant disparaît quand vous fermez cet onglet. Quittez le mode privé ou le mode Isolement, ou prenez un autre navigateur, puis rouvrez le lien de votre espace d’attache.',
  offlineTitle: 'Vous êtes hors ligne',
  homeAwayTitle: 'Votre espace d’attache ne répond pas',
  offline: 'Votre code fonctionne quand même.',
  knownAgo: 'Espaces et visites : état {ago}.',
  clockTitle: 'L’horloge de cet appareil est fausse',
  clockFast: 'Elle avance d’environ {span}, et un accueil peut refuser votre code.',
  clockSlow: 'Elle retarde d’environ {span}, et un accueil peut refuser votre code.',
  clockMend:
    'Ouvrez les réglages de l’appareil, puis « Date et heure », et activez « Réglage automatique ». Revenez ensuite ici en étant en ligne.',

  installTitle: 'Toujours sous la main',
  install: 'Mettez le portefeuille sur votre écran d’accueil : il s’y ouvre même sans réseau.',
  installIos:
    'Touchez le bouton de partage de Safari, puis « Sur l’écran d’accueil ». Faites-le avant d’ajouter un visa : ce que Safari conserve ne suit pas.',
  installButton: 'Installer',

  visasTitle: { one: 'Votre visa', other: 'Vos visas' },
  visaOf: 'Visa de {name}',
  visaKind: 'Visa de coworking',
  nameless: 'Membre',
  validUntil: 'Valable jusqu’au {date}, se renouvelle seul',
  expiredOn: 'Expiré le {date}',
  showCode: 'Montrer mon code',
  manage: 'Gérer',
  addVisa: 'Ajouter un visa',
  emptyTitle: 'Pas encore de visa',
  empty:
    'Votre espace d’attache, dont vous êtes membre, vous envoie un lien ou vous montre un code. Ouvrez le lien sur ce téléphone, ou ajoutez le code ici.',
  noCardTitle: 'Ce visa n’est pas sur cet appareil',
  noCard: 'Il a été retiré, ou ajouté dans un autre navigateur.',

  codeTitle: 'Votre code',
  codeLabel: 'Code de votre visa de {name}, à scanner à l’accueil',
  freshIn: { one: 'Nouveau dans {count} seconde', other: 'Nouveau dans {count} secondes' },
  brightness:
    'S’il ne se laisse pas scanner : augmentez la luminosité et tenez le téléphone immobile.',
  forAny: 'Valable dans tous les espaces.',
  pickSpace: 'Choisir l’espace',
  forOne: 'Valable chez {name} seulement.',
  makeOpen: 'Le rendre valable partout',
  expiredTitle: 'Ce visa a expiré',
  expired:
    'Il a expiré le {date}. Connectez-vous, puis demandez à votre espace d’attache : une adhésion payée est renouvelée aussitôt. Sinon, demandez à l’équipe de {name}.',
  inactiveTitle: 'Votre adhésion n’est pas active',
  inactive:
    '{name} indique que votre adhésion est suspendue ou terminée. Demandez à son équipe, puis réessayez ici.',
  replacedTitle: 'Ce visa est passé sur un autre téléphone',
  replaced:
    'Il ne fonctionne plus que là-bas. Si ce n’était pas vous, demandez tout de suite un nouveau lien à l’équipe de {name}. Vous pouvez le retirer ici.',
  unknownTitle: 'L’espace d’attache ne connaît pas ce visa',
  unknown:
    '{name} ne connaît plus ce visa. Demandez un nouveau lien à son équipe, puis retirez ce visa ici.',
  askHome: 'Demander maintenant à l’espace d’attache',

  spokenButton: 'Impossible à scanner ? Dicter un code',
  spokenTitle: 'Code à dicter',
  spokenHow: 'Dites votre espace d’attache, {name}, puis ce code. L’accueil le saisit.',
  spokenLeft: { one: 'Valable {count} seconde', other: 'Valable {count} secondes' },
  spokenOver: 'Ce code n’est plus valable. Prenez-en un nouveau.',
  spokenNext: 'Nouveau code',
  spokenFailed:
    'Un code à dicter demande du réseau sur ce téléphone. Demandez le Wi-Fi, ou montrez le code QR.',
  honourButton: 'Ils ne connaissent pas covisa ?',
  honourTitle: 'Pour les personnes à l’accueil',
  honour:
    'Faites-leur scanner ceci avec n’importe quel téléphone. Une page de {name} leur explique, dans leur langue, comment honorer votre visite aujourd’hui et comment participer. Rien de secret n’y figure.',
  honourLabel: 'Lien vers la page de {name} qui explique les visites',

  claimTitle: 'Votre invitation',
  claimFrom: 'Votre visa de coworking de {name}',
  claimWhat:
    'Il vous permet de travailler dans les autres espaces du programme, certains jours gratuitement.',
  claimKey:
    'Cet appareil crée sa propre clé. Elle ne le quitte jamais, et il n’y a pas de mot de passe.',
  claimOffline: 'Le visa s’ouvre et fonctionne sans réseau.',
  claimPrivate:
    'Les autres espaces voient un nom pour l’accueil et votre formule, rien de plus. Pour tous les autres, vos visites sont des nombres qui ne mènent à personne.',
  claimButton: 'Mettre le visa sur cet appareil',
  claimUsed:
    'Cette invitation a déjà servi, ou a expiré. Demandez un nouveau lien à votre espace d’attache : cela lui prend un instant.',
  claimInactive:
    'Votre adhésion est suspendue ou terminée. Demandez à l’équipe de votre espace d’attache.',
  claimTooMany:
    'Ce visa a changé trop souvent de téléphone pendant cette année de visa. Parlez à l’équipe de votre espace d’attache.',
  tornTitle: 'Ce lien n’est pas entier',
  claimTorn:
    'Une partie du lien manque. Rouvrez le lien dans le message, ou copiez-le en entier, jusqu’au dernier caractère.',
  toWallet: 'Vers le portefeuille',
  claimedTitle: 'Votre visa est là',
  claimed:
    'Le visa de {name} est sur cet appareil. Montrez son code à l’accueil d’un espace que vous visitez.',
  iosFirstTitle: 'Sur iPhone ou iPad : installez d’abord',
  iosFirst:
    'Touchez le bouton de partage, puis « Sur l’écran d’accueil ». Ouvrez le portefeuille depuis là, choisissez « Ajouter un visa » et collez ce lien. Ce que vous ajoutez dans Safari reste dans Safari.',
  elsewhereTitle: 'Un autre téléphone, ou déjà un portefeuille ?',
  elsewhere:
    'Scannez ceci avec le téléphone qui doit recevoir le visa. Si vous avez un portefeuille d’un autre espace d’attache, ouvrez-le, choisissez « Ajouter un visa », et scannez ceci ou collez le lien.',
  elsewhereLabel: 'Votre invitation sous forme de lien',
  elsewhereOnce: 'Le lien sert une fois, pour un téléphone. Gardez-le pour vous.',
  copyLink: 'Copier le lien',

  addHow:
    'Scannez le code que votre espace d’attache vous montre, ou collez le lien de son message.',
  addPaste: 'Lien de votre espace d’attache',
  addGotPoster:
    'C’est l’affiche d’un espace, pas une invitation. Pour vous y enregistrer, choisissez « Je suis ici ».',
  addGotOther:
    'Ce n’est pas une invitation d’un espace covisa. Elle commence par l’adresse de votre espace d’attache, suivie de /claim#. Demandez-la-lui.',
  useLink: 'Utiliser ce lien',
  fromPhoto: 'Depuis une photo ou une capture',

  hereTitle: 'Je suis ici',
  hereHow:
    'Scannez l’affiche à la porte. S’il n’y a personne à l’accueil, vous vous enregistrez vous-même.',
  herePaste: 'Lien de l’affiche',
  hereNoPoster: 'Pas d’affiche ?',
  hereGotInvitation:
    'C’est une invitation à un visa. Pour l’ajouter, allez dans « Visas », puis « Ajouter un visa ».',
  hereGotVisa:
    'C’est le code d’un membre. Seul un accueil peut le lire ; scannez l’affiche à la porte.',
  hereGotOther:
    'Ce n’est pas l’affiche d’un espace covisa. Cherchez celle qui porte le nom covisa, à la porte ou à l’accueil.',
  thisSpace: 'cet espace',
  arriveTitle: 'Chez {name}',
  checkIn: 'M’enregistrer',
  checkInMeans:
    'Votre téléphone envoie à cet espace un code valable ici seulement. Un jour gratuit est inscrit aussitôt ; les journées payantes se règlent à l’accueil.',
  toReceptionTitle: 'Montrez ce code à l’accueil',
  doorUnknown:
    'Votre espace d’attache ne répertorie pas cet espace, donc rien n’a été envoyé. Connectez-vous un instant, pour que le portefeuille apprenne les nouveaux espaces ; ou faites scanner ce code à l’accueil.',
  doorNoNode:
    'Ici, on ne peut pas s’enregistrer soi-même. Faites scanner ce code à l’accueil ; il n’est valable qu’ici.',
  doorVenue:
    'L’espace ne connaît pas le lieu de cette affiche. Faites scanner ce code à l’accueil.',
  selfOff:
    'Cet espace ne propose pas de s’enregistrer soi-même. Faites scanner ce code à l’accueil.',
  oddAnswer:
    'Le nœud a répondu quelque chose que ce portefeuille ne comprend pas. Rechargez la page pour obtenir la dernière version ; si cela persiste, prévenez l’espace.',
  homeRefused:
    'Votre espace d’attache ne l’a pas fait. Réessayez plus tard ; si cela persiste, parlez à son équipe.',
  tooManyRequests: 'Trop de vos demandes attendent déjà chez {name}. Parlez à son équipe.',
  visaRenewFirst:
    'Votre visa doit d’abord être renouvelé. Restez en ligne un instant, puis réessayez.',
  withVisa: 'Avec votre visa de {name}',
  doorAway:
    'Le nœud de l’espace ne répond pas. Faites scanner ce code à l’accueil : il fonctionne sans réseau.',
  doorRefused:
    'L’espace ne vous a pas enregistré. Faites scanner ce code à l’accueil : on y voit pourquoi.',
  doorBusy:
    'Trop d’essais à cette porte. Attendez une minute, ou faites scanner ce code à l’accueil.',
  keyLostTitle: 'La clé de ce visa ne fonctionne pas',
  keyLost:
    'Ce navigateur ne peut plus s’en servir. Demandez un nouveau lien à l’équipe de {name} : votre compte de jours reste.',
  claimWrong:
    'Ce lien ne correspond pas à l’espace à son adresse. Recopiez-le depuis le message, ou demandez-en un nouveau à votre espace d’attache.',
  cardDead: 'Votre visa ne fonctionne pas en ce moment. Voir que faire.',
  checkedIn: 'C’est enregistré. Bienvenue !',
  notAloneTitle: 'L’accueil règle cette visite',
  notAlone: 'Faites scanner ce code à l’accueil.',
  wifiTitle: 'Wi-Fi',
  wifiName: 'Réseau',
  wifiPassword: 'Mot de passe',
  wifiOther: 'Pour vos autres appareils :',
  wifiLabel: 'Wi-Fi {name}',
  houseRules: 'Règlement intérieur',

  free: 'Gratuite',
  paid: 'Payante',
  courtesy: 'Offerte',
  refuse: 'Non acceptée',

  spacesTitle: 'Espaces',
  mapLabel: 'Carte des espaces qui vous accueillent',
  noSpacesTitle: 'Pas encore d’espaces',
  noSpaces:
    'Connectez-vous un instant : votre espace d’attache dit au portefeuille quels espaces vous accueillent.',
  noOtherSpaces:
    'Votre espace d’attache n’est encore dans aucun programme avec d’autres espaces. Demandez à son équipe.',
  found: { one: '{count} espace', other: '{count} espaces' },
  nothingFoundTitle: 'Rien ne correspond',
  nothingFound: 'Essayez moins de mots, ou un autre lieu.',
  showAll: 'Tout afficher',
  showMore: { one: 'En afficher {count} de plus', other: 'En afficher {count} de plus' },
  daysLeft: {
    one: 'Il vous reste {count} jour gratuit',
    other: 'Il vous reste {count} jours gratuits',
  },
  unknownSpaceTitle: 'Cet espace n’est plus répertorié',
  unknownSpace: 'Il est parti, a fermé ou ne donne plus signe de vie. Voyez la liste.',
  codeForHere: 'Montrer mon code pour cet espace',
  planTitle: 'Puis-je y aller ce jour-là ?',
  planDate: 'Jour',
  planVenue: 'Lieu',
  planHalf: 'Une demi-journée seulement',
  planNoDate: 'Choisissez un jour.',
  planSure:
    'Calculé sur cet appareil d’après ce que votre espace d’attache a dit en dernier. Ce que voit l’accueil sur place ce jour-là décide.',
  byProgramme: 'Selon les conditions de {name}.',
  noProgrammeTitle: 'Pas de jours gratuits ici',
  noProgramme:
    'Votre espace d’attache et celui-ci n’ont aucun programme commun. Vous pouvez demander une journée ordinaire.',

  visitsTitle: 'Vos visites',
  noVisitsTitle: 'Pas encore de visites',
  noVisits: 'Chaque visite avec ce visa apparaît ici, avec ce qu’elle a compté.',
  noOverview:
    'Connectez-vous un instant : votre espace d’attache dit au portefeuille quelles visites vous avez faites.',
  visitsWhoSees:
    'Ce sont toutes les visites que des espaces ont inscrites cette année de visa. Votre espace d’attache les voit aussi, et un espace à qui votre visa a été montré peut les retrouver.',
  voided: 'Annulée',
  halfDay: 'demi-journée',
  doubled:
    'Inscrite dans deux espaces à la fois pendant que des nœuds étaient injoignables. Les deux comptent.',
  receipt: 'Reçu',
  receiptLabel: 'Enregistrer le reçu de la visite chez {name} le {date}',
  notRight: 'Ce n’est pas exact',
  notRightLabel: 'Visite chez {name} le {date} : ce n’est pas exact',
  objected: 'Vous avez signalé à votre espace d’attache que ce n’est pas exact.',
  objectionWhat: 'Visite chez {name} le {date}',
  objectionHow: '{name} le reçoit, signé par votre clé, et vérifie avec l’espace d’accueil.',
  objectionNote: 'Qu’est-ce qui n’est pas exact ? (facultatif)',
  objectionSend: 'Le dire à mon espace d’attache',

  ...MANAGE_FRENCH,
};
