/** What a page shows of what it loads. */

import { expect } from 'chai';
import { afterFailure } from '../../dist/ui/load.js';

const OLD = new Error('the first');
const NEW = new Error('the second');

describe('What a page loads', () => {
  const ready = (value: string, ...inputs: readonly unknown[]) => ({
    loaded: { state: 'ready', value } as const,
    inputs,
  });

  it('stays when it cannot be loaded again, with the error beside it', () => {
    const failed = afterFailure(ready('Ada', 'members', 1), ['members', 1], OLD);
    expect(failed.loaded).to.deep.equal({ state: 'ready', value: 'Ada', error: OLD });
    const again = afterFailure(failed, ['members', 1], NEW);
    expect(again.loaded).to.deep.equal({ state: 'ready', value: 'Ada', error: NEW });
  });

  it('is not shown in place of something else that failed to load', () => {
    const failed = afterFailure(ready('Ada', 'm1'), ['m2'], OLD);
    expect(failed).to.deep.equal({ loaded: { state: 'failed', error: OLD }, inputs: ['m2'] });
  });

  it('has failed where there never was any', () => {
    const waiting = { loaded: { state: 'loading' } as const, inputs: [] };
    expect(afterFailure(waiting, [], OLD).loaded).to.deep.equal({ state: 'failed', error: OLD });
  });
});
