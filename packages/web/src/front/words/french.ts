/** What the front page says, in French. */

import type { Translation } from '../../i18n/words.js';
import type { ENGLISH } from './english.js';

export const FRENCH: Translation<typeof ENGLISH> = {
  title: 'covisa',
  takesPart:
    'Les membres d’autres espaces peuvent travailler ici, et les nôtres chez eux : avec un visa de coworking.',
  soon: 'Cet espace va bientôt participer aux visas de coworking.',
  getsTitle: 'Si vous êtes membre d’un autre espace',
  gets: 'Vous recevez {free}.',
  getsHow: 'Montrez votre visa de coworking à l’accueil. Rien à réserver ni à payer chez covisa.',
  noProgramme:
    'Ce que reçoit un membre en visite s’affiche ici dès que cet espace fait partie d’un programme.',
  doors: 'Pour continuer',
  member: 'Membres',
  memberText:
    'Votre visa de coworking sur votre téléphone : le montrer, voir vos jours gratuits, trouver des espaces.',
  desk: 'Accueil',
  deskText: 'Scanner un visa, voir le verdict, enregistrer la visite.',
  owner: 'Gestion',
  ownerText: 'Membres, visites, programme, réglages.',
  everybody: 'Tout le monde',
  everybodyText: 'Tous les espaces participants, sur une carte et en liste.',
  whatTitle: 'Qu’est-ce qu’un visa de coworking ?',
  what: 'Un accord entre espaces de coworking : un membre actif de l’un peut travailler gratuitement quelques jours dans un autre, puis paie le tarif normal. Chaque espace fait tourner son propre nœud avec ses propres données ; aucune entreprise au milieu, rien à payer à personne.',
  howToJoin: 'Comment un espace adhère',
  emptyTitle: 'Ce nœud n’a pas encore d’espace',
  empty:
    'La personne qui le gère trouve un lien à usage unique dans le terminal où le nœud a été lancé. Ce lien guide les premiers pas.',
};
