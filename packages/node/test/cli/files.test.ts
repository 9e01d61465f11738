import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { NodeError } from '@covisa/node';
import { expect } from 'chai';
import { createPrivateFolder } from '../../dist/cli/files.js';

describe('A private folder', () => {
  const scratch = mkdtempSync(join(tmpdir(), 'covisa-files-'));
  after(() => rmSync(scratch, { recursive: true }));

  it('is made with those above it, for its owner alone', () => {
    const path = join(scratch, 'a', 'b', 'c');
    expect(createPrivateFolder(path)).to.equal(join(scratch, 'a'));
    expect(statSync(path).mode & 0o777).to.equal(0o700);
    expect(createPrivateFolder(path)).to.equal(null);
    expect(createPrivateFolder(join(path, 'd'))).to.equal(join(path, 'd'));
  });

  it('is refused below a file', () => {
    const file = join(scratch, 'file');
    writeFileSync(file, '');
    expect(codeOf(join(file, 'data'))).to.equal('DATA_FOLDER_UNWRITABLE');
  });

  it('is refused where no folder can be made at all', () => {
    expect(codeOf('/proc/covisa/data')).to.equal('DATA_FOLDER_UNWRITABLE');
  });

  function codeOf(path: string): string | null {
    try {
      createPrivateFolder(path);
      return null;
    } catch (error) {
      return error instanceof NodeError ? error.code : String(error);
    }
  }
});
