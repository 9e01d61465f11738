/** What leaves the engine as JSON. */

import { parseCalendarDate } from '@covisa/protocol';
import { expect } from 'chai';
import { memberView, visitView } from '../../dist/http/views.js';
import { visitOf } from './support/desk-double.js';
import { MEMBER } from './support/home-double.js';
import { testNode } from './support/test-node.js';

const DATE = parseCalendarDate('2026-05-12');

describe('a member as the owner is shown it', () => {
  it('ACCESS-18: says no visa number, neither the present one nor earlier ones', () => {
    const earlier = { visaNumber: new Uint8Array(16), holderKey: null, former: [], until: DATE };
    const view = memberView({
      id: 'm1',
      status: 'active',
      plan: 'full',
      name: 'Mia',
      displayName: null,
      contact: null,
      since: DATE,
      paidUntil: null,
      visaNumber: new Uint8Array(16),
      visaYearStart: DATE,
      holderKey: null,
      former: [],
      earlier: [earlier],
      isStatic: false,
      ask: false,
      claim: null,
      issued: null,
    });
    expect(view).to.not.have.any.keys('visaNumber', 'earlier');
    expect(view).to.include({ holderKey: null, claim: null });
  });

  it('ACCESS-18: says of a code when it lapses, and nothing once it has served', () => {
    const claim = { digest: new Uint8Array(32), lapses: 1_778_577_000 };
    expect(memberView({ ...MEMBER, claim })).to.have.deep.property('claim', {
      lapses: 1_778_577_000,
    });
    expect(memberView({ ...MEMBER, claim: { ...claim, used: true } })).to.include({ claim: null });
  });
});

describe('a visit as the desk is shown it', () => {
  it('ACCESS-18: says no visa number, no seal and nothing of the proof', () => {
    const kept = { ...visitOf(testNode('views')), proofDigest: new Uint8Array(32) };
    expect(visitView(kept)).to.not.have.any.keys('visaNumber', 'visaUntil', 'seal', 'proofDigest');
    expect(visitView(kept)).to.include({ erased: false });
    const erased = { ...kept, visaNumber: null, visaUntil: null, displayName: null };
    expect(visitView(erased)).to.include({ erased: true, displayName: null });
  });
});
