/** The letter that brings the claim link. */

import { expect } from 'chai';
import { NodeError } from '../../dist/errors.js';
import type { Letter, Mail } from '../../dist/ports.js';
import { codeOfAsync } from '../support/errors.js';
import { Network } from './support/network.js';
import { member, Wallet } from './support/people.js';

class Letterbox implements Mail {
  readonly from = 'Loft <desk@loft.example>';
  readonly letters: Letter[] = [];
  isShut = false;

  async send(letter: Letter): Promise<void> {
    if (this.isShut) throw new NodeError('MAIL_FAILED', 'mail: refused');
    this.letters.push(letter);
  }
}

async function scene(languages: readonly string[] = ['en']) {
  const network = new Network();
  const mail = new Letterbox();
  const loft = await network.add('loft', { mail, profile: { name: 'Loft', languages } });
  const contact = 'mia@example.org';
  return { network, mail, loft, contact, ...(await member(network, loft, 'Mia', { contact })) };
}

describe('A claim link by mail', () => {
  it('goes to the contact, and claims the visa of whoever opens it', async () => {
    const { network, mail, loft, id, contact } = await scene();
    expect(loft.engine.home.mail()).to.deep.equal({ configured: true, from: mail.from });
    const sent = await loft.engine.home.send(id);
    expect(sent).to.deep.equal({ sentTo: contact, lapses: network.now + 7 * 86_400 });
    const [letter] = mail.letters;
    expect(letter?.to).to.equal(contact);
    expect(letter?.subject).to.equal('Your coworking visa from Loft');
    expect(letter?.text).to.include('Hello Mia,').and.to.include('until 9 November 2026.');
    const [, code, space] = /\/claim#(\w{10})\.([\w-]{43})\n/.exec(letter?.text ?? '') ?? [];
    expect(space).to.equal(loft.id);
    const phone = new Wallet(network, loft, 'phone');
    await phone.claim(code ?? '');
    expect(phone.read.claims.displayName).to.equal('Mia');
  });

  for (const [language, subject, words] of [
    ['de-AT', 'Coworking-Visum von Loft', 'bis zum 9. November 2026.'],
    ['fr', 'Votre visa de coworking de Loft', 'jusqu’au 9 novembre 2026.'],
    ['es-MX', 'Su visado de coworking de Loft', 'hasta el 9 de noviembre de 2026.'],
    ['ja', 'Your coworking visa from Loft', 'until 9 November 2026.'],
  ] as const) {
    it(`is in the space’s first language: ${language}`, async () => {
      const { mail, loft, id } = await scene([language, 'en']);
      await loft.engine.home.send(id);
      expect(mail.letters[0]?.subject).to.equal(subject);
      expect(mail.letters[0]?.text).to.include(words);
    });
  }

  it('is not sent where there is no address, no phone, or no mail', async () => {
    const { network, mail, loft } = await scene();
    const { home } = loft.engine;
    const contacts = [null, 'room 3', 'a@example.org,b@example.org', 'Mia <mia@example.org>'];
    for (const contact of contacts) {
      const { id } = await member(network, loft, 'Ned', { contact });
      expect(await codeOfAsync(home.send(id)), String(contact)).to.equal('CONFLICT');
    }
    const contact = 'ola@example.org';
    const card = await member(network, loft, 'Ola', { contact, isStatic: true });
    expect(await codeOfAsync(home.send(card.id))).to.equal('CONFLICT');
    const other = await network.add('other', {});
    const { id } = await member(network, other, 'Pia', { contact });
    expect(await codeOfAsync(other.engine.home.send(id))).to.equal('MAIL_OFF');
    expect(other.engine.home.mail()).to.deep.equal({ configured: false, from: null });
    expect(mail.letters).to.deep.equal([]);
  });

  it('that the server does not take is said, and can be sent again', async () => {
    const { mail, loft, id } = await scene();
    mail.isShut = true;
    expect(await codeOfAsync(loft.engine.home.send(id))).to.equal('MAIL_FAILED');
    mail.isShut = false;
    await loft.engine.home.send(id);
    expect(mail.letters).to.have.length(1);
  });
});
