/**
 * Plays many seeds, a few at once, each in a fresh process: no run sees anything of another, so the
 * outcomes are the same however many run beside each other.
 */

import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Outcome } from '../play/run.js';
import type { Job } from './job.js';

/** A run that gave no outcome: its process ended before, or took too long. */
export interface Broken {
  readonly seed: string;
  /** Why, in words. */
  readonly broke: string;
}

export type Played = Outcome | Broken;

/** How many are played, and where. */
export interface PoolOptions {
  /** Processes at once. */
  readonly jobs: number;
  /** The module that plays a job; by default this package's own. */
  readonly child?: string;
  /** Real milliseconds after which a run is ended; 0: never. */
  readonly timeoutMilliseconds?: number;
  /** Told of each seed as it ends, in the order in which they end. */
  readonly progress?: (played: Played) => void;
  /** Told what the processes say of how it goes. */
  readonly note?: (text: string) => void;
  /** When this holds for an outcome no further seeds are begun. */
  readonly isEnough?: (played: Played) => boolean;
}

/**
 * Room for what is new, in megabytes: by far the most of what a run makes is gone soon, and with
 * the default of 16 a large one spends much of its time on clearing up.
 */
const EXEC_ARGV = ['--max-semi-space-size=64'];
/** Bytes of the last words of a process that breaks that are kept. */
const LAST_WORDS_MAX = 2000;

export function isBroken(played: Played): played is Broken {
  return 'broke' in played;
}

/**
 * Plays these in their order. The results are in that order too; where it was enough, they end
 * with the first one for which that is so.
 */
export async function playAll(
  jobs: Iterable<Job>,
  options: PoolOptions,
): Promise<readonly Played[]> {
  const results: Played[] = [];
  const rest = [...jobs].entries();
  let isOver = false;
  const work = async (): Promise<void> => {
    for (const [at, job] of rest) {
      const played = await playOne(job, options);
      results[at] = played;
      options.progress?.(played);
      isOver ||= options.isEnough?.(played) ?? false;
      if (isOver) return;
    }
  };
  // All workers take from one iterator, which gives each job once.
  await Promise.all(Array.from({ length: options.jobs }, work));
  const end = results.findIndex((one) => options.isEnough?.(one) ?? false);
  return end < 0 ? results : results.slice(0, end + 1);
}

async function playOne(
  job: Job,
  { child = ownChild(), timeoutMilliseconds = 0, note }: PoolOptions,
): Promise<Played> {
  const started = fork(child, {
    execArgv: EXEC_ARGV,
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    ...(timeoutMilliseconds > 0 && { timeout: timeoutMilliseconds, killSignal: 'SIGKILL' }),
  });
  let outcome: Outcome | null = null;
  let words = '';
  started.on('message', (message: Outcome) => {
    outcome = message;
  });
  started.stderr?.setEncoding('utf8').on('data', (text: string) => {
    words = `${words}${text}`.slice(-LAST_WORDS_MAX);
    note?.(text);
  });
  started.send(job);
  const [status, signal] = await once(started, 'close');
  if (outcome !== null) return outcome;
  const how = signal === 'SIGKILL' ? 'took too long' : `ended with ${status ?? signal}`;
  return { seed: job.seed, broke: words === '' ? how : `${how}: ${words.trim()}` };
}

function ownChild(): string {
  return fileURLToPath(new URL('./child.js', import.meta.url));
}
