/** Vectors through adapters: right ones, and ones that go wrong in each way. */

import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import { type Clock, systemClock } from '../dist/platform/clock.js';
import { Adapter } from '../dist/vectors/adapter.js';
import { runVectors } from '../dist/vectors/run.js';
import { readVectors } from '../dist/vectors/vector.js';
import { command, type Ended, resultsIn } from './support/command.js';

const VECTORS = fileURLToPath(new URL('../test/vectors', import.meta.url));
const ADAPTER = fileURLToPath(new URL('support/adapter.js', import.meta.url));

function commandOf(mode: string): string {
  return `"${process.execPath}" "${ADAPTER}" ${mode}`;
}

function runWith(mode: string): Promise<Ended> {
  return command('--adapter', commandOf(mode), '--vectors', VECTORS, '--report', 'json');
}

async function outcomes(mode: string): Promise<readonly string[]> {
  return resultsIn(await runWith(mode)).map(({ outcome }) => outcome);
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
    const timers: number[] = [];
    const clock: Clock = {
      now: () => 0,
      after(milliseconds, call) {
        if (timers.push(milliseconds) === 1) queueMicrotask(call);
        return { cancel: () => undefined };
      },
    };
    const options = { command: commandOf('right'), timeoutMilliseconds: 1000, clock };
    const results = await runVectors(readVectors(VECTORS), options);
    expect(results.map(({ outcome }) => outcome)).to.deep.equal(['failed', 'passed', 'passed']);
    expect(results[0]?.message).to.equal('no answer within 1000 ms');
    expect(timers).to.deep.equal([1000, 1000, 1000]);
  });

  it('fails answers to something else.', async () => {
    expect(await outcomes('renames')).to.deep.equal(['failed', 'failed', 'failed']);
  });

  it('does not start an adapter for ever that ends each time without a word.', async () => {
    const options = { command: 'exit 3', timeoutMilliseconds: 5000, clock: systemClock };
    const adapter = new Adapter(options);
    const problems: string[] = [];
    for (let time = 0; time < 11; time++) {
      const reply = await adapter.ask('{}');
      problems.push('problem' in reply ? reply.problem : reply.line);
    }
    expect(problems[9]).to.equal('the adapter ended (exit status 3)');
    expect(problems[10]).to.equal('the adapter does not start: it ended 10 times');
  });

  it('fails every vector of a command that does not exist.', async () => {
    const args = ['--vectors', VECTORS, '--report', 'json'];
    const ended = await command('--adapter', 'no-such-command-here', ...args);
    expect(ended.status).to.equal(1);
    expect(resultsIn(ended).map(({ outcome }) => outcome)).to.eql(['failed', 'failed', 'failed']);
  });
});
