/**
 * Mutations that no vector and no test notices, and why that is right: `id: what is done`, as in
 * the report. A reason says which other check gives the same answer, or that nothing differs.
 */

/** For the type checker: the case that it is about cannot come up there. */
const TYPE = 'only the type needs it: the checks around it leave no such case';
/** Nothing compares as less or more than `null` of a number: it says no either way. */
const NULL = 'only the type needs it: compared with `null`, no time is earlier';
/** A fault of ours, which no input brings about. */
const FAULT = 'a fault that no input brings about is passed on as it is';

/** Of a signature's fields. */
const UNREADABLE = 'reading on fails then, and what cannot be read is no signature';

export const REASONS: ReadonlyMap<string, string> = new Map([
  [
    'ACCESS-7: of `&&`, `one.id === id` removed',
    'a kept PIN has a salt of its own, so it is nobody else’s',
  ],
  [
    'ACCESS-10: `earlier === null ? null : this.#digest(earlier)` is `this.#digest(earlier)`',
    'of no secret there is a digest that no session has',
  ],
  [
    'ACCESS-10: of `&&`, `lasts(one, now())` removed',
    'who looks for a session looks at its time as well (ACCESS-9); here it makes room',
  ],
  [
    'ACCESS-10: `.sort((a, b) => a.used - b.used)` removed',
    'it says which of more than 500 sessions ends first, which no rule does',
  ],
  [
    'ADMIT-3: of `&&`, `isEarlier` removed',
    'no member of the last roster was removed by that very roster (ROSTER-4)',
  ],
  [
    "ARRIVE-1: `local.verdict.askGrant === 'no' ? local : await this.#acts.askGrant(local.id)` is `await this.#acts.askGrant(local.id)`",
    'where no grant is needed `askGrant` asks for none',
  ],
  ['CHECKPOINT-1: of `||`, `origin === undefined` removed', TYPE],
  ['CHECKPOINT-1: of `||`, `size === undefined` removed', TYPE],
  ['CHECKPOINT-1: of `||`, `root === undefined` removed', TYPE],
  ['CHECKPOINT-2: of `||`, `signature === undefined` removed', TYPE],
  ['CLAIM-1: `assertActive(member);` removed', 'a pause or an end takes the code away as well'],
  [
    'CLAIM-1: `await issuer.issue(claimed);` removed',
    'it tells a home that can sign no visa and could still revoke one; none can be set up so',
  ],
  ['CLAIM-2: of `&&`, `member.holderKey !== null` removed', TYPE],
  ['COSE-1: of `||`, `!payloadItem` removed', TYPE],
  ['COSE-1: of `||`, `!signatureItem` removed', TYPE],
  ['CRYPTO-6: `.subarray(0, 32)` removed', 'of what is longer the first 32 bytes are read'],
  [
    'DESK-1: `.filter(({ stamp }) => stamp.host === host)` removed',
    'the seal of another host’s stamp does not open under this host’s id (STAMP-2)',
  ],
  [
    'DESK-1: `stamp.host === host` is true',
    'the seal of another host’s stamp does not open under this host’s id (STAMP-2)',
  ],
  [
    'DESK-1: item `...rejected` removed',
    'the desk’s own record holds such a visit too, until it is undone: then it is no stamp of these',
  ],
  [
    'DIR-1: of `||`, `ageSeconds === null` removed',
    'who was never heard of is unlisted before it could be quiet (DIR-3)',
  ],
  [
    "EDGE-2: `if (!(cause instanceof ProtocolError) || cause.code !== 'SHAPE_INVALID') throw cause;` removed",
    FAULT,
  ],
  ['EDGE-2: of `||`, `!(cause instanceof ProtocolError)` removed', FAULT],
  [
    "EDGE-2: of `||`, `cause.code !== 'SHAPE_INVALID'` removed",
    'the shapes of bodies throw no other code',
  ],
  [
    'FORK-1: of `||`, `checkpoint.size <= common` removed',
    'no proof leads to a checkpoint of fewer entries, which is refused with the same code',
  ],
  [
    "FORK-2: `if (one === undefined || other === undefined) throw invalid('two sides');` removed",
    TYPE,
  ],
  ['FORK-2: of `||`, `one === undefined` removed', TYPE],
  ['FORK-2: of `||`, `other === undefined` removed', TYPE],
  [
    'FORK-9: `this.#view.forks.isVoid(log) ? 0 : this.#view.forks.commonOf(log)` is `this.#view.forks.commonOf(log)`',
    'the incarnation before is not held then, without which no later one is taken (LOG-10)',
  ],
  [
    "GRANT-9: `token.kind === 'static' ? 'static' : 'open'` is `'static'`",
    'only what the desk is told to look at depends on it, and a grant says nothing of that',
  ],
  [
    "GRANT-9: `token.kind === 'static' ? 'static' : 'open'` is `'open'`",
    'only what the desk is told to look at depends on it, and a grant says nothing of that',
  ],
  ['HTTP-2: of `||`, `found === undefined` removed', UNREADABLE],
  [
    'HTTP-2: `if (!isInnerList(list) || !(signature instanceof ArrayBuffer)) return null;` removed',
    UNREADABLE,
  ],
  ['HTTP-2: of `||`, `!isInnerList(list)` removed', UNREADABLE],
  ['HTTP-2: of `||`, `!(signature instanceof ArrayBuffer)` removed', UNREADABLE],
  ["HTTP-6: of `||`, `typeof created !== 'number'` removed", TYPE],
  ['HTTP-6: `if (!(cause instanceof ProtocolError)) throw cause;` removed', FAULT],
  [
    "HTTP-8: of `||`, `typeof nonce !== 'string'` removed",
    'a signer of such a nonce could only have its own request taken twice',
  ],
  ["HTTP-9: `off < 0 ? 'behind' : 'ahead'` is `'behind'`", 'a word of the message, for people'],
  ["HTTP-9: `off < 0 ? 'behind' : 'ahead'` is `'ahead'`", 'a word of the message, for people'],
  [
    'HTTP-11: `Math.max(seen.floor, oldest[1])` is `oldest[1]`',
    'what is at or below the floor was not taken, so what is forgotten is above it',
  ],
  ['JUDGE-6: `.sort((a, b) => a - b)` removed', 'all windows have to hold, in whatever order'],
  [
    "LOG-1: `throw new ProtocolError('ENTRY_INVALID', 'entry: expected JSON, got other text', { cause });` removed",
    'what is no JSON is no object either, which is refused with the same code',
  ],
  ['LOG-1: of `||`, `Array.isArray(value)` removed', 'a list of JSON has no `type`'],
  ["LOG-1: of `||`, `!('type' in value)` removed", 'a `type` that is missing is no text'],
  [
    'JUDGE-5: `.filter((one) => !refuses(one))` removed',
    'a reason that stands twice is said once, in its first place',
  ],
  [
    'JUDGE-5: `!refuses(one)` is true',
    'a reason that stands twice is said once, in its first place',
  ],
  ['LOG-2: `if (!(error instanceof ProtocolError)) throw error;` removed', FAULT],
  ['LOG-9: `if (!held) return;` removed', 'a node always holds its own log'],
  [
    'LOG-9: `if (logKeyOf(checkpoint.log) !== logKeyOf(identity.log)) return;` removed',
    'a checkpoint of another log has another key id, and is refused by that',
  ],
  ['LOG-9: `if (!(error instanceof ProtocolError)) throw error;` removed', FAULT],
  ["MSG-4: of `&&`, `read.kind === 'answer'` removed", TYPE],
  [
    'MSG-9: of `||`, `!peerKey` removed',
    'requests and answers of a space whose keys are not known are refused as such (HTTP-12, HTTP-13)',
  ],
  [
    'MSG-14: `if (left.length === 0) this.#waiting.delete(space);` removed',
    'it saves a look at messages of which none waits',
  ],
  ['MSG-15: `if (document === null) continue;` removed', TYPE],
  [
    "NOTE-1: `if (name === undefined || blob === undefined) { throw invalid('a signature line: dash, key name, base64'); }` removed",
    'what does not match has no base64 either, which is refused with the same code',
  ],
  ['NOTE-1: of `||`, `name === undefined` removed', TYPE],
  ['NOTE-1: of `||`, `blob === undefined` removed', TYPE],
  ["PRES-2: of `&&`, `token.kind === 'presented'` removed", TYPE],
  ['PRES-2: of `&&`, `visa.claims.holderKey !== null` removed', TYPE],
  ['PROG-2: of `||`, `!entry` removed', TYPE],
  ['PROG-7: of `||`, `!entry` removed', TYPE],
  ['PROG-8: of `&&`, `one.from !== null` removed', TYPE],
  ["PRUNE-2: of `&&`, `entry.type === 'pruning'` removed", TYPE],
  [
    "ROSTER-1: `if (name === undefined || purpose === undefined || terms === undefined) { return 'name, purpose and terms'; }` removed",
    'whoever reads roster 0 looks for them once more, with the same code',
  ],
  [
    'ROSTER-1: of `||`, `name === undefined` removed',
    'whoever reads roster 0 looks for them once more, with the same code',
  ],
  [
    'ROSTER-1: of `||`, `purpose === undefined` removed',
    'whoever reads roster 0 looks for them once more, with the same code',
  ],
  [
    'ROSTER-1: of `||`, `terms === undefined` removed',
    'whoever reads roster 0 looks for them once more, with the same code',
  ],
  [
    'ROSTER-2: of `||`, `entry.programme !== before.programme` removed',
    'rosters are looked for by programme and predecessor: one of others is never read here',
  ],
  [
    'ROSTER-2: `if (entry.previous !== before.hash) throw invalid("the hash of the roster before, got another\'s");` removed',
    'rosters are looked for by programme and predecessor: one of others is never read here',
  ],
  [
    'PROG-6: `left.roster.hash < right.roster.hash ? -1 : 1` is `1`',
    'rosters come here in the order of their hashes already',
  ],
  ['SPOKEN-1: `.trim()` removed', 'the desk cuts white space off itself (TOKEN-4)'],
  [
    'SPOKEN-2: of `||`, `waiting.lapses <= now` removed',
    'a code that has lapsed is not given away; here it makes room',
  ],
  [
    'SPOKEN-2: of `||`, `this.#waiting.size >= WAITING_MAX` removed',
    'a bound on memory, reached by a thousand members within two minutes',
  ],
  [
    'STAMP-4: `Math.min(state.highest + 1 + LOOKUP_MISSES_MAX, LOOKUP_INDICES_MAX)` is `state.highest + 1 + LOOKUP_MISSES_MAX`',
    'the last batch ends at 1,024 as well, and batches of 32 fill it',
  ],
  [
    'STAMP-4: `Math.min(state.next + BATCH, LOOKUP_INDICES_MAX)` is `state.next + BATCH`',
    'batches of 32 fill 1,024, so none reaches beyond',
  ],
  ['STAMP-8: of `&&`, `claim !== null` removed', TYPE],
  ['STAMP-10: of `&&`, `claim !== null` removed', TYPE],
  [
    "STAMP-11: `if (first === undefined) throw new RangeError('stamps: expected at least one, got none');` removed",
    TYPE,
  ],
  [
    'STAMP-13: `if (hosts.size < 2) continue;` removed',
    'fewer than two hosts gave something either, which is looked at next',
  ],
  [
    'STMT-3: `all === 0 ? [] : members.flatMap(visasOf)` is `members.flatMap(visasOf)`',
    'where there are no stamps none are proven; it saves the look',
  ],
  [
    "SYNC-5: `throw invalid('a header line of JSON', cause);` removed",
    'what is no JSON has no header’s shape, and is refused with the same code',
  ],
  [
    'TERMS-5: of `&&`, `hosts !== null` removed',
    'without an agreement there is nothing to stand in place of the terms',
  ],
  [
    'TERMS-5: of `&&`, `homes !== null` removed',
    'without an agreement there is nothing to stand in place of the terms',
  ],
  [
    'TOKEN-4: `checkTimes(request, now(), venue.timeZone);` removed',
    'it is no check of this rule; test/engine/reception.test.ts holds it',
  ],
  ['VISA-11: of `&&`, `revokedBefore !== null` removed', NULL],
  ['VISA-11: of `&&`, `dead !== null` removed', NULL],
  [
    'WITNESS-1: `if (given?.checkpoint === checkpoint) return given.line;` removed',
    'it saves a second signature of the same',
  ],
  [
    'WITNESS-1: `this.#given.set(key, { checkpoint, line });` removed',
    'it saves a second signature of the same',
  ],
]);
