import { parseHostAnswer } from '@covisa/protocol';
import { GERMAN } from '@covisa/protocol/words/german';
import { expect } from 'chai';
import { whyNotAlone } from '../../dist/wallet/here/why-not-alone.js';

function answer(code: string, parameters: object) {
  return parseHostAnswer({
    ...{ checkedIn: false, sentence: 'Paid.', visit: null, hostName: 'Loft', venueName: 'Main' },
    ...{ welcome: null, houseRules: null },
    verdict: { outcome: 'paid', reasons: [{ code, rule: 'terms/allowance/host', parameters }] },
  });
}

describe('Why a door does not let in', () => {
  it('is told in the language of the page', () => {
    const used = answer('ALLOWANCE_HOST_USED', { limit: 3, used: 3, window: 'visa-year' });
    expect(whyNotAlone(used, GERMAN)).to.equal(
      'Die Gratistage hier sind aufgebraucht: 3 von 3 im Visumsjahr.',
    );
  });

  it('is left to the host’s own sentence where it cannot be told', () => {
    expect(whyNotAlone(answer('OF_A_LATER_VERSION', {}), GERMAN)).to.equal(null);
    const broken = answer('PRICE_TOO_LOW', { amount: 5, currency: 'no such money' });
    expect(whyNotAlone(broken, GERMAN)).to.equal(null);
  });
});
