/** What first set-up says, in French. */

import type { Translation } from '../../../i18n/words.js';
import type { ENGLISH } from './english.js';

export const FRENCH: Translation<typeof ENGLISH> = {
  progress: 'Étape {at} sur {of}',
  begin: 'Commencer',
  toConsole: 'Vers la console',
  noTokenTitle: 'Ce lien n’est pas complet',
  noToken:
    'La mise en place s’ouvre par le lien à usage unique que le nœud affiche dans son terminal. Copiez le lien entier, avec tout ce qui suit le #.',
  tokenWrong:
    'Ce lien n’ouvre pas la mise en place. Il ne sert qu’une fois : si l’espace existe déjà, connectez-vous à la console. Sinon, recopiez le lien depuis le terminal où tourne le nœud.',
  welcomeTitle: 'Bienvenue chez covisa',
  placeTitle: 'Votre espace',
  roomTitle: 'Ce que les membres y trouvent',
  rateTitle: 'Le prix d’une journée',
  recoveryTitle: 'Votre clé de récupération',
  passwordTitle: 'Votre mot de passe',
  programmeTitle: 'Un programme',
  memberTitle: 'Votre premier membre',
  posterTitle: 'Une affiche pour la porte',
  doneTitle: 'C’est tout',
  welcomeLead:
    'En cinq minutes environ, votre espace peut accueillir des membres d’autres espaces de coworking, et les vôtres peuvent travailler ailleurs.',
  costsNothingTitle: 'Cela ne coûte rien',
  costsNothing:
    'covisa ne prend ni paiement ni commission, ne demande de compte nulle part, et cela ne changera pas. Ce que les membres paient à votre accueil reste entre eux et vous.',
  welcomeSpace: 'Vous décrivez votre espace : nom, lieu, horaires, prix d’une journée.',
  welcomeRecovery:
    'Vous notez 24 mots sur papier : avec eux, vous retrouvez votre espace si cette machine est perdue. Préparez un stylo.',
  welcomeProgramme:
    'Vous lancez un programme avec d’autres espaces ou en rejoignez un, et ajoutez votre premier membre.',
  welcomeMade:
    'L’espace a été créé dans le terminal, sa clé de récupération aussi : vous avez déjà ses mots.',
  welcomeKept:
    'Ce que vous saisissez reste dans cet onglet jusqu’à la fin, sauf les mots de passe. Vous pouvez revenir en arrière jusqu’à la mise en place de l’espace ; ensuite, tout se change dans la console.',
  welcomeWords:
    'Les 24 mots ne sont conservés nulle part, pas même dans cet onglet. Ne rechargez pas la page avant de les avoir notés et d’avoir saisi les trois qui sont demandés.',
  spaceName: 'Nom de l’espace',
  spaceNameHint: 'Tel que le voient les membres et les autres espaces.',
  spaceNameWrong: 'Donnez à l’espace un nom de 80 caractères au plus.',
  rateWhy:
    'Après les jours gratuits du programme, un membre en visite paie votre tarif normal, à votre accueil, comme tout le monde. Vous pouvez le changer à tout moment.',
  recoveryWhy:
    'Ces 24 mots sont la clé de votre espace, pour le jour où cette machine serait perdue ou volée. Ils naissent dans ce navigateur ; le nœud ne les reçoit jamais, et personne ne peut vous les renvoyer. La commande « covisa recover » s’en sert. Ils rendent le journal, pas vos membres : faites donc aussi des sauvegardes.',
  recoveryOnce:
    'Ils ne sont montrés que pendant cette mise en place. Notez-les sur papier, dans cet ordre, et rangez-le avec vos contrats. Pas de photo, pas de courriel.',
  recoveryRemadeTitle: 'Ce sont de nouveaux mots',
  recoveryRemade:
    'Les mots que cette page a montrés avant n’ont pas été confirmés, et elle ne les a pas conservés. Si vous les avez notés, ce papier ne vaut plus rien : détruisez-le et notez ceux-ci.',
  recoveryWritten: 'Je les ai notés',
  recoveryPaper:
    'Clé de récupération d’un espace covisa. Qui possède ces mots peut reprendre l’espace.',
  recoveryQuestion: 'Pour être sûr qu’ils sont sur papier : saisissez-en trois.',
  recoveryWord: 'Mot numéro {number}',
  recoveryWordWrong: 'C’est un autre mot. Regardez votre papier, ou les mots encore une fois.',
  recoveryConfirm: 'Vérifier',
  recoveryLook: 'Revoir les mots',
  recoveryConfirmedTitle: 'Votre clé de récupération est sur papier',
  recoveryConfirmed: 'Vous avez saisi ses mots, et cette page les a oubliés.',
  recoveryAnew: 'Créer une autre clé',
  print: 'Imprimer',
  passwordWhy:
    'Il vous ouvre la console, depuis tout navigateur qui atteint ce nœud. L’équipe d’accueil recevra plus tard ses propres codes PIN.',
  password: 'Mot de passe',
  passwordHint: 'Au moins {count} caractères. Une phrase convient bien.',
  passwordShort: 'C’est trop court.',
  passwordEasy:
    'Ce mot de passe serait vite deviné. Choisissez-en un avec plus de caractères différents.',
  passwordAgain: 'Le même mot de passe encore une fois',
  passwordOther: 'Les deux ne sont pas identiques.',
  openTitle: 'Une étape n’est pas terminée :',
  makeSpace: 'Mettre l’espace en place',
  programmeWhy:
    'Un programme, ce sont des espaces qui se sont entendus sur des conditions. Rejoignez-en un par le lien reçu, ou lancez-en un et invitez-en d’autres.',
  programmeStarted: 'Vous participez à {name}. La console montre la suite.',
  canWait: 'Cela peut attendre : tout est dans la console.',
  memberWhy:
    'Un membre reçoit un lien ou un code, l’ouvre sur son téléphone et y a son visa. Vous pourrez importer tous les membres plus tard.',
  posterWhy:
    'Les membres la scannent avec leur portefeuille en arrivant. Accrochez-la à la porte ou à l’accueil.',
  posterOff:
    'Pour l’instant, scanner l’affiche prépare le code sur le téléphone, et votre accueil le vérifie. S’il n’y a personne à la porte, activez ceci ; vous le retrouvez dans la console sous Réglages, « Accueil ».',
  doneText:
    'Votre espace est en place. La console montre ce qui vous attend ; à l’accueil, vous scannez les visas.',
  donePeople:
    'Pour votre équipe d’accueil, ensuite : dans la console, sous Réglages, « Équipe et appareils », donnez à chacun un code PIN et associez la tablette ou l’ordinateur de l’accueil. Avant cela, personne ne s’y connecte, sauf vous.',
};
