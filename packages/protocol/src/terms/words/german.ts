/**
 * The texts of a verdict in German, for people at a reception: short, and without "du" or "Sie".
 *
 * | English | German |
 * |---|---|
 * | visa, visa year | das Visum (Mehrzahl: die Visa), Visumsjahr |
 * | home space, host space | der Heimat-Space, der besuchte Space |
 * | member | Mitglied |
 * | free day, half day | Gratistag ("freier Tag" wäre arbeitsfrei), halber Tag |
 * | regular rate, plan | regulärer Preis, Tarif |
 * | consent (of the home space) | Zustimmung |
 * | terms, offer | Bedingungen, Angebot |
 */

import type { Catalogue } from '../catalogue.js';
import { formatsOf } from '../formats.js';
import { GERMAN_TERMS } from './german-terms.js';

const REASON_TEXTS: Catalogue['reasons'] = {
  FREE_DAY: 'Dieser Besuch ist gratis.',
  SAME_DAY: 'Hier am {date} schon eingecheckt; am selben Tag wiederzukommen ändert nichts.',
  SPACE_REFUSED:
    'Die Leitung dieses Space hat entschieden, keine Mitglieder jenes Heimat-Space aufzunehmen: {reason}',
  VISA_REFUSED: 'Dieser Space nimmt dieses Mitglied nicht auf: {reason}',
  HOST_NOT_TAKING: 'Dieser Space nimmt zurzeit keine Mitglieder anderer Spaces auf.',
  VISA_EXPIRED: 'Das Visum ist abgelaufen.',
  STATIC_NOT_ACCEPTED: 'Gedruckte Visa gelten hier nicht für einen Gratistag.',
  BLACKOUT: 'Am {date} gibt es keine Gratistage. {name}',
  VENUE_CLOSED: 'Am {date} ist geschlossen.',
  OUTSIDE_HOURS: 'Gratisbesuche beginnen nur in diesen Zeiten: {hours}.',
  CAPACITY_FULL: 'Heute ist kein Platz mehr.',
  CAPACITY_DAY: 'Alle Plätze für Mitglieder anderer Spaces ({limit}) sind am {date} vergeben.',
  CAPACITY_HOME: 'Alle Plätze für Mitglieder jenes Space ({limit}) sind am {date} vergeben.',
  NOTICE_MISSING: 'Vor der Ankunft ist eine {kind} nötig, und es gibt keine.',
  NOTICE_SHORT: {
    by: 'hours',
    one: 'Die Anmeldung muss {hours} Stunde vor der Ankunft da sein.',
    other: 'Die Anmeldung muss {hours} Stunden vor der Ankunft da sein.',
  },
  NOTICE_UNANSWERED: 'Die Buchung ist noch nicht beantwortet.',
  NOTICE_LAPSED: {
    by: 'hours',
    one: 'Die Buchung wurde nicht innerhalb von {hours} Stunde beantwortet und ist verfallen.',
    other: 'Die Buchung wurde nicht innerhalb von {hours} Stunden beantwortet und ist verfallen.',
  },
  NOTICE_DECLINED: 'Der besuchte Space hat diesen Besuch abgelehnt.',
  PLAN_NOT_ELIGIBLE: 'Der Tarif „{plan}“ enthält keine Gratistage.',
  PLAN_WITHOUT_ALLOWANCE: 'Für den Tarif „{plan}“ sind keine Gratistage festgelegt.',
  PRICE_TOO_LOW: 'Gratistage gibt es für Tarife ab {price} im Monat.',
  MEMBERSHIP_TOO_SHORT:
    'Gratistage gibt es für alle, die spätestens seit dem {since} Mitglied sind.',
  TOO_NEAR:
    'Der Heimat-Space ist {km} km entfernt; Gratistage gibt es erst ab {least} km Entfernung.',
  PARTY_TOO_LARGE: 'Es sind mehr Personen mitgekommen, als die Bedingungen vorsehen.',
  ALLOWANCE_HOST_USED: 'Die Gratistage hier sind aufgebraucht: {used} von {limit} {window}.',
  ALLOWANCE_PROGRAMME_USED:
    'Die Gratistage im ganzen Programm sind aufgebraucht: {used} von {limit} {window}.',
  ALLOWANCE_HOME_AT_HOST_USED:
    'Die Gratistage hier für alle Mitglieder jenes Space sind aufgebraucht: {used} von {limit} {window}.',
  CONSECUTIVE_DAYS_USED: {
    by: 'limit',
    one: 'Nicht mehr als {limit} Gratistag hintereinander.',
    other: 'Nicht mehr als {limit} Gratistage hintereinander.',
  },
  HOME_SHARE_LOW:
    'Mindestens {percent} % aller Besuche {window} müssen im Heimat-Space stattfinden.',
  LATE_ENTRY_TOO_OLD: {
    by: 'days',
    one: 'Ein vergessener Besuch kann bis zu {days} Tag später nachgetragen werden; dieser ist vom {date}.',
    other:
      'Ein vergessener Besuch kann bis zu {days} Tage später nachgetragen werden; dieser ist vom {date}.',
  },
  GRANT_NEEDED: 'Ein Gratistag mit diesem Visum braucht die Zustimmung des Heimat-Space.',
  HOME_REFUSED: 'Der Heimat-Space hat einem Gratistag nicht zugestimmt.',
  OFFLINE_HOME_SILENT: 'Vom Heimat-Space ist seit mehr als {limit} nichts zu hören.',
  OFFLINE_TOO_MANY: {
    one: 'Der Heimat-Space ist nicht erreichbar, und {count} seiner Mitglieder hatte hier am {date} schon einen Gratistag.',
    other:
      'Der Heimat-Space ist nicht erreichbar, und {count} seiner Mitglieder hatten hier am {date} schon einen Gratistag.',
  },
  OFFLINE_HOME_AGEING: 'Der Heimat-Space hat zuletzt vor {hours} von sich hören lassen.',
  OFFLINE_MANY: {
    one: 'Der Heimat-Space ist nicht erreichbar; {count} seiner Mitglieder hatte hier am {date} schon einen Gratistag.',
    other:
      'Der Heimat-Space ist nicht erreichbar; {count} seiner Mitglieder hatten hier am {date} schon einen Gratistag.',
  },
  HALF_DAY_NOT_COUNTED: 'Halbe Tage gibt es hier nicht: Das ist ein ganzer Tag.',
  HALF_DAY_TOO_LONG: {
    by: 'minutes',
    one: 'Ein halber Tag dauert hier höchstens {minutes} Minute: Das ist ein ganzer Tag.',
    other: 'Ein halber Tag dauert hier höchstens {minutes} Minuten: Das ist ein ganzer Tag.',
  },
  COMPANIONS_PAY: {
    one: '{count} Begleitperson zahlt.',
    other: '{count} Begleitpersonen zahlen.',
  },
  NOTICE_TO_BE_GIVEN: {
    by: 'hours',
    one: 'Bitte vorher anmelden: eine {kind}, {hours} Stunde vor der Ankunft.',
    other: 'Bitte vorher anmelden: eine {kind}, {hours} Stunden vor der Ankunft.',
  },
  GRANT_TO_BE_ASKED: 'Der besuchte Space holt die Zustimmung des Heimat-Space ein.',
  GRANT_NOT_USED:
    'Die Zustimmung des Heimat-Space gilt für einen anderen Space, ein anderes Datum oder eine andere Dauer.',
};

const ASSUMPTION_TEXTS: Catalogue['assumptions'] = {
  KNOWN_TO_HOME: 'Das kann nur der Heimat-Space prüfen; ohne seine Zustimmung gilt es als erfüllt.',
  BEFORE_VISA_NUMBER:
    'Besuche vor diesem Visumsjahr kennt nur der Heimat-Space; sie sind nicht mitgezählt.',
  NOT_STATED: 'Der Space hat nicht angegeben, was diese Regel braucht; sie gilt als erfüllt.',
  NOT_COUNTED: 'Wie viele gekommen sind, ist hier nicht bekannt; die Regel gilt als erfüllt.',
  ARRIVAL_UNKNOWN: 'Die Ankunftszeit ist nicht bekannt; die Regel gilt als erfüllt.',
  VISA_RENEWED:
    'Angenommen ist, dass die Mitgliedschaft weitergeht und das Visum bis dahin erneuert wird.',
  TIME_ZONE_UNKNOWN: 'Die Zeitzone des Ortes ist hier nicht bekannt; es gilt UTC.',
};

const PHRASES: Catalogue['phrases'] = {
  free: 'Gratis.',
  paid: 'Kostenpflichtig.',
  refuse: 'Nicht angenommen.',
  freeLeft: {
    by: 'left',
    one: 'Danach bleibt noch {left} Gratistag; dann {payment}.',
    other: 'Danach bleiben noch {left} Gratistage; dann {payment}.',
  },
  nothing: 'nichts',
  regular: 'der reguläre Preis',
  regularOf: 'der reguläre Preis, {rate}',
  discount: '{percent} % Nachlass auf den regulären Preis',
  discountOf: '{percent} % Nachlass auf den regulären Preis: {discounted} statt {rate}',
  perk: '{payment}, und dazu: {perk}',
  refused: 'kein Besuch',
  pays: 'Zu zahlen: {payment}.',
  perHost: 'Verbleibende Gratistage hier: {after} (vor diesem Besuch: {before}).',
  perProgramme:
    'Verbleibende Gratistage im ganzen Programm: {after} (vor diesem Besuch: {before}).',
  homeAtHost:
    'Verbleibende Gratistage hier für alle Mitglieder jenes Space: {after} (vor diesem Besuch: {before}).',
  exact: 'Die Zählung ist genau.',
  knownUpTo: 'Besuche sind bekannt bis {time}.',
  homeUnreachable: 'Der Heimat-Space ist nicht erreichbar; Besuche sind bekannt bis {time}.',
  olderSpaces: 'Spaces, deren jüngste Besuche hier fehlen können: {count}.',
  photoId: 'Bitte einen Lichtbildausweis ansehen.',
  included: 'Inbegriffen: {items}.',
  excluded: 'Nicht inbegriffen: {items}.',
  halfDay: 'Der Besuch zählt als halber Tag.',
  askGrant: 'Für einen Gratistag ist die Zustimmung des Heimat-Space nötig.',
  visaYear: 'im Visumsjahr',
  calendarMonth: 'im Kalendermonat',
  calendarYear: 'im Kalenderjahr',
  years: { one: '{count} Jahr', other: '{count} Jahren' },
  months: { one: '{count} Monat', other: '{count} Monaten' },
  days: { one: '{count} Tag', other: '{count} Tagen' },
  hours: { one: '{count} Stunde', other: '{count} Stunden' },
  period: 'innerhalb von {period}',
  and: 'und',
  message: 'Nachricht',
  booking: 'Buchung',
};

export const GERMAN: Catalogue = {
  formats: formatsOf('de'),
  reasons: REASON_TEXTS,
  assumptions: ASSUMPTION_TEXTS,
  phrases: PHRASES,
  terms: GERMAN_TERMS,
};
