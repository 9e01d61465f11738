/**
 * What reception reads where a token is not honoured: one sentence a code, for people who know
 * neither bytes nor signatures. Codes that are not here are failures of the command.
 */

const NOISE = 'This is not a visa code; scan again.';

/** A sentence for each code by which a node refuses a token. */
const SENTENCES: Readonly<Record<string, string>> = {
  BASE45_INVALID: NOISE,
  CBOR_INVALID: NOISE,
  CBOR_NOT_DETERMINISTIC: NOISE,
  COSE_INVALID: NOISE,
  KEY_INVALID: NOISE,
  LENGTH_INVALID: NOISE,
  TOKEN_INVALID: NOISE,
  TOKEN_TOO_LONG: NOISE,
  UTF8_INVALID: NOISE,
  VISA_INVALID:
    'This visa is not made as a visa has to be. The member may ask the home space for a new one.',
  VISA_EXPIRED:
    'The visa has expired. Ask the member to renew it: the wallet does so when it is online (covisa wallet renew). Then scan again.',
  VISA_NOT_YET_VALID:
    "The visa begins in the future. Check this computer's clock; if it is right, the home space has to mend its own.",
  VISA_REVOKED:
    'The home space has revoked this visa. If the member is active there, the wallet gets a fresh visa at its next renewal (covisa wallet renew); then scan again. Else the member has to ask the home space.',
  VISA_FORGED: 'This visa was not signed by the space that it names. Do not honour it.',
  VISA_STATIC: 'A printed card cannot be used for this. Ask the member for the code on a phone.',
  PRESENTATION_STALE:
    'The code is older than two minutes. Ask the member to show a fresh one, and scan that. If it happens again, compare the clocks.',
  PRESENTATION_FROM_FUTURE:
    "The code is dated in the future. Compare the clocks of the member's phone and of this computer, then scan a fresh code.",
  PRESENTATION_OTHER_HOST:
    'The code was made for another space. Ask the member to choose this space in the wallet and to show the code again.',
  PRESENTATION_OTHER_PURPOSE:
    'The code was made for something else than a visit. Ask the member to show the code for a visit.',
  PRESENTATION_USED:
    'This code was used before. Ask the member to show a fresh one, and scan that.',
  PRESENTATION_FORGED:
    'The code does not come from the phone that this visa belongs to. Do not honour it.',
  SIGNATURE_INVALID: 'The code is not signed as it has to be. Do not honour it.',
  SPACE_UNKNOWN:
    'The home space of this visa is in no programme with us. If it should be, sync (covisa sync), then scan again.',
  SPACE_LEFT: 'The home space of this visa has left the programme that it shared with us.',
  SPACE_CLOSED: 'The home space of this visa has closed.',
  ISSUING_KEY_UNKNOWN:
    'We do not know yet by which key the home space signed this visa. Sync (covisa sync), then scan again.',
  ISSUING_KEY_REVOKED:
    'The home space has changed its keys. Let the member open the wallet online, which renews the visa, then scan again.',
  OWN_MEMBER: 'This is a member of our own space, who needs no visa here.',
};

/** The sentence for a code; null for one that is no refusal. */
export function refusalSentence(code: string): string | null {
  return Object.hasOwn(SENTENCES, code) ? (SENTENCES[code] ?? null) : null;
}
