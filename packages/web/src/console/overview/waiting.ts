/** What waits for the owner, in the order in which it matters. Pure. */

import type { MemberView, PeerView, RequestView, StatusView } from '../../api/owner-views.js';
import type { ProgrammeView } from '../../api/programme-views.js';
import { hasOpenChoice, openApplicants, openDrafts } from '../programme/standing.js';

/** One thing to do, and where. */
export type Waiting =
  | { readonly kind: 'mode'; readonly reason: string }
  | { readonly kind: 'erasure' | 'objection'; readonly request: RequestView }
  | { readonly kind: 'choose'; readonly programme: string }
  | { readonly kind: 'vote' | 'endorse'; readonly programme: string; readonly count: number }
  | { readonly kind: 'no-programme' | 'no-member' | 'no-address' }
  | { readonly kind: 'messages' | 'peers'; readonly count: number };

export interface Known {
  readonly status: StatusView;
  readonly programmes: readonly ProgrammeView[];
  readonly requests: readonly RequestView[];
  readonly peers: readonly PeerView[];
  readonly members: readonly MemberView[];
}

/** Failing for less is nothing to look at: nodes try again by themselves. */
const FAILURE_SECONDS = 3600;

/** Everything that waits. */
export function waitingFor(known: Known): readonly Waiting[] {
  const { status, programmes, requests, peers, members } = known;
  const failing = peers.filter(
    ({ firstFailure }) => firstFailure !== null && status.now - firstFailure > FAILURE_SECONDS,
  );
  return [
    ...(status.mode === 'ready'
      ? []
      : [{ kind: 'mode', reason: status.modeReason ?? status.mode } as const]),
    ...requests
      .filter(({ done }) => done === null)
      .map((request) => ({ kind: request.kind, request })),
    ...programmes.flatMap(ofProgramme),
    ...(status.unreadMessages > 0
      ? [{ kind: 'messages', count: status.unreadMessages } as const]
      : []),
    ...(programmes.length === 0 ? [{ kind: 'no-programme' } as const] : []),
    ...(members.length === 0 ? [{ kind: 'no-member' } as const] : []),
    ...(status.publicUrl === null ? [{ kind: 'no-address' } as const] : []),
    ...(failing.length > 0 ? [{ kind: 'peers', count: failing.length } as const] : []),
  ];
}

function ofProgramme(programme: ProgrammeView): readonly Waiting[] {
  const { name } = programme;
  const [votes, endorsements] = [openDrafts(programme).length, openApplicants(programme).length];
  return [
    ...(hasOpenChoice(programme) ? [{ kind: 'choose', programme: name } as const] : []),
    ...(votes > 0 ? [{ kind: 'vote', programme: name, count: votes } as const] : []),
    ...(endorsements > 0
      ? [{ kind: 'endorse', programme: name, count: endorsements } as const]
      : []),
  ];
}
