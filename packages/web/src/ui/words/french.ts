/** What all pages say, in French. */

import type { Translation } from '../../i18n/words.js';
import type { ENGLISH } from './english.js';

export const FRENCH: Translation<typeof ENGLISH> = {
  loading: 'Chargement…',
  save: 'Enregistrer',
  cancel: 'Annuler',
  close: 'Fermer',
  back: 'Retour',
  next: 'Suivant',
  done: 'Terminé',
  tryAgain: 'Réessayer',
  copy: 'Copier',
  copied: 'Copié',
  copyRefused:
    'Le navigateur ne laisse pas cette page copier. Sélectionnez le texte et copiez-le à la main.',
  language: 'Langue',
  skipToContent: 'Aller au contenu',
  aboutPage: 'Ceci est un nœud covisa : des visas de coworking, sans base de données centrale.',
  failedTitle: 'Cela n’a pas fonctionné',
  nodeUnreachableTitle: 'Le nœud ne répond pas',
  nodeUnreachable:
    'Vérifiez que cet appareil est en ligne et que le nœud fonctionne. Rien n’a été perdu ; réessayez ensuite.',
  tooManyTries: {
    one: 'Trop de tentatives. Attendez {count} seconde, puis réessayez.',
    other: 'Trop de tentatives. Attendez {count} secondes, puis réessayez.',
  },
  insecureTitle: 'Cette page a besoin d’une adresse sécurisée',
  insecure:
    'La caméra, les clés et l’usage hors ligne ne fonctionnent qu’à une adresse https://, ou à http://localhost sur la machine du nœud. Demandez l’adresse https:// à la personne qui gère le nœud.',
  updateReady: 'Une nouvelle version est prête.',
  updateNow: 'Mettre à jour',
  by: 'par {name}',
  'by-owner': 'par la gestion',
  'by-self': 'par enregistrement autonome',
  'by-command-line': 'par la ligne de commande',
};
