/** The page server: which file answers at which path, under which headers. */

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { expect } from 'chai';
import fetch from 'node-fetch';
import { temporaryFolders } from '../support/folders.js';
import { rawExchange } from './support/raw.js';
import { codeIn, runningApps } from './support/running-app.js';

const BASE =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; manifest-src 'self'; worker-src 'self'; media-src 'self' blob:; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
const DESK = BASE.replace("script-src 'self'", "script-src 'self' 'wasm-unsafe-eval'");
const WALLET = DESK.replace(
  "connect-src 'self'",
  "connect-src 'self' https: http://localhost:* http://127.0.0.1:*",
);
const WIDGET = BASE.replace("frame-ancestors 'none'", 'frame-ancestors *');

const PAGES = ['front', 'directory', 'widget', 'wallet', 'desk', 'console', 'explain'];

/** Path, file, policy. */
const TABLE = [
  ['/', 'front', BASE],
  ['/directory', 'directory', BASE],
  ['/widget', 'widget', WIDGET],
  ['/wallet', 'wallet', WALLET],
  ['/claim', 'wallet', WALLET],
  ['/desk', 'desk', DESK],
  ['/console', 'console', BASE],
  ['/set-up', 'console', BASE],
  ['/join', 'explain', BASE],
  ['/here', 'explain', BASE],
  ['/honour', 'explain', BASE],
] as const;

describe('pages', () => {
  const start = runningApps();
  const makeFolder = temporaryFolders();

  /** A folder as the build of the pages leaves it. */
  function built(): string {
    const folder = makeFolder();
    mkdirSync(join(folder, 'pages'));
    mkdirSync(join(folder, 'assets'));
    for (const name of PAGES) {
      writeFileSync(join(folder, 'pages', `${name}.html`), `<title>${name}</title>`);
    }
    writeFileSync(join(folder, 'sw.js'), 'worker()');
    writeFileSync(join(folder, 'manifest-wallet.webmanifest'), '{}');
    writeFileSync(join(folder, 'secret.key'), 'secret');
    writeFileSync(join(folder, 'assets', 'desk-B1x_.js'), 'plain()');
    writeFileSync(join(folder, 'assets', 'desk-B1x_.js.br'), brotliCompressSync('brotli()'));
    writeFileSync(join(folder, 'assets', 'desk-B1x_.js.gz'), gzipSync('gzip()'));
    writeFileSync(join(folder, 'assets', 'reader-0a.wasm'), 'wasm');
    return folder;
  }

  const startBuilt = () => start({ app: { pages: built() } });

  for (const [path, name, policy] of TABLE) {
    it(`WIDGET-1: ${path} is the page ${name} under its own policy`, async () => {
      const app = await startBuilt();
      const response = await fetch(`${app.url}${path}`);
      const { headers, status } = response;
      expect([status, await response.text()]).to.deep.equal([200, `<title>${name}</title>`]);
      expect(headers.get('content-type')).to.equal('text/html; charset=utf-8');
      expect(headers.get('content-security-policy')).to.equal(policy);
      expect(headers.get('permissions-policy')).to.equal(
        'camera=(self), geolocation=(self), screen-wake-lock=(self), microphone=(), payment=(), usb=()',
      );
      expect(headers.get('cache-control')).to.equal('no-cache');
      expect(headers.get('referrer-policy')).to.equal('no-referrer');
      expect(headers.get('x-content-type-options')).to.equal('nosniff');
      expect(headers.get('x-powered-by')).to.equal(null);
      expect(headers.get('strict-transport-security')).to.equal('max-age=31536000');
      const isFramed = name === 'widget';
      expect(headers.get('x-frame-options')).to.equal(isFramed ? null : 'DENY');
      expect(headers.get('cross-origin-resource-policy')).to.equal(
        isFramed ? 'cross-origin' : 'same-origin',
      );
    });
  }

  it('a page that did not change is not sent again, and one that did is', async () => {
    const folder = built();
    const app = await start({ app: { pages: folder } });
    const first = await fetch(`${app.url}/desk`);
    const headers = { 'if-none-match': first.headers.get('etag') ?? '' };
    expect((await fetch(`${app.url}/desk`, { headers })).status).to.equal(304);
    writeFileSync(join(folder, 'pages', 'desk.html'), '<title>DESK</title>');
    const later = await fetch(`${app.url}/desk`, { headers });
    expect([later.status, await later.text()]).to.deep.equal([200, '<title>DESK</title>']);
  });

  it('assets are kept for a year, in the smallest coding that the client takes', async () => {
    const app = await startBuilt();
    const get = async (coding: string): Promise<readonly (string | null)[]> => {
      const url = `${app.url}/assets/desk-B1x_.js`;
      const response = await fetch(url, { headers: { 'accept-encoding': coding } });
      expect(response.headers.get('cache-control')).to.equal('public, max-age=31536000, immutable');
      expect(response.headers.get('content-type')).to.equal('text/javascript; charset=utf-8');
      expect(response.headers.get('vary')).to.equal('accept-encoding');
      return [response.headers.get('content-encoding'), await response.text()];
    };
    expect(await get('gzip, deflate, br')).to.deep.equal(['br', 'brotli()']);
    expect(await get('gzip')).to.deep.equal(['gzip', 'gzip()']);
    expect(await get('br;q=0, gzip')).to.deep.equal(['gzip', 'gzip()']);
    expect(await get('identity')).to.deep.equal([null, 'plain()']);
  });

  it('WebAssembly has its own type', async () => {
    const app = await startBuilt();
    const response = await fetch(`${app.url}/assets/reader-0a.wasm`);
    expect(response.headers.get('content-type')).to.equal('application/wasm');
  });

  it('workers may do what the widest of their pages may', async () => {
    const app = await startBuilt();
    const worker = await fetch(`${app.url}/sw.js`);
    expect([await worker.text(), worker.headers.get('cache-control')]).to.deep.equal([
      'worker()',
      'no-cache',
    ]);
    const script = await fetch(`${app.url}/assets/desk-B1x_.js`);
    for (const { headers } of [worker, script]) {
      expect(headers.get('content-security-policy')).to.equal(WALLET);
    }
  });

  it('manifests are checked for news each time', async () => {
    const app = await startBuilt();
    const { headers } = await fetch(`${app.url}/manifest-wallet.webmanifest`);
    expect(headers.get('content-type')).to.equal('application/manifest+json; charset=utf-8');
    expect(headers.get('cache-control')).to.equal('no-cache');
  });

  it('nothing else of the disk answers', async () => {
    const app = await startBuilt();
    for (const path of [
      '/secret.key',
      '/pages/desk.html',
      '/pages',
      '/assets',
      '/assets/',
      '/assets/none.js',
      '/assets/.hidden',
      '/assets/../secret.key',
      '/assets/..%2fsecret.key',
      '/assets/%2e%2e/secret.key',
      '/assets/a%5c..%5c..%5csecret.key',
      '/assets/desk-B1x_.js%00.html',
      '/..%2fsecret.key',
      '/desk/',
      '/Desk',
    ]) {
      const answer = await rawExchange(
        app.url,
        `GET ${path} HTTP/1.1\r\nhost: a\r\nconnection: close\r\n\r\n`,
      );
      expect(answer, path).to.match(/^HTTP\/1\.1 40[04] /);
      expect(answer, path).not.to.include('secret\r');
    }
    const wrong = await fetch(`${app.url}/nothing.png`);
    expect([wrong.status, await codeIn(wrong)]).to.deep.equal([404, 'NOT_FOUND']);
  });

  it('people who have a wrong link are led on, and programs get the error', async () => {
    const { url } = await startBuilt();
    const browser = { accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8' };
    for (const path of ['/nothing', '/wallet/nothing', '/Desk']) {
      const response = await fetch(`${url}${path}`, { headers: browser });
      expect([response.status, response.headers.get('content-type')], path).to.deep.equal([
        404,
        'text/html; charset=utf-8',
      ]);
      expect(await response.text()).to.include('<a href="/wallet">');
      const error = await fetch(`${url}${path}`);
      expect([error.status, await codeIn(error)], path).to.deep.equal([404, 'NOT_FOUND']);
    }
    for (const path of ['/covisa/v1/nothing', '/.well-known/x', '/assets/x.js']) {
      const response = await fetch(`${url}${path}`, { headers: browser });
      expect([response.status, await codeIn(response)], path).to.deep.equal([404, 'NOT_FOUND']);
    }
    const posted = await fetch(`${url}/nothing`, { method: 'POST', headers: browser });
    expect([posted.status, await codeIn(posted)]).to.deep.equal([404, 'NOT_FOUND']);
  });

  it('a page takes GET only', async () => {
    const app = await startBuilt();
    const response = await app.post('/desk', {});
    expect([response.status, response.headers.get('allow')]).to.deep.equal([405, 'GET']);
  });

  it('says how to build the pages where they are missing', async () => {
    for (const pages of [null, join(makeFolder(), 'nowhere')]) {
      const app = await start({ app: { pages } });
      const response = await fetch(`${app.url}/desk`);
      expect(response.status).to.equal(503);
      expect(response.headers.get('content-security-policy')).to.equal(
        "default-src 'none'; base-uri 'none'; frame-ancestors 'none'",
      );
      expect(await response.text()).to.include('<code>npm run build</code>');
    }
  });
});
