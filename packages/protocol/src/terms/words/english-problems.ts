/** What reception reads when a token is refused, in English. */

import type { TokenProblems } from '../token-problems.js';

export const ENGLISH_PROBLEMS: TokenProblems = {
  TOKEN_INVALID: {
    title: 'This is not a visa code',
    advice: 'Ask the member to open the visa in the wallet and show its code.',
  },
  TOKEN_TOO_LONG: {
    title: 'This code is too long',
    advice: 'It is no visa code. Ask the member to open the visa in the wallet and show its code.',
  },
  BASE45_INVALID: {
    title: 'The code was misread',
    advice: 'Scan it again. With a hand scanner, check its keyboard layout with the test code.',
  },
  CBOR_INVALID: {
    title: 'The code is damaged',
    advice: 'Scan it again. If it fails again, ask the member to show a new code.',
  },
  CBOR_NOT_DETERMINISTIC: {
    title: 'The code is not well made',
    advice:
      'Ask the member to update the wallet and show a new code. Without one, charge the regular rate.',
  },
  COSE_INVALID: {
    title: 'The code is damaged',
    advice: 'Scan it again. If it fails again, ask the member to show a new code.',
  },
  VISA_INVALID: {
    title: 'The visa is not valid',
    advice:
      'Ask the member to have the home space issue the visa again. Until then, charge the regular rate.',
  },
  VISA_EXPIRED: {
    title: 'The visa has expired',
    advice:
      'Ask the member to go online and open the wallet: it renews the visa by itself. Then scan again.',
  },
  VISA_NOT_YET_VALID: {
    title: 'The visa is not valid yet',
    advice:
      'Check the date and time of this device. If they are right, the clock of the home space is wrong.',
  },
  VISA_REVOKED: {
    title: 'The visa was revoked',
    advice:
      'The home space has ended this visa. Ask the member to speak to the home space; until then, charge the regular rate.',
  },
  VISA_FORGED: {
    title: 'The visa is not genuine',
    advice:
      'It does not have the signature of its home space. Do not accept it, and tell the owner.',
  },
  VISA_STATIC: {
    title: 'A printed visa is not enough',
    advice: 'This needs the visa on the phone. Ask the member to open the wallet.',
  },
  PRESENTATION_STALE: {
    title: 'The code is too old',
    advice:
      'Ask the member to open the visa and show a fresh code; a screenshot does not work. If it happens again, check the clocks of phone and desk.',
  },
  PRESENTATION_FROM_FUTURE: {
    title: "The phone's clock is ahead",
    advice:
      'Ask the member to set date and time to automatic and show the code again. Check the clock of this device too.',
  },
  PRESENTATION_OTHER_HOST: {
    title: 'The code is for another space',
    advice:
      'Ask the member to choose this space in the wallet, or to scan the poster here, and show the code again.',
  },
  PRESENTATION_OTHER_PURPOSE: {
    title: 'The code is not for visits',
    advice: 'Ask the member to open the visa in the wallet and show its code for a visit.',
  },
  PRESENTATION_FORGED: {
    title: "This is not the member's phone",
    advice:
      'The code is not signed by the holder of the visa. Do not accept it; ask the member to show the code on the own phone.',
  },
  PRESENTATION_USED: {
    title: 'The code was already used',
    advice: 'Ask the member to show a fresh code, and scan again.',
  },
  SPACE_UNKNOWN: {
    title: 'The home space is not known',
    advice: 'It is in no programme of this space. Charge the regular rate, or ask the owner.',
  },
  SPACE_LEFT: {
    title: 'The home space has left',
    advice: 'It is no longer in the programme. Charge the regular rate.',
  },
  SPACE_CLOSED: {
    title: 'The home space has closed',
    advice: 'Its visas are no longer valid. Charge the regular rate.',
  },
  ISSUING_KEY_UNKNOWN: {
    title: 'The visa cannot be checked yet',
    advice:
      'News from the home space is missing here. Connect this node to the network and scan again in a minute.',
  },
  ISSUING_KEY_REVOKED: {
    title: 'The visa has to be renewed',
    advice:
      'The home space has changed its keys, and an open wallet with a network renews the visa by itself. Then scan again.',
  },
  OWN_MEMBER: {
    title: 'This is a member of yours',
    advice: 'Members of this space need no visa here. Check them in as usual.',
  },
  NOT_FREE: {
    title: 'This day is not free',
    advice: 'Something changed since the scan. Scan again and follow the new answer.',
  },
  NOT_FOUND: {
    title: 'The check is too old',
    advice: 'It is older than 15 minutes. Scan the code again.',
  },
};
