/** Vectors through adapters: right ones, and ones that go wrong in each way. */

import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import { command, type Ended, resultsIn } from './support/command.js';

const VECTORS = fileURLToPath(new URL('../test/vectors', import.meta.url));
const ADAPTER = fileURLToPath(new URL('support/adapter.js', import.meta.url));

function runWith(mode: string, ...args: readonly string[]): Promise<Ended> {
  const adapter = `"${process.execPath}" "${ADAPTER}" ${mode}`;
  return command('--adapter', adapter, '--vectors', VECTORS, '--report', 'json', ...args);
}

async function outcomes(mode: string, ...args: readonly string[]): Promise<readonly string[]> {
  return resultsIn(await runWith(mode, ...args)).map(({ outcome }) => outcome);
}

async function firstMessage(mode: string): Promise<string | null | undefined> {
  return resultsIn(await runWith(mode))[0]?.message;
}

describe('The runner of vectors', () => {
  it('passes a right adapter, whatever the order of the members.', async () => {
    const ended = await runWith('right');
    expect(ended.status).to.equal(0);
    expect(resultsIn(ended).map(({ chapter, title, outcome }) => [chapter, title, outcome])).to.eql(
      [
        ['sums', 'A text is no number.', 'passed'],
        ['sums', 'Two and three are five.', 'passed'],
        ['texts', 'A text is turned round.', 'passed'],
      ],
    );
  });

  it('names the rules of each vector.', async () => {
    const rules = resultsIn(await runWith('right')).map((one) => one.rules);
    expect(rules).to.deep.equal([['LOG-1', 'LOG-2'], ['LOG-1'], []]);
  });

  it('fails a wrong value and says both.', async () => {
    const ended = await runWith('sums');
    expect(ended.status).to.equal(1);
    expect(resultsIn(ended)[1]?.message).to.equal(
      'expected {"ok":{"sum":5,"parts":[2,3]}}, got {"ok":{"sum":6,"parts":[2,3]}}',
    );
  });

  it('fails a member too many.', async () => {
    expect(await outcomes('more')).to.deep.equal(['passed', 'passed', 'failed']);
  });

  it('fails another code, and a code where a value is expected.', async () => {
    expect(await outcomes('codes')).to.deep.equal(['failed', 'failed', 'failed']);
    expect(await firstMessage('codes')).to.equal(
      'expected {"error":"SHAPE_INVALID"}, got {"error":"OTHER"}',
    );
  });

  it('counts what an adapter does not know apart.', async () => {
    const ended = await runWith('partial');
    expect(ended.status).to.equal(0);
    expect(resultsIn(ended)[2]?.outcome).to.equal('unsupported');
    expect(JSON.parse(ended.out).counts).to.deep.equal({
      ...{ passed: 2, failed: 0, skipped: 0, unsupported: 1 },
    });
  });

  it('takes a crash as a failure of the vector that was asked, and goes on.', async () => {
    expect(await outcomes('ends')).to.deep.equal(['failed', 'passed', 'passed']);
    expect(await firstMessage('ends')).to.equal('the adapter ended (exit status 7): out of luck');
  });

  it('takes other text as a failure of the vector that was asked, and goes on.', async () => {
    expect(await outcomes('talks')).to.deep.equal(['failed', 'passed', 'passed']);
    expect(await firstMessage('talks')).to.equal(
      'expected one JSON object with the id 0, got "Hello!"',
    );
  });

  it('gives up a vector that is not answered in time, and goes on.', async () => {
    expect(await outcomes('sleeps', '--timeout', '1000')).to.eql(['failed', 'passed', 'passed']);
  });

  it('fails answers to something else.', async () => {
    expect(await outcomes('renames')).to.deep.equal(['failed', 'failed', 'failed']);
  });

  it('fails every vector of a command that does not exist.', async () => {
    const args = ['--vectors', VECTORS, '--report', 'json'];
    const ended = await command('--adapter', 'no-such-command-here', ...args);
    expect(ended.status).to.equal(1);
    expect(resultsIn(ended).map(({ outcome }) => outcome)).to.eql(['failed', 'failed', 'failed']);
  });
});
