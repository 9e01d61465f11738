/** What the widget says, in French. */

import type { Translation } from '../../i18n/words.js';
import type { ENGLISH } from './english.js';

export const FRENCH: Translation<typeof ENGLISH> = {
  heading: 'Visa de coworking : les espaces qui accueillent nos membres',
  mapLabel: 'Carte des espaces',
  search: 'Rechercher',
  searchHint: 'Nom, lieu, langue',
  found: { one: '{count} espace', other: '{count} espaces' },
  nothing: 'Aucun espace ne correspond à cette recherche.',
  empty: 'Aucun espace n’est encore inscrit.',
  all: 'Tout l’annuaire',
};
