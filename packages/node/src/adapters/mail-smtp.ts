/** Mail by SMTP (nodemailer): the only file that sends any. */

import { createTransport } from 'nodemailer';
import { NodeError } from '../errors.js';
import type { Letter, Mail } from '../ports.js';

/** What the operator decided. */
export interface SmtpOptions {
  /** `smtps://user:password@host`, or `smtp://host:port`, which turns to TLS where it can. */
  readonly url: string;
  readonly from: string;
  readonly timeoutMilliseconds: number;
}

/**
 * Letters over one connection each, in plain text. Nothing in a letter is read as a file or an
 * address on the network.
 */
export function createSmtpMail({ url, from, timeoutMilliseconds }: SmtpOptions): Mail {
  const { protocol, hostname, port, username, password } = new URL(url);
  const secure = protocol === 'smtps:';
  const transport = createTransport({
    host: hostname.replace(/^\[|\]$/g, ''),
    port: port === '' ? (secure ? 465 : 587) : Number(port),
    secure,
    ...(username !== '' && {
      auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) },
      // A password is not sent in clear.
      requireTLS: !secure && !isLoopback(hostname),
    }),
    connectionTimeout: timeoutMilliseconds,
    greetingTimeout: timeoutMilliseconds,
    socketTimeout: timeoutMilliseconds,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    from,
    async send({ to, subject, text }: Letter) {
      try {
        await transport.sendMail({ from, to: { name: '', address: to }, subject, text });
      } catch (cause) {
        throw failure(cause);
      }
    },
  };
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '[::1]' || /^127(\.\d{1,3}){3}$/.test(host);
}

/** Neither the server's words nor the password: its code, and nodemailer's. */
function failure(cause: unknown): NodeError {
  const { code, responseCode } = detailOf(cause);
  const said = [code, responseCode].filter((one) => one !== null).join(' ');
  return new NodeError('MAIL_FAILED', `mail: expected the server to take it, got ${said}`, {
    remedy: remedyFor(code),
    cause,
  });
}

function detailOf(cause: unknown): { code: string; responseCode: number | null } {
  if (typeof cause !== 'object' || cause === null) return { code: 'an error', responseCode: null };
  const code = 'code' in cause && typeof cause.code === 'string' ? cause.code : 'an error';
  const has = 'responseCode' in cause && typeof cause.responseCode === 'number';
  return { code, responseCode: has ? Number(cause.responseCode) : null };
}

function remedyFor(code: string): string {
  switch (code) {
    case 'EAUTH':
      return 'Look at user and password in smtpUrl.';
    case 'EENVELOPE':
      return "Look at the member's contact and at mailFrom: the server refuses one of them.";
    default:
      return 'Look at smtpUrl and at whether the mail server answers, then send again.';
  }
}
