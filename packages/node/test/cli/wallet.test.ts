import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Purpose, parseToken, type SpaceId, verifyPresentation } from '@covisa/protocol';
import { expect } from 'chai';
import { parseClaimLink } from '../../dist/cli/wallet.js';
import { codeOf, codeOfAsync } from '../support/errors.js';
import { temporaryFolders } from '../support/folders.js';
import { loopbackServers } from '../support/http-server.js';
import { covisa, type Ran, refusal } from './support/command-line.js';
import {
  type Asked,
  HOME,
  HOST,
  homeListener,
  ISSUING_KEY,
  NOW,
  signatures,
  visaFor,
} from './support/home.js';

function context(purpose: Purpose, host: SpaceId, instant = NOW) {
  return { home: HOME, issuingKey: ISSUING_KEY, host, purpose, instant, revokedBefore: null };
}

describe('cli/wallet', () => {
  const makeFolder = temporaryFolders();
  const serve = loopbackServers();
  let asked: Asked[];
  let wallet: string;
  let link: string;

  beforeEach(async () => {
    asked = [];
    wallet = join(makeFolder(), 'wallet.json');
    link = `http://127.0.0.1:${await serve(homeListener(asked))}/claim#code-1234.${HOME}`;
  });

  const run = (...argv: string[]): Promise<Ran> => covisa(['wallet', ...argv, '--wallet', wallet]);

  it('claims a visa with a key of its own, and keeps it where only the holder can read it', async () => {
    const ran = await run('claim', link);
    expect(ran.status, ran.notes).to.equal(0);
    expect(ran.out).to.include('2026-06-11 09:00 UTC');
    expect(asked).to.have.length(1);
    expect(asked[0]?.[1].code).to.equal('code-1234');
    expect(statSync(wallet).mode & 0o777).to.equal(0o600);
    const seed: string = JSON.parse(readFileSync(wallet, 'utf8')).seed;
    expect(JSON.stringify(asked)).not.to.include(seed);
  });

  it('presents a token that holds at the host that it names, and at no other', async () => {
    await run('claim', link);
    const { status, out } = await run('present', '--host', HOST, '--at', String(NOW), '--json');
    expect(status).to.equal(0);
    const token = parseToken(JSON.parse(out).token);
    const verified = await verifyPresentation(signatures, token, context('visit', HOST, NOW + 119));
    expect(verified.visa.claims.displayName).to.equal('Ada');
    const elsewhere = verifyPresentation(signatures, token, context('visit', HOME));
    expect(await codeOfAsync(elsewhere)).to.equal('PRESENTATION_OTHER_HOST');
    const otherwise = verifyPresentation(signatures, token, context('renew', HOST));
    expect(await codeOfAsync(otherwise)).to.equal('PRESENTATION_OTHER_PURPOSE');
  });

  it("finds the host by its name in the home's directory, and takes the time from the machine", async () => {
    await run('claim', link);
    const { out } = await run('present', '--host', 'bund loft');
    const { proof } = parseToken(out.slice(0, -1));
    // The test's clock stands at 2026-11-22T09:00:00Z.
    expect(proof?.claims.time).to.equal(1_795_338_000);
    expect(refusal(await run('present', '--host', 'Nowhere', '--json'))).to.deep.equal([
      1,
      'NAME_UNKNOWN',
    ]);
  });

  it('renews and asks for its visits by a token of purpose renew for its home', async () => {
    await run('claim', link);
    const renewed = await run('renew', '--at', String(NOW), '--json');
    expect(JSON.parse(renewed.out).issued).to.equal(NOW + 60);
    const visits = await run('visits', '--at', String(NOW));
    expect(visits.out.split('\n')).to.deep.equal([
      'DATE        HOST       VENUE  KIND  DAYS  NOTE',
      '2026-05-12  Bund Loft  main   free     1',
      '',
    ]);
    for (const [path, body] of asked.slice(1)) {
      const token = parseToken(body.token ?? '');
      const held = await verifyPresentation(signatures, token, context('renew', HOME));
      expect(held.kind, path).to.equal('presented');
    }
  });

  it('keeps no visa that is for another key', async () => {
    const port = await serve(homeListener(asked, () => visaFor(new Uint8Array(32).fill(9))));
    const other = `http://127.0.0.1:${port}/claim#code-1234.${HOME}`;
    expect(refusal(await run('claim', other, '--json'))).to.deep.equal([1, 'VISA_OF_ANOTHER']);
    expect(refusal(await run('show', '--json'))).to.deep.equal([1, 'FILE_MISSING']);
  });

  it('replaces no visa without --force', async () => {
    await run('claim', link);
    expect(refusal(await run('claim', link, '--json'))).to.deep.equal([1, 'WALLET_EXISTS']);
    expect((await run('claim', link, '--force')).status).to.equal(0);
  });

  it('says what is wrong with a file that is no wallet', async () => {
    writeFileSync(wallet, '{"covisaWallet":1}');
    expect(refusal(await run('show', '--json'))).to.deep.equal([1, 'WALLET_INVALID']);
    writeFileSync(wallet, 'noise');
    expect(refusal(await run('show', '--json'))).to.deep.equal([1, 'JSON_INVALID']);
  });

  it('reads claim links strictly', () => {
    expect(parseClaimLink(` https://a.example/node/claim#abcd-1234.${HOME}\n`)).to.deep.equal({
      url: 'https://a.example/node',
      code: 'abcd-1234',
      space: HOME,
    });
    const wrong = [
      '',
      'https://a.example/claim',
      `ftp://a/claim#abcd.${HOME}`,
      'https://a/claim#a.b',
    ];
    for (const text of wrong)
      expect(
        codeOf(() => parseClaimLink(text)),
        text,
      ).to.equal('LINK_INVALID');
  });

  it('shows the QR code of a presentation, and writes it to files', async () => {
    await run('claim', link);
    const files = [join(makeFolder(), 'visa.png'), join(makeFolder(), 'visa.svg')] as const;
    const shown = await covisa(['visa', '--wallet', wallet, '--at', String(NOW)]);
    expect(shown.out).to.match(/QR version 1[0-4] \(\d\d modules\), level M\n$/);
    const argv = ['visa', '--wallet', wallet, '--png', files[0], '--svg', files[1], '--json'];
    const written = await covisa(argv);
    expect(JSON.parse(written.out).files).to.deep.equal(files);
    expect(readFileSync(files[0]).subarray(1, 4).toString()).to.equal('PNG');
    expect(readFileSync(files[1], 'utf8').slice(0, 4)).to.equal('<svg');
    expect(refusal(await covisa(argv))).to.deep.equal([1, 'FILE_EXISTS']);
    expect((await covisa([...argv, '--force'])).status).to.equal(0);
  });

  it('says to a member what to do where the home is out of reach, or there is no wallet', async () => {
    await run('claim', link);
    const saved = JSON.parse(readFileSync(wallet, 'utf8'));
    saved.home.url = 'http://127.0.0.1:9';
    writeFileSync(wallet, JSON.stringify(saved));
    const away = await run('renew', '--at', String(NOW));
    expect(away.notes).to.include("This is the home space's node");
    const missing = join(makeFolder(), 'none.json');
    const none = await covisa(['wallet', 'show', '--wallet', missing]);
    expect(none.notes).to.include('Claim a visa with covisa wallet claim');
  });
});
