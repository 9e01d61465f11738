/** What the overview says, in French. */

import type { Translation } from '../../../i18n/words.js';
import type { ENGLISH } from './english.js';

export const FRENCH: Translation<typeof ENGLISH> = {
  waiting: 'En attente de vous',
  nothingWaits: 'Rien ne vous attend.',
  look: 'Voir',
  begin: 'Commencer',
  mode: 'Le nœud ne publie rien pour l’instant',
  erasure: '{name} demande son effacement',
  objection: '{name} dit qu’une visite n’est pas exacte',
  aMember: 'Un membre',
  markDone: 'Fait',
  erasureDone:
    'Effacez d’abord le membre : ouvrez-le et choisissez « Effacer ». Retirez ensuite la demande de la liste.',
  objectionDone: 'Avez-vous parlé au membre et à l’espace ? Alors retirez ceci de la liste.',
  choose: 'Plusieurs listes sont en vigueur : choisissez celle que suit votre espace',
  messages: { one: '{count} nouveau message', other: '{count} nouveaux messages' },
  messagesText: 'De la gestion d’autres espaces.',
  vote: {
    one: '{count} changement à voter',
    other: '{count} changements à voter',
  },
  endorse: {
    one: '{count} espace demande à être admis',
    other: '{count} espaces demandent à être admis',
  },
  peersFail: {
    one: '{count} nœud ne répond pas depuis plus d’une heure',
    other: '{count} nœuds ne répondent pas depuis plus d’une heure',
  },
  peersFailText: 'Votre nœud réessaie. La rubrique Réseau dit pourquoi.',
  noProgramme: 'Vous ne participez encore à aucun programme',
  noProgrammeText: 'Rejoignez-en un par un lien, ou lancez-en un.',
  noMember: 'Vous n’avez pas encore de membres ici',
  noMemberText: 'Ajoutez le premier, ou importez-les tous d’un fichier CSV.',
  noAddress: 'Ce nœud n’a pas d’adresse publique',
  noAddressText:
    'Les autres machines ne le joignent pas : les liens des membres ne marchent que là où marche l’adresse de cette page, et les autres espaces ne peuvent pas lui demander s’il reste un jour gratuit à un membre. Démarrez-le avec --public-url ; docs/hosting.md explique comment.',
  addMember: 'Ajouter un membre',
  openDesk: 'Ouvrir l’accueil',
  today: 'Aujourd’hui',
  visitsToday: 'Visites du jour',
  placesLeft: { one: '{count} place restante', other: '{count} places restantes' },
  activeMembers: 'Membres actifs',
  ofAll: { one: 'sur {count} au total', other: 'sur {count} au total' },
  notFetched: {
    one: '{count} n’a pas encore retiré son visa',
    other: '{count} n’ont pas encore retiré leur visa',
  },
  nodesReached: 'Autres espaces joignables',
  heartbeat: 'Ce nœud s’est annoncé {ago}',
  noHeartbeat: 'Ce nœud ne s’est pas encore annoncé',
  alone:
    'Votre espace n’est encore dans aucun programme : lancez-en un ou rejoignez-en un par un lien.',
  aloneInProgramme:
    'Aucun autre espace n’est encore dans votre programme : envoyez le lien d’invitation.',
  pending: 'Visites pas encore transmises',
  pendingHint: 'Votre nœud les annonce de lui-même aux espaces d’origine.',
};
