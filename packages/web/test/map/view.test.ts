/** The geometry of the map: projection, moving, magnifying and fitting. */

import { expect } from 'chai';
import { keyChange } from '../../dist/map/keys.js';
import {
  clampView,
  fitPlaces,
  fromScreen,
  panBy,
  repetitions,
  SCALE_MAX,
  toPlace,
  toScreen,
  toWorld,
  zoomAt,
} from '../../dist/map/view.js';

const BERLIN = { latitude: 52.52, longitude: 13.405 };
const MELBOURNE = { latitude: -37.8136, longitude: 144.9631 };
const SAN_FRANCISCO = { latitude: 37.7749, longitude: -122.4194 };
const size = { width: 800, height: 400 };

describe('The map’s view', () => {
  it('finds a place again that it has drawn', () => {
    expect(toPlace(toWorld(BERLIN))).to.deep.equal(BERLIN);
    expect(toPlace(toWorld(MELBOURNE))).to.deep.equal(MELBOURNE);
    expect(toWorld({ latitude: 0, longitude: 0 })).to.deep.equal({ x: 0.5, y: 0.5 });
  });

  it('names the same place on every repetition of the world', () => {
    const { x, y } = toWorld(BERLIN);
    expect(toPlace({ x: x + 1, y })).to.deep.equal(BERLIN);
    expect(toPlace({ x: x - 2, y })).to.deep.equal(BERLIN);
  });

  it('keeps what is under the mouse while it magnifies', () => {
    const view = fitPlaces([BERLIN, MELBOURNE], size);
    const at = { x: 500, y: 180 };
    const under = fromScreen(view, size, at);
    const nearer = zoomAt(view, size, 4, at);
    const { x, y } = toScreen(nearer, size, under);
    expect(nearer.scale).to.equal(4 * view.scale);
    expect([Math.round(x), Math.round(y)]).to.deep.equal([500, 180]);
  });

  it('keeps what is under a finger while it moves', () => {
    const view = clampView({ ...toWorld(BERLIN), scale: 8000 }, size);
    const { x, y } = toScreen(panBy(view, size, { x: 30, y: -20 }), size, toWorld(BERLIN));
    expect([Math.round(x), Math.round(y)]).to.deep.equal([430, 180]);
  });

  it('fits places across the date line, not around the whole world', () => {
    const view = fitPlaces([MELBOURNE, SAN_FRANCISCO], size);
    const west = toScreen(view, size, toWorld(MELBOURNE));
    const east = toScreen(view, size, toWorld(SAN_FRANCISCO));
    expect(west.x).to.be.within(40, 300);
    expect(east.x).to.be.within(500, 760);
    expect(toPlace(view).longitude).to.be.within(-175, -160);
  });

  it('shows the country around a single place, and the world where there is none', () => {
    expect(fitPlaces([BERLIN], size).scale).to.equal(6000);
    expect(fitPlaces([], size).scale).to.equal(800);
  });

  it('never shows less than the width of the world, nor more than the outline can say', () => {
    const view = fitPlaces([BERLIN], size);
    expect(zoomAt(view, size, 1e-9, { x: 0, y: 0 }).scale).to.equal(800);
    expect(zoomAt(view, size, 1e9, { x: 0, y: 0 }).scale).to.equal(SCALE_MAX);
  });

  it('draws the world as often as it is on the screen', () => {
    expect(repetitions({ x: 0.5, y: 0.4, scale: 1000 }, size)).to.deep.equal([0]);
    expect(repetitions({ x: 0.05, y: 0.4, scale: 800 }, size)).to.deep.equal([-1, 0]);
  });

  it('magnifies around the pin while it is on the screen, else around the middle', () => {
    const view = clampView({ ...toWorld(BERLIN), x: toWorld(BERLIN).x - 0.02, scale: 8000 }, size);
    const before = toScreen(view, size, toWorld(BERLIN));
    let near = view;
    for (let presses = 0; presses < 10; presses += 1) {
      near = keyChange('+', BERLIN)?.(near, size) ?? near;
    }
    const after = toScreen(near, size, toWorld(BERLIN));
    expect([Math.round(before.x), Math.round(after.x)]).to.deep.equal([560, 560]);
    expect(near.scale).to.equal(SCALE_MAX);
    const far = keyChange('+', MELBOURNE)?.(view, size);
    expect(far?.x).to.be.closeTo(view.x, 1e-9);
  });

  it('goes where an arrow key points, and magnifies by plus and minus', () => {
    const view = clampView({ ...toWorld(BERLIN), scale: 8000 }, size);
    const right = keyChange('ArrowRight')?.(view, size);
    const plus = keyChange('+')?.(view, size);
    const minus = keyChange('-')?.(view, size);
    expect((right?.x ?? 0) > view.x).to.equal(true);
    expect(plus?.scale).to.equal(16_000);
    expect(minus?.scale).to.equal(4000);
    expect(keyChange('a')).to.equal(null);
  });
});
