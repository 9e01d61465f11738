/**
 * Whether the node's clock may be believed with what cannot be undone. A clock that is years ahead,
 * as of a machine whose battery was flat, would erase what is still needed; it is set right within
 * days. So what is over is erased once the clock has gone steadily for a week, and has been seen to
 * go: what passes between two looks beyond the time that was planned may be a pause of the node or
 * a jump of its clock, and of a week not all may be that.
 */

import {
  CLOCK_BACK_SECONDS,
  CLOCK_STEADY_SECONDS,
  CLOCK_UNSEEN_SECONDS,
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
  /** Seconds since then that nobody saw pass; missing in older notes. */
  unseen: shape.optional(shape.integer(0)),
});
type Steadiness = shape.Shaped<typeof record>;

/** The clock, as somebody sees it who looks now and then, over restarts. */
export class SteadyClock {
  readonly #context: Omit<Context, 'identity'>;

  constructor(context: Omit<Context, 'identity'>) {
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
    // without a step: a look at it more than a day before the one before, or looks that come later
    // than planned by more than 162 hours all in all.
    return instant >= since + CLOCK_STEADY_SECONDS ? instant : null;
  }

  async #since(instant: Seconds): Promise<Seconds> {
    const { store, logger } = this.#context.ports;
    const bytes = await store.setting(SETTING);
    const before = bytes && record.parse(JSON.parse(parseUtf8(bytes)));
    const isNear = before !== null && Math.abs(instant - before.seen) < NOTE_SECONDS;
    if (isNear) return before.since;
    const unseen = before === null ? null : this.#unseenAfter(before, instant);
    if (before !== null && unseen === null) {
      logger.warn('clock-stepped', { from: before.seen, to: instant });
    }
    const after: Steadiness =
      before === null || unseen === null
        ? { seen: instant, since: instant, unseen: 0 }
        : { seen: instant, since: before.since, unseen };
    await store.putSetting(SETTING, encodeUtf8(JSON.stringify(after)));
    return after.since;
  }

  /**
   * The seconds that nobody saw pass, up to this look; null if it shows a step. A pause of some
   * days is none: a node that is off at weekends, or open on one day a week, would else never erase
   * anything. A machine that has no battery for its clock starts a little behind.
   */
  #unseenAfter({ seen, unseen = 0 }: Steadiness, instant: Seconds): Seconds | null {
    if (instant < seen - CLOCK_BACK_SECONDS) return null;
    // A look soon after one that was noted is not noted itself.
    const planned = this.#context.settings.heartbeatIntervalSeconds + NOTE_SECONDS;
    const after = unseen + Math.max(0, instant - seen - planned);
    return after > CLOCK_UNSEEN_SECONDS ? null : after;
  }
}
