/**
 * What a node erases for ever while its clock is wrong: nothing that is missed when the clock is
 * right again. And what it erases late: nothing for ever.
 */

import { calendarDate, type MessageContent } from '@covisa/protocol';
import { openMemoryStore } from '@covisa/store';
import { expect } from 'chai';
import type { Context } from '../../dist/engine/context.js';
import { SteadyClock } from '../../dist/engine/steady-clock.js';
import type { Clock } from '../../dist/ports.js';
import { Network, settle } from './support/network.js';
import { check, found, member, visit } from './support/people.js';
import { EventLog } from './support/ports.js';
import { TEST_CLOCK } from './support/test-space.js';

const [HOUR, DAY] = [3600, 86_400];
const TEN_YEARS = 10 * 365 * DAY;
const [FROM, TO] = [calendarDate.parse('2026-01-01'), calendarDate.parse('2046-12-31')];

describe('A clock', () => {
  /** After looks at these hours, whether what is over may be erased. */
  async function looks(hours: readonly number[], testClockOffset: number | null = null) {
    const events = new EventLog();
    const store = openMemoryStore();
    let hour = 0;
    const context = {
      ports: { store, logger: events },
      settings: { testClockOffset: () => testClockOffset, heartbeatIntervalSeconds: HOUR },
      now: () => 1_793_610_000 + hour * HOUR,
    } as unknown as Context;
    const answers: boolean[] = [];
    for (hour of hours) {
      // Anew for each look, as after a restart.
      const instant = await new SteadyClock(context).instant();
      if (instant !== null) expect(instant).to.equal(context.now());
      answers.push(instant !== null);
    }
    return { mayErase: answers.at(-1), steps: events.named('warn').length };
  }
  const days = (...list: readonly number[]) => list.map((day) => day * 24);
  const week = (from: number) => Array.from({ length: 8 }, (_, day) => from + day);

  it('KEEP-5: is steady after a week without a step, and not an hour sooner', async () => {
    expect(await looks([0])).to.deep.equal({ mayErase: false, steps: 0 });
    expect(await looks([0, 45, 90, 135, 167])).to.deep.equal({ mayErase: false, steps: 0 });
    expect(await looks([0, 45, 90, 135, 168])).to.deep.equal({ mayErase: true, steps: 0 });
  });

  it('KEEP-5: begins its week anew after a step of more than a week, however often', async () => {
    const year = 365;
    expect(await looks(days(...week(0), year))).to.deep.equal({ mayErase: false, steps: 1 });
    expect(await looks(days(...week(0), ...week(year).slice(0, 7)))).to.deep.equal({
      ...{ mayErase: false, steps: 1 },
    });
    const twice = days(...week(0), year, year + 1, 5 * year, 5 * year + 6);
    expect(await looks(twice)).to.deep.equal({ mayErase: false, steps: 2 });
    expect(await looks(days(...week(0), ...week(year)))).to.deep.equal({
      ...{ mayErase: true, steps: 1 },
    });
  });

  it('KEEP-5: is not steady that jumps by days at each look, however often it does', async () => {
    const jumps = (hours: number) => Array.from({ length: 60 }, (_, at) => at * hours);
    // By 6.9 days each is a step; two by three days are none, and three are; seven days by one.
    expect(await looks(jumps(166))).to.deep.equal({ mayErase: false, steps: 59 });
    expect(await looks(jumps(73))).to.deep.equal({ mayErase: false, steps: 19 });
    expect(await looks(jumps(25).slice(0, 8))).to.deep.equal({ mayErase: false, steps: 1 });
  });

  it('KEEP-5: counts no time as gone of which six hours in a week were not seen', async () => {
    const from = (first: number, length: number) => Array.from({ length }, (_, at) => first + at);
    // Late by 162 hours: 163 h 30 min after the look before.
    expect(await looks([0, 163.5])).to.deep.equal({ mayErase: false, steps: 0 });
    expect(await looks([0, 164])).to.deep.equal({ mayErase: false, steps: 1 });
    expect(await looks([0, 163.5, ...from(164.5, 4)])).to.deep.equal({ mayErase: false, steps: 0 });
    expect(await looks([0, 163.5, ...from(164.5, 5)])).to.deep.equal({ mayErase: true, steps: 0 });
    expect(await looks([0, 163.5, ...from(164.5, 5), 200])).to.deep.equal({
      ...{ mayErase: false, steps: 1 },
    });
  });

  it('KEEP-5: begins its week anew after it went back by more than a day', async () => {
    const back = [...days(...week(0)), 7 * 24 - 25];
    expect(await looks(back)).to.deep.equal({ mayErase: false, steps: 1 });
    expect(await looks([...back, ...days(8, 9, 10)])).to.deep.equal({ mayErase: false, steps: 1 });
    expect(await looks([...back, ...days(8, 9, 10, 11, 12, 13)])).to.deep.equal({
      ...{ mayErase: true, steps: 1 },
    });
  });

  it('is steady that is read at offices’ hours, or starts a little behind', async () => {
    const office = (week: number) =>
      days(0, 1, 2, 3, 4).flatMap((at) => Array.from({ length: 9 }, (_, h) => 168 * week + at + h));
    const anew = [...office(0), ...office(1), ...office(2)];
    expect(await looks([...office(0), 168])).to.deep.equal({ mayErase: true, steps: 0 });
    expect(await looks(anew)).to.deep.equal({ mayErase: true, steps: 1 });
    const behind = [...office(0), 103, 168, 145];
    expect(await looks(behind)).to.deep.equal({ mayErase: false, steps: 0 });
    expect(await looks([...behind, 168])).to.deep.equal({ mayErase: true, steps: 0 });
  });

  it('sees a step also soon after a look that it did not note', async () => {
    const often = Array.from({ length: 400 }, (_, at) => at / 2.5);
    expect(await looks(often)).to.deep.equal({ mayErase: false, steps: 0 });
    expect(await looks([...often, 168])).to.deep.equal({ mayErase: true, steps: 0 });
    expect(await looks([...often, 168, 169, 5000])).to.deep.equal({ mayErase: false, steps: 1 });
  });

  it('that is moved for tests is believed at once', async () => {
    expect(await looks([0, 100_000, 5], 0)).to.deep.equal({ mayErase: true, steps: 0 });
  });
});

/** The network's clock, and by how many seconds a space's own is ahead. */
function wrongClock(network: Network) {
  const wrong = { ahead: 0 };
  const clock: Clock = {
    nowMilliseconds: () => network.clock.nowMilliseconds() + wrong.ahead * 1000,
    after: (milliseconds, run) => network.clock.after(milliseconds, run),
  };
  return { wrong, clock };
}

/** Ada of Melbourne was in Shanghai, and comes again; of two nodes one has a wrong clock. */
async function scene(wrongOne: 'home' | 'host', settings: object = {}) {
  const network = new Network('steady clock');
  const { wrong, clock } = wrongClock(network);
  const options = (which: 'home' | 'host') => (which === wrongOne ? { clock, settings } : {});
  const melbourne = await network.add('melbourne', options('home'));
  const shanghai = await network.add('shanghai', options('host'));
  await found(network, [melbourne, shanghai]);
  const { id, wallet } = await member(network, melbourne, 'Ada L.');
  await network.pass(8 * DAY, 6 * HOUR);
  await visit(shanghai, wallet);
  await network.syncAll();
  /** The machine starts with its clock so far ahead. */
  const startAhead = async (seconds: number) => {
    const space = wrongOne === 'home' ? melbourne : shanghai;
    await space.stop();
    wrong.ahead = seconds;
    await space.start();
    await settle();
  };
  const number = async () => (await melbourne.engine.home.show(id)).visaNumber;
  const names = async () => {
    const visits = await shanghai.engine.desk.visits(FROM, TO);
    return visits.map(({ displayName }) => displayName);
  };
  return { network, melbourne, shanghai, id, wallet, startAhead, number, names };
}

describe('A node whose clock is years ahead', () => {
  it('KEEP-5: keeps as home the numbers of its members, and sees their visits after', async () => {
    const { network, melbourne, id, wallet, startAhead, number } = await scene('home');
    await startAhead(TEN_YEARS);
    await network.pass(6 * DAY, 6 * HOUR);
    expect(await number()).to.deep.equal(wallet.read.claims.number);
    await startAhead(0);
    await network.pass(DAY, 6 * HOUR);
    expect(await number()).to.deep.equal(wallet.read.claims.number);
    expect(await melbourne.engine.home.visits(id)).to.have.length(1);
  });

  it('KEEP-5: keeps as host whose visits it has recorded', async () => {
    const { network, startAhead, names } = await scene('host');
    await startAhead(TEN_YEARS);
    await network.pass(6 * DAY, 6 * HOUR);
    expect(await names()).to.deep.equal(['Ada L.']);
    await startAhead(0);
    await network.pass(30 * DAY, 6 * HOUR);
    expect(await names()).to.deep.equal(['Ada L.']);
  });

  it('KEEP-5: keeps the grants that it has given, and so the limit', async () => {
    const { network, melbourne, shanghai, wallet, startAhead } = await scene('home');
    await network.pass(DAY);
    const checked = await check(shanghai, wallet);
    expect((await shanghai.engine.desk.askGrant(checked.id)).grant).to.equal('had');
    const { number } = wallet.read.claims;
    for (const ahead of [TEN_YEARS, 0, 6 * DAY, 0]) {
      await startAhead(ahead);
      await network.pass(6 * HOUR);
      expect(await melbourne.store.grants(number), `${ahead} s ahead`).to.have.length(1);
    }
    await network.pass(10 * DAY, 6 * HOUR);
    expect(await melbourne.store.grants(number)).to.deep.equal([]);
  });

  it('KEEP-5: keeps the messages of other spaces, and who is to come', async () => {
    const { network, melbourne, shanghai, startAhead } = await scene('host');
    const contents: readonly MessageContent[] = [
      { kind: 'note', text: 'Shall we lend each other chairs?' },
      {
        ...{ kind: 'introduction', people: 1, displayName: 'Ada L.' },
        first: calendarDate.parse('2026-12-01'),
        last: calendarDate.parse('2026-12-02'),
      },
    ];
    for (const content of contents) {
      const order = { to: shanghai.id, programme: null, replyTo: null, content };
      await melbourne.engine.messages.send(order);
      await settle();
    }
    await startAhead(TEN_YEARS);
    await network.pass(6 * DAY, 6 * HOUR);
    expect(await shanghai.engine.messages.thread(melbourne.id)).to.have.length(2);
  });

  it('KEEP-5: keeps a member’s earlier number when its owner gives another', async () => {
    const { network, melbourne, id, wallet, startAhead } = await scene('home');
    await melbourne.engine.home.renumber(id);
    await startAhead(TEN_YEARS);
    await melbourne.engine.home.renumber(id);
    await startAhead(0);
    await network.pass(DAY, 6 * HOUR);
    const { earlier = [] } = await melbourne.engine.home.show(id);
    expect(earlier.map((one) => one.visaNumber)).to.deep.include(wallet.read.claims.number);
    expect(await melbourne.engine.home.visits(id)).to.have.length(1);
  });

  it('erases when it has gone on like that for a week, since it cannot tell', async () => {
    const { network, startAhead, names } = await scene('host');
    await startAhead(TEN_YEARS);
    await network.pass(7 * DAY, 6 * HOUR);
    expect(await names()).to.deep.equal([null]);
  });

  it('erases at once where the clock is one for tests', async () => {
    const { startAhead, names } = await scene('host', TEST_CLOCK);
    await startAhead(TEN_YEARS);
    expect(await names()).to.deep.equal([null]);
  });
});

describe('A node that was off', () => {
  it('KEEP-5: for a month erases what fell due meanwhile after a week', async () => {
    const { network, shanghai, names } = await scene('host');
    const step = async (day: string) =>
      network.pass(Date.parse(`${day}T09:00:00Z`) / 1000 - network.now, 6 * HOUR);
    await step('2026-11-20');
    await shanghai.stop();
    await network.pass(Date.parse('2027-11-28T09:00:00Z') / 1000 - network.now);
    await shanghai.start();
    await step('2027-11-30');
    // Due are the names on 2027-12-02.
    await shanghai.stop();
    await network.pass(30 * DAY);
    await shanghai.start();
    await network.pass(7 * DAY - 6 * HOUR, 6 * HOUR);
    expect(await names()).to.deep.equal(['Ada L.']);
    await network.pass(6 * HOUR);
    expect(await names()).to.deep.equal([null]);
  });

  it('from Monday to Saturday of each week erases on its day', async () => {
    const { network, shanghai } = await scene('host');
    await shanghai.stop();
    await network.pass(Date.parse('2027-11-14T09:00:00Z') / 1000 - network.now);
    const open = async () => {
      await shanghai.start();
      await network.pass(12 * HOUR, 6 * HOUR);
      await shanghai.stop();
      const shown = await shanghai.store.visits(FROM, TO);
      await network.pass(7 * DAY - 12 * HOUR);
      return shown.map(({ displayName }) => displayName);
    };
    expect(await open()).to.deep.equal(['Ada L.']);
    expect(await open()).to.deep.equal(['Ada L.']);
    expect(await open()).to.deep.equal(['Ada L.']);
    expect(await open()).to.deep.equal([null]);
    expect(network.now).to.equal(Date.parse('2027-12-12T09:00:00Z') / 1000);
  });
});
