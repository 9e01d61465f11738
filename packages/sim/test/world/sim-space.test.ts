import { TransportError } from '@covisa/node';
import { expect } from 'chai';
import { World } from '../../dist/world/world.js';

describe('A node of a world', () => {
  it('that is killed as it starts is not waited for, and starts again', async () => {
    const world = new World('killed');
    const space = await world.addStopped('space-0');
    space.diskDelay = 1000;
    const starting = space.start();
    const failed = starting.then(
      () => null,
      (error: unknown) => error,
    );
    while (!space.isRunning) await world.pass(1);
    space.crash();
    expect(await world.clock.runFor(failed)).to.be.instanceOf(TransportError);
    expect(space.isRunning).to.equal(false);
    await world.clock.runFor(space.start());
    expect((await space.engine.status()).mode).to.equal('ready');
  });
});

describe('Virtual time', () => {
  it('ends where work waits for what never comes, though other timers go on', async () => {
    const { clock } = new World('endless');
    const tick = (): void => void clock.after(60_000, tick);
    tick();
    const error = await clock.runFor(new Promise(() => undefined)).then(
      () => null,
      ({ message }: Error) => message,
    );
    expect(error).to.equal('work: waits for something that never comes');
  });
});
