/**
 * The log of events of a simulated node: counted by name, errors by their fields, too; the latest
 * ones kept for a trace.
 */

import type { Logger } from '@covisa/node';

/** Events that are kept of one node. */
const KEPT_MAX = 200;

export interface LoggedEvent {
  readonly level: 'info' | 'warn' | 'error';
  readonly event: string;
  readonly fields: Readonly<Record<string, unknown>>;
}

export interface CountedError {
  readonly event: string;
  readonly fields: LoggedEvent['fields'];
  readonly count: number;
}

export class EventLog implements Logger {
  readonly counts = new Map<string, number>();
  readonly latest: LoggedEvent[] = [];
  /** Told of each event. */
  observe: ((one: LoggedEvent) => void) | null = null;
  readonly #errors = new Map<string, CountedError>();

  /** Every error that was logged, once with its fields, and how often. */
  errors(): readonly CountedError[] {
    return [...this.#errors.values()];
  }

  info(event: string, fields: LoggedEvent['fields'] = {}): void {
    this.#note({ level: 'info', event, fields });
  }

  warn(event: string, fields: LoggedEvent['fields'] = {}): void {
    this.#note({ level: 'warn', event, fields });
  }

  error(event: string, fields: LoggedEvent['fields'] = {}): void {
    this.#note({ level: 'error', event, fields });
    const key = JSON.stringify([event, fields]);
    const count = (this.#errors.get(key)?.count ?? 0) + 1;
    this.#errors.set(key, { event, fields, count });
  }

  #note(one: LoggedEvent): void {
    const name = `${one.level} ${one.event}`;
    this.counts.set(name, (this.counts.get(name) ?? 0) + 1);
    this.observe?.(one);
    this.latest.push(one);
    if (this.latest.length > KEPT_MAX) this.latest.shift();
  }
}
