/**
 * The texts of a verdict in French, for people at a reception: short, with "vous".
 *
 * | English | French |
 * |---|---|
 * | visa, visa year | le visa, l’année de visa |
 * | home space, host space | l’espace d’attache, l’espace d’accueil |
 * | member | le membre |
 * | free day, half day | le jour gratuit, la demi-journée |
 * | regular rate, plan | le tarif normal, la formule |
 * | consent (of the home space) | l’accord |
 * | terms, offer | les conditions, l’offre |
 */

import type { Catalogue } from '../catalogue.js';
import { formatsOf } from '../formats.js';
import { FRENCH_TERMS } from './french-terms.js';

const REASON_TEXTS: Catalogue['reasons'] = {
  FREE_DAY: 'Cette visite est gratuite.',
  SAME_DAY: 'Déjà enregistré ici le {date} ; revenir le même jour ne change rien.',
  SPACE_REFUSED:
    'La gestion de cet espace a décidé de ne pas accueillir les membres de cet espace d’attache : {reason}',
  VISA_REFUSED: 'Cet espace n’accueille pas ce membre : {reason}',
  HOST_NOT_TAKING: 'Cet espace n’accueille pas de membres en visite en ce moment.',
  VISA_EXPIRED: 'Le visa a expiré.',
  STATIC_NOT_ACCEPTED: 'Les visas imprimés ne donnent pas droit à un jour gratuit ici.',
  BLACKOUT: 'Il n’y a pas de jours gratuits le {date}. {name}',
  VENUE_CLOSED: 'L’espace est fermé le {date}.',
  OUTSIDE_HOURS: 'Les visites gratuites ne commencent qu’à ces heures : {hours}.',
  CAPACITY_FULL: 'Il n’y a plus de place aujourd’hui.',
  CAPACITY_DAY: 'Toutes les places pour les membres en visite ({limit}) sont prises le {date}.',
  CAPACITY_HOME:
    'Toutes les places pour les membres de cet espace d’attache ({limit}) sont prises le {date}.',
  NOTICE_MISSING: 'Il faut {kind} avant l’arrivée, et rien n’a été reçu.',
  NOTICE_SHORT: {
    by: 'hours',
    one: 'Il faut prévenir {hours} heure avant l’arrivée.',
    other: 'Il faut prévenir {hours} heures avant l’arrivée.',
  },
  NOTICE_UNANSWERED: 'La réservation n’a pas encore reçu de réponse.',
  NOTICE_LAPSED: {
    by: 'hours',
    one: 'La réservation n’a pas reçu de réponse en {hours} heure et a expiré.',
    other: 'La réservation n’a pas reçu de réponse en {hours} heures et a expiré.',
  },
  NOTICE_DECLINED: 'L’espace d’accueil a refusé cette visite.',
  PLAN_NOT_ELIGIBLE: 'La formule « {plan} » ne comprend pas de jours gratuits.',
  PLAN_WITHOUT_ALLOWANCE: 'Aucun jour gratuit n’est prévu pour la formule « {plan} ».',
  PRICE_TOO_LOW: 'Les jours gratuits sont réservés aux formules d’au moins {price} par mois.',
  MEMBERSHIP_TOO_SHORT:
    'Les jours gratuits sont réservés aux membres inscrits au plus tard le {since}.',
  TOO_NEAR:
    'L’espace d’attache est à {km} km ; les jours gratuits supposent une distance d’au moins {least} km.',
  PARTY_TOO_LARGE: 'Il y a plus de personnes que les conditions n’en prévoient.',
  ALLOWANCE_HOST_USED: 'Les jours gratuits ici sont épuisés : {used} sur {limit} {window}.',
  ALLOWANCE_PROGRAMME_USED:
    'Les jours gratuits dans tout le programme sont épuisés : {used} sur {limit} {window}.',
  ALLOWANCE_HOME_AT_HOST_USED:
    'Les jours gratuits ici pour tous les membres de cet espace d’attache sont épuisés : {used} sur {limit} {window}.',
  CONSECUTIVE_DAYS_USED: {
    by: 'limit',
    one: 'Pas plus de {limit} jour gratuit d’affilée.',
    other: 'Pas plus de {limit} jours gratuits d’affilée.',
  },
  HOME_SHARE_LOW:
    'Au moins {percent} % de toutes les visites doivent avoir lieu dans l’espace d’attache {window}.',
  LATE_ENTRY_TOO_OLD: {
    by: 'days',
    one: 'Une visite oubliée peut être saisie jusqu’à {days} jour plus tard ; celle-ci est du {date}.',
    other:
      'Une visite oubliée peut être saisie jusqu’à {days} jours plus tard ; celle-ci est du {date}.',
  },
  GRANT_NEEDED: 'Un jour gratuit avec ce visa demande l’accord de l’espace d’attache.',
  HOME_REFUSED: 'L’espace d’attache n’a pas donné son accord pour un jour gratuit.',
  OFFLINE_HOME_SILENT: 'L’espace d’attache est sans nouvelles depuis plus de {limit}.',
  OFFLINE_TOO_MANY: {
    one: 'L’espace d’attache est injoignable, et {count} de ses membres a déjà eu un jour gratuit ici le {date}.',
    other:
      'L’espace d’attache est injoignable, et {count} de ses membres ont déjà eu un jour gratuit ici le {date}.',
  },
  OFFLINE_HOME_AGEING: 'Les dernières nouvelles de l’espace d’attache datent de {hours}.',
  OFFLINE_MANY: {
    one: 'L’espace d’attache est injoignable ; {count} de ses membres a déjà eu un jour gratuit ici le {date}.',
    other:
      'L’espace d’attache est injoignable ; {count} de ses membres ont déjà eu un jour gratuit ici le {date}.',
  },
  HALF_DAY_NOT_COUNTED: 'Les demi-journées ne sont pas comptées ici : c’est une journée entière.',
  HALF_DAY_TOO_LONG: {
    by: 'minutes',
    one: 'Une demi-journée dure ici {minutes} minute au plus : c’est une journée entière.',
    other: 'Une demi-journée dure ici {minutes} minutes au plus : c’est une journée entière.',
  },
  COMPANIONS_PAY: {
    one: '{count} accompagnant paie.',
    other: '{count} accompagnants paient.',
  },
  NOTICE_TO_BE_GIVEN: {
    by: 'hours',
    one: 'Prévenez d’abord : {kind}, {hours} heure avant l’arrivée.',
    other: 'Prévenez d’abord : {kind}, {hours} heures avant l’arrivée.',
  },
  GRANT_TO_BE_ASKED: 'L’espace d’accueil demandera son accord à l’espace d’attache.',
  GRANT_NOT_USED:
    'L’accord de l’espace d’attache vaut pour un autre espace, une autre date ou une autre durée.',
};

const ASSUMPTION_TEXTS: Catalogue['assumptions'] = {
  KNOWN_TO_HOME:
    'Seul l’espace d’attache peut le vérifier ; sans son accord, la condition est réputée remplie.',
  BEFORE_VISA_NUMBER:
    'Les visites d’avant cette année de visa ne sont connues que de l’espace d’attache et ne sont pas comptées.',
  NOT_STATED: 'L’espace n’a pas indiqué ce qu’il faut pour cette règle ; elle est réputée remplie.',
  NOT_COUNTED:
    'Le nombre de membres déjà venus n’est pas connu ici ; la règle est réputée remplie.',
  ARRIVAL_UNKNOWN: 'L’heure d’arrivée n’est pas connue ; la règle est réputée remplie.',
  VISA_RENEWED: 'Il est supposé que l’abonnement continue et que le visa sera renouvelé d’ici là.',
  TIME_ZONE_UNKNOWN: 'Le fuseau horaire du lieu n’est pas connu ici ; l’heure UTC est utilisée.',
};

const PHRASES: Catalogue['phrases'] = {
  free: 'Gratuit.',
  paid: 'Payant.',
  refuse: 'Non accepté.',
  freeLeft: {
    by: 'left',
    one: 'Il restera {left} jour gratuit après celui-ci ; ensuite, {payment}.',
    other: 'Il restera {left} jours gratuits après celui-ci ; ensuite, {payment}.',
  },
  nothing: 'rien',
  regular: 'le tarif normal',
  regularOf: 'le tarif normal, {rate}',
  discount: '{percent} % de réduction sur le tarif normal',
  discountOf: '{percent} % de réduction sur le tarif normal : {discounted} au lieu de {rate}',
  perk: '{payment}, avec ceci : {perk}',
  refused: 'pas de visite',
  pays: 'À payer : {payment}.',
  perHost: 'Jours gratuits restants ici : {after} (avant cette visite : {before}).',
  perProgramme:
    'Jours gratuits restants dans tout le programme : {after} (avant cette visite : {before}).',
  homeAtHost:
    'Jours gratuits restants ici pour tous les membres de cet espace d’attache : {after} (avant cette visite : {before}).',
  exact: 'Le décompte est exact.',
  knownUpTo: 'Les visites sont connues jusqu’à : {time}.',
  homeUnreachable:
    'L’espace d’attache est injoignable ; les visites sont connues jusqu’à : {time}.',
  olderSpaces: 'Espaces dont les dernières visites peuvent manquer ici : {count}.',
  photoId: 'Veuillez vérifier une pièce d’identité avec photo.',
  included: 'Compris : {items}.',
  excluded: 'Non compris : {items}.',
  halfDay: 'La visite compte pour une demi-journée.',
  askGrant: 'L’accord de l’espace d’attache est nécessaire pour un jour gratuit.',
  visaYear: 'au cours de l’année de visa',
  calendarMonth: 'au cours du mois civil',
  calendarYear: 'au cours de l’année civile',
  years: { one: '{count} an', other: '{count} ans' },
  months: '{count} mois',
  days: { one: '{count} jour', other: '{count} jours' },
  hours: { one: '{count} heure', other: '{count} heures' },
  period: 'par période de {period}',
  and: 'et',
  message: 'un message',
  booking: 'une réservation',
};

export const FRENCH: Catalogue = {
  formats: formatsOf('fr'),
  reasons: REASON_TEXTS,
  assumptions: ASSUMPTION_TEXTS,
  phrases: PHRASES,
  terms: FRENCH_TERMS,
};
