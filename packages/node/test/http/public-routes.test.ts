/** What anybody may ask: wallets' routes, the discovery, the log's public side. */

import { DEFAULT_TERMS, encodeBase64url, parseWalletOverview, shape } from '@covisa/protocol';
import { expect } from 'chai';
import fetch from 'node-fetch';
import { LISTINGS, PROGRAMME } from './support/engine-double.js';
import { codeIn, runningApps } from './support/running-app.js';

const HOST = 'A'.repeat(43);
const holderKey = 'AQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQE';

describe("wallets' routes", () => {
  const start = runningApps();

  const TABLE = [
    [
      '/covisa/v1/claim',
      { code: 'code-1234', holderKey },
      { visa: 'AQID' },
      'wallets.claim "code-1234" 32',
    ],
    ['/covisa/v1/renew', { token: 'CV1:X' }, { visa: 'BAUG' }, 'wallets.renew "CV1:X"'],
    [
      '/covisa/v1/receipt',
      { token: 'CV1:X', host: HOST, incarnation: 1, index: 7 },
      { receipt: 'c2sp.org/tlog-proof@v1\n' },
      `wallets.receipt "CV1:X" {"space":"${HOST}","incarnation":1,"index":7}`,
    ],
    ['/covisa/v1/renumber', { token: 'CV1:X' }, { visa: 'AQID' }, 'wallets.renumber "CV1:X"'],
    ['/covisa/v1/erasure', { token: 'CV1:X' }, {}, 'wallets.wishErasure "CV1:X"'],
    [
      '/covisa/v1/objection',
      { token: 'CV1:X', host: HOST, date: '2026-05-12', note: 'I was not there.' },
      {},
      `wallets.object "CV1:X" {"host":"${HOST}","date":"2026-05-12","note":"I was not there."}`,
    ],
  ] as const;

  for (const [path, body, answer, asked] of TABLE) {
    it(`WALLET-1: POST ${path} takes no token, allows any origin and is not kept`, async () => {
      const app = await start();
      const response = await fetch(`${app.url}${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', origin: 'https://wallet.example' },
        body: JSON.stringify(body),
      });
      expect(response.status).to.equal(200);
      expect(await response.json()).to.deep.equal(answer);
      expect(app.engine.asked).to.deep.equal([asked]);
      expect(response.headers.get('access-control-allow-origin')).to.equal('*');
      expect(response.headers.get('access-control-allow-credentials')).to.equal(null);
      expect(response.headers.get('cache-control')).to.equal('no-store');
      expect(response.headers.get('set-cookie')).to.equal(null);
    });
  }

  it('POST /covisa/v1/visits gives the visits of a visa to its holder', async () => {
    const app = await start();
    const response = await app.post('/covisa/v1/visits', { token: 'CV1:X' });
    expect(await response.json()).to.have.nested.property('visits[0].date', '2026-05-12');
  });

  it('POST /covisa/v1/overview tells a wallet what its shape takes', async () => {
    const app = await start();
    const response = await app.post('/covisa/v1/overview', { token: 'CV1:X' });
    expect(response.headers.get('access-control-allow-origin')).to.equal('*');
    const told = parseWalletOverview(await response.json());
    expect(told.member).to.include({ plan: 'full', displayName: 'Mei L.' });
    expect(app.engine.asked).to.deep.equal(['wallets.overview "CV1:X"']);
  });

  it('POST /covisa/v1/move gives a code, and the link that carries it after the #', async () => {
    const app = await start();
    const response = await app.post('/covisa/v1/move', { token: 'CV1:X' });
    const { claimCode, claimLink } = shape
      .open({ claimCode: shape.text({ max: 99 }), claimLink: shape.text({ max: 200 }) })
      .parse(await response.json());
    expect(claimCode).to.equal('code-1234');
    expect(claimLink).to.match(/^https?:\/\/[^#]+\/claim#code-1234\.[\w-]{43}$/);
    expect(app.engine.asked).to.deep.equal(['wallets.move "CV1:X"']);
  });

  it('a browser may ask before it posts from another origin', async () => {
    const app = await start();
    const response = await fetch(`${app.url}/covisa/v1/renew`, { method: 'OPTIONS' });
    expect(response.status).to.equal(204);
    expect(response.headers.get('access-control-allow-methods')).to.equal('GET, POST');
    expect(response.headers.get('access-control-allow-headers')).to.equal('content-type');
  });

  it('no other route allows another origin', async () => {
    const app = await start();
    for (const path of ['/api/status', '/covisa/v1/sync', '/']) {
      const response = await app.fetch(path);
      expect(response.headers.get('access-control-allow-origin'), path).to.equal(null);
    }
  });

  it('a holder key of another length or spelling is refused', async () => {
    const app = await start();
    for (const key of ['AQ', `${holderKey}=`, `${holderKey.slice(0, -1)}F`, 7]) {
      const response = await app.post('/covisa/v1/claim', { code: 'code-1234', holderKey: key });
      expect([response.status, await codeIn(response)]).to.deep.equal([400, 'REQUEST_INVALID']);
    }
    expect(app.engine.asked).to.deep.equal([]);
  });

  it('EDGE-5: too many requests of one address are refused, by wallets and others apart', async () => {
    const app = await start({
      app: {
        settings: {
          publicUrl: null,
          trustProxy: 1,
          rateLimits: { wallet: 2, peers: null, people: null },
        },
      },
    });
    const claim = async (address: string): Promise<number> => {
      const response = await fetch(`${app.url}/covisa/v1/claim`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-forwarded-for': address },
        body: JSON.stringify({ code: 'code-1234', holderKey }),
      });
      return response.status;
    };
    expect([await claim('192.0.2.1'), await claim('192.0.2.1')]).to.deep.equal([200, 200]);
    expect(await claim('192.0.2.1')).to.equal(429);
    // The proxy is trusted for one hop: what stands before it is the caller's own invention.
    expect(await claim('203.0.113.9, 192.0.2.1')).to.equal(429);
    expect(await claim('192.0.2.2')).to.equal(200);
    expect((await app.fetch('/api/status')).status).to.equal(200);
  });
});

describe('public routes', () => {
  const start = runningApps();

  it('GET /.well-known/covisa says who this is, with the inception that proves it', async () => {
    const app = await start();
    const response = await fetch(`${app.url}/.well-known/covisa`);
    expect(await response.json()).to.deep.equal({
      covisa: 1,
      space: app.node.space,
      incarnation: 0,
      name: 'Harbour & Co <script>',
      url: 'https://node.example',
      inception: encodeBase64url(app.node.inception),
    });
  });

  it('DIR-3: GET /covisa/v1/directory shows what is listed or quiet, and nothing else', async () => {
    const app = await start();
    const response = await fetch(`${app.url}/covisa/v1/directory`);
    expect(await response.json()).to.deep.equal(LISTINGS.slice(0, 2));
    expect(app.engine.asked).to.deep.equal(['directory']);
  });

  it('any page may read what is public', async () => {
    const app = await start();
    for (const path of [
      '/.well-known/covisa',
      '/covisa/v1/profile',
      '/covisa/v1/programmes',
      '/covisa/v1/directory',
      '/covisa/v1/directory.geojson',
      '/covisa/v1/log/checkpoint',
    ]) {
      const { headers } = await fetch(`${app.url}${path}`);
      expect(headers.get('access-control-allow-origin'), path).to.equal('*');
      expect(headers.get('access-control-allow-credentials'), path).to.equal(null);
      expect(headers.get('cross-origin-resource-policy'), path).to.equal('cross-origin');
    }
  });

  it('GET /covisa/v1/log/checkpoint gives the note as text', async () => {
    const app = await start();
    const response = await fetch(`${app.url}/covisa/v1/log/checkpoint`);
    expect(response.headers.get('content-type')).to.equal('text/plain; charset=utf-8');
    expect(await response.text()).to.equal('covisa/x/0\n1\nroot\n\n— covisa/x/0 signature\n');
  });

  it('TILE-1: GET /covisa/v1/log/tile/… gives hashes, and 404 for whatever is not the path of a tile', async () => {
    const app = await start();
    for (const path of ['0/000', '0/x001/234.p/5', '1/x123/x456/789']) {
      const response = await fetch(`${app.url}/covisa/v1/log/tile/${path}`);
      expect(response.headers.get('content-type')).to.equal('application/octet-stream');
      expect((await response.arrayBuffer()).byteLength).to.equal(32);
      expect(app.engine.asked.pop()).to.equal(`logs.tile "${path}"`);
    }
    for (const path of ['', '0', 'entries/000', '0/1', '0/000/', '0/..%2f000', '0/000.p/0']) {
      const response = await fetch(`${app.url}/covisa/v1/log/tile/${path}`);
      expect([response.status, await codeIn(response)], path).to.deep.equal([404, 'NOT_FOUND']);
    }
    expect(app.engine.asked).to.deep.equal([]);
  });

  it('DIR-3: GET /covisa/v1/directory.geojson is GeoJSON of what is listed or quiet', async () => {
    const app = await start();
    const response = await fetch(`${app.url}/covisa/v1/directory.geojson`);
    expect(response.headers.get('content-type')).to.equal('application/geo+json; charset=utf-8');
    expect(await response.json()).to.deep.equal({ type: 'FeatureCollection', features: [] });
    expect(app.engine.asked).to.deep.equal(['directory']);
  });

  it('GET /covisa/v1/profile gives what the space says of itself, with its id', async () => {
    const app = await start();
    const profile = await (await fetch(`${app.url}/covisa/v1/profile`)).json();
    expect(profile).to.include({
      space: app.node.space,
      type: 'profile',
      name: 'Harbour & Co <script>',
    });
  });

  it('GET /covisa/v1/programmes gives name, purpose and terms, and nothing of its government', async () => {
    const app = await start();
    const response = await fetch(`${app.url}/covisa/v1/programmes`);
    expect(await response.json()).to.deep.equal([
      {
        id: PROGRAMME,
        name: 'Pacific <Rim>',
        purpose: 'visits',
        roster: 1,
        members: 2,
        admitted: 0,
        terms: DEFAULT_TERMS,
      },
    ]);
  });

  it('a programme’s government is not public', async () => {
    const app = await start();
    const response = await fetch(`${app.url}/covisa/v1/programmes/${'A'.repeat(43)}`);
    expect(response.status).to.equal(404);
  });
});
