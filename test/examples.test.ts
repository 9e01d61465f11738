/** The examples run, and say what they say in the README. */

import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseToken } from '@covisa/protocol';
import { expect } from 'chai';
import { ROOT, textFiles } from './support/source-files.js';

describe('The examples', () => {
  it('have at most 80 lines each', () => {
    const examples = textFiles.filter(({ path }) => /^examples\/[^/]+\.ts$/u.test(path));
    expect(examples.map(({ path }) => path)).to.deep.equal([
      'examples/desk-script.ts',
      'examples/issue-and-check.ts',
    ]);
    for (const { path, text } of examples) {
      expect(text.split('\n').length - 1, path).to.be.at.most(80);
    }
  });

  it('issue a visa and check it with the protocol alone', () => {
    const program = join(ROOT, 'examples/dist/issue-and-check.js');
    const said = execFileSync(process.execPath, [program], { encoding: 'utf8' });
    expect(said.split('\n')).to.deep.equal([
      'token: 451 characters',
      'claims: plan full-time, member since 2024-09-15',
      'first day: Free. Free days left after this one: 2; then the regular rate, CNY 120.',
      'fourth day: Paid. The free days here are used up: 3 of 3 in the visa year. To pay: the regular rate, CNY 120.',
      '',
    ]);
    expect(readFileSync(join(ROOT, 'README.md'), 'utf8')).to.contain(said.trim());
  });

  it('show the token that the specification takes apart', () => {
    const chapter = readFileSync(join(ROOT, 'spec/visas.md'), 'utf8');
    const [, shown = ''] = chapter.match(/```text\n(CV1:[^`]*)```/u) ?? [];
    const token = shown.replaceAll('\n', '');
    expect(token.length).to.equal(451);
    const { visa, proof } = parseToken(token);
    expect(visa.claims.displayName).to.equal('Ada L.');
    expect([visa.claims.issuer, proof?.claims.time]).to.deep.equal([
      'VIGIcBZaY3RXb1RFhWGj0Q',
      1_778_576_400,
    ]);
  });
});
