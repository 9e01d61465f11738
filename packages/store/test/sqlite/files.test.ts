import {
  copyFileSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { openSqliteStore, StoreError } from '@covisa/store';
import { expect } from 'chai';
import { copyNow, countRows, verifyCopy } from '../../dist/sqlite/copies.js';
import { openDatabase } from '../../dist/sqlite/database.js';
import { allBytes, countingBytes, optionsFor, temporaryFolders } from '../support/files.js';
import { fill, head, leave, melbourne, member, range, stamp, visit } from '../support/makers.js';
import { rejection } from '../support/outcomes.js';

const folders = temporaryFolders();
after(folders.clean);

function codeOfOpening(options: Parameters<typeof openSqliteStore>[0]): string {
  try {
    openSqliteStore(options);
  } catch (error) {
    if (error instanceof StoreError) return `${error.code} ${error.message}`;
    throw error;
  }
  return 'opened';
}

describe('The file of the SQLite store', () => {
  it('What was stored is there after closing and opening again.', async () => {
    const path = join(folders.make(), 'store.db');
    const first = openSqliteStore(optionsFor(path));
    await first.appendOwn(range(melbourne(), 0, [stamp()]), { visits: [visit('v')] });
    await first.putSetting('token', fill(1, 3));
    await first.close();
    const second = openSqliteStore(optionsFor(path));
    expect(await second.heads()).to.deep.equal([head(melbourne(), 1)]);
    expect(await second.visit('v')).to.deep.equal(visit('v'));
    expect(await second.setting('token')).to.deep.equal(fill(1, 3));
    await second.close();
  });

  it('What was answered is in the files, as a killed process leaves them.', async () => {
    const [folder, killed] = [folders.make(), folders.make()];
    const store = openSqliteStore(optionsFor(join(folder, 'store.db')));
    await store.appendOwn(range(melbourne(), 0, [stamp()]), { members: [member('m')] });
    for (const name of ['store.db', 'store.db-wal']) {
      copyFileSync(join(folder, name), join(killed, name));
    }
    await store.close();
    const after = openSqliteStore(optionsFor(join(killed, 'store.db')));
    expect(await after.heads()).to.deep.equal([head(melbourne(), 1)]);
    expect(await after.member('m')).to.deep.equal(member('m'));
    await after.close();
  });

  it('Each commit is flushed, references are checked, and nobody else may read the file.', () => {
    const path = join(folders.make(), 'store.db');
    const { db } = openDatabase(optionsFor(path));
    expect(db.pragma('journal_mode', { simple: true })).to.equal('wal');
    expect(db.pragma('synchronous', { simple: true })).to.equal(2);
    expect(db.pragma('foreign_keys', { simple: true })).to.equal(1);
    expect(db.pragma('busy_timeout', { simple: true })).to.equal(5000);
    expect(statSync(path).mode & 0o777).to.equal(0o600);
    expect(statSync(`${path}-wal`).mode & 0o777).to.equal(0o600);
    db.close();
  });

  it('A backup of a store in use opens under the same key, and replaces an older backup.', async () => {
    const folder = folders.make();
    const [path, copy] = [join(folder, 'store.db'), join(folder, 'copy.db')];
    const store = openSqliteStore(optionsFor(path));
    await store.ingestRanges([range(melbourne(), 0, [leave()])]);
    await store.backup(copy);
    await store.ingestRanges([range(melbourne(), 1, [leave()])]);
    await store.backup(copy);
    await store.ingestRanges([range(melbourne(), 2, [leave()])]);
    await store.close();
    expect(readdirSync(folder).sort()).to.deep.equal(['copy.db', 'store.db']);
    expect(statSync(copy).mode & 0o777).to.equal(0o600);
    const restored = openSqliteStore(optionsFor(copy));
    expect(await restored.heads()).to.deep.equal([head(melbourne(), 2)]);
    await restored.close();
  });

  it('A copy that lacks rows, or is damaged, does not pass for a backup.', async () => {
    const folder = folders.make();
    const copy = join(folder, 'copy.db');
    const { db, driver } = openDatabase(optionsFor(join(folder, 'store.db')));
    copyNow(driver, db, copy);
    expect(() => verifyCopy(driver, copy, countRows(db))).to.not.throw();
    db.exec(`INSERT INTO spaces (space) VALUES ('one more')`);
    expect(() => verifyCopy(driver, copy, countRows(db)))
      .to.throw(StoreError, /table spaces: expected 1 rows, got 0/)
      .with.property('code', 'STORE_CORRUPT');
    db.close();
    const bytes = readFileSync(copy);
    writeFileSync(copy, bytes.fill(0xff, 5 * 4096, 6 * 4096));
    expect(() => verifyCopy(driver, copy))
      .to.throw(StoreError, /is damaged/)
      .with.property('code', 'STORE_CORRUPT');
  });

  it('A backup into a folder that is not there says so.', async () => {
    const folder = folders.make();
    const store = openSqliteStore(optionsFor(join(folder, 'store.db')));
    const error = await rejection(store.backup(join(folder, 'none', 'copy.db')));
    expect(error).to.be.instanceOf(StoreError).with.property('code', 'STORE_UNWRITABLE');
    await store.close();
  });

  it('A file that is no database, or another program’s, is refused and not touched.', async () => {
    const folder = folders.make();
    const noise = join(folder, 'noise.db');
    writeFileSync(
      noise,
      'not a database, and long enough to have a header of one hundred bytes'.repeat(9),
    );
    const before = await allBytes(folder);
    expect(codeOfOpening(optionsFor(noise))).to.match(/^STORE_CORRUPT .*restore a backup$/);
    expect(await allBytes(folder)).to.deep.equal(before);

    const foreign = join(folders.make(), 'foreign.db');
    const { db, driver } = openDatabase(optionsFor(join(folders.make(), 'store.db')));
    db.close();
    const other = new driver(foreign);
    other.exec('CREATE TABLE notes (text TEXT)');
    other.close();
    expect(codeOfOpening(optionsFor(foreign))).to.match(/^STORE_CORRUPT .*Choose another path$/);
  });

  it('A folder in the place of the file, or none around it, is named with the remedy.', () => {
    const folder = folders.make();
    mkdirSync(join(folder, 'store.db'));
    expect(codeOfOpening(optionsFor(join(folder, 'none', 'store.db')))).to.match(
      /^STORE_UNWRITABLE .*give it and the files in it to the user that runs the node$/,
    );
    expect(codeOfOpening(optionsFor(join(folder, 'store.db')))).to.match(/^STORE_UNWRITABLE /);
  });

  it('A database that another process holds is said to be busy, not damaged.', async () => {
    const path = join(folders.make(), 'store.db');
    const store = openSqliteStore(optionsFor(path));
    const { driver } = openDatabase(optionsFor(join(folders.make(), 'other.db')));
    const other = new driver(path);
    other.exec('BEGIN IMMEDIATE');
    const busy = openDatabase(optionsFor(path));
    busy.db.pragma('busy_timeout = 0');
    const work = busy.guard(() => busy.write(() => 0));
    const error = await rejection(work());
    expect(error).to.be.instanceOf(StoreError).with.property('code', 'STORE_BUSY');
    other.close();
    busy.db.close();
    await store.close();
  });

  it('A sealing key or a nonce of another length is the caller’s mistake.', () => {
    const path = join(folders.make(), 'store.db');
    const randomBytes = countingBytes();
    expect(() => openSqliteStore({ path, sealingKey: fill(1, 31), randomBytes })).to.throw(
      TypeError,
      'sealingKey: expected 32 bytes, got 31',
    );
    const short = { path, sealingKey: fill(1, 32), randomBytes: () => fill(0, 12) };
    expect(() => openSqliteStore(short)).to.throw(TypeError, 'nonce: expected 24 bytes, got 12');
  });
});
