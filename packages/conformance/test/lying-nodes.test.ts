/**
 * The suite against a small scripted node: where it is honest the tests below pass, and each of its
 * lies fails the test that is about it.
 */

import { expect } from 'chai';
import { systemClock } from '../dist/platform/clock.js';
import { command, resultsIn } from './support/command.js';
import { type Lie, ScriptedNode } from './support/scripted-node.js';

const NOW = 1_800_000_000;

/** What each lie is found by. */
const FOUND_BY: Readonly<Record<Lie, string>> = {
  'other-inception': 'The first entries of the logs prove the space id and the keys.',
  unsigned: 'A node refuses a stranger, and signs the refusal.',
  'other-nonce': 'A node refuses a stranger, and signs the refusal.',
  'serves-strangers': 'A node refuses a stranger, and signs the refusal.',
  'other-checkpoint-key': 'The checkpoint is signed by the log key that the discovery proves.',
  'other-root': 'The hashes of the tiles lead to the root of the checkpoint.',
  'other-tile': 'The first leaf is the entry that the discovery shows.',
  'errors-as-pages': 'A path that nobody knows is not found.',
  'errors-with-200': 'A path that nobody knows is not found.',
  'wrong-digest': 'The digest is that of the lines of the frontier.',
  'no-echo': 'The node echoes the largest checkpoint that it holds of the caller.',
  forgets: 'The node asks for entries that it lacks, and takes them.',
  chatty: 'Where digests are equal nothing else is sent, in at most 400 bytes.',
  'no-cursor': 'A cursor that is given back brings only what has changed since.',
  'changes-lines': 'Entries that nobody can read are kept and passed on byte for byte.',
  'tells-all': 'Entries go to spaces of the same programme only.',
  believes: 'A false signature under the key id of the log brings nothing.',
  future: 'A heartbeat from the future is held back.',
  'believes-writers': 'A message that another key has signed is forged.',
  'passes-on': 'A message with another sender inside is forged.',
  'takes-old': 'A message of more than 31 days ago is stale.',
  'takes-others': 'A message names a programme that both belong to.',
  'shows-twice': 'A message that comes again is acknowledged again, and shown once.',
  'brings-back': 'One that was erased is acknowledged, and does not come back.',
  'keeps-refused': 'Of a space whose messages the owner refuses none is kept.',
  'never-full': 'Of one space at most 40 messages are taken in a day, and others still are.',
  'signs-no-label': 'A space without an address fetches its messages, signed and sealed for it.',
  'seals-to-itself': 'A space without an address fetches its messages, signed and sealed for it.',
  'gives-once': 'A message is offered until the space has said that it holds it.',
  'same-seal': 'A message is offered until the space has said that it holds it.',
  'gives-many': 'At most 16 messages are given out at once, and the others with the next question.',
  'gives-all': 'A space is given no message that is meant for another.',
  'other-host': 'A grant is for the index, host and date that it names, by the issuing key.',
  'forgets-grants': 'The same visit gets the same grant, byte for byte.',
  'keeps-index': 'A host that proposes a later index than that of its grant gets another grant.',
  'proof-for-all': 'One presentation gets one grant.',
  'any-day': 'A day of last week gets no grant.',
  'any-programme': 'Host and home share the programme that the host names.',
  'trusts-proofs':
    'A presentation for another host, purpose or time, and a forged one, are errors.',
  'grants-without-end': 'There are at most eight open grants.',
  errs: 'A member who is paused gets none.',
  'always-whole': 'Half a day that is asked for is granted as one half.',
  'half-for-all':
    'Where the terms have no half days, a half that is asked for is granted as a whole.',
  'keeps-half': 'One that is asked for whole is given anew, under the lowest free index.',
  'next-index': 'One that is asked for whole is given anew, under the lowest free index.',
  'ignores-open': 'Two halves use up one day, open grants counted, and a third gets none.',
  'ignores-forks': 'A log of which a fork is proven is cut to what its histories have in common.',
  'hides-proofs': 'The proof is given to whoever asks for it, and holds.',
  'serves-beyond': 'What is common is given under a checkpoint that holds, and nothing beyond it.',
  'grows-on': 'A forked log grows no more, and no heartbeat of it tells anything.',
  'drops-strays':
    'What protects others beyond what is common lies on the shelf that its hash names.',
  'one-shelf': 'What protects others beyond what is common lies on the shelf that its hash names.',
  'keeps-profiles':
    'What protects others beyond what is common lies on the shelf that its hash names.',
  'forks-apart': 'A digest is that of all lines and forks, shelves among them.',
  'silent-forks': 'To whose line tells of no fork the node sends the proof.',
  'bends-proofs':
    'Asked barely, the node proves which root it has at a size, as a search for a fork needs.',
  'first-proof': 'Of two proofs the one with less in common holds, and cuts the log further.',
  'believes-forks': 'Nobody can lay a fork to the charge of another.',
  'takes-thirds': 'A proof of two histories of which the node holds neither is passed over.',
  'believes-strays': 'A stray is an entry of a checkpoint of its log.',
  'ignores-rivals':
    'Two resumes of one incarnation leave nothing of it, and the one before as it was.',
  insists: 'What the recipient refuses for good is not offered again, any other refusal waits.',
};

/** How one test of the suite ends against a scripted node. */
async function outcome(title: string, ...lies: readonly Lie[]): Promise<string> {
  const node = await ScriptedNode.start(lies, Math.floor(systemClock.now() / 1000));
  const args = ['--allow-private', '--token', 'any', '--report', 'json', '--only', title];
  try {
    const [result, ...more] = resultsIn(await command('--url', node.url, ...args));
    expect(more).to.deep.equal([]);
    return `${result?.outcome} ${result?.message ?? ''}`.trim();
  } finally {
    await node.end();
  }
}

describe('The suite', () => {
  for (const [lie, title] of Object.entries(FOUND_BY) as [Lie, string][]) {
    it(`passes an honest node and finds out one that lies: ${lie}.`, async () => {
      expect(await outcome(title)).to.equal('passed');
      expect(await outcome(title, lie)).to.match(/^failed /u);
    });
  }

  it('exits with 1 where a test fails, and with 0 where none does.', async () => {
    const node = await ScriptedNode.start(['other-root'], NOW);
    const of = (only: string) => command('--url', node.url, '--allow-private', '--only', only);
    const statuses = [await of('Public log'), await of('The checkpoint is signed')];
    await node.end();
    expect(statuses.map(({ status }) => status)).to.deep.equal([1, 0]);
  });

  it('says what it needs for the tests that it skips.', async () => {
    const node = await ScriptedNode.start([], NOW);
    const reasons: (string | null | undefined)[] = [];
    for (const title of ['To apply again is harmless.', 'The digest is that of the lines']) {
      const args = ['--allow-private', '--report', 'json', '--only', title];
      reasons.push(resultsIn(await command('--url', node.url, ...args))[0]?.message);
    }
    await node.end();
    expect(reasons).to.deep.equal([
      'needs --invite <link> or --token <API token>',
      'needs --token <an API token of the node>',
    ]);
  });

  it('fails a node that is not there.', async () => {
    const args = ['--allow-private', '--only', 'Discovery'];
    const ended = await command('--url', 'http://127.0.0.1:9', ...args);
    expect(ended.status).to.equal(1);
    expect(ended.out).to.match(/ECONNREFUSED/u);
  });
});
