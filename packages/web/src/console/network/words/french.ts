/** What the section Network says, in French. */

import type { Translation } from '../../../i18n/words.js';
import type { ENGLISH } from './english.js';

export const FRENCH: Translation<typeof ENGLISH> = {
  title: 'Réseau',
  map: 'Espaces de vos programmes',
  emptyTitle: 'Pas encore d’espaces',
  empty: 'Les espaces d’un programme s’affichent ici dès que vous en avez lancé ou rejoint un.',
  callsOut: 'Appelle seulement',
  'status-listed': 'Listé',
  'status-quiet': 'Silencieux',
  'status-unlisted': 'Non listé',
  'status-closed': 'Fermé',
  'reason-not-a-participant': 'Il ne participe à aucun de vos programmes.',
  'reason-no-profile': 'Son profil n’est pas encore arrivé ici.',
  'reason-forked':
    'Deux copies de son nœud ont écrit dans son journal. Il n’est plus listé jusqu’à ce que sa gestion le rétablisse.',
  'reason-profile-old': 'Son profil n’a pas été renouvelé depuis six mois.',
  'reason-not-open': 'Il ne reçoit pas de membres en visite en ce moment.',
  'reason-silent': 'Aucune nouvelle de son nœud depuis deux semaines.',
  peers: 'Nœuds',
  noPeersTitle: 'Pas encore d’autres nœuds',
  noPeers: 'Votre nœud parle aux nœuds de vos programmes.',
  syncAll: 'Tout synchroniser maintenant',
  syncDone: { one: '{count} nœud a répondu.', other: '{count} nœuds ont répondu.' },
  syncFailed: {
    one: '{count} nœud n’a pas répondu. Votre nœud réessaie de lui-même.',
    other: '{count} nœuds n’ont pas répondu. Votre nœud réessaie de lui-même.',
  },
  noAddress: 'Sans adresse publique : c’est lui qui nous appelle',
  neverReached: 'Jamais joint encore',
  lastSuccess: 'Dernière réponse {ago}',
  firstFailure: {
    one: 'En échec depuis : {ago}, {count} essai',
    other: 'En échec depuis : {ago}, {count} essais',
  },
  retryIn: 'Prochain essai {time}',
  ahead: {
    one: 'Son horloge avance de {count} seconde : l’une des deux est fausse.',
    other: 'Son horloge avance de {count} secondes : l’une des deux est fausse.',
  },
  behind: {
    one: 'Son horloge retarde de {count} seconde : l’une des deux est fausse.',
    other: 'Son horloge retarde de {count} secondes : l’une des deux est fausse.',
  },
  'peer-fine': 'En contact',
  'peer-failing': 'En échec',
  'peer-new': 'Pas encore appelé',
  retry: 'Réessayer',
  syncNow: 'Synchroniser',
  retryPeer: 'Appeler {name} maintenant',
};
