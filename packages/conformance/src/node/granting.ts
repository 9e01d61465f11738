/** Grants as a test space asks for them, and uses them. */

import {
  type CalendarDate,
  encodeUtf8,
  parseBase64url,
  parseGrant,
  parseToken,
  sealStamp,
  shape,
  stampMarker,
} from '@covisa/protocol';
import { ed25519 } from '../platform/ed25519.js';
import { documentOf } from './answers.js';
import { check, reading, same } from './expect.js';
import type { Peer } from './peer.js';
import type { Subject } from './subject.js';
import { dateOf, type Wallet } from './wallet.js';

const { either, integer, literal, open, text } = shape;
export const DAY_SECONDS = 86_400;

const grantAnswer = either(
  open({ granted: literal(true), grant: text({ min: 1, max: 4096 }), k: integer(0) }),
  open({ granted: literal(false), code: text({ min: 1, max: 60 }), sentence: text({ max: 2000 }) }),
);

/** What a host asks for, where it is not the whole of today at its first venue. */
export interface Wish {
  readonly date?: CalendarDate;
  readonly venue?: string;
  readonly programme?: string;
  readonly k?: number;
  readonly halfDay?: boolean;
}

/** Asks as a host does; the answer is signed, whatever it says. */
export async function ask(subject: Subject, host: Peer, token: string, wish: Wish = {}) {
  const { date = dateOf(subject.now()), programme = host.programme, k = 0 } = wish;
  const { venue = 'main', halfDay = false } = wish;
  const content = encodeUtf8(JSON.stringify({ token, k, date, venue, programme, halfDay }));
  const contentType = 'application/json';
  const called = await subject.call(host.space, '/covisa/v1/grant', content, { contentType });
  await subject.checkSigned(called);
  return called.answer;
}

/** The same, where the answer is a grant or a no. */
export async function asked(subject: Subject, host: Peer, token: string, wish: Wish = {}) {
  return documentOf(await ask(subject, host, token, wish), grantAnswer);
}

/** The same, where it is a grant. @throws Failure */
export async function granted(subject: Subject, host: Peer, token: string, wish: Wish = {}) {
  const answer = await asked(subject, host, token, wish);
  if (!answer.granted) same('the answer', answer.code, 'a grant');
  check(answer.granted, 'answer: expected a grant');
  return answer;
}

/** The same, where it is a no with this code. @throws Failure */
export async function refused(
  subject: Subject,
  code: string,
  host: Peer,
  token: string,
  wish?: Wish,
) {
  const answer = await asked(subject, host, token, wish);
  check(!answer.granted, `answer: expected ${code}, got a grant`);
  same('the code', answer.code, code);
}

/** The grant in an answer. @throws Failure */
export function grantIn({ grant }: { readonly grant: string }) {
  return reading('grant', () => parseGrant(parseBase64url(grant)));
}

/** A grant that was used. */
interface Used {
  readonly token: string;
  readonly grant: string;
  readonly k: number;
}

/** Publishes the stamp of a granted visit of today, and sends it to the home. */
export async function stamp(
  subject: Subject,
  host: Peer,
  wallet: Wallet,
  { token, grant, k }: Used,
): Promise<void> {
  const read = parseToken(token);
  check(read.kind === 'presented', 'the suite made no presentation');
  const holderKey = ed25519.publicKey(wallet.holderSeed);
  const proof = read.proof.bytes;
  const place = { visaNumber: wallet.number, k, host: host.space.id };
  const contents = { holderKey, proof, grant: parseBase64url(grant) };
  host.space.append({
    type: 'stamp',
    marker: stampMarker(wallet.number, k),
    home: wallet.home,
    venue: 'main',
    date: dateOf(subject.now()),
    kind: 'free',
    weight: grantIn({ grant }).claims.weight,
    programme: host.programme,
    roster: 0,
    seal: sealStamp(contents, place, subject.options.random(24)),
  });
  await host.sync();
}
