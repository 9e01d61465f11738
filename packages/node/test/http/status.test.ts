import { readFileSync } from 'node:fs';
import { ProtocolError } from '@covisa/protocol';
import { expect } from 'chai';
import { NodeError } from '../../dist/errors.js';
import { STATUS_OF_CODE, statusOf } from '../../dist/http/status.js';
import { TransportError } from '../../dist/ports.js';

/** The codes that a source file lists: members of a union, one a line. */
function codesIn(path: string): readonly string[] {
  const source = readFileSync(new URL(path, import.meta.url), 'utf8');
  return [...source.matchAll(/^ {2}\| '([A-Z0-9_]+)'/gm)].map((match) => match[1] ?? '');
}

const codes = [
  ...codesIn('../../../protocol/src/errors.ts'),
  ...codesIn('../../src/errors.ts'),
  ...codesIn('../../src/ports.ts'),
];

describe('the table of HTTP status', () => {
  it('reads the codes from their sources', () => {
    expect(codes).to.include.members(['VISA_REVOKED', 'NODE_ALREADY_RUNNING', 'PEER_TIMEOUT']);
    expect(codes.length).to.be.at.least(70);
  });

  for (const code of codes) {
    it(`has a status for ${code}`, () => {
      expect(STATUS_OF_CODE.get(code)).to.be.within(400, 504);
    });
  }

  it('has no code that does not exist, and none twice', () => {
    expect([...STATUS_OF_CODE.keys()].sort()).to.deep.equal([...new Set(codes)].sort());
  });

  it('gives the status of each kind of error', () => {
    expect(statusOf(new ProtocolError('VISA_REVOKED', ''))).to.equal(410);
    expect(statusOf(new NodeError('NOT_FOUND', ''))).to.equal(404);
    expect(statusOf(new NodeError('CONFLICT', '', { status: 412 }))).to.equal(412);
    expect(statusOf(new TransportError('PEER_TIMEOUT', ''))).to.equal(504);
    expect(statusOf(new Error('ours'))).to.equal(500);
    expect(statusOf('text')).to.equal(500);
  });
});
