/** Who recorded a visit, as it lies sealed. */

import { ProtocolError } from '@covisa/protocol';
import { expect } from 'chai';
import { recorder } from '../../dist/sqlite/recorders.js';

describe('Who recorded a visit', () => {
  it('is read with kind and name', () => {
    const robin = { kind: 'person', name: 'Robin' };
    expect(recorder.parse(robin)).to.deep.equal(robin);
    expect(recorder.parse({ kind: 'self', name: null })).to.deep.equal({
      kind: 'self',
      name: null,
    });
    expect(() => recorder.parse({ kind: 'owner', name: 'Robin' })).to.throw(ProtocolError);
  });

  it('is read as a person where a text alone was kept', () => {
    expect(recorder.parse('Owner')).to.deep.equal({ kind: 'person', name: 'Owner' });
  });
});
