/** Sends members their claim links. */

import { NodeError } from '../../errors.js';
import type { Context } from '../context.js';
import type { MailStatus, SentInvitation } from '../services.js';
import type { View } from '../view.js';
import { claimLink } from './claim-codes.js';
import { claimLetter } from './letters.js';
import { isMailAddress } from './mail-address.js';
import { assertActive, type Register } from './register.js';

/** Letters to members. */
export class Mailing {
  readonly #context: Context;
  readonly #register: Register;
  readonly #view: View;

  constructor(context: Context, register: Register, view: View) {
    this.#context = context;
    this.#register = register;
    this.#view = view;
  }

  status(): MailStatus {
    const { mail } = this.#context.ports;
    return { configured: mail !== null, from: mail?.from ?? null };
  }

  /** Gives the member a fresh code, and sends its link. */
  async send(id: string): Promise<SentInvitation> {
    const { mail } = this.#context.ports;
    const { publicUrl } = this.#context.settings;
    if (mail === null || publicUrl === null) {
      throw new NodeError('MAIL_OFF', 'mail: expected smtpUrl, mailFrom and publicUrl to be set', {
        remedy: 'Set them, or hand the link over in another way.',
      });
    }
    const invited = await this.#register.change(async () => {
      const member = await this.#register.show(id);
      assertActive(member);
      if (member.contact === null || !isMailAddress(member.contact) || member.isStatic) {
        throw new NodeError('CONFLICT', 'member: expected a phone and a mail address as contact', {
          remedy: "Change the member's contact, or hand the link or the card over.",
        });
      }
      return { to: member.contact, ...(await this.#register.invite(member)) };
    });
    const { to, member, claimCode, claimLapses } = invited;
    const { space } = this.#context.identity;
    const profile = this.#view.space(space)?.profile;
    const lapses = claimLapses ?? this.#context.now();
    const letter = {
      ...{ space: profile?.name ?? '', member: member.name, lapses },
      link: claimLink(publicUrl, claimCode ?? '', space),
      timeZone: profile?.venues[0]?.timeZone ?? 'Etc/UTC',
    };
    await mail.send({ to, ...claimLetter(letter, profile?.languages ?? []) });
    return { sentTo: to, lapses };
  }
}
