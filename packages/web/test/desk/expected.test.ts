/** Who is expected at the desk. */

import { parseCalendarDate, spaceId } from '@covisa/protocol';
import { expect } from 'chai';
import type { ExpectedView } from '../../dist/api/message-views.js';
import { expectedFrom } from '../../dist/desk/today/use-expected.js';

const expected = (id: string, first: string): ExpectedView => ({
  ...{ id, home: spaceId.parse('A'.repeat(43)), homeName: null, people: 1, needs: null },
  ...{ first: parseCalendarDate(first), last: parseCalendarDate('2026-05-20') },
  ...{ displayName: null, answer: null },
});

describe('Who is expected', () => {
  it('stands once: today, or tomorrow where the first day is', () => {
    const [here, coming] = [expected('here', '2026-05-12'), expected('coming', '2026-05-13')];
    const date = parseCalendarDate('2026-05-12');
    expect(expectedFrom([here], [here, coming], date)).to.deep.equal({
      today: [here],
      tomorrow: [coming],
    });
  });
});
