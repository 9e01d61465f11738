/** The rules of access, over memory and a clock that the test moves. */

import { openMemoryStore } from '@covisa/store';
import { expect } from 'chai';
import { FILE_TOKEN_CALLER, recorderOf } from '../../dist/access/caller.js';
import type { Access, AccessPorts } from '../../dist/access/index.js';
import { seededRandom } from '../engine/support/ports.js';
import { testAccess } from '../support/access.js';
import { codeOfAsync } from '../support/errors.js';

const HOUR = 3600;
const DAY = 86_400;
const PASSWORD = 'correct horse';

/** A browser that is not paired. */
const elsewhere = (address = '192.0.2.1') => ({ device: null, address, session: null });

describe('access', () => {
  async function opened(ports: Partial<AccessPorts> = {}) {
    const clock = { now: 1_778_576_400 };
    const random = seededRandom('access');
    const access = await testAccess({ now: () => clock.now, random, ...ports });
    return { access, clock };
  }

  async function pairedDesk() {
    const { access, clock } = await opened();
    await access.setPassword(PASSWORD);
    const { code } = access.devices.invite('Tablet');
    const { device, secret } = await access.devices.claim(code, null, elsewhere());
    const ada = await access.people.add('Ada', '4711');
    const place = { device, address: '192.0.2.1', session: null };
    return { access, clock, ada, device, deviceSecret: secret, place };
  }

  it('knows the token of the data folder as an owner, and made tokens by their roles', async () => {
    const { access } = await opened();
    const door = await access.tokens.add('Door', 'desk');
    expect(door.token).to.match(/^[\w-]{43}$/);
    expect(access.tokens.caller('token-of-the-test')).to.deep.equal({
      kind: 'token',
      role: 'owner',
      person: null,
      token: null,
      name: 'Command line',
    });
    expect(access.tokens.caller(door.token)).to.deep.equal({
      kind: 'token',
      role: 'desk',
      person: null,
      token: door.id,
      name: 'Door',
    });
    expect(access.tokens.caller(`${door.token}x`)).to.equal(null);
    await access.tokens.remove(door.id);
    expect(access.tokens.caller(door.token)).to.equal(null);
    expect(await codeOfAsync(access.tokens.remove(door.id))).to.equal('NOT_FOUND');
  });

  it('tells the owner from a person who is named so, and a made token from the data folder’s', async () => {
    const { access, place } = await pairedDesk();
    const { id } = await access.people.add('Owner', '4711');
    const named = await access.sessions.caller(await access.signIn.asPerson(id, '4711', place));
    const owner = await access.sessions.caller(await access.signIn.asOwner(PASSWORD, place));
    const { token } = await access.tokens.add('Door', 'desk');
    const callers = [named, owner, access.tokens.caller(token), FILE_TOKEN_CALLER];
    expect(callers.map((one) => one && recorderOf(one))).to.deep.equal([
      { kind: 'person', name: 'Owner' },
      { kind: 'owner', name: null },
      { kind: 'token', name: 'Door' },
      { kind: 'command-line', name: null },
    ]);
  });

  it('lets nobody in by a password before one was set', async () => {
    const { access } = await opened();
    expect(access.isPasswordSet()).to.equal(false);
    for (const password of ['', 'null', PASSWORD]) {
      const code = await codeOfAsync(access.signIn.asOwner(password, elsewhere()));
      expect(code).to.equal('CREDENTIALS_WRONG');
    }
  });

  it('SETUP-4: sets a first password once', async () => {
    const { access } = await opened();
    const attempts = [PASSWORD, 'another password'].map((one) => access.setFirstPassword(one));
    const codes = await Promise.all(attempts.map(codeOfAsync));
    expect(codes).to.deep.equal([null, 'CONFLICT']);
    expect(await codeOfAsync(access.signIn.asOwner(PASSWORD, elsewhere()))).to.equal(null);
  });

  it('signs the owner in by the password, anew each time', async () => {
    const { access } = await opened();
    await access.setPassword(PASSWORD);
    const first = await access.signIn.asOwner(PASSWORD, elsewhere());
    const second = await access.signIn.asOwner(PASSWORD, elsewhere());
    expect(first).not.to.equal(second);
    for (const secret of [first, second]) {
      expect(await access.sessions.caller(secret)).to.deep.equal({
        kind: 'session',
        role: 'owner',
        person: null,
        token: null,
        name: 'Owner',
      });
    }
    await access.sessions.end(first);
    expect(await access.sessions.caller(first)).to.equal(null);
    expect((await access.sessions.caller(second))?.role).to.equal('owner');
  });

  it('ACCESS-17: never takes a secret of one kind for another', async () => {
    const { access, deviceSecret, place } = await pairedDesk();
    const session = await access.signIn.asOwner(PASSWORD, place);
    const { token } = await access.tokens.add('Door', 'owner');
    expect(await access.sessions.caller(deviceSecret)).to.equal(null);
    expect(await access.sessions.caller(token)).to.equal(null);
    expect(access.tokens.caller(session)).to.equal(null);
    expect(access.devices.find(session)).to.equal(null);
  });

  it('ACCESS-10: ends the session that the browser had when a new one begins', async () => {
    const { access } = await opened();
    await access.setPassword(PASSWORD);
    const first = await access.signIn.asOwner(PASSWORD, elsewhere());
    await access.signIn.asOwner(PASSWORD, { ...elsewhere(), session: first });
    expect(await access.sessions.caller(first)).to.equal(null);
  });

  it('ACCESS-9: ends a session after twelve hours without use, and after seven days in any case', async () => {
    const { access, clock } = await opened();
    await access.setPassword(PASSWORD);
    const idle = await access.signIn.asOwner(PASSWORD, elsewhere());
    const busy = await access.signIn.asOwner(PASSWORD, elsewhere());
    clock.now += 12 * HOUR - 1;
    expect((await access.sessions.caller(busy))?.role).to.equal('owner');
    clock.now += 1;
    expect(await access.sessions.caller(idle)).to.equal(null);
    const begin = clock.now - 12 * HOUR;
    while (clock.now + 6 * HOUR < begin + 7 * DAY) {
      clock.now += 6 * HOUR;
      expect((await access.sessions.caller(busy))?.role).to.equal('owner');
    }
    clock.now = begin + 7 * DAY;
    expect(await access.sessions.caller(busy)).to.equal(null);
  });

  it('takes a PIN on a paired device only, and never says whether it was right elsewhere', async () => {
    const { access, ada, place } = await pairedDesk();
    for (const pin of ['4711', '0000']) {
      const code = await codeOfAsync(access.signIn.asPerson(ada.id, pin, elsewhere()));
      expect(code).to.equal('FORBIDDEN');
    }
    const secret = await access.signIn.asPerson(ada.id, '4711', place);
    expect(await access.sessions.caller(secret)).to.deep.equal({
      kind: 'session',
      role: 'desk',
      person: ada.id,
      token: null,
      name: 'Ada',
    });
    for (const [person, pin] of [
      [ada.id, '4712'],
      ['nobody', '4711'],
    ] as const) {
      const code = await codeOfAsync(access.signIn.asPerson(person, pin, place));
      expect(code).to.equal('CREDENTIALS_WRONG');
    }
  });

  it('makes whoever tries PINs wait longer each time, also many at once', async () => {
    const { access, clock, ada, place } = await pairedDesk();
    const attempts = Array.from({ length: 50 }, (_, pin) =>
      codeOfAsync(access.signIn.asPerson(ada.id, String(1000 + pin), place)),
    );
    const codes = await Promise.all(attempts);
    expect(codes.filter((code) => code === 'CREDENTIALS_WRONG')).to.have.length(5);
    expect(codes.filter((code) => code === 'RATE_LIMITED')).to.have.length(45);
    // Not even the right one is looked at before its time.
    expect(await codeOfAsync(access.signIn.asPerson(ada.id, '4711', place))).to.equal(
      'RATE_LIMITED',
    );
    clock.now += 5;
    await access.signIn.asPerson(ada.id, '4711', place);
    expect(await codeOfAsync(access.signIn.asPerson(ada.id, '0', place))).to.equal(
      'CREDENTIALS_WRONG',
    );
  });

  it('counts failures of an account over all addresses, and of an address over all accounts', async () => {
    const { access, place, ada } = await pairedDesk();
    const tryOwner = (address: string, password = 'wrong password') =>
      codeOfAsync(access.signIn.asOwner(password, elsewhere(address)));
    for (let host = 1; host <= 5; host++) await tryOwner(`198.51.100.${host}`);
    // Who has failed waits for all; who has not is heard, thirty times an hour.
    expect(await tryOwner('198.51.100.1')).to.equal('RATE_LIMITED');
    for (let host = 101; host <= 129; host++) {
      expect(await tryOwner(`198.51.100.${host}`)).to.equal('CREDENTIALS_WRONG');
    }
    expect(await tryOwner('203.0.113.5', PASSWORD)).to.equal(null);
    for (let host = 1; host <= 5; host++) await tryOwner(`198.51.101.${host}`);
    expect(await tryOwner('198.51.101.99', PASSWORD)).to.equal('RATE_LIMITED');
    // Strangers lock nobody out of a paired device.
    expect(await codeOfAsync(access.signIn.asOwner(PASSWORD, place))).to.equal(null);
    const bob = await access.people.add('Bob', '0815');
    for (const id of [ada.id, bob.id, ada.id, bob.id, ada.id]) {
      await codeOfAsync(access.signIn.asPerson(id, '9999', place));
    }
    expect(await codeOfAsync(access.signIn.asPerson(bob.id, '0815', place))).to.equal(
      'RATE_LIMITED',
    );
  });

  it('ACCESS-8: lets a stranger keep the owner waiting for five minutes, and a PIN for an hour', async () => {
    const { access, clock, ada, place } = await pairedDesk();
    const longest = async (attempt: () => Promise<unknown>): Promise<number> => {
      const waits = [];
      for (let tried = 0; tried < 20; tried++) {
        await codeOfAsync(attempt());
        const refused = await attempt().catch((error: { retryAfterSeconds?: number }) => error);
        const wait = Object(refused).retryAfterSeconds ?? 0;
        waits.push(wait);
        clock.now += wait;
      }
      return Math.max(...waits);
    };
    expect(await longest(() => access.signIn.asOwner('wrong', elsewhere()))).to.equal(300);
    expect(await longest(() => access.signIn.asPerson(ada.id, '0000', place))).to.equal(3600);
  });

  it('ACCESS-11: gives a pairing code ten minutes and one use, however its letters are read', async () => {
    const { access, clock } = await opened();
    const first = access.devices.invite('Tablet');
    expect(first.code).to.match(/^[0-9A-HJKMNP-TV-Z]{10}$/);
    expect(first.lapses).to.equal(clock.now + 600);
    const typed = `${first.code.slice(0, 5)}-${first.code.slice(5)}`
      .toLowerCase()
      .replaceAll('1', 'l');
    const { device } = await access.devices.claim(typed, 'Front desk', elsewhere());
    expect(device.name).to.equal('Front desk');
    const again = () => access.devices.claim(first.code, null, elsewhere());
    expect(await codeOfAsync(again())).to.equal('CREDENTIALS_WRONG');
    const late = access.devices.invite('Laptop');
    clock.now += 600;
    const tooLate = () => access.devices.claim(late.code, null, elsewhere());
    expect(await codeOfAsync(tooLate())).to.equal('CREDENTIALS_WRONG');
  });

  it('pairs no more than a hundred devices, and keeps the code until there is room', async () => {
    const { access } = await opened();
    const pair = async () => {
      const { code } = access.devices.invite('Tablet');
      return access.devices.claim(code, null, elsewhere());
    };
    const { device } = await pair();
    for (let one = 1; one < 100; one++) await pair();
    const { code } = access.devices.invite('One more');
    const claim = () => access.devices.claim(code, null, elsewhere());
    expect(await codeOfAsync(claim())).to.equal('CONFLICT');
    await access.devices.remove(device.id);
    expect((await claim()).device.name).to.equal('One more');
  });

  it('makes whoever guesses pairing codes wait', async () => {
    const { access } = await opened();
    const { code } = access.devices.invite('Tablet');
    const claim = (typed: string) =>
      codeOfAsync(access.devices.claim(typed, null, elsewhere('192.0.2.66')));
    for (let guess = 0; guess < 5; guess++) await claim(`GUESS${guess}`);
    expect(await claim(code)).to.equal('RATE_LIMITED');
    const { device } = await access.devices.claim(code, null, elsewhere());
    expect(device.name).to.equal('Tablet');
  });

  it('ACCESS-12: ends sessions with what they rest on: person, PIN, device, password', async () => {
    const { access, ada, device, deviceSecret, place } = await pairedDesk();
    const bob = await access.people.add('Bob', '0815');
    const signInBoth = async () => ({
      ada: await access.signIn.asPerson(ada.id, '4711', place),
      bob: await access.signIn.asPerson(bob.id, '0815', place),
      owner: await access.signIn.asOwner(PASSWORD, elsewhere()),
    });
    const first = await signInBoth();
    await access.people.setPin(ada.id, '4711');
    expect(await access.sessions.caller(first.ada)).to.equal(null);
    expect((await access.sessions.caller(first.bob))?.name).to.equal('Bob');
    await access.people.remove(bob.id);
    expect(await access.sessions.caller(first.bob)).to.equal(null);
    await access.setPassword('another password');
    expect(await access.sessions.caller(first.owner)).to.equal(null);
    const secret = await access.signIn.asPerson(ada.id, '4711', place);
    await access.devices.remove(device.id);
    expect(await access.sessions.caller(secret)).to.equal(null);
    expect(access.devices.find(deviceSecret)).to.equal(null);
  });

  it('changes the password for whoever knows it, and goes on in a fresh session only', async () => {
    const { access } = await opened();
    await access.setPassword(PASSWORD);
    const session = await access.signIn.asOwner(PASSWORD, elsewhere());
    const place = { ...elsewhere(), session };
    const wrong = () => access.changePassword('wrong password', 'next password', place);
    expect(await codeOfAsync(wrong())).to.equal('CREDENTIALS_WRONG');
    const fresh = await access.changePassword(PASSWORD, 'next password', place);
    expect(await access.sessions.caller(session)).to.equal(null);
    expect((await access.sessions.caller(fresh))?.role).to.equal('owner');
    expect(await codeOfAsync(access.signIn.asOwner(PASSWORD, elsewhere()))).to.equal(
      'CREDENTIALS_WRONG',
    );
  });

  it('takes each name once, however it is spelled', async () => {
    const { access } = await opened();
    await access.people.add('José', '4711');
    for (const name of ['José', 'JOSÉ', 'Jose\u0301']) {
      expect(await codeOfAsync(access.people.add(name, '0815')), name).to.equal('CONFLICT');
    }
  });

  it('shows people on paired devices and to the owner, never their PINs', async () => {
    const { access, ada, device, place } = await pairedDesk();
    await access.people.add('Aaron', '0815');
    const owner = await access.sessions.caller(await access.signIn.asOwner(PASSWORD, elsewhere()));
    const names = (...given: Parameters<Access['view']>) =>
      access.view(...given).people.map(({ name }) => name);
    expect(names(null, null)).to.deep.equal([]);
    expect(names(null, device)).to.deep.equal(['Aaron', 'Ada']);
    expect(names(owner, null)).to.deep.equal(['Aaron', 'Ada']);
    expect(access.view(owner, place.device)).to.deep.equal({
      signedIn: { kind: 'session', role: 'owner', person: null, name: 'Owner' },
      device: { id: device.id, name: 'Tablet' },
      people: [
        { id: access.people.list()[0]?.id, name: 'Aaron' },
        { id: ada.id, name: 'Ada' },
      ],
      ownerPasswordSet: true,
    });
  });

  it('keeps everything over a restart, and no secret in what it keeps', async () => {
    const store = openMemoryStore();
    const { access, clock } = await opened({ store });
    await access.setPassword(PASSWORD);
    const { code } = access.devices.invite('Tablet');
    const { device, secret } = await access.devices.claim(code, null, elsewhere());
    const ada = await access.people.add('Ada', '4711');
    const { token } = await access.tokens.add('Door', 'desk');
    const place = { device, address: '192.0.2.1', session: null };
    const session = await access.signIn.asPerson(ada.id, '4711', place);

    const kept = new TextDecoder().decode((await store.setting('access')) ?? undefined);
    for (const shown of [secret, token, session]) expect(kept).not.to.include(shown);
    const later = await testAccess({ store, now: () => clock.now });
    expect((await later.sessions.caller(session))?.name).to.equal('Ada');
    expect(later.devices.find(secret)?.name).to.equal('Tablet');
    expect(later.tokens.caller(token)?.name).to.equal('Door');
    expect(later.isPasswordSet()).to.equal(true);
  });

  it('changes nothing where it cannot be kept', async () => {
    const store = openMemoryStore();
    const broken = {
      setting: (name: string) => store.setting(name),
      putSetting: async () => {
        throw new Error('disk full');
      },
    };
    const { access } = await opened({ store: broken });
    const failure = await access.people.add('Ada', '4711').catch((error: unknown) => error);
    expect(failure).to.be.an('error').with.property('message', 'disk full');
    expect(access.people.list()).to.deep.equal([]);
  });

  it('makes room for a new session by ending the one that was used least lately', async () => {
    const { access, clock } = await opened();
    await access.setPassword(PASSWORD);
    const first = await access.signIn.asOwner(PASSWORD, elsewhere());
    clock.now += 1;
    const second = await access.signIn.asOwner(PASSWORD, elsewhere());
    for (let one = 0; one < 499; one++) {
      clock.now += 1;
      await access.signIn.asOwner(PASSWORD, elsewhere());
    }
    expect(await access.sessions.caller(first)).to.equal(null);
    expect((await access.sessions.caller(second))?.role).to.equal('owner');
  });
});
