/**
 * The home's side over HTTP with the real engine behind it: what a wallet page and the owner's
 * console ask, from the invitation by mail to the erasure.
 */

import {
  encodeBase64url,
  judgePlan,
  localDate,
  parseBase64url,
  parseVisa,
  parseWalletOverview,
} from '@covisa/protocol';
import { expect } from 'chai';
import { createSmtpMail } from '../../dist/adapters/mail-smtp.js';
import { Network, settle } from '../engine/support/network.js';
import { check, found, visit, Wallet } from '../engine/support/people.js';
import { smtpServers } from '../support/smtp-server.js';
import { bodyOf, type RunningApp, runningApps } from './support/running-app.js';

const CSV =
  '\ufeffName;E-Mail;Plan;Paid until\r\nMia Lin;mia@example.org;full;31.12.2027\r\nNed;;flex;\r\n';

describe('The home over HTTP', () => {
  const start = runningApps();
  const startMailServer = smtpServers();

  async function scene() {
    const server = await startMailServer();
    const url = `smtp://127.0.0.1:${server.port}`;
    const mail = createSmtpMail({ url, from: 'desk@loft.example', timeoutMilliseconds: 2000 });
    const network = new Network();
    const loft = await network.add('loft', { mail });
    const dock = await network.add('dock');
    await found(network, [loft, dock]);
    const app = await start({ app: { engine: loft.engine } });
    return { network, loft, dock, app, letters: server.letters };
  }

  async function asked(app: RunningApp, path: string, body?: object) {
    const response = await (body === undefined ? app.fetch(path) : app.post(path, body));
    const text = await response.text();
    expect(response.status, `${path}: ${text}`).to.equal(200);
    return JSON.parse(text);
  }

  it('imports a list, mails the link, and tells the phone that claims all it needs', async () => {
    const { network, loft, dock, app, letters } = await scene();
    const dry = await asked(app, '/api/members/import', { csv: CSV, dryRun: true });
    expect(dry.counts).to.deep.equal({ add: 2, update: 0, unchanged: 0, skip: 0, error: 0 });
    expect(await asked(app, '/api/members')).to.deep.equal([]);
    await asked(app, '/api/members/import', { csv: CSV, dryRun: false });
    const members = await asked(app, '/api/members');
    const mia = members.find(({ name }: { name: string }) => name === 'Mia Lin');
    const sent = await asked(app, `/api/members/${mia.id}/send`, {});
    expect(sent.sentTo).to.equal('mia@example.org');
    const unwrapped = letters[0]?.data.replaceAll('=\n', '').replaceAll('=3D', '=') ?? '';
    const [, code = ''] = /\/claim#(\w{10})\./.exec(unwrapped) ?? [];

    const wallet = new Wallet(network, loft, 'mia');
    const claim = { code, holderKey: encodeBase64url(wallet.holderKey) };
    wallet.visa = parseBase64url((await asked(app, '/covisa/v1/claim', claim)).visa);
    await visit(dock, wallet);
    await network.syncAll(1);
    const token = wallet.present({ purpose: 'renew' });
    const told = parseWalletOverview(await asked(app, '/covisa/v1/overview', { token }));
    const plan = {
      ...{ host: dock.id, venue: null, instant: network.now, halfDay: false, notice: null },
      date: localDate(network.now + 86_400, 'Etc/UTC'),
    };
    const ours = judgePlan(told, parseVisa(parseBase64url(told.visa)).claims, plan);
    await network.pass(86_400);
    const theirs = (await check(dock, wallet)).verdict;
    expect(ours?.verdict.outcome).to.equal('free');
    expect(ours?.verdict.left).to.deep.equal(theirs.left);
  });

  it('moves a visa, hears an objection, and erases the member, showing no visa number', async () => {
    const { network, loft, dock, app } = await scene();
    await asked(app, '/api/members/import', { csv: CSV, dryRun: false });
    const [{ id }] = await asked(app, '/api/members');
    const { claimCode } = await loft.engine.home.reissue(id);
    const wallet = new Wallet(network, loft, 'first');
    await wallet.claim(claimCode ?? '');
    const made = await visit(dock, wallet);
    await network.syncAll(1);

    const objection = { host: dock.id, date: made.date, note: '<b>Not me</b>' };
    const complaint = wallet.present({ purpose: 'complaint' });
    await asked(app, '/covisa/v1/objection', { token: complaint, ...objection });
    await asked(app, '/covisa/v1/erasure', { token: wallet.present({ purpose: 'erase' }) });
    const rekey = () => wallet.present({ purpose: 'rekey' });
    await asked(app, '/covisa/v1/move', { token: rekey() });
    await asked(app, '/covisa/v1/move/withdraw', { token: rekey() });
    const { claimCode: next } = await asked(app, '/covisa/v1/move', { token: rekey() });
    const phone = new Wallet(network, loft, 'next');
    await phone.claim(next);
    const number = encodeBase64url(phone.read.claims.number);

    const requests = await asked(app, '/api/requests');
    expect(requests.map(({ kind }: { kind: string }) => kind)).to.deep.equal([
      'erasure',
      'objection',
    ]);
    const done = await asked(app, `/api/requests/${requests[1].id}/done`, {});
    expect(done).to.include({ note: '<b>Not me</b>', done: network.now });
    const csv = await (await app.fetch('/api/members.csv')).text();
    const members = JSON.stringify(await asked(app, '/api/members'));
    const visits = JSON.stringify(await asked(app, `/api/members/${id}/visits`));
    expect(csv + members + visits + JSON.stringify(requests)).to.not.include(number);

    await asked(app, `/api/members/${id}/erase`, {});
    await settle();
    expect((await app.fetch(`/api/members/${id}`)).status).to.equal(404);
    expect(await asked(app, '/api/requests')).to.deep.equal([]);
    const gone = await app.post('/covisa/v1/renew', { token: phone.present({ purpose: 'renew' }) });
    expect((await bodyOf(gone)).error.code).to.equal('NOT_FOUND');
    const { partners } = await asked(app, '/api/exchange?from=2026-11-01&to=2026-11-30');
    expect(partners[0]).to.deep.include({
      name: 'dock',
      received: { free: 1, paid: 0, courtesy: 0 },
    });
  });

  it('takes a list of a megabyte of letters, and refuses a larger one', async () => {
    const { app } = await scene();
    const row = `${'é'.repeat(150)},full\n`;
    const csv = `name,plan\n${row.repeat(5000)}`;
    const large = await app.post('/api/members/import', { csv, dryRun: true });
    expect(large.status).to.equal(200);
    const huge = await app.post('/api/members/import', { csv: csv + csv, dryRun: true });
    expect([huge.status, (await bodyOf(huge)).error.code]).to.deep.equal([413, 'BODY_TOO_LARGE']);
    const many = await app.post('/api/members/import', {
      csv: 'name\n'.repeat(6000),
      dryRun: true,
    });
    expect((await bodyOf(many)).error.code).to.equal('REQUEST_INVALID');
  });
});
