/** What members and receptions do. */

import type { CheckResult } from '@covisa/node';
import { calendarDate } from '@covisa/protocol';
import { check, record, Wallet } from '../people.js';
import type { Happenings } from './events.js';
import { knownVisits } from './knowledge.js';
import type { Person, Play } from './play.js';

/** A visa that is older is renewed on the way to a visit, if the home answers. */
const RENEW_BEFORE_SECONDS = 10 * 86_400;
const EVER = [calendarDate.parse('2000-01-01'), calendarDate.parse('2999-12-31')] as const;

type MemberKinds = 'visit' | 'void' | 'renew' | 'renumber' | 'revoke' | 'new-phone';

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
    const began = play.at;
    const known = await knownVisits(play, desk, member);
    const checked = await desk.whileRunning(check(desk, token, { halfDay }));
    const home = asks ? await knownVisits(play, person.home, member) : null;
    const asked = asks ? await desk.whileRunning(desk.engine.desk.askGrant(checked.id)) : checked;
    if (pause > 0) await play.world.clock.sleep(pause * 1000);
    if (!desk.isRunning) return;
    const visit = await desk.whileRunning(record(desk, asked));
    const isKnown = play.ledger.acknowledged.some((one) => one.visit.id === visit.id);
    play.trace(
      `member ${member} of ${person.home.name} at ${desk.name}: ${visit.kind}, k ${visit.k}` +
        `${grantText(asked)}${isKnown ? ', again' : ''}`,
    );
    play.ledger.checkIns += 1;
    if (isKnown) return;
    play.ledger.acknowledged.push({
      ...{ visit, host, member, grant: asked.grant, at: play.at, state: 'stands' },
      knew: { desk: known, home, at: began },
    });
  },

  async void(play, { host }) {
    const desk = play.space(host);
    if (!desk.isRunning) return;
    const last = (await desk.engine.desk.visits(...EVER)).at(-1);
    if (!last || last.voidIndex !== null) return;
    await desk.whileRunning(desk.engine.desk.void(last.id));
    play.trace(`${desk.name} undoes ${last.id}`);
    for (const one of play.ledger.acknowledged) {
      if (one.visit.id === last.id) one.state = 'voided';
    }
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
    person.wallet = wallet;
    play.trace(`member ${member} of ${home.name} has a new phone`);
  },
};

async function refresh({ world }: Play, { wallet, home }: Person): Promise<void> {
  if (wallet.read.claims.expiresAt - world.now > RENEW_BEFORE_SECONDS || !home.isRunning) return;
  await home.whileRunning(wallet.renew()).catch(() => undefined);
}

function grantText({ grant }: CheckResult): string {
  return grant === 'not-asked' ? '' : `, grant ${grant}`;
}
