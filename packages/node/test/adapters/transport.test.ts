import { once } from 'node:events';
import { createServer } from 'node:net';
import { encodeUtf8, parseUtf8 } from '@covisa/protocol';
import { expect } from 'chai';
import { createHttpTransport, type HttpTransport } from '../../dist/adapters/transport-http.js';
import type { OutgoingGet } from '../../dist/ports.js';
import { codeOfAsync } from '../support/errors.js';
import { loopbackServers } from '../support/http-server.js';

describe('the transport over HTTP', () => {
  const serve = loopbackServers();
  const transports: HttpTransport[] = [];
  afterEach(() => {
    for (const transport of transports.splice(0)) transport.close();
  });

  function transport(options: Partial<Parameters<typeof createHttpTransport>[0]> = {}) {
    const made = createHttpTransport({ allowPrivateAddresses: true, ...options });
    transports.push(made);
    return made;
  }

  const to = (url: string, more: Partial<OutgoingGet> = {}): OutgoingGet => ({
    url,
    headers: {},
    timeoutMilliseconds: 5000,
    bytesMax: 1000,
    ...more,
  });

  it('posts bytes and gives status, headers and body', async () => {
    const port = await serve((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        const { method, url, headers } = request;
        const seen = [method, url, headers['x-test'], headers['content-length']];
        response.writeHead(404, { 'X-Answer': 'yes' });
        response.end(`${seen.join(' ')} ${Buffer.concat(chunks).toString()}`);
      });
    });
    const answer = await transport().post({
      ...to(`http://127.0.0.1:${port}/covisa/v1/sync?a=1`, { headers: { 'x-test': 'given' } }),
      body: encodeUtf8('body'),
    });
    expect(answer.status).to.equal(404);
    expect(answer.headers['x-answer']).to.equal('yes');
    expect(parseUtf8(answer.body)).to.equal('POST /covisa/v1/sync?a=1 given 4 body');
    expect(answer.body.constructor).to.equal(Uint8Array);
  });

  it('keeps connections for the next request', async () => {
    const ports = new Set<number | undefined>();
    const port = await serve((request, response) => {
      ports.add(request.socket.remotePort);
      response.end('ok');
    });
    const one = transport();
    for (let i = 0; i < 3; i++) await one.get(to(`http://127.0.0.1:${port}/`));
    expect(ports.size).to.equal(1);
  });

  it('asks for no content coding, and hands one over as it came', async () => {
    const port = await serve((request, response) => {
      response.writeHead(200, { 'content-encoding': 'gzip' });
      response.end(String(request.headers['accept-encoding']));
    });
    const answer = await transport().get(to(`http://127.0.0.1:${port}/`));
    expect(parseUtf8(answer.body)).to.equal('identity');
    expect(answer.headers['content-encoding']).to.equal('gzip');
  });

  it('stops an answer that is too large, announced or not', async () => {
    const port = await serve((request, response) => {
      if (request.url === '/announced') response.writeHead(200, { 'content-length': '1001' });
      response.write(Buffer.alloc(600));
      response.write(Buffer.alloc(401));
      // Never ended: the limit itself must end it.
      if (request.url === '/announced') response.end();
    });
    const url = `http://127.0.0.1:${port}`;
    const one = transport();
    expect(await codeOfAsync(one.get(to(`${url}/announced`)))).to.equal('PEER_ANSWER_TOO_LARGE');
    expect(await codeOfAsync(one.get(to(`${url}/streamed`)))).to.equal('PEER_ANSWER_TOO_LARGE');
    const all = await one.get(to(`${url}/announced`, { bytesMax: 1001 }));
    expect(all.body).to.have.length(1001);
  });

  it('gives up a peer that does not answer, or not to the end', async () => {
    const port = await serve((request, response) => {
      if (request.url === '/half') response.write('half');
    });
    const brief = { timeoutMilliseconds: 100 };
    const url = `http://127.0.0.1:${port}`;
    expect(await codeOfAsync(transport().get(to(`${url}/silent`, brief)))).to.equal('PEER_TIMEOUT');
    expect(await codeOfAsync(transport().get(to(`${url}/half`, brief)))).to.equal('PEER_TIMEOUT');
  });

  it('refuses redirects', async () => {
    let asked = 0;
    const port = await serve((request, response) => {
      asked++;
      response.writeHead(Number(request.url?.slice(1)), { location: '/other' });
      response.end();
    });
    for (const status of [301, 302, 303, 307, 308, 300]) {
      const url = `http://127.0.0.1:${port}/${status}`;
      expect(await codeOfAsync(transport().get(to(url))), url).to.equal('PEER_REDIRECT');
    }
    expect(asked).to.equal(6);
  });

  it('says that a peer cannot be reached', async () => {
    const closed = createServer().listen(0, '127.0.0.1');
    await once(closed, 'listening');
    const address = closed.address();
    closed.close();
    const port = typeof address === 'object' && address !== null ? address.port : 1;
    const unreachable = [
      `http://127.0.0.1:${port}/`,
      'ftp://127.0.0.1/',
      'file:///etc/passwd',
      'data:,x',
      'http://user:word@127.0.0.1/',
      'nonsense',
    ];
    for (const url of unreachable) {
      expect(await codeOfAsync(transport().get(to(url))), url).to.equal('PEER_UNREACHABLE');
    }
  });

  it('says so when an answer breaks off', async () => {
    const port = await serve((_request, response) => {
      response.writeHead(200, { 'content-length': '100' });
      response.write('half');
      response.socket?.destroy();
    });
    const url = `http://127.0.0.1:${port}/`;
    expect(await codeOfAsync(transport().get(to(url)))).to.equal('PEER_UNREACHABLE');
  });

  it('refuses private addresses, literal or behind a name, before it connects', async () => {
    let asked = 0;
    const port = await serve((_request, response) => {
      asked++;
      response.end();
    });
    const guarded = transport({
      allowPrivateAddresses: false,
      lookup: (_name, _options, done) => done(null, [{ address: '127.0.0.1', family: 4 }]),
    });
    for (const host of ['127.0.0.1', '127.1', '[::ffff:127.0.0.1]', '[::1]', 'peer.example']) {
      const url = `http://${host}:${port}/`;
      expect(await codeOfAsync(guarded.get(to(url))), url).to.equal('PEER_ADDRESS_PRIVATE');
    }
    const real = transport({ allowPrivateAddresses: false });
    expect(await codeOfAsync(real.get(to(`http://localhost:${port}/`)))).to.equal(
      'PEER_ADDRESS_PRIVATE',
    );
    expect(asked).to.equal(0);
    const refused = await guarded.get(to('http://127.0.0.1:7001/')).catch(String);
    expect(refused).to.contain('peer 127.0.0.1:7001: its address is private');
    expect(refused).to.contain('covisa start with --allow-private-addresses');
  });
});
