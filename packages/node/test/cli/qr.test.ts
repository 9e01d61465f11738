import { expect } from 'chai';
import { qrPng, qrSvg, qrText, qrVersion } from '../../dist/cli/qr.js';

const plain = { colour: false, invert: false };

describe('cli/qr', () => {
  it('puts a token into alphanumeric mode: 178 characters fit where 122 others do', () => {
    // ISO/IEC 18004 table 7: version 7-M holds 178 alphanumeric characters, 122 bytes.
    expect(qrVersion('A'.repeat(178), 'M')).to.equal(7);
    expect(qrVersion('A'.repeat(179), 'M')).to.equal(8);
    expect(qrVersion('a'.repeat(122), 'M')).to.equal(7);
    expect(qrVersion('a'.repeat(123), 'M')).to.equal(8);
  });

  it('draws a square with a light border of four modules, two modules a character high', () => {
    const lines = qrText('CV1:HELLO', 'M', plain).split('\n');
    // Version 1 has 21 modules.
    expect(lines).to.have.length(15);
    expect(new Set(lines.map((line) => line.length))).to.deep.equal(new Set([29]));
    expect(lines[0]).to.equal('█'.repeat(29));
    expect(lines[2]?.slice(0, 12)).to.equal('████ ▄▄▄▄▄ █');
  });

  it('turns ink around for light terminals, and sets both colours where it may', () => {
    const lines = qrText('CV1:HELLO', 'M', { colour: false, invert: true }).split('\n');
    expect(lines[2]?.slice(0, 12)).to.equal('    █▀▀▀▀▀█ ');
    const coloured = qrText('CV1:HELLO', 'M', { colour: true, invert: false }).split('\n');
    expect(coloured[2]?.startsWith('\u001b[30;107m    █▀▀▀▀▀█ ')).to.equal(true);
    expect(coloured[2]?.endsWith('\u001b[0m')).to.equal(true);
  });

  it('makes PNG and SVG', async () => {
    const png = await qrPng('CV1:HELLO', 'M');
    expect(png.subarray(0, 8).toString('latin1')).to.equal('\u0089PNG\r\n\u001a\n');
    expect(await qrSvg('CV1:HELLO', 'M')).to.match(/^<svg [^>]*viewBox="0 0 29 29"/);
  });
});
