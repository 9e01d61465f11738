/** What members and receptions do. */

import type { CheckResult } from '@covisa/node';
import { calendarDate, utcDate } from '@covisa/protocol';
import { check, record, Wallet } from '../people.js';
import { passOver } from '../world/refusal.js';
import type { Happenings } from './events.js';
import { knownVisits, sizesHeld, undoneVisits } from './knowledge.js';
import type { Person, Play } from './play.js';

/** A visa that is older is renewed on the way to a visit, if the home answers. */
const RENEW_BEFORE_SECONDS = 10 * 86_400;
const EVER = [calendarDate.parse('2000-01-01'), calendarDate.parse('2999-12-31')] as const;

type MemberKinds =
  | 'visit'
  | 'shown-twice'
  | 'two-phones'
  | 'old-phone'
  | 'void'
  | 'renew'
  | 'renumber'
  | 'revoke'
  | 'new-phone';

export const memberEvents: Pick<Happenings, MemberKinds> = {
  async visit(play, { member, host, asks, bound, halfDay, age, pause }) {
    const person = play.person(member);
    const desk = play.space(host);
    if (person.home === desk || !desk.isRunning) return;
    await refresh(play, person);
    const token = person.wallet.present({
      host: bound ? desk : null,
      at: play.world.now - age,
    });
    await visitWith(play, token, { member, host, asks, halfDay, pause });
  },

  async 'shown-twice'(play, { member, hosts, apart, asks }) {
    const token = play.person(member).wallet.present();
    await atBoth(play, hosts, apart, (host) => visitWith(play, token, { member, host, asks }));
  },

  async 'two-phones'(play, { member, hosts, apart, asks }) {
    const { wallet } = play.person(member);
    await atBoth(play, hosts, apart, (host) =>
      visitWith(play, wallet.present(), { member, host, asks }),
    );
  },

  async 'old-phone'(play, { member, host }) {
    const { oldWallet } = play.person(member);
    if (oldWallet) await visitWith(play, oldWallet.present(), { member, host, asks: false });
  },

  async void(play, { host }) {
    const desk = play.space(host);
    if (!desk.isRunning) return;
    const last = (await desk.engine.desk.visits(...EVER)).at(-1);
    if (!last || last.voidIndex !== null) return;
    await desk.whileRunning(desk.engine.desk.void(last.id));
    play.trace(`${desk.name} undoes ${last.id}`);
    const undone = play.ledger.find(last.id);
    if (undone) undone.state = 'voided';
  },

  async renew(play, { member }) {
    const { home, wallet } = play.person(member);
    if (home.isRunning) await home.whileRunning(wallet.renew());
  },

  async renumber(play, { member }) {
    const { home, wallet } = play.person(member);
    if (!home.isRunning) return;
    const token = wallet.present({ purpose: 'renumber' });
    wallet.visa = await home.whileRunning(home.engine.wallets.renumber(token));
    play.trace(`member ${member} of ${home.name} has a new number`);
  },

  async revoke(play, { member }) {
    const { home, id } = play.person(member);
    if (!home.isRunning) return;
    await home.whileRunning(home.engine.home.setStatus(id, 'revoked'));
    play.trace(`${home.name} revokes member ${member}`);
  },

  async 'new-phone'(play, { member }) {
    const person = play.person(member);
    const { home, id } = person;
    if (!home.isRunning) return;
    const { claimCode } = await home.whileRunning(home.engine.home.reissue(id));
    const wallet = new Wallet(play.world, home, `${member}/${play.at}`);
    if (claimCode === null) return;
    await home.whileRunning(wallet.claim(claimCode));
    person.oldWallet = person.wallet;
    person.wallet = wallet;
    play.trace(`member ${member} of ${home.name} has a new phone`);
  },
};

interface Shown {
  readonly member: number;
  readonly host: number;
  readonly asks: boolean;
  readonly halfDay?: boolean;
  readonly pause?: number;
}

/** From the code on the phone to the record of the visit. */
export async function visitWith(
  play: Play,
  token: string,
  { member, host, asks, halfDay = false, pause = 0 }: Shown,
): Promise<void> {
  const { home } = play.person(member);
  const desk = play.space(host);
  if (home === desk || !desk.isRunning) return;
  const began = play.at;
  const known = await knownVisits(play, desk, member);
  const undone = await undoneVisits(play, desk, member);
  const homeSizes = await sizesHeld(desk, home);
  const checked = await desk.whileRunning(check(desk, token, { halfDay }));
  const today = utcDate(play.world.now);
  play.ledger.begin(member, today);
  const atHome = asks ? await knownVisits(play, home, member) : null;
  const asked = asks ? await desk.whileRunning(desk.engine.desk.askGrant(checked.id)) : checked;
  const grantedAt = asked.grant === 'had' ? play.at : null;
  if (pause > 0) await play.world.clock.sleep(pause * 1000);
  if (!desk.isRunning) return;
  const visit = await desk.whileRunning(record(desk, asked));
  const isKnown = play.ledger.ofMember(member).some((one) => one.visit.id === visit.id);
  play.trace(
    `member ${member} of ${home.name} at ${desk.name}: ${visit.kind}, k ${visit.k}` +
      `${grantText(asked)}${isKnown ? ', again' : ''}`,
  );
  play.ledger.checkIns += 1;
  const isFree = asked.verdict.kind === 'free';
  // A grant that is had and not used stays open.
  if (isFree || asked.grant !== 'had') play.ledger.settleOne(member, today);
  if (isKnown) return;
  play.ledger.acknowledge({
    ...{ visit, token, host, member, at: play.at, state: 'stands' },
    ...{ grant: asked.grant, grantedAt },
    knew: { desk: known, undone, home: atHome, homeSizes, at: began },
    denied: isFree ? [] : asked.verdict.reasons.map(({ code }) => code),
    judgedOn: asked.verdict.date,
  });
}

/** At one host, and `apart` seconds later at the other, whatever came of the first. */
async function atBoth(
  { world }: Play,
  [one, other]: readonly [number, number],
  apart: number,
  visit: (host: number) => Promise<void>,
): Promise<void> {
  const first = visit(one);
  first.catch(() => undefined);
  await world.clock.sleep(apart * 1000);
  await Promise.all([first, visit(other)]);
}

async function refresh({ world }: Play, { wallet, home }: Person): Promise<void> {
  if (wallet.read.claims.expiresAt - world.now > RENEW_BEFORE_SECONDS || !home.isRunning) return;
  await home.whileRunning(wallet.renew()).catch(passOver);
}

function grantText({ grant }: CheckResult): string {
  return grant === 'not-asked' ? '' : `, grant ${grant}`;
}
