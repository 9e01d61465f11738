/**
 * The README's five minutes with two nodes, and the example of a desk's own script, against real
 * nodes.
 */

import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { ROOT } from './support/source-files.js';
import { freePort, shellBlocks, Tour } from './support/tour.js';

const readme = readFileSync(join(ROOT, 'README.md'), 'utf8');
const main = join(ROOT, 'packages/node/dist/cli/main.js');
const prelude = `covisa() { "${process.execPath}" "${main}" "$@"; }
exec_covisa() { exec "${process.execPath}" "${main}" "$@"; }`;

describe("The README's tour", function () {
  this.timeout(180_000);
  const folder = mkdtempSync(join(tmpdir(), 'covisa-tour-'));
  const tour = new Tour(folder, prelude);
  let blocks: readonly string[] = [];

  before(async () => {
    const [melbourne, shanghai] = [await freePort(), await freePort()];
    const story = shellBlocks(readme, 'Five minutes with two nodes').slice(1);
    const script = shellBlocks(readme, 'For developers').slice(-1);
    blocks = [...story, ...script].map((block) =>
      block.replaceAll('7001', `${melbourne}`).replaceAll('7002', `${shanghai}`),
    );
  });

  after(async () => {
    await tour.end();
    rmSync(folder, { recursive: true, force: true });
  });

  it('starts two nodes', async () => {
    const [melbourne = '', shanghai = ''] = blocks;
    await tour.start(melbourne);
    await tour.start(shanghai);
  });

  it('founds a programme, claims a visa, and stamps a visit that both spaces count', async () => {
    const [, , programme = '', member = '', visit = '', accounts = '', script] = blocks;
    expect(script).to.be.a('string');
    expect(await tour.run(programme)).to.match(/founded +yes\n/u);
    expect(await tour.run(member)).to.match(/name +Ada L\.\n/u);
    expect(await tour.run(visit)).to.contain('FREE: Free days left after this one: 2');
    const said = await tour.run(accounts);
    expect(said.match(/^free +(?:1 +0|0 +1)$/gmu)).to.have.length(2);
    expect(said).to.contain('Bund Loft');
  });

  it("lets a space's own script stamp over HTTP", async () => {
    const script = blocks.at(-1) ?? '';
    const said = await tour.run(script.replaceAll('examples/', `${ROOT}/examples/`));
    expect(said).to.match(
      /^Ada L\. of Yarra Works\n.+\nfree visit on \d{4}-\d\d-\d\d, published\n$/u,
    );
  });
});
