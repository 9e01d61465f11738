/**
 * A look at a platform's own Ed25519 before it is relied on: what the guard cannot give, the
 * platform must.
 */

import type { SignatureBackend, SignatureCheck } from './signature.js';

function fromHex(hex: string): Uint8Array {
  return Uint8Array.from(hex.match(/../g) ?? [], (byte) => Number.parseInt(byte, 16));
}

function vector(message: string, publicKey: string, signature: string): SignatureCheck {
  return {
    message: fromHex(message),
    publicKey: fromHex(publicKey),
    signature: fromHex(signature),
  };
}

/**
 * ed25519-speccheck's case 3 holds with the cofactor and without it; cases 4 and 5 hold with it
 * only.
 */
const HOLDS = vector(
  '9bd9f44f4dcc75bd531b56b2cd280b0bb38fc1cd6d1230e14861d861de092e79',
  'cdb267ce40c5cd45306fa5d2f29731459387dbf9eb933b7bd5aed9a765b88d4d',
  '9046a64750444938de19f227bb80485e92b83fdb4b6506c160484c016cc1852f' +
    '87909e14428a7a1d62e9f22f3d3ad7802db02eb2e688b6c52fcd6648a98bd009',
);
const HOLDS_WITH_COFACTOR_ONLY = [
  vector(
    'e47d62c63f830dc7a6851a0b1f33ae4bb2f507fb6cffec4011eaccd55b53f56c',
    'cdb267ce40c5cd45306fa5d2f29731459387dbf9eb933b7bd5aed9a765b88d4d',
    '160a1cb0dc9c0258cd0a7d23e94d8fa878bcb1925f2c64246b2dee1796bed512' +
      '5ec6bc982a269b723e0668e540911a9a6a58921d6925e434ab10aa7940551a09',
  ),
  vector(
    'e47d62c63f830dc7a6851a0b1f33ae4bb2f507fb6cffec4011eaccd55b53f56c',
    'cdb267ce40c5cd45306fa5d2f29731459387dbf9eb933b7bd5aed9a765b88d4d',
    '21122a84e0b5fca4052f5b1235c80a537878b38f3142356b2c2384ebad4668b7' +
      'e40bc836dac0f71076f9abe3a53f9c03c1ceeeddb658d0030494ace586687405',
  ),
];

/**
 * CRYPTO-7: a back end keeps to the cofactorless equation. A platform that does not (or has no
 * Ed25519) is not used: the portable back end takes its place.
 */
export async function keepsToTheRule(backend: SignatureBackend): Promise<boolean> {
  try {
    for (const check of HOLDS_WITH_COFACTOR_ONLY) {
      if (await backend.verify(check)) return false;
    }
    return await backend.verify(HOLDS);
  } catch {
    return false;
  }
}
