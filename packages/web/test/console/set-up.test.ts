/** First set-up: its steps, what is kept of it, the recovery key, the request. */

import { expect } from 'chai';
import {
  firstDraft,
  nextStep,
  previousStep,
  progressOf,
  readDraft,
  type SetUpDraft,
  stepsOf,
} from '../../dist/console/set-up/draft.js';
import { askedPlaces, makeRecoveryKey, wrongPlaces } from '../../dist/console/set-up/recovery.js';
import { isStepRight, setUpRequest, wrongIn } from '../../dist/console/set-up/request.js';

const NEW = { made: false, profile: null, defaults: { timeZone: 'Europe/Berlin' } };
const draft: SetUpDraft = firstDraft(NEW, 'de');

describe('First set-up', () => {
  it('leaves the recovery key out where the space was made on the terminal', () => {
    expect(stepsOf({ made: true })).to.not.include('recovery');
    expect(nextStep({ made: false, step: 'rate' })).to.equal('recovery');
    expect(nextStep({ made: true, step: 'rate' })).to.equal('password');
    expect(progressOf({ made: true, step: 'password' })).to.deep.equal({ at: 5, of: 9 });
  });

  it('goes back up to the moment at which the space is made', () => {
    expect(previousStep({ made: false, step: 'welcome' })).to.equal(null);
    expect(previousStep({ made: true, step: 'password' })).to.equal('rate');
    expect(previousStep({ made: false, step: 'programme' })).to.equal(null);
    expect(previousStep({ made: false, step: 'member' })).to.equal(null);
  });

  it('begins in the node’s time zone and with the owner’s language', () => {
    expect(draft.venue.timeZone).to.equal('Europe/Berlin');
    expect(draft.languages).to.deep.equal(['de']);
  });

  it('keeps what was typed over a reload, and believes the node about what is made', () => {
    const typed = { ...draft, step: 'rate', spaceName: 'Kiez' } as const;
    expect(readDraft(JSON.stringify(typed), draft)).to.deep.equal(typed);
    expect(readDraft(JSON.stringify(typed), { ...draft, made: true })?.made).to.equal(true);
  });

  it('begins anew where nothing or nonsense was kept', () => {
    expect(readDraft(null, draft)).to.equal(null);
    expect(readDraft('{', draft)).to.equal(null);
    expect(readDraft('{"step":"rate"}', draft)).to.equal(null);
    expect(readDraft(JSON.stringify({ ...draft, step: 'dance' }), draft)).to.equal(null);
  });

  it('goes on from a step only when its own fields are right', () => {
    const wrong = wrongIn({ ...draft, rate: { amount: '25', currency: '' } });
    expect(isStepRight('place', wrong)).to.equal(false);
    expect(isStepRight('room', wrong)).to.equal(true);
    expect(isStepRight('rate', wrong)).to.equal(false);
    expect(isStepRight('place', wrongIn({ ...draft, spaceName: 'Kiez' }))).to.equal(true);
  });

  it('sends what was typed, and no digest for a space that has its key', () => {
    const ready = {
      ...draft,
      spaceName: ' Kiez ',
      rate: { amount: '20', currency: 'EUR' },
      venue: { ...draft.venue, hours: null },
      recoveryDigest: 'digest',
    };
    expect(setUpRequest(ready, 'token', 'correct horse')).to.deep.equal({
      token: 'token',
      password: 'correct horse',
      name: 'Kiez',
      venue: { name: 'Kiez', address: '', timeZone: 'Europe/Berlin', amenities: [] },
      rate: { amount: 2000, currency: 'EUR' },
      languages: ['de'],
      recoveryDigest: 'digest',
    });
    expect(setUpRequest({ ...ready, made: true }, 't', 'p')?.recoveryDigest).to.equal(null);
    expect(setUpRequest({ ...ready, spaceName: '' }, 't', 'p')).to.equal(null);
  });
});

describe('The recovery key in the browser', () => {
  it('is 24 words of the seed, and the digest that KEYS-2 names', async () => {
    const { words, digest } = await makeRecoveryKey(new Uint8Array(32));
    expect(words).to.deep.equal([...Array.from({ length: 23 }, () => 'abandon'), 'art']);
    // SHA-256 of the public key of the all-zero seed, which begins with 3b6a27bc.
    expect(digest).to.equal('E545QOZLVJFyIIjZoNdBYo_IJuCUddNBp4Cs3jxLgHA');
  });

  it('asks for three different words in their order', () => {
    expect(askedPlaces(Uint8Array.of(5, 5, 5), 24)).to.deep.equal([5, 6, 7]);
    expect(askedPlaces(Uint8Array.of(255, 0, 22), 24)).to.deep.equal([0, 1, 15]);
  });

  it('takes the words in any case, and says which are wrong', () => {
    const words = ['alpha', 'beta', 'gamma', 'delta'];
    expect(wrongPlaces(words, [0, 2], { 0: ' Alpha ', 2: 'GAMMA' })).to.deep.equal([]);
    expect(wrongPlaces(words, [0, 2], { 0: 'beta' })).to.deep.equal([0, 2]);
  });
});
