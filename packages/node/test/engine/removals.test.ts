/** What still counts of a space that is removed, and had gone on with its recovery key before. */

import { expect } from 'chai';
import { Network } from './support/network.js';
import { found, member, seat, visit } from './support/people.js';

describe('A space that has resumed and is removed then', () => {
  it('ROSTER-7: keeps what its logs held in all incarnations, and nothing after it', async () => {
    const network = new Network();
    const [melbourne, shanghai, berlin] = await network.addAll(['melbourne', 'shanghai', 'berlin']);
    const programme = await found(network, [melbourne, shanghai, berlin]);
    await seat(network, programme, [melbourne, shanghai]);
    const mia = await member(network, melbourne, 'Mia');
    const dates = async () => {
      const visits = await melbourne.engine.home.visits(mia.id);
      return visits.map(({ date }) => date).sort();
    };
    for (let entry = 0; entry < 9; entry++) {
      await berlin.engine.changeProfile({ name: `berlin ${entry}` });
    }
    await visit(berlin, mia.wallet);
    await network.syncAll();
    await network.pass(86_400);
    await berlin.recover();
    await network.syncAll(3);
    await visit(berlin, mia.wallet);
    await network.syncAll();
    const amendment = { seatAdmitted: false, add: [], remove: [berlin.id] };
    await melbourne.engine.programmes.amend(programme, amendment);
    await network.pass(86_400);
    await visit(berlin, mia.wallet);
    await network.syncAll();
    expect(await dates()).to.deep.equal(['2026-11-02', '2026-11-03', '2026-11-04']);
    await shanghai.engine.programmes.sign(programme, null);
    await network.syncAll();
    expect(await dates()).to.deep.equal(['2026-11-02', '2026-11-03']);
  });
});
