/** What owners write to each other arrives. */

import { MESSAGE_AHEAD_SECONDS, MESSAGE_LIFETIME_SECONDS } from '@covisa/protocol';
import type { SentMessage } from '../play/ledger.js';
import { isMet, type Participants, participantsOf } from '../play/membership.js';
import type { Play } from '../play/play.js';
import type { Invariant } from './invariant.js';

const NAME = 'messages';

/** The longest wait of a message that is tried again (spec/messages.md). */
const WAIT_SECONDS = 6 * 3600;
/** By so much each of two clocks may be wrong: what comes from further ahead is refused (MSG-8). */
const CLOCK_SECONDS = MESSAGE_AHEAD_SECONDS / 2;
/** Peers that a node which only calls out asks at once for its messages. */
const ASKED_AT_ONCE = 8;

/**
 * A message that its node has taken from an owner reaches the other one, once and as it was
 * written, whatever befell machines and lines meanwhile (spec/messages.md): within the longest wait
 * after the faults, and the turns in which who only calls out asks all of its peers. And its sender
 * is shown that it did. Not where one of the two has lost a disk since, was copied, left, or had a
 * clock that was wrong by more than minutes; nor where neither can be called; nor after the thirty
 * days for which it is tried.
 */
export const MESSAGES: Invariant = {
  name: NAME,
  sentence: 'What an owner writes to another reaches it, once and as it was written.',
  watch: (play) => ({
    async conclude() {
      const participants = await participantsOf(play);
      const owed = play.ledger.messages.filter((one) => isOwed(play, one, participants));
      await untilDelivered(play, owed);
      for (const one of owed) {
        for (const what of await wrongWith(play, one)) play.violate(NAME, what);
      }
    },
  }),
};

function isOwed(play: Play, { from, to, at }: SentMessage, participants: Participants): boolean {
  const both = [from, to];
  const isAsBefore = both.every(
    (number) =>
      play.isHonest(number) &&
      play.space(number).isRunning &&
      !play.parting.has(number) &&
      !play.doubled.has(number) &&
      !play.isRestored(number, at, play.at) &&
      play.isClockRight(number, at, play.at, CLOCK_SECONDS),
  );
  const isCallable = both.some((number) => play.space(number).url !== null);
  const isTried = play.at - at < MESSAGE_LIFETIME_SECONDS - 2 * WAIT_SECONDS;
  return isAsBefore && isCallable && isTried && isMet(participants, from, to);
}

/** Lets time pass while something is on its way that should come yet. */
async function untilDelivered(play: Play, owed: readonly SentMessage[]): Promise<void> {
  const { syncSeconds, spaces } = play.story;
  const turns = 2 + Math.ceil(spaces.length / ASKED_AT_ONCE);
  const end = play.at + WAIT_SECONDS + turns * syncSeconds;
  let waiting = owed;
  for (;;) {
    const wrong = await Promise.all(waiting.map((one) => wrongWith(play, one)));
    waiting = waiting.filter((_, at) => (wrong[at] ?? []).length > 0);
    if (waiting.length === 0 || play.at >= end) return;
    await play.world.pass(syncSeconds);
  }
}

/** What the two owners are shown of a message, where it is not as it should be. */
async function wrongWith(
  play: Play,
  { id, from, to, text }: SentMessage,
): Promise<readonly string[]> {
  const [sender, recipient] = [play.space(from), play.space(to)];
  const came = (await recipient.engine.messages.thread(sender.id)).filter(
    (one) => one.direction === 'in' && one.id === id,
  );
  const [sent] = (await sender.engine.messages.thread(recipient.id)).filter(
    (one) => one.direction === 'out' && one.id === id,
  );
  const what = `message ${id} of ${sender.name} to ${recipient.name}`;
  const isAsWritten = came.every(({ content }) => content.kind === 'note' && content.text === text);
  return [
    ...(came.length === 1 ? [] : [`${what} came ${came.length} times`]),
    ...(isAsWritten ? [] : [`${what} says something else`]),
    ...(sent?.state === 'delivered' ? [] : [`${what} is ${sent?.state ?? 'gone'} to its sender`]),
  ];
}
