/**
 * What the engine gives, as JSON: bytes in base64url. Visa numbers, seals, claim codes' digests and
 * proofs stay inside: who holds a visa number can look its holder's visits up.
 */

import { type AnnouncedKey, encodeBase64url, parseUtf8 } from '@covisa/protocol';
import type { Member } from '@covisa/store';
import { claimLink } from '../engine/home/claim-codes.js';
import type {
  CheckResult,
  ClaimInvitation,
  DeskOverview,
  DeskVisit,
  Erasure,
  GrantAnswer,
  LogEntryView,
} from '../engine/services.js';

/** An issuing key as the log tells of it. */
export function issuingKeyView({ entry, incarnation, deadSince }: AnnouncedKey): object {
  const { generation, issuing, from, until } = entry;
  return { incarnation, generation, issuing, from, until, deadSince };
}

/** A member without the visa number. `claim` says only when the one-time code lapses. */
export function memberView(member: Member): object {
  // ACCESS-18: no visa number, seal or proof leaves by a people's route, nor the digest of a code.
  const { visaNumber: _secret, earlier: _secrets, holderKey, former, claim, ...rest } = member;
  return {
    ...rest,
    holderKey: holderKey === null ? null : encodeBase64url(holderKey),
    former: former.map((digest) => encodeBase64url(digest)),
    claim: claim === null || claim.used === true ? null : { lapses: claim.lapses },
  };
}

/** The link that claims a visa; null for a printed card, and where the node has no address. */
export function invitationLink(
  { claimCode }: ClaimInvitation,
  space: string,
  publicUrl: string | null,
): string | null {
  return claimCode === null || publicUrl === null ? null : claimLink(publicUrl, claimCode, space);
}

/** A member with the fresh code, and the link to hand over where the node has an address. */
export function invitationView(
  invitation: ClaimInvitation,
  space: string,
  publicUrl: string | null,
): object {
  const { member, claimCode, claimLapses } = invitation;
  return {
    member: memberView(member),
    claimCode,
    claimLapses,
    claimLink: invitationLink(invitation, space, publicUrl),
  };
}

/** A visit at this desk without the visa number, the seal and what is kept of the proof. */
export function visitView(visit: DeskVisit): object {
  const { visaNumber: _secret, visaUntil, seal: _seal, proofDigest: _proof, ...shown } = visit;
  const { incarnation: _log, ...rest } = shown;
  return {
    recordedBy: null,
    ...rest,
    published: visit.index !== null,
    voided: visit.voidIndex !== null,
    erased: visaUntil === null,
  };
}

/** What an erasure left. */
export function erasureView(erasure: Erasure): object {
  return { ...erasure, visit: visitView(erasure.visit) };
}

/** The outcome of a check. */
export function checkView(check: CheckResult): object {
  return { ...check, visit: check.visit === null ? null : visitView(check.visit) };
}

/** What the desk shows before anybody comes. */
export function deskView(overview: DeskOverview): object {
  return { ...overview, visits: overview.visits.map(visitView) };
}

/** A home's answer to a host. */
export function grantView(answer: GrantAnswer): object {
  return answer.granted
    ? { granted: true, grant: encodeBase64url(answer.grant), k: answer.k }
    : answer;
}

/** An entry: its bytes, and what they say. */
export function logEntryView(held: LogEntryView): object {
  const { space, incarnation, index, bytes } = held;
  const entry: unknown = JSON.parse(parseUtf8(bytes));
  return { space, incarnation, index, bytes: encodeBase64url(bytes), entry };
}
