/** Applying to a programme: the link, the application, and what a stranger may send. */

import {
  encodeBase64url,
  encodeSync,
  type ProgrammeId,
  programmeId,
  type SyncRange,
  sha256,
  shape,
  terms,
} from '@covisa/protocol';
import { documentOf } from './answers.js';
import { check, Failure, reading, Skip } from './expect.js';
import type { Subject } from './subject.js';
import type { TestSpace } from './test-space.js';

/** An application is found by its programme; its digest is not looked at. */
const NO_DIGEST = 'A'.repeat(43);

/** What the answer to an application says of the programme. */
export const preview = shape.open({
  name: shape.text({ min: 1, max: 80 }),
  purpose: shape.text({ min: 0, max: 500 }),
  terms,
  rosterVersion: shape.integer(0),
});

/** A programme that nobody has founded. */
export function noProgramme(subject: Subject): ProgrammeId {
  return programmeId.parse(encodeBase64url(sha256(subject.options.random(32))));
}

/** The body of an application with the whole of a space's log, or with another range of it. */
export function application(
  space: TestSpace,
  programme: ProgrammeId,
  range: SyncRange = space.range(0),
): Uint8Array {
  const digests = [{ programme, digest: NO_DIGEST }];
  const lines = space.lines.slice(range.from, range.from + range.count);
  return encodeSync({ sync: 1, digests, ranges: [range] }, [lines]);
}

/** The programme of a link `<node url>/join#<programme id>.<introducer's space id>`. */
async function linkedProgramme(subject: Subject, link: string): Promise<ProgrammeId> {
  const { space } = await subject.discovery();
  const match = /\/join#(?<programme>[A-Za-z0-9_-]{43})\.(?<introducer>[A-Za-z0-9_-]{43})$/u.exec(
    link,
  );
  check(match !== null, 'link: expected <node url>/join#<programme id>.<space id>');
  if (match.groups?.introducer !== space) {
    throw new Failure("link: expected the id of this node's space as the introducer");
  }
  return reading('link', () => programmeId.parse(match.groups?.programme));
}

const founded = shape.open({ id: programmeId });
/** Of the programmes that the suite founds: so many free days that no allowance is used up. */
export const AMPLE_TERMS = {
  allowances: [{ days: 60, count: 'host', window: 'visa-year' }],
  lateEntry: { days: 3 },
};

/** One free day in the programme, in halves. */
export const HALVES_TERMS = {
  allowances: [{ days: 1, count: 'programme', window: 'visa-year' }],
  halfDays: { allowed: true },
  lateEntry: { days: 3 },
};

/** Lets the node found a programme of its own. @throws Skip without a token */
export async function foundProgramme(
  subject: Subject,
  name: string,
  founding: object = AMPLE_TERMS,
): Promise<ProgrammeId> {
  const body = { name, purpose: 'Tests of this node', founders: [], terms: founding };
  return documentOf(await subject.api('POST', '/api/programmes', body), founded).id;
}

/** The programme of the link that was given, or one that the node founds for the suite. */
export function programmeOf(subject: Subject): Promise<ProgrammeId> {
  const { invite, token } = subject.options;
  return subject.once('the programme', async () => {
    if (invite !== null) return linkedProgramme(subject, invite);
    if (token === null) throw new Skip('needs --invite <link> or --token <API token>');
    return foundProgramme(subject, 'Conformance');
  });
}
