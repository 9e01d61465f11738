/** What reception reads: refusals, photo IDs, and visits that are not recorded again. */

import { ProtocolError } from '@covisa/protocol';
import { expect } from 'chai';
import { refusalSentence } from '../../dist/cli/refusals.js';
import type { CheckResult, Desk } from '../../dist/engine/services.js';
import { NodeError } from '../../dist/errors.js';
import { engineDouble } from '../http/support/engine-double.js';
import { runningApps, TOKEN } from '../http/support/running-app.js';
import { testNode } from '../http/support/test-node.js';
import { covisa, type Ran } from './support/command-line.js';

describe('cli: the desk', () => {
  const start = runningApps();

  /** `covisa check`, over a desk that answers a check by `answer`. */
  async function check(
    answer: (usual: CheckResult) => CheckResult,
    ...argv: readonly string[]
  ): Promise<Ran> {
    const double = engineDouble(testNode('host'));
    const usual: Desk['check'] = double.desk.check;
    const desk: Desk = { ...double.desk, check: async (asked) => answer(await usual(asked)) };
    const app = await start({ app: { engine: { ...double, desk } } });
    return covisa(['--node', app.url, '--token', TOKEN, 'check', 'CV1:X', ...argv]);
  }

  function refusing(error: Error): () => never {
    return () => {
      throw error;
    };
  }

  it('says to people why a token is refused, with the code and status 3', async () => {
    const noise = await check(refusing(new ProtocolError('BASE45_INVALID', 'token: bad')));
    expect(noise).to.deep.equal({
      status: 3,
      out: 'REFUSE: This is not a visa code; scan again. [BASE45_INVALID]\n',
      notes: '',
    });
    const own = await check(refusing(new NodeError('OWN_MEMBER', 'visa: one of this space')));
    expect([own.status, own.out]).to.deep.equal([
      3,
      'REFUSE: This is a member of our own space, who needs no visa here. [OWN_MEMBER]\n',
    ]);
    const revoked = await check(refusing(new ProtocolError('VISA_REVOKED', 'visa: revoked')));
    expect(revoked.out).to.include('covisa wallet renew');
    const document = await check(refusing(new ProtocolError('SPACE_LEFT', 'left')), '--json');
    expect([document.status, JSON.parse(document.out).error.code]).to.deep.equal([3, 'SPACE_LEFT']);
  });

  it('takes another error for a failure of the command', async () => {
    const failed = await check(refusing(new NodeError('NOT_FOUND', 'venue: none')), '--json');
    expect([failed.status, JSON.parse(failed.out).error.code]).to.deep.equal([1, 'NOT_FOUND']);
    expect(refusalSentence('NOT_FOUND')).to.equal(null);
    expect(refusalSentence('constructor')).to.equal(null);
  });

  it('names whose photo ID is to be looked at', async () => {
    const { out } = await check((usual) => ({
      ...usual,
      verdict: { ...usual.verdict, shows: [{ code: 'PHOTO_ID' }] },
    }));
    expect(out.split('\n')[1]).to.equal('check a photo ID: Mei L.');
  });

  it('says that a visit of the same day was not recorded again, and how to change it', async () => {
    const { out } = await check((usual) => usual, '--stamp', 'paid');
    expect(out).to.include(
      'Not recorded again: the visit of today is free (void v1 first to change it).',
    );
    const erased = (usual: CheckResult): CheckResult => ({
      ...usual,
      visit: usual.visit && {
        ...usual.visit,
        displayName: null,
        visaNumber: null,
        visaUntil: null,
      },
    });
    const shown = await check(erased);
    expect(shown.out).to.match(/^visit +v1 \(free\), whose it was is erased here$/m);
    const unasked = await check((usual) => usual);
    expect(unasked.out).not.to.include('Not recorded');
  });

  it('does not say so of a visit that was recorded, whatever the check showed', async () => {
    const other = (usual: CheckResult): CheckResult => ({
      ...usual,
      visit: usual.visit && { ...usual.visit, id: 'v0' },
    });
    const { out } = await check(other, '--stamp', 'free');
    expect(out).to.match(/^visit +v1 \(free\), to be published$/m);
    expect(out).not.to.include('Not recorded');
    const document = await check(other, '--stamp', 'free', '--json');
    expect(JSON.parse(document.out)).to.include({ stamped: true });
    const known = await check((usual) => usual, '--stamp', 'free', '--json');
    expect(JSON.parse(known.out)).to.include({ stamped: false });
  });

  it('says how much it erased, and that nothing was left', async () => {
    const double = engineDouble(testNode('host'));
    const forget = async (counts: { visits: number; refusals: number }) => {
      const erase: Desk['erase'] = async (id) => ({ ...(await double.desk.erase(id)), ...counts });
      const app = await start({ app: { engine: { ...double, desk: { ...double.desk, erase } } } });
      return (await covisa(['--node', app.url, '--token', TOKEN, 'forget', 'v1', '--yes'])).out;
    };
    expect(await forget({ visits: 1, refusals: 2 })).to.equal(
      'Erased: who came, of 1 visit and 2 refusals. They stay as numbers.\n',
    );
    expect(await forget({ visits: 0, refusals: 0 })).to.match(/^Nothing was left to erase: /);
  });

  it('says that a refused visit was not recorded', async () => {
    const refuse = (usual: CheckResult): CheckResult => ({
      ...usual,
      visit: null,
      verdict: { ...usual.verdict, outcome: 'refuse', kind: null },
    });
    const { status, out } = await check(refuse, '--stamp', 'free');
    expect(status).to.equal(3);
    expect(out).to.include('Not recorded: the verdict is refuse.');
  });
});
