import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import { lockDataFolder } from '../../dist/adapters/lock.js';
import { NodeError } from '../../dist/errors.js';
import { codeOf, thrownBy } from '../support/errors.js';
import { temporaryFolders } from '../support/folders.js';

const holder = fileURLToPath(new URL('../support/lock-holder.js', import.meta.url));

describe('the lock of a data folder', () => {
  const folder = temporaryFolders();
  const children: ChildProcess[] = [];

  afterEach(() => {
    for (const child of children.splice(0)) child.kill('SIGKILL');
  });

  async function holdElsewhere(path: string): Promise<ChildProcess> {
    const child = spawn(process.execPath, [holder, path], { stdio: ['pipe', 'pipe', 'inherit'] });
    children.push(child);
    await once(child.stdout, 'data');
    return child;
  }

  it('is held by one at a time, and free after its release', () => {
    const path = folder();
    const lock = lockDataFolder(path);
    expect(codeOf(() => lockDataFolder(path))).to.equal('NODE_ALREADY_RUNNING');
    lock.release();
    lock.release();
    lockDataFolder(path).release();
  });

  it('names the process that holds it, and the remedy', async () => {
    const path = folder();
    const child = await holdElsewhere(path);
    const error = thrownBy(() => lockDataFolder(path));
    expect(error.message).to.equal(`data folder ${path}: process ${child.pid} holds it`);
    expect(error).to.be.instanceOf(NodeError).with.property('code', 'NODE_ALREADY_RUNNING');
    expect(error).to.have.property('remedy').that.contains(`Stop process ${child.pid} first`);
  });

  it('is free as soon as its holder was killed', async () => {
    const path = folder();
    for (let i = 0; i < 3; i++) {
      const child = await holdElsewhere(path);
      child.kill('SIGKILL');
      await once(child, 'exit');
    }
    lockDataFolder(path).release();
  });

  it('says that a folder is missing or cannot be written', () => {
    expect(codeOf(() => lockDataFolder(join(folder(), 'missing')))).to.equal(
      'DATA_FOLDER_UNWRITABLE',
    );
  });
});
