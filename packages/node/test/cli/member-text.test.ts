/** Members as a terminal shows them. */

import { expect } from 'chai';
import { stateText } from '../../dist/cli/commands/member-text.js';

const MEMBER = { status: 'active', isStatic: false, holderKey: null } as const;

describe('cli: a member', () => {
  it('is active only with a visa in hand, as the console counts', () => {
    expect(stateText(MEMBER)).to.equal('not claimed');
    expect(stateText({ ...MEMBER, holderKey: 'key' })).to.equal('active');
    expect(stateText({ ...MEMBER, isStatic: true })).to.equal('active');
    expect(stateText({ ...MEMBER, status: 'paused' })).to.equal('paused');
  });
});
