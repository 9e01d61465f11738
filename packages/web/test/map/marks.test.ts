/** What the map draws for places: marks, marks for several, fans and labels. */

import { expect } from 'chai';
import { speaker } from '../../dist/i18n/words.js';
import {
  labelledMark,
  labelsOf,
  type MapPlace,
  marksOf,
  nearestMark,
} from '../../dist/map/marks.js';
import { placeText } from '../../dist/map/place-text.js';
import { fitPlaces, SCALE_MAX, toWorld } from '../../dist/map/view.js';
import { ENGLISH } from '../../dist/map/words/english.js';
import { FRENCH } from '../../dist/map/words/french.js';
import { GERMAN } from '../../dist/map/words/german.js';
import { SPANISH } from '../../dist/map/words/spanish.js';
import { expectTranslations } from '../support/translations.js';

const size = { width: 800, height: 400 };
const place = (id: string, latitude: number, longitude: number): MapPlace => {
  return { id, label: `Space ${id}`, latitude, longitude };
};
const BERLIN = place('berlin', 52.52, 13.405);
const POTSDAM = place('potsdam', 52.3906, 13.0645);
const MELBOURNE = place('melbourne', -37.8136, 144.9631);

const ids = (marks: readonly { readonly places: readonly MapPlace[] }[]) =>
  marks.map(({ places }) => places.map(({ id }) => id));

describe('The map’s marks', () => {
  it('become one where they would overlap, and part when the map is magnified', () => {
    const places = [BERLIN, POTSDAM, MELBOURNE];
    const far = marksOf(places, fitPlaces(places, size), size);
    expect(ids(far)).to.deep.equal([['berlin', 'potsdam'], ['melbourne']]);
    const near = marksOf(places, { ...toWorld(BERLIN), scale: 100_000 }, size);
    expect(ids(near)).to.deep.equal([['berlin'], ['potsdam']]);
  });

  it('are fanned out around a spot that they share once nothing can be magnified', () => {
    const places = [BERLIN, { ...BERLIN, id: 'berlin-2' }, { ...BERLIN, id: 'berlin-3' }];
    const marks = marksOf(places, { ...toWorld(BERLIN), scale: SCALE_MAX }, size);
    expect(ids(marks)).to.deep.equal([['berlin'], ['berlin-2'], ['berlin-3']]);
    const spots = new Set(marks.map(({ x, y }) => `${Math.round(x)} ${Math.round(y)}`));
    expect(spots.size).to.equal(3);
  });

  it('are found by the nearest point, and not at all where there is none', () => {
    const marks = marksOf([BERLIN, MELBOURNE], fitPlaces([BERLIN, MELBOURNE], size), size);
    expect(nearestMark(marks, { x: 790, y: 390 })?.places[0].id).to.equal('melbourne');
    expect(nearestMark([], { x: 0, y: 0 })).to.equal(null);
  });

  it('have labels where these hide nothing, and the chosen one before others', () => {
    const view = { ...toWorld(BERLIN), scale: 60_000 };
    const crowd = ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((id, index) =>
      place(id, 52.52 + (index % 2) * 0.1, 13.405 + index * 0.2),
    );
    const marks = marksOf(crowd, view, size);
    expect(marks.length).to.equal(7);
    expect(labelsOf(marks, size, 'g')[0]?.text).to.equal('Space g');
    const narrow = labelsOf(marks, { width: 60, height: 40 }, null);
    expect(narrow).to.deep.equal([]);
  });

  it('are found by their labels too', () => {
    const [mark, ...others] = marksOf([BERLIN], fitPlaces([BERLIN], size), size);
    const labels = labelsOf(mark === undefined ? [] : [mark, ...others], size, null);
    expect(labelledMark(labels, { x: 460, y: 200 })?.places[0].id).to.equal('berlin');
    expect(labelledMark(labels, { x: 600, y: 200 })).to.equal(null);
  });

  it('shorten a label that is too long for any map', () => {
    const long = { ...BERLIN, label: 'The Cooperative Coworking Space of Kreuzberg' };
    const marks = marksOf([long], fitPlaces([long], size), size);
    expect(labelsOf(marks, size, null)[0]?.text).to.equal('The Cooperative Coworking…');
  });

  it('name a place by its degrees in each language', () => {
    expectTranslations(ENGLISH, { GERMAN, FRENCH, SPANISH });
    const say = speaker<typeof ENGLISH>('de', GERMAN);
    expect(placeText(MELBOURNE, say)).to.equal('37.8136° S, 144.9631° O');
  });
});
