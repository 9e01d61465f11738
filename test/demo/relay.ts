/**
 * A TCP relay before a node: other nodes know only its address. Cut, it drops what passes and lets
 * nothing new through, as a network that is down.
 */

import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';

/** A relay on a port of the loopback address. Make one with `openRelay`. */
export class Relay {
  readonly url: string;
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();
  #target: number | null = null;
  #isCut = false;

  constructor(server: Server, port: number) {
    this.url = `http://127.0.0.1:${port}`;
    this.#server = server;
    server.on('connection', (socket) => this.#relay(socket));
  }

  /** Where connections go from now on: a port of this machine, or nowhere. */
  aim(port: number | null): void {
    this.#target = port;
  }

  cut(): void {
    this.#isCut = true;
    for (const socket of this.#sockets) socket.destroy();
  }

  heal(): void {
    this.#isCut = false;
  }

  close(): Promise<void> {
    this.cut();
    return new Promise((resolve) => this.#server.close(() => resolve()));
  }

  #relay(caller: Socket): void {
    if (this.#isCut || this.#target === null) {
      caller.on('error', () => {}).destroy();
      return;
    }
    const callee = connect(this.#target, '127.0.0.1');
    this.#join(caller, callee);
    this.#join(callee, caller);
  }

  /** What one end sends the other gets; where one ends, so does the other. */
  #join(from: Socket, to: Socket): void {
    this.#sockets.add(from);
    from.on('error', () => to.destroy());
    from.on('close', () => {
      this.#sockets.delete(from);
      to.destroy();
    });
    from.pipe(to);
  }
}

/** A relay that listens, and leads nowhere yet. */
export function openRelay(): Promise<Relay> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      resolve(new Relay(server, port));
    });
  });
}
