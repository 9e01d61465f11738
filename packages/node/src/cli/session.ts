/** One run of a command: its global options, its node, its output. */

import { join } from 'node:path';
import { dataPath, loadConfig, type ResolvedConfig } from '../config/index.js';
import type { Status } from '../engine/services.js';
import { type Json, NodeClient } from './client.js';
import { ADDRESS_FILE } from './data-folder.js';
import { CommandError } from './failure.js';
import { readTextIfThere } from './files.js';
import type { Io } from './io.js';

/** The options that every command has. */
export interface GlobalOptions {
  readonly json?: boolean;
  readonly data?: string;
  readonly node?: string;
  readonly token?: string;
}

/**
 * What a command answers: one document, its text for people, and an exit status where it is not 0.
 */
export interface Outcome {
  readonly document: unknown;
  readonly text: string;
  readonly exitStatus?: number;
}

/** What a command's handler works with. */
export class Session {
  readonly io: Io;
  readonly options: GlobalOptions;
  /** Prints what there is to say before the command ends. */
  readonly print: (outcome: Outcome) => void;
  #client: NodeClient | null = null;
  #status: Json<Status> | null = null;

  constructor(io: Io, options: GlobalOptions, print: (outcome: Outcome) => void) {
    this.io = io;
    this.options = options;
    this.print = print;
  }

  /** A line about work that goes on, beside the output. */
  progress(text: string): void {
    this.io.note(`${text}\n`);
  }

  /**
   * The settings, with flags of settings before those of file and environment. @throws NodeError
   * CONFIG_INVALID
   */
  config(settingFlags: readonly string[] = []): ResolvedConfig {
    const data = this.options.data === undefined ? [] : ['--data', this.options.data];
    const input = { argv: [...data, ...settingFlags], env: this.io.environment };
    return loadConfig(input, process.cwd());
  }

  /**
   * The node that the command is about. @throws CommandError DATA_FOLDER_MISSING, NODE_URL_INVALID
   */
  client(): NodeClient {
    this.#client ??= this.#connect();
    return this.#client;
  }

  /** Whether the caller said which node is meant. */
  namesNode(): boolean {
    return this.options.node !== undefined || this.io.environment.COVISA_URL !== undefined;
  }

  /** The status of the node, asked once. */
  async status(): Promise<Json<Status>> {
    this.#status ??= await this.client().get<Json<Status>>('/api/status');
    return this.#status;
  }

  #connect(): NodeClient {
    const { values: config } = this.config();
    const local =
      readTextIfThere(join(config.data, ADDRESS_FILE))?.trim() ??
      listeningUrl(config.host, config.port);
    const url = this.options.node ?? this.io.environment.COVISA_URL ?? local;
    const given = this.options.token ?? this.io.environment.COVISA_TOKEN;
    if (given !== undefined) return new NodeClient(url, given);
    const mayUseOwnToken =
      this.options.data !== undefined || isOwnAddress(url, [local, config.publicUrl]);
    const path = dataPath(config, config.apiTokenFile);
    const token = mayUseOwnToken ? (readTextIfThere(path)?.trim() ?? null) : null;
    if (token === null && !this.namesNode()) {
      throw new CommandError(
        'DATA_FOLDER_MISSING',
        `data folder ${config.data}: holds no node. Make one with covisa init, or name its folder with --data or its address with --node.`,
      );
    }
    return new NodeClient(url, token);
  }
}

/** The address by which this machine reaches a node that listens there. */
function listeningUrl(host: string, port: number): string {
  const everywhere = host === '0.0.0.0' || host === '::';
  const name = everywhere ? '127.0.0.1' : host.includes(':') ? `[${host}]` : host;
  return `http://${name}:${port}`;
}

/** Whether an address is one by which only this machine reaches itself. */
export function isThisMachine(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { hostname } = new URL(url);
  return hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d+){3}$/.test(hostname);
}

/** The token of one's own node goes to that node or to this machine, and nowhere else by itself. */
export function isOwnAddress(url: string, own: readonly (string | null)[]): boolean {
  if (!URL.canParse(url)) return false;
  if (isThisMachine(url)) return true;
  const { origin } = new URL(url);
  return own.some((one) => one !== null && URL.canParse(one) && new URL(one).origin === origin);
}
