/** Who is on the way in while what lets them in is taken back. */

import { expect } from 'chai';
import type { Access } from '../../dist/access/index.js';
import { seededRandom } from '../engine/support/ports.js';
import { testAccess } from '../support/access.js';
import { codeOfAsync } from '../support/errors.js';

const PASSWORD = 'correct horse';
const NEXT = 'battery staple';

/** Access whose checks of secrets end when the test lets them. */
async function slowAccess(): Promise<{ access: Access; release: () => void }> {
  const waiting: (() => void)[] = [];
  const passwords = {
    hash: async (secret: string) => `kept:${secret}`,
    async verify(secret: string, kept: string) {
      await new Promise<void>((resolve) => waiting.push(resolve));
      return kept === `kept:${secret}`;
    },
  };
  const access = await testAccess({ random: seededRandom('taken-back'), passwords });
  return { access, release: () => waiting.splice(0).forEach((go) => void go()) };
}

const elsewhere = { device: null, address: '192.0.2.1', session: null };

/** What comes of a sign-in while the change is made after its secret was looked up. */
async function outcome(
  slow: Awaited<ReturnType<typeof slowAccess>>,
  signIn: () => Promise<string>,
  change: () => Promise<unknown>,
): Promise<string | null> {
  const signed = codeOfAsync(signIn());
  await change();
  slow.release();
  return signed;
}

describe('Whoever knows an old secret', () => {
  it('is on the way in while the owner sets another password: no session begins', async () => {
    const slow = await slowAccess();
    const { access } = slow;
    await access.setPassword(PASSWORD);
    const signIn = () => access.signIn.asOwner(PASSWORD, elsewhere);
    expect(await outcome(slow, signIn, () => access.setPassword(NEXT))).to.equal(
      'CREDENTIALS_WRONG',
    );
    expect(await outcome(slow, signIn, async () => undefined)).to.equal('CREDENTIALS_WRONG');
    const other = () => access.signIn.asOwner(NEXT, elsewhere);
    expect(await outcome(slow, other, async () => undefined)).to.equal(null);
  });

  it('changes the password in the moment in which the owner does: the owner’s stays', async () => {
    const slow = await slowAccess();
    const { access } = slow;
    await access.setPassword(PASSWORD);
    const change = () => access.changePassword(PASSWORD, 'of the thief', elsewhere);
    expect(await outcome(slow, change, () => access.setPassword(NEXT))).to.equal('CONFLICT');
    const owner = () => access.signIn.asOwner(NEXT, elsewhere);
    expect(await outcome(slow, owner, async () => undefined)).to.equal(null);
  });

  it('ACCESS-13: is on the way in at a desk while the PIN, the person or the device goes: no session begins', async () => {
    const slow = await slowAccess();
    const { access } = slow;
    for (const what of ['pin', 'person', 'device'] as const) {
      const { code } = access.devices.invite('Tablet');
      const { device } = await access.devices.claim(code, null, elsewhere);
      const { id } = await access.people.add(`Ada ${what}`, '4711');
      const signIn = () => access.signIn.asPerson(id, '4711', { ...elsewhere, device });
      const changes = {
        pin: () => access.people.setPin(id, '2583'),
        person: () => access.people.remove(id),
        device: () => access.devices.remove(device.id),
      };
      expect(await outcome(slow, signIn, changes[what]), what).to.equal('CREDENTIALS_WRONG');
    }
  });
});
