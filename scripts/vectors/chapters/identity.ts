/** Vectors of the chapter identity: space ids, resumes, the opening chain, issuing keys. */

import {
  deriveNodeKeys,
  encodeBase64url,
  encodeUtf8,
  type KeyRevocationEntry,
  type KeysEntry,
  type ResumeEntry,
  resumeToSign,
  sha256,
  tweetnaclBackend,
} from '@covisa/protocol';
import {
  announced,
  DAY,
  INSTANT,
  lineOf,
  MELBOURNE,
  publicText,
  SYDNEY,
  seedOf,
} from '../material.js';
import { type Vector, vectorsOf } from '../vector.js';

const open = vectorsOf('open-space');
const message = vectorsOf('resume-message');
const issuing = vectorsOf('issuing-key');
const sealed = vectorsOf('sealed-issuing-key');
const stands = vectorsOf('entry-stands');

/** What a resume says before it is signed. */
function claimsOf(incarnation: number, changes: Partial<ResumeEntry> = {}) {
  return {
    space: MELBOURNE.id,
    incarnation,
    previous: { size: 5, root: encodeBase64url(seedOf('root')) },
    ...announced(deriveNodeKeys(seedOf(`node/${incarnation}`)), seedOf(`recovery/${incarnation}`)),
    time: INSTANT,
    ...changes,
  };
}

/** A resume that the key of `recovery` signs, and names as its own. */
function resume(
  incarnation: number,
  recovery: Uint8Array,
  changes: Partial<ResumeEntry> = {},
): ResumeEntry {
  const claims = claimsOf(incarnation, changes);
  const signature = encodeBase64url(tweetnaclBackend.sign(recovery, resumeToSign(claims)));
  const recoveryKey = publicText(recovery);
  return { type: 'resume', version: 1, ...claims, recoveryKey, signature };
}

const first = resume(1, MELBOURNE.recovery);
const second = resume(2, seedOf('recovery/1'), { time: INSTANT + DAY });

/** One that follows the one before, by the words that it named. */
function resumeAfter(incarnation: number): ResumeEntry {
  const before = incarnation === 1 ? MELBOURNE.recovery : seedOf(`recovery/${incarnation - 1}`);
  return resume(incarnation, before);
}

const resumes = Array.from({ length: 64 }, (_, i) => lineOf(resumeAfter(i + 1)));

function opened(entry: ResumeEntry) {
  const { incarnation, log, witness, peer, box, recovery } = entry;
  return { incarnation, log, witness, peer, box, recovery };
}

function refused(title: string, rules: string, lines: readonly string[]): Vector {
  return open.error(title, rules, { space: MELBOURNE.id, lines }, 'RESUME_INVALID');
}

const { inception } = MELBOURNE;
const firstLine = lineOf(first);
/** Signed by the log key, as by somebody who has stolen the disk. */
const stolen: ResumeEntry = {
  ...first,
  signature: encodeBase64url(tweetnaclBackend.sign(MELBOURNE.keys.log, resumeToSign(first))),
};

const openings: readonly Vector[] = [
  open.ok(
    'the keys of a space that never resumed are those of its inception',
    'LOG-5',
    { space: MELBOURNE.id, lines: [inception] },
    { incarnation: 0, ...announced(MELBOURNE.keys, MELBOURNE.recovery) },
    { sha256: sha256(encodeUtf8(inception)) },
  ),
  open.ok(
    'the keys of a space are those of its latest resume',
    'RESUME-1 RESUME-2 RESUME-3',
    { space: MELBOURNE.id, lines: [inception, firstLine, lineOf(second)] },
    opened(second),
    { signed: [resumeToSign(first), resumeToSign(second)] },
  ),
  refused('an inception of another space opens nothing', 'LOG-5', [SYDNEY.inception]),
  refused('an inception with one space more is another space', 'LOG-5', [`${inception} `]),
  refused('no line opens no space', 'LOG-5', []),
  refused('a resume without its inception opens nothing', 'LOG-10', [firstLine]),
  refused('a resume of another space', 'RESUME-2', [
    inception,
    lineOf(resume(1, MELBOURNE.recovery, { space: SYDNEY.id })),
  ]),
  refused('a resume of another incarnation', 'RESUME-2', [
    inception,
    lineOf(resume(2, MELBOURNE.recovery)),
  ]),
  refused('a resume by a recovery key that nobody announced', 'RESUME-3', [
    inception,
    lineOf(resume(1, seedOf('a thief'))),
  ]),
  refused('a resume that the log key signed: a stolen disk takes no space', 'RESUME-3', [
    inception,
    lineOf(stolen),
  ]),
  refused('a second resume by the words that served already', 'RESUME-3', [
    inception,
    firstLine,
    lineOf(resume(2, MELBOURNE.recovery)),
  ]),
  refused('a resume whose time was changed', 'RESUME-1', [
    inception,
    lineOf({ ...first, time: first.time + 1 }),
  ]),
  refused('a resume whose accepted size was changed', 'RESUME-1', [
    inception,
    lineOf({ ...first, previous: { ...first.previous, size: 6 } }),
  ]),
  refused('another entry in the place of a resume', 'LOG-10', [inception, inception]),
  open.ok(
    'the keys of a space that has resumed 63 times',
    'RESUME-6',
    { space: MELBOURNE.id, lines: [inception, ...resumes.slice(0, 63)] },
    opened(resumeAfter(63)),
  ),
  refused('a space that has resumed 64 times', 'RESUME-6', [inception, ...resumes]),
  message.ok(
    'the bytes that the recovery key signs',
    'RESUME-1',
    { line: firstLine },
    { message: resumeToSign(first) },
    { label: encodeUtf8('covisa/resume/1\n'), length: 260 },
  ),
];

function keys(generation: number, from: number, until: number): KeysEntry {
  const secret = deriveNodeKeys(MELBOURNE.secret, { issuing: generation }).issuing;
  return {
    type: 'keys',
    generation,
    issuing: publicText(secret),
    from: INSTANT + from * DAY,
    until: INSTANT + until * DAY,
  };
}

function dead(generation: number, days: number): KeyRevocationEntry {
  return { type: 'key-revocation', generation, time: INSTANT + days * DAY };
}

type Announcement = KeysEntry | KeyRevocationEntry | ResumeEntry;

function placed(entries: readonly Announcement[], incarnation = 0) {
  return entries.map((entry) => ({ incarnation, line: lineOf(entry) }));
}

const [early, late] = [keys(0, -30, 30), keys(1, -1, 60)];

function notKnown(
  title: string,
  rules: string,
  entries: readonly KeysEntry[],
  days: number,
): Vector {
  const input = { entries: placed(entries), issuedAt: INSTANT + days * DAY };
  return issuing.error(title, rules, input, 'ISSUING_KEY_UNKNOWN');
}

const resumed = [...placed([early]), { incarnation: 1, line: firstLine }];

const issuingKeys: readonly Vector[] = [
  issuing.ok(
    'of two issuing keys the one that was announced last holds',
    'KEYS-4',
    { entries: placed([early, late]), issuedAt: INSTANT },
    { key: late.issuing },
  ),
  issuing.ok(
    'an issuing key holds from its first second on',
    'KEYS-3 KEYS-4',
    { entries: placed([keys(0, 0, 90)]), issuedAt: INSTANT },
    { key: keys(0, 0, 90).issuing },
  ),
  notKnown('an issuing key does not hold before its first second', 'KEYS-4', [keys(0, 1, 30)], 0),
  notKnown('an issuing key does not hold in the second at which it ends', 'KEYS-4', [early], 30),
  notKnown('an issuing key of 91 days is none', 'KEYS-3', [keys(0, -1, 90)], 0),
  notKnown('an issuing key of no time is none', 'KEYS-3', [keys(0, 0, 0)], 0),
  notKnown('without an announcement there is no issuing key', 'KEYS-4', [], 0),
  issuing.error(
    'a revoked issuing key is dead for whatever it says that it was issued before',
    'KEYS-5 KEYS-6',
    { entries: placed([early, dead(0, 0)]), issuedAt: INSTANT - 5 * DAY },
    'ISSUING_KEY_REVOKED',
  ),
  issuing.error(
    'a resume kills the issuing keys of the incarnations before it',
    'KEYS-5 KEYS-6',
    { entries: resumed, issuedAt: INSTANT - DAY },
    'ISSUING_KEY_REVOKED',
  ),
  issuing.ok(
    'a revocation before the announcement kills nothing',
    'KEYS-5',
    { entries: placed([dead(0, -1), early]), issuedAt: INSTANT },
    { key: early.issuing },
  ),
  notKnown('an issuing key that ends before it begins is none', 'KEYS-3', [keys(0, 1, -1)], 0),
  issuing.error(
    'of two keys that hold the dead one is not passed over',
    'KEYS-4 KEYS-6',
    { entries: placed([early, late, dead(1, 1)]), issuedAt: INSTANT },
    'ISSUING_KEY_REVOKED',
  ),
  sealed.ok(
    'what was granted before its key died still counts',
    'KEYS-7',
    { entries: placed([early, dead(0, 0)]), issuedAt: INSTANT - 1 },
    { key: early.issuing },
  ),
  sealed.ok(
    'what was granted in the second in which its key died does not count',
    'KEYS-7',
    { entries: placed([early, dead(0, 0)]), issuedAt: INSTANT },
    { key: null },
  ),
  sealed.ok(
    'what was granted after a resume by a key from before it does not count',
    'KEYS-5 KEYS-7',
    { entries: resumed, issuedAt: INSTANT + 1 },
    { key: null },
  ),
  sealed.ok(
    'of two revocations of one key the earlier one counts',
    'KEYS-7',
    { entries: placed([early, dead(0, 0), dead(0, 5)]), issuedAt: INSTANT + DAY },
    { key: null },
  ),
];

const stamp = `{"type":"refusal","home":"${SYDNEY.id}","venue":"main","date":"2026-05-12",\
"programme":"${encodeBase64url(seedOf('programme'))}","roster":0,"reason":"full"}`;
const revocation = (time: number) =>
  `{"type":"revocation","marker":"AAAAAAAAAAAAAAAAAAAAAA","time":${time}}`;
const closing = '{"type":"closing","date":"2026-05-12"}';

function beyond(title: string, line: string, index: number, answer: boolean): Vector {
  return stands.ok(title, 'RESUME-4', { line, index, resume: firstLine }, { stands: answer });
}

const programme = encodeBase64url(seedOf('programme'));
/** What protects nobody: its type, and what its entry says besides. */
const others: Readonly<Record<string, object>> = {
  keys: { generation: 1, issuing: programme, from: 1, until: 2 },
  'key-revocation': { generation: 0, time: INSTANT - 1 },
  endorsement: { programme, roster: programme, space: SYDNEY.id },
  leave: { programme, date: '2026-05-12' },
  return: { programme, date: '2026-05-12' },
};

const cuts: readonly Vector[] = [
  ...Object.entries(others).map(([type, members]) =>
    beyond(
      `an entry ${type} beyond what a resume accepts does not stand`,
      JSON.stringify({ type, ...members }),
      6,
      false,
    ),
  ),
  ...['complaint', 'feedback'].map((type) =>
    beyond(
      `a ${type} beyond what a resume accepts does not stand`,
      JSON.stringify({ type, home: SYDNEY.id, date: '2026-05-12' }),
      6,
      false,
    ),
  ),
  beyond('an inception in the midst of a log does not stand', inception, 6, false),
  beyond('a resume in the midst of a log does not stand', firstLine, 6, false),
  beyond('a revocation from after the resume does not stand', revocation(INSTANT + DAY), 7, false),
  beyond('a closing far beyond what a resume accepts does not stand', closing, 5000, false),
  beyond('below the size that a resume accepts all stands', closing, 4, true),
  beyond('a closing beyond what a resume accepts does not stand', closing, 5, false),
  beyond('a refusal beyond what a resume accepts stands', stamp, 7, true),
  beyond(
    'a signature of a roster beyond what a resume accepts stands',
    JSON.stringify({ type: 'roster-signature', programme, version: 1, roster: programme }),
    7,
    true,
  ),
  beyond('a revocation from before the resume stands', revocation(INSTANT - 1), 7, true),
  beyond('a revocation in the second of the resume does not stand', revocation(INSTANT), 7, false),
  beyond(
    'a void beyond what a resume accepts does not stand',
    '{"type":"void","index":2,"date":"2026-05-12"}',
    7,
    false,
  ),
  beyond(
    'an unknown entry beyond what a resume accepts does not stand',
    '{"type":"news"}',
    5,
    false,
  ),
  stands.ok(
    'where no resume follows all stands',
    'RESUME-4',
    { line: closing, index: 99, resume: null },
    { stands: true },
  ),
];

export const identity: readonly Vector[] = [...openings, ...issuingKeys, ...cuts];
