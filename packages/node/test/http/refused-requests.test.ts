/** Which refusals of a signed request are signed, and which of them use its nonce up. */

import { encodeUtf8, sha256 } from '@covisa/protocol';
import { expect } from 'chai';
import fetch, { type Response } from 'node-fetch';
import { prepareRequest } from '../../dist/http/signature.js';
import { codeIn, type RunningApp, runningApps } from './support/running-app.js';
import { NOW, type TestNode, testNode } from './support/test-node.js';

const [caller, stranger] = [testNode('caller'), testNode('stranger')];
const PATH = '/covisa/v1/grant';
const NO_JSON = encodeUtf8('no JSON');

/** Always of the same nonce. `sent` goes out in place of the content that was signed. */
async function call(app: RunningApp, recipient: TestNode, sent = NO_JSON): Promise<Response> {
  const prepared = prepareRequest({
    method: 'POST',
    url: `${app.url}${PATH}`,
    content: NO_JSON,
    keyid: caller.space,
    recipient: recipient.space,
    created: NOW,
    nonce: sha256(NO_JSON).slice(0, 16),
  });
  return fetch(`${app.url}${PATH}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...prepared.headers(await caller.sign(prepared.base)),
    },
    body: Buffer.from(sent),
  });
}

/** The code of a refusal, and whether there is a signature beside it. */
async function said(response: Response): Promise<readonly [string | null, boolean]> {
  return [await codeIn(response), response.headers.has('signature')];
}

describe('A signed request that is refused', () => {
  const start = runningApps();

  it('HTTP-16: for another space is so without a signature', async () => {
    const app = await start({ known: [caller] });
    const refused = await call(app, stranger);
    expect(await said(refused)).to.deep.equal(['REQUEST_SIGNATURE_INVALID', false]);
  });

  it('HTTP-10: for what it says has used its nonce up, and for other content has not', async () => {
    const app = await start({ known: [caller] });
    const other = await call(app, app.node, encodeUtf8('other'));
    expect(await said(other)).to.deep.equal(['REQUEST_SIGNATURE_INVALID', true]);
    expect(await said(await call(app, app.node))).to.deep.equal(['JSON_INVALID', true]);
    expect(await said(await call(app, app.node))).to.deep.equal(['REQUEST_REPLAYED', true]);
  });
});
