/** Terms and offers in plain English. */

import type { TermsPhrases, Text } from '../catalogue.js';

const WEEKDAYS = [
  'Mondays',
  'Tuesdays',
  'Wednesdays',
  'Thursdays',
  'Fridays',
  'Saturdays',
  'Sundays',
] as const;

const FAMILIES = {
  allowances: 'free days',
  after: 'what follows the free days',
  consecutive: 'days in a row',
  distance: 'distance',
  eligible: 'memberships that count',
  notice: 'notice',
  hours: 'hours',
  blackout: 'days without free visits',
  capacity: 'places',
  party: 'who may come along',
  halfDays: 'half days',
  staticVisas: 'printed visas',
  offline: 'limits without a connection',
} as const;

/** `{name}` stands for a parameter. */
export const TERMS_TEXTS = {
  freeDays: { one: '{count} free day', other: '{count} free days' },
  freeVisits: { one: '{count} free visit', other: '{count} free visits' },
  perHost: '{amount} at each space {window}',
  perProgramme: '{amount} in the whole programme {window}',
  perHome: '{amount} for all members of one home space together at each space {window}',
  quoted: '"{name}"',
  plansOnly: 'for the plans {plans}',
  plansExcept: 'for all plans except {plans}',
  noFurtherVisits: 'no further visits',
  thenAfter: ', then {consequence}',
  after: 'After the free days: {consequence}.',
  consecutive: {
    one: 'At most {count} free day in a row at each space',
    other: 'At most {count} free days in a row at each space',
  },
  pause: {
    one: '; {count} day without a visit ends a row',
    other: '; {count} days without a visit end a row',
  },
  otherwisePay: 'Otherwise the visit costs the regular rate.',
  otherwiseRefuse: 'Otherwise the visit is not accepted.',
  eligiblePlans: 'Free days are {plans}.',
  membership: 'The member has been one for at least {period}.',
  price: 'The plan costs at least {prices} a month.',
  or: 'or',
  distance: 'The home space is at least {km} km away (great circle).',
  distanceWaived: {
    one: 'This is waived for {count} pair of spaces.',
    other: 'This is waived for {count} pairs of spaces.',
  },
  noticeNone: 'No notice is needed.',
  message: 'A message is needed before arrival.',
  messageHours: {
    one: 'A message is needed {count} hour before arrival.',
    other: 'A message is needed {count} hours before arrival.',
  },
  booking: 'A booking is needed before arrival.',
  bookingHours: {
    one: 'A booking is needed {count} hour before arrival.',
    other: 'A booking is needed {count} hours before arrival.',
  },
  noticeLapses: {
    one: 'A request that is not answered lapses after {count} hour.',
    other: 'A request that is not answered lapses after {count} hours.',
  },
  opening: 'A visit begins in the opening hours.',
  windows: 'A visit begins in these hours: {windows}.',
  span: '{from} to {to}',
  spanOn: '{span} on {weekdays}',
  blackout: 'No free days on: {days}.',
  dateRange: '{from} to {to}',
  monthDay: '{day} {month}',
  yearly: 'every {day}',
  yearlyRange: 'every {from} to {to}',
  weekdayInMonth: '{weekday} in {month}',
  nthOfEveryMonth: 'number {nth} of the {weekday} of every month',
  nthOfMonth: 'number {nth} of the {weekday} of {month}',
  lastOfEveryMonth: 'the last of the {weekday} of every month',
  lastOfMonth: 'the last of the {weekday} of {month}',
  easter: 'Easter Sunday',
  beforeEaster: {
    one: '{count} day before Easter Sunday',
    other: '{count} days before Easter Sunday',
  },
  afterEaster: {
    one: '{count} day after Easter Sunday',
    other: '{count} days after Easter Sunday',
  },
  capacityDay: {
    one: 'At most {count} visiting member a day.',
    other: 'At most {count} visiting members a day.',
  },
  capacityHome: {
    one: 'At most {count} visiting member a day of one home space.',
    other: 'At most {count} visiting members a day of one home space.',
  },
  capacityRoom: 'Only when there is room.',
  partyNobody: 'For the named member only.',
  party: 'A party is at most {people}.',
  adults: {
    one: '{count} adult (the member included)',
    other: '{count} adults (the member included)',
  },
  children: { one: '{count} child', other: '{count} children' },
  companions: { one: '{count} companion', other: '{count} companions' },
  othersPay: 'Others who come along pay.',
  halfDaysNone: 'Half days are not counted: every visit is a whole day.',
  halfDays: 'A stay of at most {percent} % of the opening hours counts half a day.',
  dayBoundary: 'A day begins at {time}.',
  staticAllowed: 'Printed visas are accepted, with the consent of the home space.',
  staticPay: 'A printed visa gives no free day.',
  staticRefuse: 'Printed visas are not accepted.',
  photoNever: 'No photo ID is asked for.',
  photoStatic: 'A printed visa is shown with a photo ID.',
  photoAlways: 'A photo ID is shown with the visa.',
  offlineAge: {
    by: 'upper',
    one: 'Without the consent of the home space: free while it was heard of in the last hour, with a warning after {lower}; then the regular rate.',
    other:
      'Without the consent of the home space: free while it was heard of in the last {upper} hours, with a warning after {lower}; then the regular rate.',
  },
  offlineFree: {
    by: 'upper',
    one: 'Without the consent of the home space: at most {upper} free visit of its members a day, with a warning from {lower} on; then the regular rate.',
    other:
      'Without the consent of the home space: at most {upper} free visits of its members a day, with a warning from {lower} on; then the regular rate.',
  },
  reciprocityHost: "The host's terms hold.",
  reciprocityMin:
    "The host gives what it offers or what the member's home offers, whichever is less.",
  homeShare: 'At least {percent} % of all visits are at home {window}.',
  overspendHost:
    'Free days that were given in excess while nodes were out of reach are the courtesy of the host.',
  overspendHome:
    'Free days that were given in excess while nodes were out of reach are borne by the home space.',
  overspendMember:
    'Free days that were given in excess while nodes were out of reach are paid by the member.',
  lateEntry: {
    one: 'A forgotten visit can be entered up to {count} day later; free only with the consent of the home space.',
    other:
      'A forgotten visit can be entered up to {count} days later; free only with the consent of the home space.',
  },
  correct: {
    one: 'A visit can be corrected within {count} hour.',
    other: 'A visit can be corrected within {count} hours.',
  },
  noShowsCount: 'A booked visit that nobody turned up for counts.',
  noShowsFree: 'A booked visit that nobody turned up for does not count.',
  termsNotice: {
    one: 'Changed terms hold {count} day after notice.',
    other: 'Changed terms hold {count} days after notice.',
  },
  leavingNotice: {
    one: 'A space that leaves hosts for {count} day more.',
    other: 'A space that leaves hosts for {count} days more.',
  },
  marketingHome: 'Contact data are used for marketing by the home space only.',
  marketingAsked:
    'Contact data are used for marketing by the home space, and by a host that was allowed to.',
  hostDecides: 'Each space may decide for itself, even more strictly: {families}.',
  waived: 'Waived: {families}.',
  agreement: 'With {space}: {sentence}',
  agreementFrom: 'With {space} from {from}: {sentence}',
  agreementUntil: 'With {space} until {until}: {sentence}',
  agreementBetween: 'With {space} from {from} until {until}: {sentence}',
  plan: 'The plan {own} here is {common} in the programme.',
  refused: 'Members of {space} are not accepted: {reason}',
} as const satisfies { readonly [name: string]: Text };

export const TERMS_PHRASES: TermsPhrases = {
  texts: TERMS_TEXTS,
  weekdays: WEEKDAYS,
  weekdaysOfMonth: WEEKDAYS,
  months: [
    'January',
    'February',
    'March',
    'April',
    'May',
    'June',
    'July',
    'August',
    'September',
    'October',
    'November',
    'December',
  ],
  separator: '; ',
  families: FAMILIES,
};
