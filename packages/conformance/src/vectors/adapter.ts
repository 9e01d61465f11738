/**
 * An adapter: a command that reads one JSON object a line and writes one a line. It is asked one
 * thing at a time, so that a crash is the fault of what was asked; it is started anew after one.
 */

import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import type { Clock } from '../platform/clock.js';

/** Characters of one line of an adapter: beyond it, it is ended. */
const LINE_CHARACTERS_MAX = 16 * 1024 * 1024;
/** Characters of what an adapter says on its standard error that a failure shows. */
const NOTE_CHARACTERS_MAX = 400;

/** An adapter that has ended so often without a single line is not started again. */
const FRUITLESS_STARTS_MAX = 10;

/** How an adapter is run. */
export interface AdapterOptions {
  /** As a shell reads it. */
  readonly command: string;
  readonly timeoutMilliseconds: number;
  readonly clock: Clock;
}

/** What came back: the line, or why there is none. */
export type Reply = { readonly line: string } | { readonly problem: string };

/** A running command. */
export class Adapter {
  readonly #options: AdapterOptions;
  #process: ChildProcessWithoutNullStreams | null = null;
  #text = '';
  #note = '';
  #settle: ((reply: Reply) => void) | null = null;
  #fruitlessStarts = 0;
  #hasSpoken = false;

  constructor(options: AdapterOptions) {
    this.#options = options;
  }

  /** The next line after `line` was written. */
  async ask(line: string): Promise<Reply> {
    if (this.#fruitlessStarts >= FRUITLESS_STARTS_MAX) {
      return { problem: `the adapter does not start: it ended ${FRUITLESS_STARTS_MAX} times` };
    }
    const running = this.#process ?? this.#start();
    const { clock, timeoutMilliseconds } = this.#options;
    return new Promise((resolve) => {
      const timer = clock.after(timeoutMilliseconds, () => {
        this.end();
        this.#settle?.({ problem: `no answer within ${timeoutMilliseconds} ms` });
      });
      this.#settle = (reply) => {
        timer.cancel();
        this.#settle = null;
        resolve(reply);
      };
      running.stdin.write(`${line}\n`);
    });
  }

  /** Ends the command, with what it has started itself. */
  end(): void {
    const running = this.#process;
    this.#process = null;
    if (running === null) return;
    running.stdin.end();
    if (running.pid === undefined || running.exitCode !== null) return;
    try {
      process.kill(-running.pid, 'SIGKILL');
    } catch {
      // It has just ended by itself.
    }
  }

  #start(): ChildProcessWithoutNullStreams {
    // In a group of its own: a shell does not hand a signal on to what it runs.
    const started = spawn(this.#options.command, { shell: true, detached: true, stdio: 'pipe' });
    this.#process = started;
    this.#text = '';
    this.#note = '';
    const ifCurrent = (act: (text: string) => void) => (text: string) => {
      if (this.#process === started) act(text);
    };
    started.stdout.setEncoding('utf8').on(
      'data',
      ifCurrent((text) => this.#read(text)),
    );
    started.stderr.setEncoding('utf8').on(
      'data',
      ifCurrent((text) => {
        this.#note = (this.#note + text).slice(-NOTE_CHARACTERS_MAX);
      }),
    );
    // It may end before it has read what it was asked; that it ended is told below.
    started.stdin.on('error', () => undefined);
    started.once('error', () => undefined);
    started.once('close', (status, signal) => {
      if (this.#process !== started) return;
      this.#process = null;
      if (!this.#hasSpoken) this.#fruitlessStarts += 1;
      const note = this.#note.trim();
      const how = signal === null ? `exit status ${status}` : signal;
      const more = note === '' ? '' : `: ${note}`;
      this.#settle?.({ problem: `the adapter ended (${how})${more}` });
    });
    return started;
  }

  #read(text: string): void {
    this.#text += text;
    for (;;) {
      const end = this.#text.indexOf('\n');
      if (end < 0) break;
      const line = this.#text.slice(0, end);
      this.#text = this.#text.slice(end + 1);
      this.#hasSpoken = true;
      // What nobody waits for is an answer that came too late, or one too many.
      this.#settle?.({ line });
    }
    if (this.#text.length <= LINE_CHARACTERS_MAX) return;
    this.end();
    this.#settle?.({ problem: `a line of more than ${LINE_CHARACTERS_MAX} characters` });
  }
}
