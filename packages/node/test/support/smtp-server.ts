/** A tiny SMTP server on loopback (RFC 5321): takes letters, or refuses receiver or password. */

import { once } from 'node:events';
import { createServer, type Server, type Socket } from 'node:net';
import { createInterface } from 'node:readline';

/** What the server was given. */
export interface TakenLetter {
  readonly from: string;
  readonly to: readonly string[];
  /** Headers and body as they came, without dot-stuffing; lines end with \n. */
  readonly data: string;
  /** Of AUTH PLAIN, decoded; null if nobody signed in. */
  readonly login: string | null;
}

export interface SmtpServer {
  readonly port: number;
  readonly letters: readonly TakenLetter[];
  /** The first words of all commands. */
  readonly commands: readonly string[];
}

/** Refuses the login or this receiver, as servers do. */
export interface Refusing {
  readonly login?: boolean;
  readonly receiver?: string;
}

/** Registers the clean-up with mocha; call it inside of a `describe`. */
export function smtpServers(): (refusing?: Refusing) => Promise<SmtpServer> {
  const servers: Server[] = [];
  const sockets: Socket[] = [];
  afterEach(() => {
    for (const socket of sockets.splice(0)) socket.destroy();
    for (const server of servers.splice(0)) server.close();
  });
  return async (refusing = {}) => {
    const letters: TakenLetter[] = [];
    const commands: string[] = [];
    const server = createServer((socket) => {
      sockets.push(socket);
      void talk(socket, refusing, { letters, commands });
    });
    servers.push(server.listen(0, '127.0.0.1'));
    await once(server, 'listening');
    const address = server.address();
    if (address === null || typeof address === 'string') throw new Error('expected a port');
    return { port: address.port, letters, commands };
  };
}

async function talk(
  socket: Socket,
  refusing: Refusing,
  { letters, commands }: { readonly letters: TakenLetter[]; readonly commands: string[] },
): Promise<void> {
  const say = (line: string) => socket.write(`${line}\r\n`);
  const inAngles = (line: string) => /<([^>]*)>/.exec(line)?.[1] ?? '';
  let [from, login]: [string, string | null] = ['', null];
  let to: string[] = [];
  let data: string[] | null = null;
  say('220 test');
  for await (const line of createInterface({ input: socket })) {
    if (data !== null) {
      if (line !== '.') {
        data.push(line.replace(/^\./, ''));
        continue;
      }
      letters.push({ from, to, data: data.join('\n'), login });
      data = null;
      say('250 taken');
      continue;
    }
    const command = line.slice(0, 4).toUpperCase();
    commands.push(command);
    switch (command) {
      case 'EHLO':
        say('250-test\r\n250 AUTH PLAIN');
        break;
      case 'AUTH':
        login = Buffer.from(line.slice(11), 'base64').toString().replaceAll('\0', ' ').trim();
        say(refusing.login ? '535 no such user' : '235 welcome');
        break;
      case 'MAIL':
        from = inAngles(line);
        to = [];
        say('250 ok');
        break;
      case 'RCPT':
        to.push(inAngles(line));
        say(inAngles(line) === refusing.receiver ? '550 nobody' : '250 ok');
        break;
      case 'DATA':
        data = [];
        say('354 go on');
        break;
      case 'QUIT':
        say('221 bye');
        socket.end();
        break;
      default:
        say('502 what');
    }
  }
}
