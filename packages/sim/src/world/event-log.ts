/** The log of events of a simulated node: counted by name, the latest ones kept for a trace. */

import type { Logger } from '@covisa/node';

/** Events that are kept of one node. */
const KEPT_MAX = 200;

export interface LoggedEvent {
  readonly level: 'info' | 'warn' | 'error';
  readonly event: string;
  readonly fields: Readonly<Record<string, unknown>>;
}

export class EventLog implements Logger {
  readonly counts = new Map<string, number>();
  readonly latest: LoggedEvent[] = [];

  info(event: string, fields: LoggedEvent['fields'] = {}): void {
    this.#note({ level: 'info', event, fields });
  }

  warn(event: string, fields: LoggedEvent['fields'] = {}): void {
    this.#note({ level: 'warn', event, fields });
  }

  error(event: string, fields: LoggedEvent['fields'] = {}): void {
    this.#note({ level: 'error', event, fields });
  }

  #note(one: LoggedEvent): void {
    const name = `${one.level} ${one.event}`;
    this.counts.set(name, (this.counts.get(name) ?? 0) + 1);
    this.latest.push(one);
    if (this.latest.length > KEPT_MAX) this.latest.shift();
  }
}
