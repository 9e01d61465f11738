/** How a long run goes: a line at each rest. */

import type { Play } from '../play/play.js';

const MEGA = 1_000_000;

/** Seconds of processor time that this process has had, in all its threads. */
function processorSeconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / MEGA;
}

/** Says at each rest, in a line, what there was since the last one. */
export function restNotes(note: (line: string) => void): (play: Play) => void {
  let [checkIns, seconds] = [0, processorSeconds()];
  return ({ ledger, chapter, story, at }) => {
    const now = processorSeconds();
    const rate = Math.round((ledger.checkIns - checkIns) / (now - seconds));
    const memory = Math.round(process.memoryUsage().rss / MEGA);
    const days = Math.round(at / 86_400);
    note(
      `rest ${chapter.number + 1} of ${(story.rests?.length ?? 0) + 1}: day ${days}, ` +
        `${ledger.checkIns} check-ins, ${rate} a second of processor time, ` +
        `${Math.round(now)} s in all, ${memory} MB, ${ledger.violations.length} violations\n`,
    );
    [checkIns, seconds] = [ledger.checkIns, now];
  };
}
