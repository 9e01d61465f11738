/** The key of an applicant, which stands in the body of its own request. */

import {
  encodeBase64url,
  encodeEntry,
  encodeUtf8,
  type InceptionEntry,
  parseUtf8,
  type ResumeEntry,
  type SpaceId,
  sha256,
} from '@covisa/protocol';
import { expect } from 'chai';
import { applicantKey } from '../../dist/http/opening-keys.js';

function key(fill: number): string {
  return encodeBase64url(new Uint8Array(32).fill(fill));
}

const INCEPTION: InceptionEntry = {
  ...{ type: 'inception', version: 1, log: key(1), witness: key(2), peer: key(3), box: key(4) },
  recovery: key(5),
};
const SPACE = encodeBase64url(sha256(encodeEntry(INCEPTION))) as SpaceId;

function resume(incarnation: number, peer: number, space = SPACE): ResumeEntry {
  return {
    ...{ type: 'resume', version: 1, space, incarnation, previous: { size: 3, root: key(6) } },
    ...{ log: key(7), witness: key(8), peer: key(peer), box: key(10), recovery: key(11) },
    ...{ time: 1_780_000_000, recoveryKey: key(12) },
    signature: encodeBase64url(new Uint8Array(64).fill(1)),
  };
}

/** The key in a body with these lines after its header: the byte that it is filled with. */
function keyIn(...lines: readonly (InceptionEntry | ResumeEntry | string)[]): number | null {
  const texts = lines.map((line) =>
    typeof line === 'string' ? line : parseUtf8(encodeEntry(line)),
  );
  const body = encodeUtf8(['{"sync":1}', ...texts].map((line) => `${line}\n`).join(''));
  return applicantKey(SPACE, body, sha256)?.[0] ?? null;
}

const NEWS = '{"type":"news"}';

describe('The key of an applicant', () => {
  it('HTTP-12: is that of its inception, wherever that is among the first lines', () => {
    expect(keyIn(INCEPTION, NEWS)).to.equal(3);
    expect(keyIn(NEWS, NEWS, INCEPTION)).to.equal(3);
    expect(keyIn(NEWS)).to.equal(null);
    expect(keyIn(...Array<string>(8).fill(NEWS), INCEPTION), 'the ninth').to.equal(null);
  });

  it('HTTP-12: is that of the last resume that follows the inception', () => {
    expect(keyIn(INCEPTION, resume(1, 20))).to.equal(20);
    expect(keyIn(INCEPTION, resume(1, 20), resume(2, 21), NEWS)).to.equal(21);
  });

  it('HTTP-12: is not that of a resume out of its row, of another space, or without inception', () => {
    expect(keyIn(INCEPTION, resume(2, 20))).to.equal(3);
    expect(keyIn(INCEPTION, NEWS, resume(1, 20))).to.equal(3);
    expect(keyIn(INCEPTION, resume(1, 20, key(13) as SpaceId))).to.equal(3);
    expect(keyIn(resume(1, 20))).to.equal(null);
  });
});
