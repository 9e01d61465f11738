/**
 * Whether the node's clock may be believed with what cannot be undone. A clock that is years ahead,
 * as of a machine whose battery was flat, would erase what is still needed; it is set right within
 * days. So what is over is erased once the clock has gone steadily for a week.
 */

import {
  CLOCK_BACK_SECONDS,
  CLOCK_STEADY_SECONDS,
  encodeUtf8,
  parseUtf8,
  type Seconds,
  shape,
} from '@covisa/protocol';
import type { Context } from './context.js';

const SETTING = 'steady-clock';
/** Looks within so many seconds of the last one that was noted are not noted: spares the disk. */
const NOTE_SECONDS = 1800;

const record = shape.closed({
  /** The instant of the last look that was noted. */
  seen: shape.integer(0),
  /** The instant from which the clock has gone without a step. */
  since: shape.integer(0),
});
type Steadiness = shape.Shaped<typeof record>;

/** The clock, as somebody sees it who looks now and then, over restarts. */
export class SteadyClock {
  readonly #context: Context;

  constructor(context: Context) {
    this.#context = context;
  }

  /**
   * The instant by which what is over may be erased for ever; null while the clock has not gone
   * steadily for long enough.
   */
  async instant(): Promise<Seconds | null> {
    const { settings, now } = this.#context;
    const instant = now();
    // A test clock is moved on purpose, and what falls due by it is to be seen at once.
    if (settings.testClockOffset() !== null) return instant;
    const since = await this.#since(instant);
    // KEEP-5: what is over is erased for ever only while the node's clock has gone for a week
    // without a step: a look at it more than a week after the one before, or a day before that one.
    return instant >= since + CLOCK_STEADY_SECONDS ? instant : null;
  }

  async #since(instant: Seconds): Promise<Seconds> {
    const { store, logger } = this.#context.ports;
    const bytes = await store.setting(SETTING);
    const before = bytes && record.parse(JSON.parse(parseUtf8(bytes)));
    const isSteady = before !== null && isStepless(before.seen, instant);
    if (isSteady && Math.abs(instant - before.seen) < NOTE_SECONDS) return before.since;
    if (before !== null && !isSteady) {
      logger.warn('clock-stepped', { from: before.seen, to: instant });
    }
    const after: Steadiness = { seen: instant, since: isSteady ? before.since : instant };
    await store.putSetting(SETTING, encodeUtf8(JSON.stringify(after)));
    return after.since;
  }
}

/**
 * A pause of some days is no step: a node that is off at weekends, or open on one day a week, would
 * else never erase anything. A machine that has no battery for its clock starts a little behind.
 */
function isStepless(seen: Seconds, instant: Seconds): boolean {
  return instant >= seen - CLOCK_BACK_SECONDS && instant <= seen + CLOCK_STEADY_SECONDS;
}
