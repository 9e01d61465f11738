/** Codes that the pages draw: dark modules as a path, with the quiet zone that scanners need. */

import { expect } from 'chai';
import { decodeQR } from 'qr/decode.js';
import { qrPath } from '../../dist/qr/qr-code.js';

/** Pixels of a side of one module, as a picture needs them to be read. */
const SCALE = 4;

/** The picture that a browser makes of a path of rows. */
function picture({ side, path }: ReturnType<typeof qrPath>) {
  const size = side * SCALE;
  const data = new Uint8Array(size * size * 3).fill(255);
  for (const [, left, top, width] of path.matchAll(/M(\d+) (\d+)h(\d+)v1H\d+z/gu)) {
    for (let y = Number(top) * SCALE; y < (Number(top) + 1) * SCALE; y++) {
      const row = y * size;
      const end = (Number(left) + Number(width)) * SCALE;
      data.fill(0, (row + Number(left) * SCALE) * 3, (row + end) * 3);
    }
  }
  return { width: size, height: size, data };
}

describe('A QR code of the pages', () => {
  it('is read back from what is drawn', () => {
    const text = `CV1:${'ABC $%*+-./:'.repeat(45)}`;
    expect(decodeQR(picture(qrPath(text, 'medium')))).to.equal(text);
  });

  it('has four modules of white around it', () => {
    const { side, path } = qrPath('A', 'low');
    expect(side).to.equal(29);
    const rows = [...path.matchAll(/M(\d+) (\d+)/gu)];
    expect(Math.min(...rows.map(([, x]) => Number(x)))).to.equal(4);
    expect(Math.min(...rows.map(([, , y]) => Number(y)))).to.equal(4);
  });
});
