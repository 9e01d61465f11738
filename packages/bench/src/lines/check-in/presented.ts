/** The signatures in a token, as they go to the process of the floor. */

import {
  checkPresentation,
  encodeBase64url,
  parseToken,
  type Seconds,
  type SignatureCheck,
  type SpaceId,
} from '@covisa/protocol';

/** One signature, in base64url. */
export interface Signed {
  readonly publicKey: string;
  readonly message: string;
  readonly signature: string;
}

/** A token, and the two signatures that it stands on. */
export interface Presented {
  readonly token: string;
  readonly visa: Signed;
  readonly proof: Signed;
}

function signed({ publicKey, message, signature }: SignatureCheck): Signed {
  return {
    publicKey: encodeBase64url(publicKey),
    message: encodeBase64url(message),
    signature: encodeBase64url(signature),
  };
}

/** What of a token is to be verified. */
export function presentedBy(
  token: string,
  visit: {
    readonly home: SpaceId;
    readonly issuingKey: Uint8Array;
    readonly host: SpaceId;
    readonly instant: Seconds;
  },
): Presented {
  const context = { ...visit, purpose: 'visit', revokedBefore: null } as const;
  const { visa, proof } = checkPresentation(parseToken(token), context);
  if (proof === null) throw new Error('token: expected one with a proof');
  return { token, visa: signed(visa), proof: signed(proof) };
}
