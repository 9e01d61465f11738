/**
 * Ports for engines in a test: chance from a seed, a head file in memory, a log of events that can
 * be looked at.
 */

import { encodeUint32, encodeUtf8 } from '@covisa/protocol';
import { nodeSha256 } from '../../../dist/adapters/sha256-node.js';
import type { HeadFile, Logger, Random } from '../../../dist/ports.js';

/** The same bytes for the same label, for ever. */
export function seededRandom(label: string): Random {
  let counter = 0;
  return {
    bytes(length) {
      const bytes = new Uint8Array(length);
      for (let at = 0; at < length; at += 32) {
        const block = nodeSha256(
          Uint8Array.of(...encodeUtf8(`${label}/`), ...encodeUint32(counter)),
        );
        counter += 1;
        bytes.set(block.subarray(0, Math.min(32, length - at)), at);
      }
      return bytes;
    },
  };
}

/**
 * A head file in memory. While `isBroken`, writing fails: as a crash just before it would leave
 * things.
 */
export class MemoryHeadFile implements HeadFile {
  bytes: Uint8Array | null;
  isBroken = false;

  constructor(bytes: Uint8Array | null = null) {
    this.bytes = bytes;
  }

  async read(): Promise<Uint8Array | null> {
    return this.bytes;
  }

  async write(bytes: Uint8Array): Promise<void> {
    if (this.isBroken) throw new Error('head file: the machine stopped here');
    this.bytes = bytes;
  }
}

/** Keeps the events with their level. */
export class EventLog implements Logger {
  readonly events: { level: string; event: string; fields: Readonly<Record<string, unknown>> }[] =
    [];

  info(event: string, fields: Readonly<Record<string, unknown>> = {}): void {
    this.events.push({ level: 'info', event, fields });
  }

  warn(event: string, fields: Readonly<Record<string, unknown>> = {}): void {
    this.events.push({ level: 'warn', event, fields });
  }

  error(event: string, fields: Readonly<Record<string, unknown>> = {}): void {
    this.events.push({ level: 'error', event, fields });
  }

  /** The names of the events of a level. */
  named(level: string): readonly string[] {
    return this.events.filter((one) => one.level === level).map((one) => one.event);
  }
}
