/** Strangers whose bodies come slowly, or not at all. */

import { request } from 'node:http';
import { encodeUtf8, sha256 } from '@covisa/protocol';
import { expect } from 'chai';
import { prepareRequest } from '../../dist/http/signature.js';
import { ManualClock } from '../support/manual-clock.js';
import { resumeBody } from './support/resume.js';
import { type RunningApp, runningApps } from './support/running-app.js';
import { NOW, type TestNode, testNode } from './support/test-node.js';

interface Begun {
  readonly answered: Promise<{ readonly status: number; readonly connection: string }>;
  finish(): void;
}

const applicationOf = (node: TestNode): Uint8Array =>
  Buffer.concat([encodeUtf8('{}\n'), node.inception, encodeUtf8('\n')]);

/** Sends a request's head and one byte of its body; resolves when the node reads the body. */
async function begin(
  app: RunningApp,
  by: TestNode,
  {
    address,
    path = 'apply',
    body = applicationOf(by),
  }: {
    readonly address: string;
    readonly path?: string;
    readonly body?: Uint8Array;
  },
): Promise<Begun> {
  const url = `${app.url}/covisa/v1/${path}`;
  const prepared = prepareRequest({
    method: 'POST',
    url,
    content: body,
    keyid: by.space,
    recipient: app.node.space,
    created: NOW,
    nonce: sha256(encodeUtf8(`${by.space}${path}`)).slice(0, 16),
  });
  const headers = {
    'content-type': 'application/covisa-sync',
    'content-length': String(body.length),
    'x-forwarded-for': address,
    expect: '100-continue',
    ...prepared.headers(await by.sign(prepared.base)),
  };
  const sent = request(url, { method: 'POST', headers });
  const answered: Begun['answered'] = new Promise((resolve, reject) => {
    sent.on('response', (response) => {
      const { statusCode: status = 0, headers: got } = response.resume();
      resolve({ status, connection: got.connection ?? '' });
    });
    sent.on('error', reject);
  });
  sent.flushHeaders();
  await new Promise((resolve) => sent.once('continue', resolve));
  sent.write(body.slice(0, 1));
  return { answered, finish: () => void sent.end(body.slice(1)) };
}

const limited = {
  publicUrl: 'https://node.example',
  trustProxy: ['loopback'],
  rateLimits: { wallet: null, peers: 1200, people: null },
};

describe('strangers that are slow', () => {
  const start = runningApps();

  it('HTTP-19: have five seconds for a body, and then no place and no connection', async () => {
    const clock = new ManualClock();
    const app = await start({ app: { clock } });
    const [slow, quick] = [
      await begin(app, testNode('a'), { address: '198.51.100.1' }),
      await begin(app, testNode('b'), { address: '198.51.100.2' }),
    ];
    clock.pass(4999);
    quick.finish();
    expect((await quick.answered).status).to.equal(200);
    clock.pass(1);
    expect(await slow.answered).to.deep.equal({ status: 400, connection: 'close' });
    expect(clock.waiting).to.equal(0);
  });

  it('HTTP-18: have one place of a route at one address', async () => {
    const clock = new ManualClock();
    const app = await start({ app: { clock, settings: limited } });
    const first = await begin(app, testNode('a'), { address: '198.51.100.1' });
    const same = await begin(app, testNode('b'), { address: '198.51.100.1' });
    expect((await same.answered).status).to.equal(429);
    const other = await begin(app, testNode('c'), { address: '198.51.100.2' });
    for (const one of [first, other]) one.finish();
    expect([(await first.answered).status, (await other.answered).status]).to.deep.equal([
      200, 200,
    ]);
    const again = await begin(app, testNode('b'), { address: '198.51.100.1' });
    again.finish();
    expect((await again.answered).status).to.equal(200);
  });

  it('HTTP-18: fill one route, and leave the others open', async () => {
    const clock = new ManualClock();
    const app = await start({ app: { clock, settings: limited } });
    const begun: Begun[] = [];
    for (const n of [1, 2, 3, 4]) {
      begun.push(await begin(app, testNode(`${n}`), { address: `198.51.100.${n}` }));
    }
    const fifth = await begin(app, testNode('5'), { address: '198.51.100.5' });
    expect((await fifth.answered).status).to.equal(429);
    const by = testNode('stranger');
    const resume = await begin(app, by, {
      address: '198.51.100.6',
      path: 'resume',
      body: resumeBody(by.space, by.peerKey),
    });
    resume.finish();
    expect((await resume.answered).status).not.to.equal(429);
    for (const one of begun) one.finish();
    for (const one of begun) expect((await one.answered).status).to.equal(200);
  });
});
