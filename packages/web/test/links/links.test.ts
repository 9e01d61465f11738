/** Links that lead to a wallet, written and read: in codes, messages, on posters. */

import { spaceId } from '@covisa/protocol';
import { expect } from 'chai';
import {
  claimText,
  parseClaimFragment,
  parseLink,
  parsePosterFragment,
  posterText,
} from '../../dist/links/links.js';

const SPACE = 'zIQ8QtqkB1dU0kJtaaw-a_g2v1x1G0-P2vEVDNbKqcg';

describe('A link', () => {
  it('of an invitation names node, code and space', () => {
    expect(parseLink(` https://yarra.example/claim#DK4Y6WCRYF.${SPACE}\n`)).to.deep.equal({
      kind: 'claim',
      url: 'https://yarra.example',
      code: 'DK4Y6WCRYF',
      space: SPACE,
    });
  });

  it('of a poster names node, space and venue', () => {
    expect(parseLink(`http://127.0.0.1:8080/here#${SPACE}.main`)).to.deep.equal({
      kind: 'poster',
      url: 'http://127.0.0.1:8080',
      space: SPACE,
      venue: 'main',
    });
  });

  it('is written as it is read', () => {
    const url = 'https://s.example';
    const poster = posterText({ url, space: SPACE, venue: 'main' });
    expect(poster).to.equal(`https://s.example/here#${SPACE}.main`);
    expect(parseLink(poster)?.kind).to.equal('poster');
    const claim = claimText({ url, code: 'DK4Y6WCRYF', space: spaceId.parse(SPACE) });
    expect(claim).to.equal(`https://s.example/claim#DK4Y6WCRYF.${SPACE}`);
    expect(parseLink(claim)?.kind).to.equal('claim');
  });

  it('of a poster is read from what follows its # alone, and from nothing else', () => {
    const url = 'https://s.example';
    const poster = parsePosterFragment(url, `${SPACE}.main`);
    expect(poster).to.deep.equal({ kind: 'poster', url, space: SPACE, venue: 'main' });
    for (const text of ['', SPACE, `${SPACE}.`, 'short.main', `${SPACE}A.main`, `${SPACE}.a b`]) {
      expect(parsePosterFragment(url, text), text).to.equal(null);
    }
  });

  it('is not read from anything else', () => {
    const others = [
      '',
      'https://example.org/menu',
      'CV1:ABC',
      `javascript:alert(1)/claim#CODE12.${SPACE}`,
      `https://yarra.example/claim?code=DK4Y6WCRYF.${SPACE}`,
      `https://user@yarra.example/claim#DK4Y6WCRYF.${SPACE}x`,
      `https://yarra.example/claim#DK4Y6WCRYF.${SPACE.slice(0, 42)}`,
      `https://yarra.example/claim#.${SPACE}`,
      `https://yarra.example/here#${SPACE}.`,
      `https://yarra.example/claim#${'A'.repeat(100_000)}.${SPACE}`,
    ];
    for (const text of others) expect(parseLink(text), text.slice(0, 80)).to.equal(null);
  });

  it('that lost its end is torn', () => {
    const url = 'https://yarra.example';
    expect(parseClaimFragment(url, '')).to.equal(null);
    expect(parseClaimFragment(url, 'DK4Y6WCRYF')).to.equal(null);
    expect(parseClaimFragment(url, `DK4Y6WCRYF.${SPACE.slice(0, 20)}`)).to.equal(null);
    expect(parseClaimFragment(url, `DK4Y6WCRYF.${SPACE}`)?.code).to.equal('DK4Y6WCRYF');
  });
});
