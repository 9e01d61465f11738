import { execFileSync } from 'node:child_process';
import { closeSync, openSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { appendFile, endArchive, readArchive } from '../../dist/cli/archive.js';
import { CommandError } from '../../dist/cli/failure.js';
import { codeOf } from '../support/errors.js';
import { temporaryFolders } from '../support/folders.js';

const NAMES = ['node.key', 'covisa.sqlite'];

describe('cli/archive', () => {
  const makeFolder = temporaryFolders();

  function makeArchive(names: readonly string[]): string {
    const folder = makeFolder();
    const path = join(folder, 'backup');
    const to = openSync(path, 'w');
    for (const [index, name] of names.entries()) {
      const source = join(folder, `source-${index}`);
      writeFileSync(source, Buffer.alloc(index * 2_000_000 + 32, index + 65));
      appendFile(to, name, source, 1_778_576_400);
    }
    endArchive(to);
    closeSync(to);
    return path;
  }

  it('gives back what was put in, with digests as sha256sum prints them', () => {
    const path = makeArchive(NAMES);
    const target = makeFolder();
    expect(readArchive(path, target, NAMES)).to.deep.equal([
      {
        name: 'node.key',
        bytes: 32,
        sha256: '22a48051594c1949deed7040850c1f0f8764537f5191be56732d16a54c1d8153',
      },
      {
        name: 'covisa.sqlite',
        bytes: 2_000_032,
        sha256: '83e982759188ef1e2d8ce7167275f5109c552356307fbef9fa26ec72d90ebc4f',
      },
    ]);
    expect(readFileSync(join(target, 'node.key')).toString()).to.equal('A'.repeat(32));
  });

  it('is a file that tar can read', () => {
    const path = makeArchive(NAMES);
    expect(execFileSync('tar', ['tf', path]).toString()).to.equal('node.key\ncovisa.sqlite\n');
  });

  it('says that a folder is no backup', () => {
    const folder = makeFolder();
    expect(() => readArchive(folder, makeFolder(), NAMES)).to.throw(
      CommandError,
      `backup ${folder}: it is a folder. Nothing was restored; name the file that covisa backup wrote.`,
    );
  });

  it('takes no name that it does not expect, and none twice', () => {
    for (const names of [['../evil'], ['node.key', 'node.key'], ['/etc/passwd']]) {
      const path = makeArchive(names);
      expect(
        codeOf(() => readArchive(path, makeFolder(), NAMES)),
        names[0],
      ).to.equal('BACKUP_INVALID');
    }
  });

  it('tells what is cut off from what never was a backup', () => {
    const path = makeArchive(NAMES);
    const refused = (what: string) =>
      expect(() => readArchive(path, makeFolder(), NAMES)).to.throw(
        CommandError,
        `backup ${path}: ${what}.`,
      );
    truncateSync(path, 1_000_000);
    refused('it is cut off. Nothing was restored; use another backup');
    truncateSync(path, 1024);
    refused('it is cut off. Nothing was restored; use another backup');
    const never =
      'it is no backup of covisa. Nothing was restored; name a file that covisa backup wrote';
    for (const bytes of ['', 'noise', 'noise'.repeat(1000), '\0'.repeat(4096)]) {
      writeFileSync(path, bytes);
      refused(never);
    }
    expect(codeOf(() => readArchive(path, makeFolder(), NAMES))).to.equal('BACKUP_INVALID');
  });
});
