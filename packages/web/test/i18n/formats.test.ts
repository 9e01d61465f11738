/** Spans of time as the pages write them. */

import { expect } from 'chai';
import { spanText } from '../../dist/i18n/formats.js';

describe('A span of time', () => {
  it('is written in minutes, hours or days, whichever can be grasped', () => {
    const spans = [5, 90, 900, 7199, 7200, 172_799, 172_800, 31_536_000];
    expect(spans.map((seconds) => spanText('en', seconds))).to.deep.equal([
      '1 minute',
      '2 minutes',
      '15 minutes',
      '120 minutes',
      '2 hours',
      '48 hours',
      '2 days',
      '365 days',
    ]);
  });

  it('is written as the language does', () => {
    expect(spanText('de', 7200)).to.equal('2 Stunden');
    expect(spanText('fr', 172_800)).to.equal('2\u00a0jours');
    expect(spanText('es', 900)).to.equal('15 minutos');
  });
});
