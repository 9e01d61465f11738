import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { encodeBase64url, encodeUtf8 } from '@covisa/protocol';
import { openSqliteStore, StoreError } from '@covisa/store';
import { expect } from 'chai';
import { openDatabase } from '../../dist/sqlite/database.js';
import { migrations } from '../../dist/sqlite/migrations.js';
import { storeOver } from '../../dist/sqlite/open.js';
import { optionsFor, temporaryFolders } from '../support/files.js';
import { date, fill, head, leave, melbourne, member, range, visit } from '../support/makers.js';

const folders = temporaryFolders();
after(folders.clean);

const NEXT = { title: 'a colour for visits', sql: 'ALTER TABLE visits ADD COLUMN colour TEXT' };
const BROKEN = {
  title: 'broken',
  sql: 'ALTER TABLE visits ADD COLUMN taste TEXT; DELETE FROM spaces',
};
const NONSENSE = { title: 'nonsense', sql: 'ALTER TABLE visits ADD COLUMN smell TEXT; NONSENSE' };

/** A database of the released schema with one entry and one visit. */
async function releasedDatabase(): Promise<{ folder: string; path: string }> {
  const folder = folders.make();
  const path = join(folder, 'store.db');
  const store = openSqliteStore(optionsFor(path));
  await store.appendOwn(range(melbourne(), 0, [leave()]), { visits: [visit('v')] });
  await store.close();
  return { folder, path };
}

function versionOf(path: string): unknown {
  const { db, driver } = openDatabase(optionsFor(join(folders.make(), 'other.db')));
  db.close();
  const file = new driver(path, { readonly: true });
  const version = file.pragma('user_version', { simple: true });
  file.close();
  return version;
}

function thrownBy(work: () => unknown): unknown {
  try {
    work();
  } catch (error) {
    return error;
  }
  return undefined;
}

describe('The schema of the SQLite store', () => {
  it('A fresh database has the newest schema, and nothing is backed up.', async () => {
    const { folder, path } = await releasedDatabase();
    expect(readdirSync(folder)).to.deep.equal(['store.db']);
    expect(versionOf(path)).to.equal(migrations.length);
  });

  it('A database of a later version is refused and not touched.', async () => {
    const { path } = await releasedDatabase();
    openDatabase(optionsFor(path), { steps: [...migrations, NEXT] }).db.close();
    const error = thrownBy(() => openSqliteStore(optionsFor(path)));
    expect(error).to.be.instanceOf(StoreError).with.property('code', 'SCHEMA_TOO_NEW');
    expect(error)
      .to.have.property('message')
      .that.matches(/restore a backup made before the upgrade$/);
    expect(versionOf(path)).to.equal(migrations.length + 1);
  });

  it('An upgrade keeps what is there, and leaves a verified backup of the old schema.', async () => {
    const { path } = await releasedDatabase();
    const steps = [...migrations, NEXT];
    const upgraded = openDatabase(optionsFor(path), { steps });
    const columns = upgraded.db.prepare("SELECT name FROM pragma_table_info('visits')").pluck();
    expect(columns.all()).to.include('colour');
    expect(upgraded.db.pragma('foreign_keys', { simple: true })).to.equal(1);
    const store = storeOver(upgraded);
    expect(await store.heads()).to.deep.equal([head(melbourne(), 1)]);
    expect(await store.visit('v')).to.deep.equal(visit('v'));
    await store.close();

    const backup = `${path}.before-schema-${steps.length}`;
    expect(versionOf(backup)).to.equal(migrations.length);
    const old = openSqliteStore(optionsFor(backup));
    expect(await old.heads()).to.deep.equal([head(melbourne(), 1)]);
    expect(await old.visit('v')).to.deep.equal(visit('v'));
    await old.close();
  });

  it('Visits of before their log was kept are found by their seals, or taken to be of the first.', async () => {
    const path = join(folders.make(), 'store.db');
    const old = openDatabase(optionsFor(path), { steps: migrations.slice(0, 5) });
    const { db, sealer } = old;
    const note = { visaNumber: null, displayName: null, amount: null, note: null };
    const sealed = (id: string) => sealer.seal(`visit ${id}`, encodeUtf8(JSON.stringify(note)));
    db.prepare("INSERT INTO spaces VALUES (1, 'S')").run();
    for (const incarnation of [0, 1]) {
      db.prepare("INSERT INTO logs VALUES (?, 1, ?, 9, X'', NULL, 0, NULL, NULL, NULL, NULL)").run(
        incarnation + 1,
        incarnation,
      );
    }
    const entry = db.prepare("INSERT INTO entries VALUES (?, 'stamp', ?, ?)");
    const stamp = (log: number, index: number, seal: string) =>
      entry.run(log * 2 ** 32 + index, fill(1, 32), encodeUtf8(`{"seal":"${seal}"}`));
    stamp(1, 4, 'Zmlyc3Q');
    stamp(2, 4, 'bGF0ZXI');
    const insert = db.prepare(
      "INSERT INTO visits VALUES (?, 1, 'main', 20584, 1, 2, 'P', 0, 5, 0, ?, ?, NULL, ?, ?, NULL)",
    );
    const put = (id: string, seal: string, index: number | null) =>
      insert.run(id, seal, index, fill(0, 0), sealed(id));
    put('first', 'Zmlyc3Q', 4);
    put('later', 'bGF0ZXI', 4);
    put('bare', '', 4);
    put('waiting', 'd2FpdHM', null);
    db.close();

    const store = openSqliteStore(optionsFor(path));
    const visits = await store.visits(date('2026-05-11'), date('2026-05-11'));
    expect(
      Object.fromEntries(visits.map((one) => [one.id, [one.incarnation, one.index]])),
    ).to.deep.equal({ first: [0, 4], later: [1, 4], bare: [0, 4], waiting: [null, null] });
    await store.close();
  });

  it('Logs of before their sums were kept have none.', async () => {
    const path = join(folders.make(), 'store.db');
    const { db } = openDatabase(optionsFor(path), { steps: migrations.slice(0, 9) });
    db.prepare("INSERT INTO spaces VALUES (1, 'S')").run();
    db.prepare(
      `INSERT INTO logs (id, space, incarnation, size, pruned, compact_range, checkpoint_size)
        VALUES (1, 1, 0, 300, 256, X'00', 300)`,
    ).run();
    db.close();

    const store = openSqliteStore(optionsFor(path));
    const [held] = await store.heads();
    expect(held).to.include({ size: 300, pruned: 256 }).and.not.have.property('sum');
    if (held === undefined) throw new Error('a head');
    const fork = { space: held.space, incarnation: 0, common: 300, proof: fill(9, 9) };
    const kept = { ...held, sum: fill(6, 900) };
    const freeze = { fork, head: kept, dropped: [], strays: { drop: [], add: [] } };
    await store.freezeLog(freeze);
    await store.close();
    const again = openSqliteStore(optionsFor(path));
    expect(await again.heads()).to.deep.equal([kept]);
    await again.close();
  });

  it('Records of before a visa year’s end was kept are taken to end 366 days after their date.', async () => {
    const path = join(folders.make(), 'store.db');
    const old = openDatabase(optionsFor(path), { steps: migrations.slice(0, 4) });
    const { db, sealer } = old;
    const sealed = (of: string, value: object) =>
      sealer.seal(of, encodeUtf8(JSON.stringify(value)));
    const number = encodeBase64url(fill(7, 16));
    db.prepare("INSERT INTO spaces VALUES (1, 'S')").run();
    // 2026-05-11.
    db.prepare(
      `INSERT INTO visits VALUES ('v', 1, 'main', 20584, 1, 2, 'P', 0, 5, 2, 'c2VhbA', 0, NULL, ?, ?)`,
    ).run(
      sealer.tag('visa-number', fill(7, 16)),
      sealed('visit v', { visaNumber: number, displayName: 'Wei', amount: null, note: null }),
    );
    db.prepare("INSERT INTO refusals VALUES ('r', 1, 'main', 20584, 'P', 0, 'full', 5, 1, ?)").run(
      sealed('refusal r', { visaNumber: number, displayName: 'Wei', note: null, recordedBy: 'K' }),
    );
    const { id, status, plan, ...personal } = member('m', { earlier: [] });
    const text = JSON.stringify(personal, (_, value: unknown) =>
      value instanceof Uint8Array ? encodeBase64url(value) : value,
    );
    db.prepare('INSERT INTO members VALUES (?, ?, ?, ?, NULL, ?)').run(
      ...[id, status, plan, sealer.tag('visa-number', fill(7, 16))],
      sealer.seal('member m', encodeUtf8(text)),
    );
    db.close();

    const store = openSqliteStore(optionsFor(path));
    expect(await store.visit('v')).to.include({ visaUntil: '2027-05-12', displayName: 'Wei' });
    expect(await store.visitsByVisaNumber(fill(7, 16))).to.have.length(1);
    const until = (day: string) => store.eraseVisitNames(date(day), 9);
    expect([await until('2027-05-11'), await until('2027-05-12')]).to.deep.equal([0, 1]);
    const refusals = (day: string) => store.eraseRefusalNames(date(day), 9);
    expect([await refusals('2027-05-11'), await refusals('2027-05-12')]).to.deep.equal([0, 1]);
    // Of a member of before the end is not known without opening: it is looked at once.
    const due = () => store.membersWithNumbersUntil(date('2026-12-31'), 9);
    expect((await due()).map((one) => one.id)).to.deep.equal(['m']);
    await store.putMembers(await due());
    expect(await due()).to.deep.equal([]);
    await store.close();
  });

  it('Without free space for the backup nothing is upgraded.', async () => {
    const { path } = await releasedDatabase();
    const steps = [...migrations, NEXT];
    const error = thrownBy(() => openDatabase(optionsFor(path), { steps, freeBytes: () => 1000 }));
    expect(error).to.be.instanceOf(StoreError).with.property('code', 'STORE_DISK_FULL');
    expect(versionOf(path)).to.equal(migrations.length);
    expect(existsSync(`${path}.before-schema-${steps.length}`)).to.equal(false);
  });

  it('A step that fails is undone whole; the steps before it stay.', async () => {
    for (const bad of [BROKEN, NONSENSE]) {
      const { path } = await releasedDatabase();
      const steps = [...migrations, NEXT, bad];
      expect(thrownBy(() => openDatabase(optionsFor(path), { steps }))).to.be.instanceOf(Error);
      expect(versionOf(path)).to.equal(migrations.length + 1);
      const after = openDatabase(optionsFor(path), { steps: [...migrations, NEXT] });
      expect(await storeOver(after).visit('v')).to.deep.equal(visit('v'));
      after.db.close();
    }
  });
});
