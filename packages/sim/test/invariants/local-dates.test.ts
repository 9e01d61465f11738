import { expect } from 'chai';
import { LOCAL_DATES } from '../../dist/invariants/local-dates.js';
import { begun, happened, saidOf, visit, visitsOf } from './support/played.js';

const ROUND_THE_WORLD = {
  timeZones: ['Asia/Kolkata', 'Pacific/Kiritimati', 'Pacific/Honolulu'],
  homes: [0],
} as const;

describe('A visit has the date that the calendar at its venue shows', () => {
  it('which is another date at one time, round the world', async () => {
    const play = await begun(ROUND_THE_WORLD);
    // 10:30 in UTC.
    await play.world.pass(2 * 86_400 + 4.5 * 3600 - play.at);
    await happened(play, visit(0, 1));
    await happened(play, visit(0, 2));
    expect(visitsOf(play).map((one) => one.visit.date)).to.deep.equal(['2026-11-05', '2026-11-04']);
    expect(await saidOf(play, LOCAL_DATES)).to.deep.equal([]);
  });

  it('and is broken by the date somewhere else', async () => {
    const play = await begun(ROUND_THE_WORLD);
    await happened(play, visit(0, 1));
    const [one] = visitsOf(play);
    if (!one) throw new RangeError('visits: expected one');
    const visitElsewhere = { ...one.visit, date: '2026-11-01' as typeof one.visit.date };
    play.ledger.acknowledged[0] = { ...one, visit: visitElsewhere };
    expect(await saidOf(play, LOCAL_DATES)).to.deep.equal([
      'space-1 in Pacific/Kiritimati recorded a visit of 2026-11-01 on 2026-11-02',
    ]);
  });
});
