/** Letters by a real exchange of SMTP on loopback. */

import { expect } from 'chai';
import { createSmtpMail } from '../../dist/adapters/mail-smtp.js';
import type { Letter } from '../../dist/ports.js';
import { codeOfAsync, rejectionOf } from '../support/errors.js';
import { smtpServers } from '../support/smtp-server.js';

const LETTER: Letter = {
  to: 'mia@example.org',
  subject: 'Dein Visum: Öffne es',
  text: 'Hallo Mia,\n\n.ein Punkt\nhttps://loft.example/claim#CODE.SPACE\n',
};

function mailAt(port: number, login = '') {
  const url = `smtp://${login}127.0.0.1:${port}`;
  return createSmtpMail({ url, from: 'Loft <desk@loft.example>', timeoutMilliseconds: 2000 });
}

describe('Mail by SMTP', () => {
  const start = smtpServers();

  it('reaches the server as it was written, signed in', async () => {
    const server = await start();
    await mailAt(server.port, 'desk:ge%3Aheim%21@').send(LETTER);
    const [letter] = server.letters;
    expect(letter).to.include({ from: 'desk@loft.example', login: 'desk ge:heim!' });
    expect(letter?.to).to.deep.equal(['mia@example.org']);
    expect(letter?.data).to.match(/^From: Loft <desk@loft\.example>$/m);
    expect(letter?.data).to.match(/^Subject: =\?UTF-8\?/m);
    expect(letter?.data).to.include('\n.ein Punkt\nhttps://loft.example/claim#CODE.SPACE');
  });

  it('to one receiver stays to one, whatever the address says', async () => {
    const server = await start();
    const to = 'a@example.org\r\nRCPT TO:<b@example.org>';
    await mailAt(server.port)
      .send({ ...LETTER, to })
      .catch(() => {});
    expect(server.letters.flatMap((one) => one.to)).to.not.include('b@example.org');
  });

  it('that the server refuses is an error that says what to look at, and no secret', async () => {
    const cases = [
      [{ login: true }, /user and password/],
      [{ receiver: 'mia@example.org' }, /contact/],
    ] as const;
    for (const [refusing, remedy] of cases) {
      const server = await start(refusing);
      const error = await rejectionOf(mailAt(server.port, 'desk:geheim@').send(LETTER));
      expect(error).to.include({ code: 'MAIL_FAILED' });
      expect(error).to.have.property('remedy').that.matches(remedy);
      expect(String(error)).to.not.include('geheim');
      expect(server.letters).to.deep.equal([]);
    }
  });

  it('with nobody there is an error', async () => {
    expect(await codeOfAsync(mailAt(1).send(LETTER))).to.equal('MAIL_FAILED');
  });

  it('never says a password in clear to another machine', async () => {
    const server = await start();
    const url = `smtp://desk:geheim@[::ffff:127.0.0.1]:${server.port}`;
    const mail = createSmtpMail({ url, from: 'desk@loft.example', timeoutMilliseconds: 2000 });
    expect(await codeOfAsync(mail.send(LETTER))).to.equal('MAIL_FAILED');
    expect(server.commands).to.include('EHLO').and.not.include('AUTH');
    expect(server.letters).to.deep.equal([]);
  });
});
