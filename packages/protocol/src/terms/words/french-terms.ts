/** Terms and offers in plain French. */

import type { TermsPhrases } from '../catalogue.js';

const TEXTS: TermsPhrases['texts'] = {
  freeDays: { one: '{count} jour gratuit', other: '{count} jours gratuits' },
  freeVisits: { one: '{count} visite gratuite', other: '{count} visites gratuites' },
  perHost: '{amount} dans chaque espace {window}',
  perProgramme: '{amount} dans tout le programme {window}',
  perHome:
    '{amount} dans chaque espace pour l’ensemble des membres d’un même espace d’attache {window}',
  quoted: '« {name} »',
  plansOnly: 'pour les formules {plans}',
  plansExcept: 'pour toutes les formules sauf {plans}',
  noFurtherVisits: 'plus aucune visite',
  thenAfter: ', puis {consequence}',
  after: 'Après les jours gratuits : {consequence}.',
  consecutive: {
    one: 'Au plus {count} jour gratuit d’affilée dans chaque espace',
    other: 'Au plus {count} jours gratuits d’affilée dans chaque espace',
  },
  pause: {
    one: ' ; {count} jour sans visite met fin à la série',
    other: ' ; {count} jours sans visite mettent fin à la série',
  },
  otherwisePay: 'Sinon, la visite coûte le tarif normal.',
  otherwiseRefuse: 'Sinon, la visite n’est pas acceptée.',
  eligiblePlans: 'Les jours gratuits sont accordés {plans}.',
  membership: 'L’abonnement dure depuis au moins {period}.',
  price: 'La formule coûte au moins {prices} par mois.',
  or: 'ou',
  distance: 'L’espace d’attache est à {km} km au moins (à vol d’oiseau).',
  distanceWaived: {
    one: 'Cela ne vaut pas pour {count} paire d’espaces.',
    other: 'Cela ne vaut pas pour {count} paires d’espaces.',
  },
  noticeNone: 'Aucun préavis n’est nécessaire.',
  message: 'Il faut un message avant l’arrivée.',
  messageHours: {
    one: 'Il faut un message {count} heure avant l’arrivée.',
    other: 'Il faut un message {count} heures avant l’arrivée.',
  },
  booking: 'Il faut une réservation avant l’arrivée.',
  bookingHours: {
    one: 'Il faut une réservation {count} heure avant l’arrivée.',
    other: 'Il faut une réservation {count} heures avant l’arrivée.',
  },
  noticeLapses: {
    one: 'Une demande restée sans réponse expire après {count} heure.',
    other: 'Une demande restée sans réponse expire après {count} heures.',
  },
  opening: 'Une visite commence pendant les heures d’ouverture.',
  windows: 'Une visite commence à ces heures : {windows}.',
  span: 'de {from} à {to}',
  spanOn: '{span} ({weekdays})',
  blackout: 'Pas de jours gratuits ces jours-là : {days}.',
  dateRange: 'du {from} au {to}',
  monthDay: { by: 'day', one: '{day}er {month}', other: '{day} {month}' },
  yearly: 'chaque année le {day}',
  yearlyRange: 'chaque année du {from} au {to}',
  weekdayInMonth: '{weekday} en {month}',
  nthOfEveryMonth: {
    by: 'nth',
    one: 'le {nth}er {weekday} de chaque mois',
    other: 'le {nth}e {weekday} de chaque mois',
  },
  nthOfMonth: {
    by: 'nth',
    one: 'le {nth}er {weekday} en {month}',
    other: 'le {nth}e {weekday} en {month}',
  },
  lastOfEveryMonth: 'le dernier {weekday} de chaque mois',
  lastOfMonth: 'le dernier {weekday} en {month}',
  easter: 'le dimanche de Pâques',
  beforeEaster: {
    one: '{count} jour avant le dimanche de Pâques',
    other: '{count} jours avant le dimanche de Pâques',
  },
  afterEaster: {
    one: '{count} jour après le dimanche de Pâques',
    other: '{count} jours après le dimanche de Pâques',
  },
  capacityDay: {
    one: 'Au plus {count} membre en visite par jour.',
    other: 'Au plus {count} membres en visite par jour.',
  },
  capacityHome: {
    one: 'Au plus {count} membre d’un même espace d’attache par jour.',
    other: 'Au plus {count} membres d’un même espace d’attache par jour.',
  },
  capacityRoom: 'Seulement s’il y a de la place.',
  partyNobody: 'Pour le membre désigné seulement.',
  party: 'Un groupe compte au plus : {people}.',
  adults: { one: '{count} adulte (le membre)', other: '{count} adultes (membre compris)' },
  children: { one: '{count} enfant', other: '{count} enfants' },
  companions: { one: '{count} accompagnant', other: '{count} accompagnants' },
  othersPay: 'Les autres personnes paient.',
  halfDaysNone: 'Les demi-journées ne sont pas comptées : chaque visite est une journée entière.',
  halfDays:
    'Une présence d’au plus {percent} % des heures d’ouverture compte pour une demi-journée.',
  dayBoundary: 'Une journée commence à {time}.',
  staticAllowed: 'Les visas imprimés sont acceptés, avec l’accord de l’espace d’attache.',
  staticPay: 'Un visa imprimé ne donne pas de jour gratuit.',
  staticRefuse: 'Les visas imprimés ne sont pas acceptés.',
  photoNever: 'Aucune pièce d’identité n’est demandée.',
  photoStatic: 'Un visa imprimé se présente avec une pièce d’identité avec photo.',
  photoAlways: 'Le visa se présente avec une pièce d’identité avec photo.',
  offlineAge: {
    by: 'upper',
    one: 'Sans l’accord de l’espace d’attache : gratuit s’il a donné signe de vie au cours de la dernière heure, avec un avertissement après {lower} ; ensuite, le tarif normal.',
    other:
      'Sans l’accord de l’espace d’attache : gratuit s’il a donné signe de vie au cours des {upper} dernières heures, avec un avertissement après {lower} ; ensuite, le tarif normal.',
  },
  offlineFree: {
    by: 'upper',
    one: 'Sans l’accord de l’espace d’attache : au plus {upper} visite gratuite de ses membres par jour, avec un avertissement à partir de {lower} ; ensuite, le tarif normal.',
    other:
      'Sans l’accord de l’espace d’attache : au plus {upper} visites gratuites de ses membres par jour, avec un avertissement à partir de {lower} ; ensuite, le tarif normal.',
  },
  reciprocityHost: 'Les conditions de l’espace d’accueil s’appliquent.',
  reciprocityMin:
    'L’espace d’accueil donne ce qu’il offre lui-même ou ce qu’offre l’espace d’attache : le moindre des deux.',
  homeShare:
    'Au moins {percent} % de toutes les visites ont lieu dans l’espace d’attache {window}.',
  overspendHost:
    'Les jours gratuits accordés en trop pendant que des nœuds étaient injoignables sont offerts par l’espace d’accueil.',
  overspendHome:
    'Les jours gratuits accordés en trop pendant que des nœuds étaient injoignables sont à la charge de l’espace d’attache.',
  overspendMember:
    'Les jours gratuits accordés en trop pendant que des nœuds étaient injoignables sont payés par le membre.',
  lateEntry: {
    one: 'Une visite oubliée peut être saisie jusqu’à {count} jour plus tard ; elle n’est gratuite qu’avec l’accord de l’espace d’attache.',
    other:
      'Une visite oubliée peut être saisie jusqu’à {count} jours plus tard ; elle n’est gratuite qu’avec l’accord de l’espace d’attache.',
  },
  correct: {
    one: 'Une visite peut être corrigée dans un délai de {count} heure.',
    other: 'Une visite peut être corrigée dans un délai de {count} heures.',
  },
  noShowsCount: 'Une visite réservée à laquelle personne n’est venu est comptée.',
  noShowsFree: 'Une visite réservée à laquelle personne n’est venu n’est pas comptée.',
  termsNotice: {
    one: 'De nouvelles conditions s’appliquent {count} jour après leur annonce.',
    other: 'De nouvelles conditions s’appliquent {count} jours après leur annonce.',
  },
  leavingNotice: {
    one: 'Un espace qui se retire accueille encore pendant {count} jour.',
    other: 'Un espace qui se retire accueille encore pendant {count} jours.',
  },
  marketingHome: 'Seul l’espace d’attache utilise les coordonnées à des fins commerciales.',
  marketingAsked:
    'L’espace d’attache utilise les coordonnées à des fins commerciales, et l’espace d’accueil s’il y a été autorisé.',
  hostDecides: 'Chaque espace peut décider lui-même, y compris plus strictement : {families}.',
  waived: 'Conditions levées : {families}.',
  agreement: 'Avec {space} : {sentence}',
  agreementFrom: 'Avec {space}, à partir du {from} : {sentence}',
  agreementUntil: 'Avec {space}, jusqu’au {until} : {sentence}',
  agreementBetween: 'Avec {space}, du {from} au {until} : {sentence}',
  plan: 'La formule {own} d’ici correspond à {common} dans le programme.',
  refused: 'Les membres de {space} ne sont pas acceptés : {reason}',
};

export const FRENCH_TERMS: TermsPhrases = {
  texts: TEXTS,
  weekdays: [
    'le lundi',
    'le mardi',
    'le mercredi',
    'le jeudi',
    'le vendredi',
    'le samedi',
    'le dimanche',
  ],
  weekdaysOfMonth: ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche'],
  months: [
    'janvier',
    'février',
    'mars',
    'avril',
    'mai',
    'juin',
    'juillet',
    'août',
    'septembre',
    'octobre',
    'novembre',
    'décembre',
  ],
  separator: ' ; ',
  families: {
    allowances: 'jours gratuits',
    after: 'ce qui suit les jours gratuits',
    consecutive: 'jours d’affilée',
    distance: 'distance',
    eligible: 'abonnements admis',
    notice: 'préavis',
    hours: 'horaires',
    blackout: 'jours sans visites gratuites',
    capacity: 'places',
    party: 'accompagnants',
    halfDays: 'demi-journées',
    staticVisas: 'visas imprimés',
    offline: 'limites sans connexion',
  },
};
