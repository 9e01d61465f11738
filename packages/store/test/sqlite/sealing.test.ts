import { join } from 'node:path';
import { encodeBase64url, encodeUtf8 } from '@covisa/protocol';
import { openSqliteStore, type Store, StoreError } from '@covisa/store';
import { expect } from 'chai';
import { openDatabase } from '../../dist/sqlite/database.js';
import { storeOver } from '../../dist/sqlite/open.js';
import { makeSealer, type TagKind } from '../../dist/sqlite/sealing.js';
import { allBytes, countingBytes, optionsFor, temporaryFolders } from '../support/files.js';
import {
  date,
  fill,
  MELBOURNE,
  melbourne,
  member,
  PROGRAMME,
  range,
  refusal,
  stamp,
  visit,
} from '../support/makers.js';
import { tablesWithNumber, tablesWithText } from '../support/opened-values.js';
import { rejection } from '../support/outcomes.js';

const folders = temporaryFolders();
after(folders.clean);

const VISA_NUMBER = Uint8Array.from({ length: 16 }, (_, i) => 0xa0 + i * 5);
const CLAIM = Uint8Array.from({ length: 32 }, (_, i) => 0x11 + i * 7);

async function storePersonalThings(store: Store): Promise<void> {
  const claim = { digest: CLAIM, lapses: 1_778_500_000 };
  const person = member('m-1', { visaNumber: VISA_NUMBER, displayName: 'Weilein', claim });
  const visits = [
    visit('v-1', { visaNumber: VISA_NUMBER, displayName: 'Weilein', amount: 987_654_321 }),
  ];
  await store.appendOwn(range(melbourne(), 0, [stamp()]), { visits, members: [person] });
  await store.putGrant({
    visaNumber: VISA_NUMBER,
    k: 3,
    host: MELBOURNE,
    date: date('2026-05-11'),
    programme: PROGRAMME,
    lapses: 1_778_500_000,
    bytes: encodeUtf8('granted-to-nobody-else'),
  });
  const outcome = encodeUtf8('outcome-of-a-check');
  await store.rememberStampChecks(VISA_NUMBER, date('2027-01-01'), [
    { ...melbourne(), index: 0, outcome },
  ]);
  await store.putSetting('token', encodeUtf8('bearer-token-of-the-owner'));
}

/** Every spelling in which personal things could lie in the file. */
const SECRETS: readonly (readonly [what: string, bytes: Uint8Array])[] = [
  ['the name', encodeUtf8('Zhāng Wěi-Ferreira')],
  ['a part of the name', encodeUtf8('Ferreira')],
  ['the display name', encodeUtf8('Weilein')],
  ['the contact', encodeUtf8('wei@example.net')],
  ['member since', encodeUtf8('2024-02-29')],
  ['the note', encodeUtf8('desk by the window')],
  ['the amount', encodeUtf8('987654321')],
  ['the amount as an integer', Uint8Array.of(0x3a, 0xde, 0x68, 0xb1)],
  ['the visa number', VISA_NUMBER],
  ['the visa number in base64url', encodeUtf8(encodeBase64url(VISA_NUMBER))],
  ['the visa number in hex', encodeUtf8(Buffer.from(VISA_NUMBER).toString('hex'))],
  ['the holder key', fill(9, 32)],
  ['a former key', encodeUtf8(encodeBase64url(fill(2, 8)))],
  ['the claim', CLAIM],
  ['the claim in base64url', encodeUtf8(encodeBase64url(CLAIM))],
  ['the grant', encodeUtf8('granted-to-nobody-else')],
  ['the check', encodeUtf8('outcome-of-a-check')],
  ['the setting', encodeUtf8('bearer-token-of-the-owner')],
];

describe('Sealing in the SQLite store', () => {
  it('Nothing personal is in clear in any file, before and after the log is written back.', async () => {
    const folder = folders.make();
    const store = openSqliteStore(optionsFor(join(folder, 'store.db')));
    await storePersonalThings(store);
    const open = await allBytes(folder);
    await store.close();
    const closed = await allBytes(folder);
    for (const [what, bytes] of SECRETS) {
      expect(open.includes(Buffer.from(bytes)), `${what}, open`).to.equal(false);
      expect(closed.includes(Buffer.from(bytes)), `${what}, closed`).to.equal(false);
    }
    // The scan itself works: what is public is found.
    expect(open.includes('"type":"stamp"')).to.equal(true);
    expect(closed.includes('"type":"stamp"')).to.equal(true);
  });

  it('Of records that were erased no table tells whose they were, even when all is opened.', async () => {
    const path = join(folders.make(), 'store.db');
    const store = openSqliteStore(optionsFor(path));
    const shown = { visaNumber: VISA_NUMBER, displayName: 'Weilein' };
    await store.putVisits([visit('v-1', shown), visit('v-2', shown)]);
    await store.putRefusals([refusal('r-1', shown)]);
    await store.ingestRanges([range(melbourne(), 0, [])]);
    const until = date('2027-01-01');
    const memo = { ...melbourne(), index: 0, outcome: fill(1, 3) };
    await store.rememberStampChecks(VISA_NUMBER, until, [memo]);
    expect(tablesWithNumber(path, VISA_NUMBER)).to.deep.equal([
      'refusals',
      'stamp_checks',
      'visits',
    ]);
    expect(tablesWithText(path, 'Weilein')).to.deep.equal(['refusals', 'visits']);
    await store.eraseVisitNames(until, 9);
    await store.eraseRefusalNames(until, 9);
    await store.dropStampChecksUntil(until);
    expect(tablesWithNumber(path, VISA_NUMBER)).to.deep.equal([]);
    for (const text of ['Weilein', 'Robin', 'desk by the window', 'all desks taken', 'c2VhbA']) {
      expect(tablesWithText(path, text), text).to.deep.equal([]);
    }
    // The amount is still there.
    expect(tablesWithText(path, '4500')).to.deep.equal(['visits']);
    await store.close();
  });

  it('Another key is refused with the remedy, and changes nothing.', async () => {
    const folder = folders.make();
    const path = join(folder, 'store.db');
    const store = openSqliteStore(optionsFor(path));
    await storePersonalThings(store);
    await store.close();
    const before = await allBytes(folder);
    const other = { path, sealingKey: fill(43, 32), randomBytes: countingBytes() };
    expect(() => openSqliteStore(other))
      .to.throw(StoreError, /Put back the node secret that belongs to this database/)
      .with.property('code', 'STORE_KEY_WRONG');
    expect(await allBytes(folder)).to.deep.equal(before);
  });

  it('A sealed value that was moved to another row does not open.', async () => {
    const database = openDatabase(optionsFor(join(folders.make(), 'store.db')));
    const store = storeOver(database);
    await store.putMembers([member('a'), member('b', { name: 'Another' })]);
    await store.putSetting('public', fill(1, 4));
    await store.putSetting('secret', fill(2, 4));
    database.db.exec(`
      UPDATE members SET sealed = (SELECT sealed FROM members WHERE id = 'b') WHERE id = 'a';
      UPDATE settings SET sealed = (SELECT sealed FROM settings WHERE name = 'secret')
        WHERE name = 'public';`);
    for (const moved of [store.member('a'), store.setting('public')]) {
      const error = await rejection(moved);
      expect(error).to.be.instanceOf(StoreError).with.property('code', 'STORE_CORRUPT');
    }
    expect(await store.setting('secret')).to.deep.equal(fill(2, 4));
    await store.close();
  });

  it('A value sealed twice lies in the file as two different ones.', async () => {
    const { sealer, db } = openDatabase(optionsFor(join(folders.make(), 'store.db')));
    const [first, second] = [sealer.seal('x', fill(1, 4)), sealer.seal('x', fill(1, 4))];
    expect(first).to.not.deep.equal(second);
    expect(sealer.open('x', first)).to.deep.equal(fill(1, 4));
    expect(first.length).to.equal(24 + 16 + 2 + 4);
    expect(sealer.opens('x', first.subarray(0, 39))).to.equal(false);
    expect(sealer.tag('claim', fill(1, 16))).to.not.deep.equal(
      sealer.tag('visa-number', fill(1, 16)),
    );
    db.close();
  });

  it('A tag is of its kind and value, whichever was asked for before.', () => {
    const sealer = makeSealer(new Uint8Array(32).fill(7), (count) => new Uint8Array(count));
    const value = new Uint8Array(16);
    const text = (kind: TagKind) => encodeBase64url(sealer.tag(kind, value));
    const first = text('visa-number');
    const claim = text('claim');
    expect(claim).not.to.equal(first);
    sealer.tag('claim', value).fill(0);
    expect(text('claim')).to.equal(claim);
    value[0] = 1;
    expect(text('claim')).not.to.equal(claim);
    value[0] = 0;
    expect([text('claim'), text('visa-number')]).to.deep.equal([claim, first]);
  });
});
