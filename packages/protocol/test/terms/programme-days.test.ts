/** Which of a visa's days one programme's terms are put to. */

import { daysUnder, programmeId } from '@covisa/protocol';
import { expect } from 'chai';
import { HOST, OTHER, visit } from './support.js';

const RIVERS = programmeId.parse(`${'P'.repeat(42)}A`);
const LAKES = programmeId.parse(`${'Q'.repeat(42)}A`);

describe('The days under a programme', () => {
  it('JUDGE-10: are its own at all hosts, and those of another one at this host alone, as shared', () => {
    const [here, there] = [visit('2027-05-03', HOST), visit('2027-05-04', OTHER)];
    const days = [RIVERS, LAKES].flatMap((programme) => [
      { ...here, programme },
      { ...there, programme },
    ]);
    expect(daysUnder(RIVERS, HOST, days)).to.deep.equal([
      { ...here, programme: RIVERS },
      { ...there, programme: RIVERS },
      { ...here, programme: LAKES, shared: true },
    ]);
    expect(daysUnder(LAKES, OTHER, days)).to.deep.equal([
      { ...there, programme: RIVERS, shared: true },
      { ...here, programme: LAKES },
      { ...there, programme: LAKES },
    ]);
  });
});
