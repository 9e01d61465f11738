/** What waits for the owner in programmes, and what a change of one is. */

import { type Offer, spaceId } from '@covisa/protocol';
import { expect } from 'chai';
import {
  amendmentOf,
  isChange,
  isEndorsements,
  isThreshold,
} from '../../dist/console/programme/amendment.js';
import { foundersOf, foundingOf, wrongFounder } from '../../dist/console/programme/founders.js';
import { isInviteLink } from '../../dist/console/programme/invite-link-text.js';
import { refusalOf, withoutRefusal, withRefusal } from '../../dist/console/programme/refusals.js';
import { openApplicants, openDrafts } from '../../dist/console/programme/standing.js';
import { programme } from './support/programme.js';

const SPACE = spaceId.parse('A'.repeat(43));
const OTHER = spaceId.parse(`${'A'.repeat(42)}E`);

describe('Programmes in the console', () => {
  const draft = {
    roster: 'r',
    version: 2,
    add: [],
    remove: [],
    silent: [],
    changesTerms: false,
    sets: {},
    votes: 1,
    needed: 2,
    signedByUs: false,
  };
  const applicant = {
    space: OTHER,
    name: null,
    endorsements: 0,
    needed: 2,
    endorsedByUs: false,
    again: false,
  };

  it('know an invitation link before the node is asked', () => {
    const [programmeText, spaceText] = ['p'.repeat(43), 's'.repeat(43)];
    const whole = `https://a.example/join#${programmeText}.${spaceText}`;
    expect(isInviteLink(` ${whole}\n`)).to.equal(true);
    expect(isInviteLink(whole.slice(0, -1))).to.equal(false);
    expect(isInviteLink(whole.replace('/join#', '/claim#'))).to.equal(false);
    expect(isInviteLink('please join us')).to.equal(false);
  });

  it('let members vote and endorse, founders vote, and others wait', () => {
    const waiting = { drafts: [draft], applicants: [applicant] };
    expect(openDrafts(programme(waiting))).to.have.lengthOf(1);
    expect(openApplicants(programme(waiting))).to.have.lengthOf(1);
    const founder = programme({ ...waiting, standing: 'founder-pending' });
    expect(openDrafts(founder)).to.have.lengthOf(1);
    expect(openApplicants(founder)).to.have.lengthOf(0);
    expect(openDrafts(programme({ ...waiting, standing: 'admitted' }))).to.have.lengthOf(0);
    expect(openDrafts(programme({ drafts: [{ ...draft, signedByUs: true }] }))).to.deep.equal([]);
  });

  it('are changed only where something changes', () => {
    const same = {
      seatAdmitted: false,
      leaveOutSilent: false,
      add: [],
      remove: [],
      name: 'Rivers ',
      purpose: 'Work',
      threshold: ' ',
      endorsements: '2',
      terms: {},
    };
    expect(isChange(amendmentOf(programme(), same))).to.equal(false);
    const named = amendmentOf(programme(), { ...same, name: 'Lakes', terms: { noShows: 'free' } });
    expect(named).to.deep.equal({
      seatAdmitted: false,
      add: [],
      remove: [],
      name: 'Lakes',
      terms: { noShows: 'free' },
    });
    expect(isChange({ seatAdmitted: false, add: [], remove: [OTHER] })).to.equal(true);
    const quiet = amendmentOf(programme(), { ...same, leaveOutSilent: true });
    expect([quiet.leaveOutSilent, isChange(quiet)], 'silence alone is no change').to.deep.equal([
      true,
      false,
    ]);
  });

  it('may need other numbers of votes and endorsements, and the default rule again', () => {
    const same = {
      ...{ seatAdmitted: false, leaveOutSilent: false, add: [], remove: [] },
      ...{ name: 'Rivers', purpose: 'Work', terms: null },
    };
    const none = { seatAdmitted: false, add: [], remove: [] };
    const set = { ...same, threshold: ' 4', endorsements: '1 ' };
    expect(amendmentOf(programme(), set)).to.deep.equal({ ...none, threshold: 4, endorsements: 1 });
    const before = programme({ threshold: 4, endorsements: 1 });
    expect(isChange(amendmentOf(before, set))).to.equal(false);
    const usual = amendmentOf(before, { ...set, threshold: '' });
    expect([usual, isChange(usual)]).to.deep.equal([{ ...none, threshold: null }, true]);
    const numbers = ['', '1', '99999', '0', '01', '100000', '-1', 'two', '1.5'];
    expect(numbers.filter(isThreshold)).to.deep.equal(['', '1', '99999']);
    expect([...numbers, '100', '101'].filter(isEndorsements)).to.deep.equal(['1', '100']);
  });

  it('take founders one a line, each once', () => {
    expect(foundersOf('https://a.example\nhttps://b.example, https://a.example\n')).to.deep.equal([
      'https://a.example',
      'https://b.example',
    ]);
  });

  it('name the first founder that is neither an address nor an id', () => {
    expect(wrongFounder('')).to.equal(null);
    expect(wrongFounder(`https://a.example, ${OTHER}\nhttp://127.0.0.1:7002`)).to.equal(null);
    expect(wrongFounder('https://a.example\nBund Loft')).to.equal('Bund');
    const wrong = ['a.example', 'ftp://a.example', 'http://', 'A'.repeat(42), `${'A'.repeat(42)}B`];
    expect(wrong.map(wrongFounder)).to.deep.equal(wrong);
  });

  it('are founded with the numbers that were typed, or by the default rule', () => {
    const typed = { name: ' Rivers ', purpose: ' ', founders: 'https://a.example', terms: {} };
    const founding = { name: 'Rivers', purpose: '', founders: ['https://a.example'], terms: {} };
    expect(foundingOf({ ...typed, threshold: ' ', endorsements: '2' })).to.deep.equal({
      ...founding,
      endorsements: 2,
    });
    expect(foundingOf({ ...typed, threshold: ' 3 ', endorsements: '1 ' })).to.deep.equal({
      ...founding,
      threshold: 3,
      endorsements: 1,
    });
  });

  it('keep the rest of the offer when a space is refused, and when it is not any more', () => {
    const offer: Offer = { photoId: 'always' };
    const refusing = withRefusal(offer, OTHER, ' noise ');
    expect(refusalOf(refusing, OTHER)).to.equal('noise');
    expect(refusalOf(refusing, SPACE)).to.equal(null);
    expect(withRefusal(refusing, OTHER, 'other').refuses).to.have.lengthOf(1);
    expect(withoutRefusal(refusing, OTHER)).to.deep.equal({ photoId: 'always' });
  });
});
