/** Pairing links, roles and the words of signing in. */

import { expect } from 'chai';
import { groupedCode, pairingCodeOf, pairingLink } from '../../dist/session/pairing.js';
import { mayAct, type SignedIn } from '../../dist/session/session.js';
import { ENGLISH } from '../../dist/session/words/english.js';
import { FRENCH } from '../../dist/session/words/french.js';
import { GERMAN } from '../../dist/session/words/german.js';
import { SPANISH } from '../../dist/session/words/spanish.js';
import { expectTranslations } from '../support/translations.js';

describe('Signing in', () => {
  it('puts a pairing code behind the # of the desk’s page', () => {
    expect(pairingLink('https://a.example', '3F7K9PQ2RT')).to.equal(
      'https://a.example/desk#pair.3F7K9PQ2RT',
    );
  });

  it('takes a pairing code from a fragment, and nothing else', () => {
    expect(pairingCodeOf('pair.3F7K9PQ2RT')).to.equal('3F7K9PQ2RT');
    expect(pairingCodeOf('/today')).to.equal(null);
    expect(pairingCodeOf('pair.<b>')).to.equal(null);
    expect(pairingCodeOf('pair.')).to.equal(null);
  });

  it('shows a code in groups of five', () => {
    expect(groupedCode('3F7K9PQ2RT')).to.equal('3F7K9 PQ2RT');
  });

  it('lets the owner do what the desk may, and not the other way', () => {
    const desk: SignedIn = { kind: 'session', role: 'desk', person: 'p1', name: 'Ana' };
    const owner: SignedIn = { kind: 'session', role: 'owner', person: null, name: 'Owner' };
    expect(mayAct(owner, 'desk')).to.equal(true);
    expect(mayAct(desk, 'owner')).to.equal(false);
    expect(mayAct(desk, 'desk')).to.equal(true);
    expect(mayAct(null, 'desk')).to.equal(false);
  });

  it('has the same parameters in every language', () => {
    expectTranslations(ENGLISH, { GERMAN, FRENCH, SPANISH });
  });
});
