/** What signing in says, in French. */

import type { Translation } from '../../i18n/words.js';
import type { ENGLISH } from './english.js';

export const FRENCH: Translation<typeof ENGLISH> = {
  signIn: 'Se connecter',
  whoAreYou: 'Qui est à l’accueil ?',
  iAmTheOwner: 'Je gère cet espace',
  somebodyElse: 'Quelqu’un d’autre',
  ownerHint: 'Avec le mot de passe de gestion, choisi lors de la mise en place.',
  password: 'Mot de passe',
  passwordWrong:
    'Ce n’est pas le mot de passe de gestion. S’il est perdu, définissez-en un nouveau sur la machine du nœud avec « covisa password ».',
  noPasswordTitle: 'Aucun mot de passe n’est encore défini',
  noPassword:
    'Ouvrez le lien de mise en place que le nœud affiche dans son terminal, ou définissez-y un mot de passe avec « covisa password ». Rechargez ensuite cette page.',
  deskTitle: 'Équipe d’accueil',
  deskUnpaired:
    'Un code PIN ne fonctionne que sur un appareil associé, pour que personne sur internet ne puisse en essayer. Demandez un code d’association à la gestion : Console, Réglages, « Équipe et appareils ».',
  noPeople:
    'Cet appareil est associé, mais personne n’est encore inscrit pour l’accueil. La gestion s’en charge : Console, Réglages, « Équipe et appareils ».',
  pairThis: 'Associer cet appareil',
  pin: 'Code PIN',
  pinWrong: 'Ce code PIN n’est pas le bon. Saisissez-le à nouveau ; la gestion peut en changer.',
  keys: 'Chiffres',
  deleteDigit: 'Effacer le dernier chiffre',
  pairTitle: 'Associer cet appareil',
  pairHint:
    'Ensuite, l’équipe d’accueil pourra s’y connecter avec son code PIN. N’associez qu’un appareil de votre espace.',
  pairCode: 'Code d’association',
  pairCodeHint:
    'La gestion le crée : Console, Réglages, « Équipe et appareils ». Il est valable dix minutes.',
  pairCodeWrong:
    'Ce code ne fonctionne pas. Il sert une seule fois, pendant dix minutes ; demandez-en un nouveau.',
  connectionInsecure:
    'On ne se connecte pas en HTTP simple : d’autres sur le réseau pourraient lire. Ouvrez l’adresse https:// du nœud, ou http://localhost sur sa propre machine.',
  ownerOnlyTitle: 'Cette page est réservée à la gestion',
  ownerOnly:
    'Vous êtes en session d’accueil sous le nom de {name}. Pour modifier les membres ou les réglages, demandez à la gestion ou connectez-vous comme gestion.',
  toDesk: 'Vers l’accueil',
  signOutAndIn: 'Se connecter comme gestion',
  signOut: 'Se déconnecter',
};
