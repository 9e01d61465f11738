/** An owner who resumes again and again. */

import { expect } from 'chai';
import { codeOfAsync } from '../support/errors.js';
import { Network } from './support/network.js';

describe('A space that has resumed as often as one can', () => {
  it('RESUME-6: resumes no more, and goes on', async () => {
    const network = new Network('many resumes');
    const oslo = await network.add('oslo');
    for (let n = 1; n <= 63; n++) await oslo.recover();
    expect(await oslo.engine.status()).to.include({ mode: 'ready', incarnation: 63 });
    expect(await codeOfAsync(oslo.recover())).to.equal('CONFLICT');
    await oslo.start();
    expect(await oslo.engine.status()).to.include({ mode: 'ready', incarnation: 63 });
  });
});
