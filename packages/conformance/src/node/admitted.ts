/** Test spaces that the node has endorsed, so that they are in a programme with it. */

import type { ProgrammeId } from '@covisa/protocol';
import { errorOf } from './answers.js';
import { AMPLE_TERMS, application, foundProgramme, HALVES_TERMS } from './applying.js';
import { Failure, Skip } from './expect.js';
import { Peer } from './peer.js';
import type { Subject } from './subject.js';
import type { TestSpace } from './test-space.js';

/** What a space does before it applies. */
type Prepare = (space: TestSpace) => void;

/** Lets a space apply to a programme of the node. @throws Failure */
export async function apply(
  subject: Subject,
  space: TestSpace,
  programme: ProgrammeId,
): Promise<void> {
  const called = await subject.call(space, '/covisa/v1/apply', application(space, programme));
  await subject.checkSigned(called);
  if (called.answer.status !== 200) throw new Failure(`apply: got ${errorOf(called.answer)}`);
}

/** Lets the node endorse a space that has applied. @throws Skip without a token */
async function endorse(subject: Subject, space: TestSpace, programme: ProgrammeId): Promise<void> {
  const path = `/api/programmes/${programme}/endorse`;
  const answer = await subject.api('POST', path, { space: space.id });
  if (answer.status !== 200) throw new Skip(`endorsing failed: ${errorOf(answer)}`);
}

async function admit(
  subject: Subject,
  name: string,
  programme: ProgrammeId,
  prepare: Prepare,
): Promise<Peer> {
  if (subject.options.token === null) {
    throw new Skip("needs --token <API token>, with which the node endorses the suite's spaces");
  }
  await subject.learnClock();
  const space = subject.newSpace(name);
  prepare(space);
  await apply(subject, space, programme);
  await endorse(subject, space, programme);
  return new Peer(subject, space, programme);
}

/**
 * The test spaces, each with the programme that the node founds for it: an endorser's first three
 * count for each roster (ADMIT-2), so there are three at most in each.
 */
const CAST = {
  Alice: 'sync',
  Bob: 'sync',
  Eve: 'sync',
  Carol: 'relay',
  Dan: 'relay',
  Frank: 'relay',
  Erin: 'elsewhere',
  Oscar: 'elsewhere',
  Mallory: 'hostile',
  Victor: 'hostile',
  Trudy: 'hostile',
  Grace: 'grants',
  Heidi: 'grants',
  Ivan: 'grants',
  Quentin: 'halves',
  Rita: 'halves',
  Sam: 'halves',
  Walter: 'calls',
  Quinn: 'calls',
  Judy: 'messages',
  Olivia: 'messages',
  Peggy: 'messages',
  Sybil: 'forks',
  Ted: 'forks',
  Ursula: 'forks',
  Vera: 'rivals',
  Wendy: 'rivals',
  Xavier: 'rivals',
  Yves: 'thirds',
  Zoe: 'thirds',
  Prudence: 'pruned',
  Rhea: 'pruned',
  Piers: 'pruned',
  Edgar: 'edges',
  Ruth: 'edges',
  Yara: 'edges',
} as const;
export type Name = keyof typeof CAST;
type Group = (typeof CAST)[Name];

function termsOf(group: Group): object {
  return group === 'halves' ? HALVES_TERMS : AMPLE_TERMS;
}

/** A test space of that name, in a programme with the node. @throws Skip without a token */
export function admitted(subject: Subject, name: Name): Promise<Peer> {
  return admittedWith(subject, name, () => undefined);
}

/** The same, of a space that writes something before it applies. */
export function admittedWith(subject: Subject, name: Name, prepare: Prepare): Promise<Peer> {
  const group = CAST[name];
  return subject.once(`the test space ${name}`, async () => {
    const programme = await subject.once(`the programme of ${group}`, () =>
      foundProgramme(subject, `Conformance: ${group}`, termsOf(group)),
    );
    return admit(subject, name, programme, prepare);
  });
}
