/** What the section Visits says, in French. */

import type { Translation } from '../../../i18n/words.js';
import type { ENGLISH } from './english.js';

export const FRENCH: Translation<typeof ENGLISH> = {
  title: 'Visites',
  tabExchange: 'Donné et reçu',
  tabDesk: 'À notre accueil',
  tabDouble: 'Visites en double',
  from: 'Du',
  to: 'Au',
  emptyTitle: 'Aucune visite pendant cette période',
  empty: 'Les visites chez vous et celles de vos membres ailleurs s’afficheront ici.',
  deskEmpty: 'Les visites enregistrées à l’accueil s’affichent ici.',
  given: 'Donné',
  givenHint: 'Par nous aux membres des autres.',
  received: 'Reçu',
  receivedHint: 'Par les autres à nos membres.',
  days: { one: '{count} jour', other: '{count} jours' },
  kinds: '{free} gratuits, {paid} payés, {courtesy} offerts',
  paying: 'Espaces revenus en payant',
  payingHint: 'Espaces dont les membres sont venus gratuitement, puis ont payé d’autres jours.',
  overTime: 'Dans le temps',
  chartLabel: 'Jours donnés et reçus par mois ; le tableau ci-dessous dit la même chose',
  asTable: 'En tableau',
  month: 'Mois',
  bySpace: 'Par espace',
  partner: 'Espace',
  givenFree: 'Donné gratuit',
  givenPaid: 'Donné payé',
  receivedFree: 'Reçu gratuit',
  receivedPaid: 'Reçu payé',
  latest: 'Dernière',
  nameless: 'Un membre',
  visitingMember: 'Un membre en visite',
  unpublished: 'À publier',
  doubleHint:
    'Tant que des nœuds ne se joignaient pas, deux espaces ont pu donner le même jour gratuit. Les deux visites comptent ; les conditions disent qui le prend à sa charge.',
  doubleEmptyTitle: 'Aucune visite en double',
  doubleEmpty: 'Aucun jour gratuit n’a été donné deux fois.',
  sideHome: 'Notre membre',
  sideHost: 'À notre accueil',
  statementTitle: 'Relevé avec {name}',
  statementPeriod: 'Du {from} au {to}, en jours.',
  kind: 'Type',
  givenBy: 'Donné par {name}',
  unproven: {
    one: '{count} visite annoncée par {name} ne repose sur aucun de nos visas.',
    other: '{count} visites annoncées par {name} ne reposent sur aucun de nos visas.',
  },
  statementHint:
    'Les deux espaces comptent les mêmes tampons signés et voient donc les mêmes nombres. Les montants n’en font pas partie.',
};
