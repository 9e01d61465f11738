/** What the directory page says, in French. */

import type { Translation } from '../../i18n/words.js';
import type { ENGLISH } from './english.js';

export const FRENCH: Translation<typeof ENGLISH> = {
  title: 'Annuaire',
  heading: 'Les espaces qui accueillent des membres en visite',
  intro:
    'Membre actif de l’un de ces espaces de coworking, vous pouvez travailler dans les autres. Montrez votre visa de coworking à l’accueil.',
  programmes: 'Programme : {names}',
  mapLabel: 'Carte des espaces',
  found: { one: '{count} espace', other: '{count} espaces' },
  nothingTitle: 'Aucun résultat',
  nothing: 'Aucun espace ne correspond à cette recherche.',
  showAll: 'Afficher tous les espaces',
  emptyTitle: 'Aucun espace n’est encore inscrit',
  empty:
    'Ce nœud n’est encore dans aucun programme, ou les autres espaces n’ont pas encore donné signe de vie. Ils apparaîtront ici d’eux-mêmes.',
  unknownTitle: 'Cet espace ne figure pas ici',
  unknown:
    'Il a peut-être quitté le programme ou fermé, ou son nœud est silencieux depuis deux semaines.',
  allSpaces: 'Tous les espaces',
  getsTitle: 'Ce que reçoit un membre en visite',
  programmeSpaces: { one: '{count} espace', other: '{count} espaces' },
  termsTitle: 'Toutes les conditions de {name}',
  whoTitle: 'Qui peut venir',
  whenTitle: 'Quand',
  betweenTitle: 'Entre les espaces',
  takePartTitle: 'Participer',
  forMembersTitle: 'Comme membre',
  forMembers:
    'Demandez un visa de coworking à votre propre espace. Il vous envoie un lien ; ce lien ouvre le portefeuille sur votre téléphone.',
  openWallet: 'Ouvrir le portefeuille',
  forSpacesTitle: 'Comme espace de coworking',
  forSpaces:
    'Chaque espace fait tourner son propre petit nœud et garde ses propres données. Cela ne coûte rien, et covisa ne prend aucun paiement. Un espace du programme vous envoie une invitation.',
  howToJoin: 'Comment un espace adhère',
  useTitle: 'Utiliser cet annuaire ailleurs',
  useText:
    'Tout le monde peut le lire, depuis n’importe quelle page web. Il est toujours aussi à jour que cette page.',
  json: 'JSON',
  geojson: 'GeoJSON',
  widgetTitle: 'Sur votre propre site',
  widgetText:
    'Copiez ces lignes dans votre page web. Options après # : lang=en, de ou es choisit la langue, map=0 retire la carte.',
  widgetCode: 'Lignes à copier',
  widgetPreview: 'Voir le résultat',
};
