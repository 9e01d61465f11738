/** Whole sentences in German, French and Spanish, literally. */

import {
  type Catalogue,
  DEFAULT_TERMS,
  describeOffer,
  describeTerms,
  ENGLISH,
  explainFor,
  judge,
  reasonSentence,
  sentence,
  type Terms,
} from '@covisa/protocol';
import { FRENCH } from '@covisa/protocol/words/french';
import { GERMAN } from '@covisa/protocol/words/german';
import { SPANISH } from '@covisa/protocol/words/spanish';
import { expect } from 'chai';
import { date, HOME, held, input, visit } from './support.js';

const LANGUAGES = { GERMAN, FRENCH, SPANISH };
const ALL = [ENGLISH, GERMAN, FRENCH, SPANISH];

/** Amounts, times and French marks hold spaces that do not break. */
function spaced(text: string): string {
  return text.replace(/[\u00a0\u202f]/gu, ' ');
}

describe('a verdict in other languages', () => {
  const verdict = (used: number) =>
    judge(
      input(DEFAULT_TERMS, {
        usage: ['2027-02-01', '2027-02-02', '2027-02-03'].slice(0, used).map((one) => visit(one)),
      }),
    );
  const lines = (catalogue: Catalogue) =>
    [0, 1, 3].map((used) => spaced(sentence(verdict(used), catalogue)));

  it('one line for the desk', () => {
    expect(lines(GERMAN)).to.deep.equal([
      'Gratis. Danach bleiben noch 2 Gratistage; dann der reguläre Preis, 25 EUR.',
      'Gratis. Danach bleibt noch 1 Gratistag; dann der reguläre Preis, 25 EUR.',
      'Kostenpflichtig. Die Gratistage hier sind aufgebraucht: 3 von 3 im Visumsjahr. Zu zahlen: der reguläre Preis, 25 EUR.',
    ]);
    expect(lines(FRENCH)).to.deep.equal([
      'Gratuit. Il restera 2 jours gratuits après celui-ci ; ensuite, le tarif normal, 25 EUR.',
      'Gratuit. Il restera 1 jour gratuit après celui-ci ; ensuite, le tarif normal, 25 EUR.',
      'Payant. Les jours gratuits ici sont épuisés : 3 sur 3 au cours de l’année de visa. À payer : le tarif normal, 25 EUR.',
    ]);
    expect(lines(SPANISH)).to.deep.equal([
      'Gratis. Después de este quedan 2 días gratis; luego, la tarifa normal, 25 EUR.',
      'Gratis. Después de este queda 1 día gratis; luego, la tarifa normal, 25 EUR.',
      'De pago. Los días gratis aquí se han agotado: 3 de 3 en el año de visado. A pagar: la tarifa normal, 25 EUR.',
    ]);
  });

  it('the whole story for the desk', () => {
    const printed = held(
      DEFAULT_TERMS,
      { static: true },
      { homeAnswer: 'unreachable', presentation: 'static' },
    );
    expect(explainFor('desk', judge(printed), GERMAN).map(spaced)).to.deep.equal([
      'Kostenpflichtig. Ein Gratistag mit diesem Visum braucht die Zustimmung des Heimat-Space. Zu zahlen: der reguläre Preis, 25 EUR.',
      'Für einen Gratistag ist die Zustimmung des Heimat-Space nötig.',
      'Verbleibende Gratistage hier: 3 (vor diesem Besuch: 3).',
      'Verbleibende Gratistage hier für alle Mitglieder jenes Space: 10 (vor diesem Besuch: 10).',
      'Die Zählung ist genau.',
      'Bitte einen Lichtbildausweis ansehen.',
    ]);
  });

  it('amounts, dates and kinds of notice as the language writes them', () => {
    const price = { price: 'EUR 99.50', amount: 9950, currency: 'EUR' };
    const reasons = [
      { code: 'PRICE_TOO_LOW', rule: 'terms/eligible/price', parameters: price },
      { code: 'SAME_DAY', rule: 'visit/same-day', parameters: { date: '2027-05-12' } },
      { code: 'NOTICE_MISSING', rule: 'terms/notice', parameters: { kind: 'message' } },
      { code: 'OFFLINE_HOME_AGEING', rule: 'terms/offline', parameters: { hours: 2.5 } },
      { code: 'OFFLINE_HOME_SILENT', rule: 'terms/offline', parameters: { limit: 168 } },
    ] as const;
    expect(
      ALL.map((language) => reasons.map((one) => spaced(reasonSentence(one, language)))),
    ).to.deep.equal([
      [
        'Free days are for plans of at least EUR 99.50 a month.',
        'Already checked in here on 2027-05-12; coming back on the same day changes nothing.',
        'A message is needed before arrival, and there is none.',
        'The home space was last heard of 2.5 hours ago.',
        'Nothing has been heard of the home space for more than 7 days.',
      ],
      [
        'Gratistage gibt es für Tarife ab 99,50 EUR im Monat.',
        'Hier am 12. Mai 2027 schon eingecheckt; am selben Tag wiederzukommen ändert nichts.',
        'Vor der Ankunft ist eine Nachricht nötig, und es gibt keine.',
        'Der Heimat-Space hat zuletzt vor 2,5 Stunden von sich hören lassen.',
        'Vom Heimat-Space ist seit mehr als 7 Tagen nichts zu hören.',
      ],
      [
        'Les jours gratuits sont réservés aux formules d’au moins 99,50 EUR par mois.',
        'Déjà enregistré ici le 12 mai 2027 ; revenir le même jour ne change rien.',
        'Il faut un message avant l’arrivée, et rien n’a été reçu.',
        'Les dernières nouvelles de l’espace d’attache datent de 2,5 heures.',
        'L’espace d’attache est sans nouvelles depuis plus de 7 jours.',
      ],
      [
        'Los días gratis son para planes de al menos 99,50 EUR al mes.',
        'Ya se registró aquí el 12 de mayo de 2027; volver el mismo día no cambia nada.',
        'Antes de llegar hace falta un mensaje, y no consta.',
        'Las últimas noticias del espacio de origen son de hace 2,5 horas.',
        'Hace más de 7 días que no hay noticias del espacio de origen.',
      ],
    ]);
  });

  it('times in the zone of the caller, or in UTC, which is said', () => {
    const terms: Terms = { allowances: [{ days: 5, count: 'programme', window: 'visa-year' }] };
    const far = judge(
      input(terms, {
        homeAnswer: 'unreachable',
        freshness: { homeHeartbeatAgeSeconds: 600, knownUpTo: 1_810_028_520, olderSpaces: 0 },
      }),
    );
    const known = (catalogue: Catalogue, timeZone?: string) =>
      spaced(explainFor('member', far, catalogue, timeZone).at(-1) ?? '');
    expect([
      known(ENGLISH, 'Europe/Berlin'),
      known(ENGLISH, 'Mars/Olympus'),
      known(GERMAN, 'Europe/Berlin'),
      known(GERMAN),
      known(FRENCH, 'Europe/Berlin'),
      known(SPANISH, 'Europe/Berlin'),
    ]).to.deep.equal([
      'The home space is out of reach; visits are known up to 2027-05-11 11:42.',
      'The home space is out of reach; visits are known up to 2027-05-11 09:42 UTC.',
      'Der Heimat-Space ist nicht erreichbar; Besuche sind bekannt bis 11.05.2027, 11:42.',
      'Der Heimat-Space ist nicht erreichbar; Besuche sind bekannt bis 11.05.2027, 09:42 UTC.',
      'L’espace d’attache est injoignable ; les visites sont connues jusqu’à : 11 mai 2027, 11:42.',
      'No se puede contactar con el espacio de origen; se conocen las visitas hasta: 11 may 2027, 11:42.',
    ]);
  });
});

describe('terms in other languages', () => {
  const rare: Terms = {
    allowances: [
      {
        days: 1,
        count: 'programme',
        window: 'P30D',
        plans: { only: ['full'] },
        after: { kind: 'discount', percent: 50 },
      },
    ],
    notice: { kind: 'booking', hours: 1 },
    hours: { windows: [{ weekdays: [1, 5], from: 480, to: 780 }] },
    blackout: {
      days: [
        { date: date('2027-05-12'), until: date('2027-05-14') },
        { yearly: '12-24', yearlyUntil: '01-01' },
        { weekday: 1, nth: -1, month: 5 },
        { weekday: 5, nth: 1 },
        { easter: -2 },
      ],
    },
  };

  it('rules that are less common', () => {
    expect(
      Object.values(LANGUAGES).map((one) => describeTerms(rare, one).map(spaced)),
    ).to.deep.equal([
      [
        '1 Gratistag im ganzen Programm innerhalb von 30 Tagen für die Tarife „full“, danach 50 % Nachlass auf den regulären Preis.',
        '1 Stunde vor der Ankunft ist eine Buchung nötig. Sonst kostet der Besuch den regulären Preis.',
        'Ein Besuch beginnt in diesen Zeiten: 08:00 bis 13:00 (montags, freitags). Sonst kostet der Besuch den regulären Preis.',
        'Keine Gratistage an diesen Tagen: 12. Mai 2027 bis 14. Mai 2027; jedes Jahr vom 24. Dezember bis 1. Januar; der letzte Montag im Mai; der 1. Freitag jedes Monats; 2 Tage vor Ostersonntag. Sonst kostet der Besuch den regulären Preis.',
        'Es gelten die Bedingungen des besuchten Space.',
      ],
      [
        '1 jour gratuit dans tout le programme par période de 30 jours pour les formules « full », puis 50 % de réduction sur le tarif normal.',
        'Il faut une réservation 1 heure avant l’arrivée. Sinon, la visite coûte le tarif normal.',
        'Une visite commence à ces heures : de 08:00 à 13:00 (le lundi, le vendredi). Sinon, la visite coûte le tarif normal.',
        'Pas de jours gratuits ces jours-là : du 12 mai 2027 au 14 mai 2027 ; chaque année du 24 décembre au 1er janvier ; le dernier lundi en mai ; le 1er vendredi de chaque mois ; 2 jours avant le dimanche de Pâques. Sinon, la visite coûte le tarif normal.',
        'Les conditions de l’espace d’accueil s’appliquent.',
      ],
      [
        '1 día gratis en todo el programa en un periodo de 30 días para los planes «full»; después, 50 % de descuento sobre la tarifa normal.',
        'Hace falta una reserva 1 hora antes de llegar. Si no, la visita cuesta la tarifa normal.',
        'La visita empieza en este horario: de 08:00 a 13:00 (los lunes, los viernes). Si no, la visita cuesta la tarifa normal.',
        'Sin días gratis en estas fechas: del 12 de mayo de 2027 al 14 de mayo de 2027; cada año del 24 de diciembre al 1 de enero; el último lunes de mayo; el viernes n.º 1 de cada mes; 2 días antes del Domingo de Pascua. Si no, la visita cuesta la tarifa normal.',
        'Valen las condiciones del espacio anfitrión.',
      ],
    ]);
  });

  it('an offer with an agreement and a waiver', () => {
    const offer = {
      waive: ['distance', 'party'],
      agreements: [
        {
          space: HOME,
          until: date('2027-12-31'),
          allowances: [{ days: 2, count: 'host', window: 'calendar-month' }],
        },
      ],
    } as const;
    expect(
      Object.values(LANGUAGES).map((one) => describeOffer(offer, one).map(spaced)),
    ).to.deep.equal([
      [
        'Verzichtet wird auf: Entfernung, wer mitkommen darf.',
        `Mit ${HOME} bis 31. Dezember 2027: 2 Gratistage in jedem Space im Kalendermonat.`,
      ],
      [
        'Conditions levées : distance, accompagnants.',
        `Avec ${HOME}, jusqu’au 31 décembre 2027 : 2 jours gratuits dans chaque espace au cours du mois civil.`,
      ],
      [
        'No se exige: distancia, acompañantes.',
        `Con ${HOME} hasta el 31 de diciembre de 2027: 2 días gratis en cada espacio en el mes natural.`,
      ],
    ]);
  });
});
