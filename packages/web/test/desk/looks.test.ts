/** How the desk looks at its node again and again. */

import { expect } from 'chai';
import { followLooks, type Looks } from '../../dist/desk/today/looks.js';

const PAUSE = 4000;

/** Looks whose answers and timers are the test's. */
class Scene {
  /** Looks that began, in order; each is ended by the test. */
  readonly begun: { readonly answer: (value: string) => void; readonly fail: () => void }[] = [];
  readonly told: string[] = [];
  timer: { readonly milliseconds: number; readonly run: () => void } | null = null;
  readonly looks: Looks = followLooks<string>({
    load: () =>
      new Promise((resolve, reject) => {
        this.begun.push({ answer: resolve, fail: () => reject(new Error('no answer')) });
      }),
    onSeen: (value) => this.told.push(value),
    onFailed: (error) => this.told.push(error instanceof Error ? error.message : ''),
    pauseAfter: (error) => (error === null ? 30_000 : PAUSE),
    after: (milliseconds, run) => {
      const timer = { milliseconds, run };
      this.timer = timer;
      return () => {
        if (this.timer === timer) this.timer = null;
      };
    },
  });

  /** Ends the last look that began, and lets what follows from it happen. */
  async end(value: string | null): Promise<void> {
    const look = this.begun.at(-1);
    if (value === null) look?.fail();
    else look?.answer(value);
    await Promise.resolve();
    await Promise.resolve();
  }
}

describe('Looks at the node', () => {
  it('wait for the one before, so that one that takes long still tells that it failed', async () => {
    const scene = new Scene();
    expect(scene.timer, 'no look is planned while one is under way').to.equal(null);
    await scene.end(null);
    expect(scene.told).to.deep.equal(['no answer']);
    expect(scene.timer?.milliseconds).to.equal(PAUSE);
    scene.timer?.run();
    expect(scene.begun).to.have.lengthOf(2);
    await scene.end('today');
    expect(scene.told).to.deep.equal(['no answer', 'today']);
    expect(scene.timer?.milliseconds).to.equal(30_000);
  });

  it('are made again at once where that is wanted, and never two at a time', async () => {
    const scene = new Scene();
    scene.looks.again();
    scene.looks.again();
    expect(scene.begun).to.have.lengthOf(1);
    await scene.end('before');
    expect(scene.timer?.milliseconds).to.equal(0);
    scene.timer?.run();
    await scene.end('after');
    scene.looks.again();
    expect(scene.timer).to.equal(null);
    expect(scene.begun).to.have.lengthOf(3);
    expect(scene.told).to.deep.equal(['before', 'after']);
  });

  it('tell nothing once they have ended, not even an answer that was on its way', async () => {
    const scene = new Scene();
    scene.looks.end();
    await scene.end('too late');
    expect(scene.told).to.deep.equal([]);
    scene.looks.again();
    expect(scene.begun).to.have.lengthOf(1);
    expect(scene.timer).to.equal(null);
  });
});
