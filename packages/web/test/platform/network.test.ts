/** What a hostile node can do to a page that calls it. */

import { createServer, type RequestListener, type Server } from 'node:http';
import { expect } from 'chai';
import { call, Refused, Unreachable } from '../../dist/platform/network.js';

describe('A hostile node', () => {
  const servers: Server[] = [];

  afterEach(() => {
    for (const server of servers.splice(0)) {
      server.closeAllConnections();
      server.close();
    }
  });

  async function start(answer: RequestListener): Promise<string> {
    const server = createServer(answer);
    servers.push(server);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const bound = server.address();
    if (bound === null || typeof bound === 'string') throw new Error('expected a port');
    return `http://127.0.0.1:${bound.port}/`;
  }

  /** What comes of a call that takes a secret along. */
  async function outcome(url: string): Promise<unknown> {
    try {
      return await call({ method: 'POST', url, body: { token: 'CV1:' }, cookies: false });
    } catch (error) {
      return error;
    }
  }

  it('answers, whole and in pieces of a character', async () => {
    const [first, second] = [Buffer.from('{"name":"\u00e4').subarray(0, 10), Buffer.from([0xa4])];
    const url = await start((_request, response) => {
      response.write(first);
      setImmediate(() => {
        response.write(second);
        response.end('"}');
      });
    });
    expect(await outcome(url)).to.deep.equal({ name: '\u00e4' });
  });

  it('answers without end: the call ends, and so does the connection', async () => {
    let sent = 0;
    let isClosed = false;
    const url = await start((_request, response) => {
      const piece = Buffer.alloc(1024 * 1024, 0x20);
      const more = (): void => {
        while (!response.destroyed && sent < 256 && response.write(piece)) sent += 1;
      };
      response.on('drain', () => {
        sent += 1;
        more();
      });
      response.on('close', () => {
        isClosed = true;
      });
      more();
    });
    expect(await outcome(url)).to.be.instanceOf(Unreachable);
    expect(sent).to.be.lessThan(256);
    while (!isClosed) await new Promise((resolve) => setImmediate(resolve));
  });

  it('sends the caller on to another node: nothing goes there', async () => {
    const heard: string[] = [];
    const other = await start((request, response) => {
      heard.push(request.url ?? '');
      response.end('{}');
    });
    const url = await start((_request, response) => {
      response.writeHead(307, { location: other }).end();
    });
    expect(await outcome(url)).to.be.instanceOf(Unreachable);
    expect(heard).to.deep.equal([]);
  });

  it('refuses by a code that every object has, and a book of a message: neither is shown', async () => {
    const codes: unknown[] = [];
    for (const code of ['constructor', '__proto__', 'toString', 'TOKEN_INVALID']) {
      const url = await start((_request, response) => {
        response.writeHead(400).end(JSON.stringify({ error: { code, message: 'x'.repeat(9000) } }));
      });
      const refused = await outcome(url);
      if (!(refused instanceof Refused)) throw new Error('expected a refusal');
      expect(refused.message).to.have.length(2000);
      codes.push(refused.code);
    }
    expect(codes).to.deep.equal(['INTERNAL', 'INTERNAL', 'INTERNAL', 'TOKEN_INVALID']);
  });

  it('refuses with something that is no error: it is one all the same', async () => {
    const url = await start((_request, response) => {
      response.writeHead(500, { 'retry-after': 'never' }).end('{"error":{"code":7,"message":{}}}');
    });
    expect(await outcome(url))
      .to.be.instanceOf(Refused)
      .that.includes({ code: 'INTERNAL', retryAfterSeconds: null });
  });
});
