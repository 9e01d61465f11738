/** Names that hostile homes may sign. */

import { expect } from 'chai';
import { visibleName } from '../../dist/ui/visible-name.js';

describe('A display name', () => {
  it('of marks of direction, joiners, fillers or blanks alone is none', () => {
    for (const name of ['\u200b', '\u200f\u200e', '\u061c', ' \u00a0\u3000', '\u2060\ufeff']) {
      expect(visibleName(name), JSON.stringify(name)).to.equal(null);
    }
    for (const name of ['\u3164', '\u2800', '\u0301\u0302', '\u{e0041}', '\u00ad']) {
      expect(visibleName(name), JSON.stringify(name)).to.equal(null);
    }
    expect(visibleName(null)).to.equal(null);
  });

  it('of any writing, or of emoji, stays as it is', () => {
    for (const name of ['Mia', 'מיה', 'ミア', 'ม.', '👩\u200d💻', '\u200fMia', 'M\u0301']) {
      expect(visibleName(name)).to.equal(name);
    }
  });
});
