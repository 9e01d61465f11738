import { readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { encodeUtf8 } from '@covisa/protocol';
import { expect } from 'chai';
import fc from 'fast-check';
import { HEAD_BYTES_MAX, openHeadFile } from '../../dist/adapters/head-file.js';
import { codeOfAsync } from '../support/errors.js';
import { temporaryFolders } from '../support/folders.js';

const first = encodeUtf8('first');
const second = encodeUtf8('second');
const third = encodeUtf8('third');

describe('the head file', () => {
  const folder = temporaryFolders();

  async function written(...contents: Uint8Array[]): Promise<string> {
    const path = join(folder(), 'head');
    const file = openHeadFile(path);
    for (const content of contents) await file.write(content);
    await file.close();
    return path;
  }

  async function readBack(path: string): Promise<Uint8Array | null> {
    const file = openHeadFile(path);
    try {
      return await file.read();
    } finally {
      await file.close();
    }
  }

  function spoil(path: string, at: number): void {
    writeFileSync(path, readFileSync(path).fill(0xff, at, at + 1));
  }

  it('is null when it is missing', async () => {
    expect(await readBack(join(folder(), 'head'))).to.equal(null);
  });

  it('gives the newest record, in the same process and in the next', async () => {
    const path = join(folder(), 'head');
    const file = openHeadFile(path);
    for (const content of [first, second, third]) {
      await file.write(content);
      expect(await file.read()).to.deep.equal(content);
      expect(await readBack(path)).to.deep.equal(content);
    }
    await file.close();
  });

  it('goes on with the sequence of an earlier process', async () => {
    const path = await written(first, second);
    const file = openHeadFile(path);
    await file.write(third);
    await file.close();
    expect(await readBack(path)).to.deep.equal(third);
  });

  it('stays of one size and is overwritten in place', async () => {
    const path = await written(first);
    const size = readFileSync(path).length;
    const file = openHeadFile(path);
    for (let i = 0; i < 20; i++) await file.write(new Uint8Array(HEAD_BYTES_MAX).fill(i));
    await file.close();
    expect(size).to.equal(8192);
    expect(readFileSync(path)).to.have.length(8192);
  });

  it('keeps the order of writes that were not waited for', async () => {
    const path = join(folder(), 'head');
    const file = openHeadFile(path);
    await Promise.all([file.write(first), file.write(second), file.write(third)]);
    await file.close();
    expect(await readBack(path)).to.deep.equal(third);
  });

  it('takes a copy of what it is given', async () => {
    const path = join(folder(), 'head');
    const file = openHeadFile(path);
    const bytes = encodeUtf8('first');
    const writing = file.write(bytes);
    bytes.fill(0);
    await writing;
    const read = await file.read();
    read?.fill(0);
    expect(await file.read()).to.deep.equal(first);
    await file.close();
  });

  it('gives the record before when the newest is torn at any byte', async () => {
    // The third record overwrites the first, in slot A; a tear leaves its beginning and the end of
    // the first.
    const before = readFileSync(await written(first, second));
    const after = readFileSync(await written(first, second, third));
    const path = join(folder(), 'head');
    for (let torn = 0; torn <= 452; torn++) {
      const bytes = Buffer.from(before);
      after.copy(bytes, 0, 0, torn);
      writeFileSync(path, bytes);
      const whole = bytes.equals(after);
      expect(await readBack(path), `torn after ${torn} bytes`).to.deep.equal(
        whole ? third : second,
      );
    }
  });

  it('writes over a torn record, not over the whole one', async () => {
    const path = await written(first, second, third);
    spoil(path, 30);
    expect(await readBack(path)).to.deep.equal(second);
    const file = openHeadFile(path);
    await file.write(encodeUtf8('fourth'));
    await file.close();
    // The second record is still there, in slot B.
    spoil(path, 30);
    expect(await readBack(path)).to.deep.equal(second);
  });

  it('is refused with a code when neither record is whole', async () => {
    const path = await written(first, second);
    const bytes = readFileSync(path);
    writeFileSync(path, bytes.fill(0xff, 20, 24).fill(0xff, 4116, 4120));
    expect(await codeOfAsync(readBack(path))).to.equal('HEAD_FILE_CORRUPT');
    truncateSync(path, 0);
    expect(await codeOfAsync(readBack(path))).to.equal('HEAD_FILE_CORRUPT');
    const file = openHeadFile(path);
    expect(await codeOfAsync(file.write(third))).to.equal('HEAD_FILE_CORRUPT');
    await file.close();
  });

  it('never gives bytes that were not written, whichever bytes go bad', async () => {
    const path = await written(first, second);
    const good = readFileSync(path);
    await fc.assert(
      fc.asyncProperty(fc.nat(8191), fc.integer({ min: 1, max: 255 }), async (at, change) => {
        const bytes = Buffer.from(good);
        bytes[at] = (bytes[at] ?? 0) ^ change;
        writeFileSync(path, bytes);
        expect([first, second]).to.deep.include(await readBack(path));
      }),
    );
  });

  it('refuses more than 400 bytes', async () => {
    const file = openHeadFile(join(folder(), 'head'));
    expect(() => file.write(new Uint8Array(401))).to.throw(RangeError);
  });
});
