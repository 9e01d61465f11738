/** Listening and stopping. */

import { expect } from 'chai';
import express from 'express';
import fetch from 'node-fetch';
import { systemClock } from '../../dist/adapters/clock-system.js';
import { type ListeningServer, listen } from '../../dist/http/server.js';
import { codeOfAsync } from '../support/errors.js';
import { ManualClock } from '../support/manual-clock.js';

describe('the HTTP server', () => {
  const open: ListeningServer[] = [];
  afterEach(async () => {
    await Promise.all(open.splice(0).map((server) => server.close()));
  });

  /**
   * A server whose `/slow` answers when `release` is called; `entered` tells that a request is
   * running.
   */
  async function slowServer(clock = new ManualClock()) {
    let release = (): void => {};
    let enter = (): void => {};
    const entered = new Promise<void>((resolve) => {
      enter = resolve;
    });
    const app = express();
    app.get('/slow', (_request, response) => {
      release = () => void response.send('done');
      enter();
    });
    const server = await listen(app, { host: '127.0.0.1', port: 0, clock, drainMilliseconds: 50 });
    open.push(server);
    return { server, clock, entered, release: () => release() };
  }

  it('a port that is taken is told with what can be done', async () => {
    const { server } = await slowServer();
    const again = listen(express(), { host: '127.0.0.1', port: server.port, clock: systemClock });
    expect(await codeOfAsync(again)).to.equal('ADDRESS_IN_USE');
  });

  it('an address that this machine does not have is told', async () => {
    const elsewhere = listen(express(), { host: '192.0.2.1', port: 0, clock: systemClock });
    expect(await codeOfAsync(elsewhere)).to.equal('CONFIG_INVALID');
  });

  it('stopping lets a running request end, and takes no new one', async () => {
    const { server, clock, entered, release } = await slowServer();
    const running = fetch(`${server.url}/slow`);
    await entered;
    const closed = server.close();
    const refused = await fetch(`${server.url}/slow`).catch((error: Error) => error.name);
    expect(refused).to.equal('FetchError');
    release();
    const response = await running;
    expect(await response.text()).to.equal('done');
    await closed;
    expect(clock.waiting).to.equal(0);
  });

  it('stopping cuts a request that outlasts the drain time', async () => {
    const { server, clock, entered } = await slowServer();
    const running = fetch(`${server.url}/slow`).catch((error: Error) => error.name);
    await entered;
    const closed = server.close();
    clock.pass(50);
    expect(await running).to.equal('FetchError');
    await closed;
  });

  it('stopping twice is stopping once', async () => {
    const { server } = await slowServer();
    await Promise.all([server.close(), server.close()]);
  });
});
