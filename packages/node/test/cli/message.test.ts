/** `covisa message`: what it takes, and how it says what became of a message. */

import { expect } from 'chai';
import { messageText, type ViewJson } from '../../dist/cli/commands/message-text.js';
import { messagesDouble } from '../http/support/message-double.js';
import { testNode } from '../http/support/test-node.js';
import { covisa } from './support/command-line.js';

/** What it says of `message send Rim` with these options, which ask no node. */
async function sent(...options: readonly string[]): Promise<readonly [number, string]> {
  const { status, notes } = await covisa(['message', 'send', 'Rim', ...options]);
  return [status, notes];
}

describe('cli: message', () => {
  it('refuses options that a kind does not take', async () => {
    const day = ['--kind', 'introduction', '--first', '2026-12-01'];
    expect(await sent(...day, '--text', 'Ada comes.')).to.deep.equal([
      2,
      'error: --text: an introduction has --needs, not --text. [USAGE]\n',
    ]);
    expect(await sent('--text', 'Hello', '--needs', 'a desk')).to.deep.equal([
      2,
      'error: --needs: a note has --text, not --needs. [USAGE]\n',
    ]);
    expect(await sent('--text', 'Hello', '--first', '2026-12-01')).to.deep.equal([
      2,
      'error: --first: a note has none; it is for an introduction (--kind introduction). [USAGE]\n',
    ]);
    expect(await sent('--text', 'Hello', '--people', '1')).to.deep.equal([
      2,
      'error: --people: a note has none; it is for an introduction (--kind introduction). [USAGE]\n',
    ]);
    expect(await sent(...day, '--answer', 'full')).to.deep.equal([
      2,
      'error: --answer: an introduction has none; it is for an answer (--kind answer). [USAGE]\n',
    ]);
    expect(await sent(...day, '--date', '2026-12-01')).to.deep.equal([
      2,
      'error: --date: an introduction has none; it is for an incident (--kind incident). [USAGE]\n',
    ]);
  });

  it('asks for a text where there is none, or an empty one', async () => {
    for (const options of [[], ['--text', '']]) {
      expect(await sent(...options)).to.deep.equal([
        2,
        'error: --text: is needed for a note. See covisa message send --help. [USAGE]\n',
      ]);
    }
  });

  it('asks for the message that an answer answers by the name of the option', async () => {
    expect(await sent('--kind', 'answer', '--answer', 'welcome')).to.deep.equal([
      2,
      'error: --reply-to: an answer names the message that it answers. covisa message read <space> shows the id of each. [USAGE]\n',
    ]);
  });

  it('says in words why the other side did not take a message', async () => {
    const double = messagesDouble(testNode('own'), (_what, value) => async () => value);
    const [view] = await double.thread(testNode('other').space);
    const failed = (attempts: number, lastError: string): string | undefined =>
      messageText({
        ...{ ...(view as ViewJson), direction: 'out', state: 'failed' },
        ...{ attempts, lastError, content: { kind: 'note', text: 'Hello' } },
      })
        .split('  ')
        .at(2);
    expect(failed(1, 'PEER_REFUSED: MESSAGES_REFUSED')).to.equal(
      'failed, tried 1 time: this space takes no messages from you',
    );
    expect(failed(3, 'PEER_REFUSED: MESSAGES_FULL')).to.equal(
      'failed, tried 3 times: this space takes no more messages from you for now',
    );
    expect(failed(2, 'PEER_TIMEOUT')).to.equal('failed, tried 2 times: PEER_TIMEOUT');
  });
});
