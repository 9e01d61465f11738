/** What the owner says of the space, and takes back. */

import { expect } from 'chai';
import { Network } from './support/network.js';

describe('The own profile', () => {
  it('loses what a change says null of, and keeps what it does not mention', async () => {
    const oslo = await new Network().add('oslo');
    const { engine } = oslo;
    await engine.changeProfile({
      mailbox: 'desk@oslo.example',
      site: 'https://oslo.example',
      houseRules: 'No shoes.',
    });
    const changed = await engine.changeProfile({ mailbox: null, houseRules: null });
    expect(changed).to.include({ site: 'https://oslo.example' });
    expect(changed).to.not.have.any.keys('mailbox', 'houseRules');
    expect((await engine.changeProfile({ site: null })).site).to.equal(undefined);
  });
});
