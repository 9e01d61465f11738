/** How large the QR code of a token is, measured with a real encoder. Smaller is better. */

import { encodeToken, parseToken, shortSpaceId } from '@covisa/protocol';
import { expect } from 'chai';
import QRCode from 'qrcode';
import {
  holderKeyOf,
  makeProof,
  makeVisa,
  SHANGHAI,
} from '../../protocol/dist-test/support/visas.js';

/** The QR code's version (1 to 40) in alphanumeric mode at level M. */
function versionOf(text: string): number {
  return QRCode.create([{ data: text, mode: 'alphanumeric' }], { errorCorrectionLevel: 'M' })
    .version;
}

/** Names of 6, 12, 18 and, twice, 24 bytes of UTF-8. */
const NAMES = [
  'Ada L.',
  'Ada Lovelace',
  'Ada Lovelace-Byron',
  'Adelaide Lovelace-Byrnes',
  '阿达洛夫莱斯伯爵',
];
const PLANS = ['flex', 'resident'];

interface Row {
  readonly displayName: string;
  readonly plan: string;
  readonly bound: boolean;
  readonly former: number;
  readonly ask: boolean;
}

function tokenOf(row: Row): string {
  const former = Array.from({ length: row.former }, (_, i) => holderKeyOf(`old ${i}`).slice(0, 8));
  const visa = makeVisa({ displayName: row.displayName, plan: row.plan, former, ask: row.ask });
  return encodeToken(visa, makeProof({ host: row.bound ? shortSpaceId(SHANGHAI) : null }));
}

function measure(bound: boolean, former: number, ask: boolean): number {
  let largest = 0;
  for (const displayName of NAMES) {
    for (const plan of PLANS) {
      const text = tokenOf({ displayName, plan, bound, former, ask });
      expect(parseToken(text).visa.claims.displayName).to.equal(displayName);
      const version = versionOf(text);
      const kind = `${bound ? 'host-bound' : 'open'}, ${former} former${ask ? ', ask' : ''}`;
      const name = `${new TextEncoder().encode(displayName).length}-byte name, ${plan}`;
      console.log(
        `        ${kind.padEnd(27)}${name.padEnd(24)}${text.length} characters, version ${version}`,
      );
      largest = Math.max(largest, version);
    }
  }
  return largest;
}

describe("the QR code of a presentation, level M, plan's name of at most 8 characters", () => {
  it('has at most version 14 where it is open', () => {
    expect(measure(false, 0, false)).to.be.at.most(14);
  });

  it('has at most version 15 where it is bound to a host', () => {
    expect(measure(true, 0, false)).to.be.at.most(15);
  });

  it('has at most version 14, open, after one change of phone', () => {
    expect(measure(false, 1, false)).to.be.at.most(14);
  });

  it('has at most version 15, bound, after one change of phone', () => {
    expect(measure(true, 1, false)).to.be.at.most(15);
  });

  it('has at most version 15, bound, with three earlier phones and free days only with a grant', () => {
    expect(measure(true, 3, true)).to.be.at.most(15);
  });
});
