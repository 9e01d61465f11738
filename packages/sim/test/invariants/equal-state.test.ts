import type { Engine } from '@covisa/node';
import type { Store } from '@covisa/store';
import { expect } from 'chai';
import { canonical, differenceOf } from '../../dist/invariants/equal-state/shown.js';
import { EQUAL_STATE } from '../../dist/invariants/equal-state.js';
import type { Play } from '../../dist/play/play.js';
import { begun, happened, saidOf, textsOf, visit } from './support/played.js';

type Changeable<Of> = { -readonly [Name in keyof Of]: Of[Name] };

describe('Equal sets of entries give equal state, byte for byte', () => {
  it('holds of nodes that hold the same, and of one that starts over its early disk', async () => {
    const play = await concluded(() => undefined);
    expect(textsOf(play, EQUAL_STATE)).to.deep.equal([]);
    expect(play.ledger.counts.get('nodes compared')).to.equal(3);
    expect(play.ledger.counts.get('nodes not compared')).to.equal(0);
    expect(play.ledger.counts.get('nodes caught up')).to.equal(1);
  });

  for (const callingOut of [
    [1, 2],
    [0, 2],
  ]) {
    it(`holds of space-0, which starts again, where ${callingOut} only call out`, async () => {
      const [founder = 1] = [0, 1].filter((number) => !callingOut.includes(number));
      const play = await begun({ callingOut, programmes: [[founder, 1 - founder, 2]] });
      const watch = EQUAL_STATE.watch(play);
      await happened(play, visit(0, 1), visit(0, 2));
      await watch.conclude?.();
      expect(textsOf(play, EQUAL_STATE)).to.deep.equal([]);
      expect(play.ledger.counts.get('nodes caught up')).to.equal(1);
    });
  }

  it('holds though an applicant is known to those alone whom it has asked', async () => {
    const play = await begun({ programmes: [[1, 0]] });
    const watch = EQUAL_STATE.watch(play);
    await happened(play, { at: 0, kind: 'join', space: 2, programme: 0 });
    await watch.conclude?.();
    expect(textsOf(play, EQUAL_STATE)).to.deep.equal([]);
    expect(play.ledger.counts.get('nodes caught up')).to.equal(1);
  });

  it('is broken by a network of which no two nodes hold the same, as nothing is compared', async () => {
    const play = await begun();
    await happened(play, visit(0, 1));
    for (const [number, { disk }] of play.spaces.entries()) {
      const heads = disk.store.heads.bind(disk.store);
      disk.store.heads = async () => (await heads()).filter((_, at) => at !== number);
    }
    await EQUAL_STATE.watch(play).conclude?.();
    expect(textsOf(play, EQUAL_STATE)[0]).to.equal(
      'no two of 3 nodes of a programme hold the same: none was compared',
    );
    expect(play.ledger.counts.get('nodes not compared')).to.equal(3);
  });

  for (const [what, name] of [
    ['holds of nodes that have met different heartbeats of one day', null],
    ['is broken by such a node that shows another directory', 'Elsewhere'],
  ] as const) {
    it(what, async () => {
      const play = await begun();
      await happened(play, visit(0, 1));
      for (const [number, { disk }] of play.spaces.entries()) beatenAt(disk.store, number);
      const { engine } = play.space(1);
      const directory = engine.directory.bind(engine);
      engine.directory = async () =>
        (await directory()).map((one) => ({ ...one, ageSeconds: 7, name: name ?? one.name }));
      const said = (await saidOf(play, EQUAL_STATE)).join();
      if (name === null) expect(said).to.equal('');
      else expect(said).to.match(/show another\/directory\/\d\/name: "(.*Elsewhere|Elsewhere.*)"/);
      expect(play.ledger.counts.get('nodes compared')).to.equal(0);
      expect(play.ledger.counts.get('nodes compared to the day')).to.equal(3);
    });
  }

  it('is broken by a node that shows another programme or directory', async () => {
    const play = await concluded((engine) => {
      const directory = engine.directory.bind(engine);
      const other = async () => (await directory()).map((one) => ({ ...one, name: 'Elsewhere' }));
      engine.directory = other;
    });
    expect(textsOf(play, EQUAL_STATE).join()).to.match(
      /space-\d and space-\d show another\/directory\/\d\/name: "(.*Elsewhere|Elsewhere.*)"/,
    );
  });

  it('is broken by statements that are not each other’s mirror', async () => {
    const play = await concluded(({ accounts }) => {
      const changed = accounts as Changeable<typeof accounts>;
      const statement = accounts.statement.bind(accounts);
      changed.statement = async (...asked) => ({ ...(await statement(...asked)), received: [] });
    });
    expect(textsOf(play, EQUAL_STATE).join()).to.match(
      /the statements of space-\d and space-\d\/(given|received)/,
    );
  });

  it('is broken by desks that leave a member different days of the programme', async () => {
    const play = await concluded(({ desk }) => {
      const changed = desk as Changeable<typeof desk>;
      const check = desk.check.bind(desk);
      changed.check = async (request) => {
        const result = await check(request);
        const { left } = result.verdict;
        const windows = left.windows.map((one) => ({ ...one, used: one.used + 1 }));
        return { ...result, verdict: { ...result.verdict, left: { ...left, windows } } };
      };
    });
    expect(textsOf(play, EQUAL_STATE).join()).to.match(
      /space-\d and space-\d leave member \d another\/0\/used: \d and \d/,
    );
  });
});

describe('A comparison of what is shown', () => {
  it('takes objects in the order of their names, and lists as they are', () => {
    expect(canonical({ b: 1, a: [2, 1] })).to.equal('{"a":[2,1],"b":1}');
    expect(differenceOf({ b: 1, a: 2 }, { a: 2, b: 1 })).to.equal(null);
    expect(differenceOf({ a: [1, 2] }, { a: [2, 1] })).to.equal('/a/0: 1 and 2');
    expect(differenceOf({ a: 1 }, {})).to.equal('/a: 1 and undefined');
  });
});

/** A play with visits of two homes, whose space-1 was changed before the conclusion. */
async function concluded(change: (engine: Changeable<Engine>) => void): Promise<Play> {
  const play = await begun();
  const watch = EQUAL_STATE.watch(play);
  await happened(play, visit(0, 1), visit(0, 2), visit(2, 2));
  change(play.space(1).engine);
  await watch.conclude?.();
  return play;
}

/** As if all heartbeats that a node holds were so many seconds later. */
function beatenAt(store: Store, seconds: number): void {
  const heads = store.heads.bind(store);
  store.heads = async () =>
    (await heads()).map((head) => {
      const { heartbeat } = head;
      return { ...head, heartbeat: heartbeat && { ...heartbeat, time: heartbeat.time + seconds } };
    });
}
