/** Searching the directory. */

import { expect } from 'chai';
import { type Found, fold, searchListings } from '../../dist/listings/search.js';
import { ALL } from './sample.js';

const names = (found: readonly Found[]) => found.map(({ listing }) => listing.name);
/** Tuesday 2026-05-12, 08:00 in Berlin (closed), 16:00 in Melbourne (open). */
const TUESDAY_MORNING = Date.UTC(2026, 4, 12, 6) / 1000;

describe('Searching listings', () => {
  it('takes no notice of accents, case and letters of other alphabets', () => {
    expect(fold('Köpenicker STRASSE, Łódź, Ærø')).to.equal('kopenicker strasse, lodz, aero');
    expect(names(searchListings(ALL, { text: 'kopenicker strasse' }))).to.deep.equal(['Spreeraum']);
    expect(names(searchListings(ALL, { text: 'KÖPENICKER Straße' }))).to.deep.equal(['Spreeraum']);
    expect(names(searchListings(ALL, { text: 'lodz' }))).to.deep.equal(['Łódź Hub']);
  });

  it('looks at names, addresses, amenities and languages, and wants every word', () => {
    const languageName = (tag: string) => (tag === 'de' ? 'German' : 'English');
    const search = (text: string) => names(searchListings(ALL, { text, languageName }));
    expect(search('flinders')).to.deep.equal(['Yarra Works']);
    expect(search('cafe')).to.deep.equal(['Spreeraum']);
    expect(search('german')).to.deep.equal(['Spreeraum']);
    expect(search('berlin german')).to.deep.equal(['Spreeraum']);
    expect(search('melbourne german')).to.deep.equal([]);
    expect(search('   ')).to.deep.equal(['Łódź Hub', 'Spreeraum', 'Yarra Works']);
  });

  it('puts the nearest first, and what has no known place last', () => {
    const found = searchListings(ALL, { near: { latitude: 48.2082, longitude: 16.3738 } });
    expect(names(found)).to.deep.equal(['Spreeraum', 'Yarra Works', 'Łódź Hub']);
    expect(found.map(({ metres }) => metres)).to.deep.equal([521_956, 15_764_077, null]);
  });

  it('finds what is open at an instant, by the clock of each venue', () => {
    expect(names(searchListings(ALL, { openAt: TUESDAY_MORNING }))).to.deep.equal(['Yarra Works']);
  });
});
