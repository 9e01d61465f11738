import { scryptSync } from 'node:crypto';
import { expect } from 'chai';
import { scryptPasswords } from '../../dist/adapters/passwords.js';

describe('passwords by scrypt', function () {
  this.timeout(20_000);
  const salt = new Uint8Array(16).fill(5);
  const passwords = scryptPasswords({ bytes: (length) => new Uint8Array(length).fill(5) });

  it('keeps cost, salt and hash, and nothing of the password', async () => {
    const kept = await passwords.hash('correct horse');
    const maxmem = 2 ** 27;
    const expected = scryptSync('correct horse', salt, 32, { N: 65_536, r: 8, p: 1, maxmem });
    expect(kept).to.equal(`scrypt$16$8$1$BQUFBQUFBQUFBQUFBQUFBQ$${expected.toString('base64url')}`);
  });

  it('knows the password again, however its letters are encoded, and no other', async () => {
    const kept = await passwords.hash('Jos\u00e9 4711');
    expect(await passwords.verify('Jose\u0301 4711', kept)).to.equal(true);
    for (const other of ['Jose 4711', 'jos\u00e9 4711', 'Jos\u00e9 4711 ', '']) {
      expect(await passwords.verify(other, kept), other).to.equal(false);
    }
  });

  it('answers false to what it has not made, however cheap that would be to compute', async () => {
    const cheap = scryptSync('x', salt, 32, { N: 2, r: 8, p: 1 }).toString('base64url');
    for (const kept of ['', 'x', `scrypt$1$8$1$BQUFBQUFBQUFBQUFBQUFBQ$${cheap}`]) {
      expect(await passwords.verify('x', kept), kept).to.equal(false);
    }
  });
});
