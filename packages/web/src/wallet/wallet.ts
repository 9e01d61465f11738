/**
 * The wallet's acts: what it keeps, whom it asks, what it signs. Everything that changes enters by
 * ports, and what is shown follows the state.
 */

import {
  equalBytes,
  type HostAnswer,
  issuerOf,
  type Purpose,
  parseVisa,
  type SpaceId,
} from '@covisa/protocol';
import type { ClaimLink } from '../links/links.js';
import { Refused, Unreachable } from '../platform/network.js';
import { Holding, type HoldingPorts } from './holding.js';
import { homeAddress } from './home/home-address.js';
import {
  homeClient,
  type Move,
  type Objection,
  type SpokenCode,
  type VisitPlace,
  type WalletNetwork,
  WrongAnswer,
} from './home/home-client.js';
import { isFinal, standingBy, TIME_CODES } from './home/refusals.js';
import { present } from './present/presentation.js';
import { type HeardTime, hearTime, isWrong, type Moment, timeToSign } from './present/time.js';
import { type ClaimedCard, objectionKey } from './store/cards.js';

function numberOf({ visa }: ClaimedCard): Uint8Array {
  return parseVisa(visa).claims.number;
}

/** What the wallet stands on. */
export interface WalletPorts extends HoldingPorts {
  readonly network: WalletNetwork;
}

/** The wallet of this device. */
export class Wallet {
  readonly holding: Holding;
  readonly #moment: () => Moment;
  readonly #home: ReturnType<typeof homeClient>;
  /** What each card's home said of the time, while this page is open. */
  readonly #heard = new Map<string, HeardTime>();

  constructor(ports: WalletPorts) {
    this.holding = new Holding(ports);
    this.#moment = ports.moment;
    this.#home = homeClient(ports.network);
  }

  /** The name of the space that a claim link is of. */
  nameOf({ url, space }: ClaimLink): Promise<string> {
    return this.#home.name(url, space);
  }

  /** Makes a key, claims the visa, and keeps both. The code is used up by it. */
  async claim(link: ClaimLink, name: string): Promise<ClaimedCard> {
    const blank = await this.holding.blankCard(link, name);
    try {
      const visa = await this.#home.claim(link.url, link.code, blank.key.publicKey);
      const { issuer, number } = parseVisa(visa).claims;
      if (issuer !== issuerOf(link.space)) {
        throw new WrongAnswer('visa: expected one of the space of the link, got another');
      }
      await this.holding.removeOthersOf(link, number);
      const card = { ...blank, visa };
      await this.holding.keep(card);
      return card;
    } catch (error) {
      // Perhaps the home has answered, now or to an earlier try, and only its answer was lost: the
      // key is needed once more. What is never claimed is forgotten after a day.
      if (isFinal(error)) await this.holding.remove(blank.id);
      throw error;
    }
  }

  /** By how much the device's clock is ahead of the home's (negative: behind), if that is much. */
  clockError(card: ClaimedCard): number | null {
    const ahead = this.#heard.get(card.id)?.ahead ?? card.clockAhead;
    return isWrong(ahead) ? ahead : null;
  }

  /** A token, signed now. */
  token(card: ClaimedCard, purpose: Purpose, host: SpaceId | null): Promise<string> {
    const time = timeToSign(this.#heard.get(card.id) ?? null, this.#moment());
    return present(card, { purpose, host, time });
  }

  /**
   * Asks the home with a fresh token, and once more where the home's refusal shows what was wrong
   * with it: the clock of this device, or a visa number that the owner has renewed meanwhile.
   */
  async #ask<T>(
    card: ClaimedCard,
    purpose: Purpose,
    send: (token: string, card: ClaimedCard) => Promise<T>,
  ): Promise<T> {
    const asked = this.#moment();
    const once = async (): Promise<T> => {
      const now = this.#now(card);
      return send(await this.token(now, purpose, null), now);
    };
    try {
      const answer = await once();
      this.holding.show({ isReached: true });
      return answer;
    } catch (error) {
      this.holding.show({ isReached: !(error instanceof Unreachable) });
      if (!(error instanceof Refused)) throw error;
      if (!(await this.#learn(card, purpose, error, asked))) throw error;
      return once();
    }
  }

  /** Whether another try makes sense, after what the refusal says. */
  async #learn(
    card: ClaimedCard,
    purpose: Purpose,
    { code, nodeSeconds }: Refused,
    asked: Moment,
  ): Promise<boolean> {
    if (TIME_CODES.includes(code) && nodeSeconds !== null) {
      this.#heard.set(card.id, hearTime(nodeSeconds, asked, this.#moment()));
      return true;
    }
    // Under its earlier number a visa can be renewed, and nothing else.
    if (code !== 'NOT_FOUND' || purpose === 'renew') return false;
    await this.refresh(card);
    return this.#now(card).standing === 'good';
  }

  /**
   * Hears the home because the member wants it: a fresh visa, visits, directory. What its answer
   * says of the visa is kept.
   * @throws Unreachable; Refused and WrongAnswer, where they say nothing of the visa
   */
  askNow(card: ClaimedCard): Promise<void> {
    return this.#orStanding(card, () => this.#hearOverview(card));
  }

  /** Hears the home as `askNow` does, by itself: nobody waits to read why it did not work. */
  refresh(card: ClaimedCard): Promise<void> {
    return this.askNow(card).catch(() => undefined);
  }

  /** Renews the visa, or learns that this phone has it no more. Silent as `refresh`. */
  renew(card: ClaimedCard): Promise<void> {
    const renewed = this.#orStanding(card, async () => {
      let asked = card;
      const visa = await this.#ask(card, 'renew', (token, now) => {
        asked = now;
        return this.#home.renew(now.home.url, token, now.key.publicKey);
      });
      await this.#hear(asked, { visa, standing: 'good' });
    });
    return renewed.catch(() => undefined);
  }

  async #orStanding(card: ClaimedCard, hear: () => Promise<void>): Promise<void> {
    try {
      await hear();
    } catch (error) {
      const standing = error instanceof Refused ? standingBy(error.code) : null;
      if (standing === null) throw error;
      await this.holding.update({ ...this.#now(card), standing });
    }
  }

  /**
   * Keeps what the home answered to a card as it was `asked` for; an answer about a number that
   * was changed meanwhile is late, and is dropped.
   */
  async #hear(asked: ClaimedCard, answer: Partial<ClaimedCard>): Promise<void> {
    const now = this.#now(asked);
    const isSame = equalBytes(numberOf(asked), numberOf(now));
    if (isSame) await this.holding.update({ ...now, ...answer });
  }

  /** The card as it stands by now. */
  #now(card: ClaimedCard): ClaimedCard {
    return this.holding.card(card.id) ?? card;
  }

  async #hearOverview(card: ClaimedCard): Promise<void> {
    const asked = this.#moment();
    let sent = card;
    const { raw, overview, visa } = await this.#ask(card, 'renew', (token, now) => {
      sent = now;
      return this.#home.overview(now.home.url, token, now.key.publicKey);
    });
    const answered = this.#moment();
    const heard = hearTime(overview.now, asked, answered);
    this.#heard.set(card.id, heard);
    await this.#hear(sent, {
      home: {
        ...sent.home,
        name: overview.home.name,
        url: homeAddress(sent.home.url, overview.home.url),
      },
      ...{ visa, standing: 'good', overview: raw },
      ...{ heard: answered.seconds, clockAhead: heard.ahead },
    });
  }

  /** The receipt of a visit: a text that anybody can check. */
  receipt(card: ClaimedCard, visit: VisitPlace): Promise<string> {
    return this.#ask(card, 'renew', (token, now) => this.#home.receipt(now.home.url, token, visit));
  }

  /** A code to be read out at a desk, good for two minutes. */
  speak(card: ClaimedCard): Promise<SpokenCode> {
    return this.#ask(card, 'visit', (token, now) => this.#home.speak(now.home.url, token));
  }

  /** Checks in at an unstaffed door of `host`, whose node is at `url`. */
  async arrive(
    card: ClaimedCard,
    door: { readonly url: string; readonly host: SpaceId; readonly venue: string },
  ): Promise<HostAnswer> {
    const { url, host, venue } = door;
    const send = async (): Promise<HostAnswer> =>
      this.#home.arrive(url, await this.token(this.#now(card), 'visit', host), venue);
    try {
      return await send();
    } catch (error) {
      if (!(error instanceof Refused) || !TIME_CODES.includes(error.code)) throw error;
      // Only the home is heard on what time it is.
      await this.refresh(card);
      return send();
    }
  }

  /** A link for the member's next phone. Its claim makes the key on this one dead. */
  move(card: ClaimedCard): Promise<Move> {
    const { space } = card.home;
    return this.#ask(card, 'rekey', (token, now) => this.#home.move(now.home.url, token, space));
  }

  /** The link for the next phone serves no more. */
  async withdrawMove(card: ClaimedCard): Promise<void> {
    await this.#ask(card, 'rekey', (token, now) => this.#home.withdrawMove(now.home.url, token));
  }

  /** A new visa number. */
  async renumber(card: ClaimedCard): Promise<void> {
    const visa = await this.#ask(card, 'renumber', (token, now) =>
      this.#home.renumber(now.home.url, token, now.key.publicKey),
    );
    await this.holding.update({ ...this.#now(card), visa, standing: 'good' });
    await this.refresh(this.#now(card));
  }

  /** Tells the home that a visit is not right. */
  async object(card: ClaimedCard, objection: Objection): Promise<void> {
    await this.#ask(card, 'complaint', (token, now) =>
      this.#home.object(now.home.url, token, objection),
    );
    const now = this.#now(card);
    const objections = [...now.objections, objectionKey(objection)];
    await this.holding.update({ ...now, objections });
  }

  /** Asks the home to erase everything that it has of the member. */
  async askErasure(card: ClaimedCard): Promise<void> {
    await this.#ask(card, 'erase', (token, now) => this.#home.askErasure(now.home.url, token));
    await this.holding.update({ ...this.#now(card), erasureAsked: this.#moment().seconds });
  }

  /** Forgets a card: its key is gone for good. */
  remove(card: ClaimedCard): Promise<void> {
    return this.holding.remove(card.id);
  }
}
