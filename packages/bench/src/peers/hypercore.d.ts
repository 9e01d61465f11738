/** What the benchmark uses of hypercore 11, which has no types of its own. */

declare module 'hypercore' {
  import type { Duplex } from 'node:stream';

  /** Where cores lie; several may share one. */
  interface CoreStorage {
    close(): Promise<void>;
  }

  interface Manifest {
    readonly version: 1;
    readonly signers: readonly { readonly publicKey: Uint8Array }[];
  }

  /** Who writes a core. */
  interface Writer {
    /** `secretKey`: 64 bytes, the seed and the public key. */
    readonly keyPair: { readonly publicKey: Uint8Array; readonly secretKey: Uint8Array };
    readonly manifest: Manifest;
  }

  class Hypercore {
    constructor(storage: CoreStorage, key: Uint8Array, writer?: Writer);
    /** The key of the core with this manifest: 32 bytes. */
    static key(manifest: Manifest): Uint8Array;
    static defaultStorage(folder: string): CoreStorage;
    readonly length: number;
    readonly contiguousLength: number;
    ready(): Promise<void>;
    append(blocks: readonly Uint8Array[]): Promise<unknown>;
    /** A stream to replicate by; an existing one takes this core, too. */
    replicate(stream: boolean | Duplex): Duplex;
    download(range: { start: number; end: number }): { done(): Promise<unknown> };
    close(): Promise<void>;
  }
  export = Hypercore;
}
