/** The owner's dealings with programmes: found, invite, join, endorse, amend, sign, leave. */

import {
  absenceOf,
  checkTerms,
  draftRosterZero,
  encodeBase64url,
  encodeEntry,
  isMember,
  isParticipant,
  type KnownEntry,
  type ProgrammeId,
  type ProgrammeState,
  programmeId,
  type RosterEntry,
  type RosterHash,
  type RosterSignatureEntry,
  rosterHashOf,
  type SpaceId,
  shape,
  spaceId,
  standingOf,
  utcDate,
} from '@covisa/protocol';
import { NodeError } from '../../errors.js';
import type { Context } from '../context.js';
import type { GossipService } from '../gossip/gossip.js';
import type { PeerClient } from '../gossip/peer-client.js';
import type { OwnLog } from '../log/own-log.js';
import type { Amendment, Founding, Programmes, ProgrammeView } from '../services.js';
import type { View } from '../view.js';
import type { Applications } from './applications.js';
import type { Joined, ProgrammeBook } from './book.js';
import { amendedRoster, checkRecent, othersBeside, signable } from './decisions.js';
import { assertEndorsable } from './endorsable.js';
import { encodeInviteLink, parseInviteLink } from './invite-link.js';
import type { ProgrammeStates } from './states.js';
import { viewOfPreview, viewOfState } from './views.js';

interface Parts {
  readonly view: View;
  readonly ownLog: OwnLog;
  readonly book: ProgrammeBook;
  readonly states: ProgrammeStates;
  readonly client: PeerClient;
  readonly applications: Applications;
  readonly gossip: Pick<GossipService, 'push' | 'syncNow'>;
}

/** Programmes, for their owners. */
export class ProgrammesService implements Programmes {
  readonly #context: Context;
  readonly #parts: Parts;

  constructor(context: Context, parts: Parts) {
    this.#context = context;
    this.#parts = parts;
  }

  list(): Promise<readonly ProgrammeView[]> {
    return Promise.resolve(this.#parts.states.ids().map((programme) => this.#view(programme)));
  }

  show(programme: ProgrammeId): Promise<ProgrammeView> {
    return Promise.resolve(this.#view(programme));
  }

  #view(programme: ProgrammeId): ProgrammeView {
    const { book, states, view } = this.#parts;
    const state = states.state(programme);
    if (state) {
      const applied = book.applicants(programme);
      return viewOfState(state, {
        own: this.#own,
        applied,
        silent: states.silent(programme),
        chosen: book.chosen(programme),
        view,
      });
    }
    const joined = book.joined.find((one) => one.programme === programme);
    if (joined) return viewOfPreview(joined);
    throw new NodeError(
      'NOT_FOUND',
      `programme ${programme}: expected one that this space joined`,
      {
        remedy: '`covisa programme list` shows them.',
      },
    );
  }

  get #own(): SpaceId {
    return this.#context.identity.space;
  }

  async create(founding: Founding): Promise<ProgrammeView> {
    const others = await Promise.all(founding.founders.map((one) => this.#founder(one)));
    checkTerms(founding.terms);
    // Before it is in the log: what cannot be noted could not be used.
    if (!this.#parts.book.hasRoom) {
      throw new NodeError(
        'CONFLICT',
        'programme: expected a node with room for one more, got none',
      );
    }
    const time = this.#context.now();
    const entry = draftRosterZero({ ...founding, time, founders: [this.#own, ...others] });
    const programme = programmeId.parse(rosterHashOf(encodeEntry(entry)));
    await this.#append([entry, this.#signature(entry, programme)], others);
    await this.#join({ programme, introducer: null, preview: null });
    return this.#view(programme);
  }

  /** A founder by its space id, or found behind its node's address. */
  async #founder(text: string): Promise<SpaceId> {
    if (!/^https?:\/\//.test(text)) return shape.parseAs('SHAPE_INVALID', spaceId, text);
    const { space, peerKey } = await this.#parts.client.discover(text);
    await this.#parts.book.nameFounder({ space, url: text, peerKey: encodeBase64url(peerKey) });
    return space;
  }

  invite(programme: ProgrammeId): Promise<string> {
    this.#view(programme);
    const url = this.#context.settings.publicUrl;
    if (url) return Promise.resolve(encodeInviteLink({ url, programme, introducer: this.#own }));
    throw new NodeError(
      'CONFLICT',
      'link: expected a node with a public address, got one that only calls out',
      {
        remedy: 'Ask a space with a public address for its link, or set publicUrl.',
      },
    );
  }

  async join(text: string): Promise<ProgrammeView> {
    const link = parseInviteLink(text);
    const { client, applications, states, gossip } = this.#parts;
    const found = await client.discover(link.url);
    if (found.space !== link.introducer) {
      throw new NodeError(
        'PEER_ANSWER_INVALID',
        'link: expected the space that it names at its address, got another',
        {
          remedy: 'Ask for a new link.',
        },
      );
    }
    const { space, peerKey } = found;
    const introducer = { space, url: link.url, peerKey: encodeBase64url(peerKey) };
    await this.#parts.view.know(link.programme, this.#context.ports.store);
    const left = await this.#return(link.programme);
    const address = { space, url: link.url, peerKey };
    const preview = await applications.send(address, link.programme, left);
    await this.#join({ programme: link.programme, introducer, preview });
    await gossip.syncNow(space);
    const state = states.state(link.programme);
    if (state && standingOf(state, this.#own) === 'founder-pending') {
      await this.sign(link.programme, state.roster.hash);
    }
    return this.#view(link.programme);
  }

  /**
   * Ends our own leave, if there is one. Returns the index in our log from which on an introducer
   * may not know it: that of the latest leave, or 0 if the log has been resumed since; null if
   * there never was a leave.
   */
  async #return(programme: ProgrammeId): Promise<number | null> {
    const { log } = this.#context.identity;
    const governance = this.#parts.view.governance.of(programme);
    const leaves = governance.filter(
      ({ space, entry }) => space === this.#own && entry.type === 'leave',
    );
    if (absenceOf(programme, this.#own, governance).isAway) {
      const date = utcDate(this.#context.now());
      await this.#append([{ type: 'return', programme, date }], []);
    }
    if (leaves.length === 0) return null;
    const latest = leaves.filter(({ incarnation }) => incarnation === log.incarnation);
    return Math.max(0, ...latest.map(({ index }) => index));
  }

  /** What was said of the programme before is there once it is in the book. */
  async #join(joined: Joined): Promise<void> {
    await this.#parts.view.know(joined.programme, this.#context.ports.store);
    await this.#parts.book.join(joined);
  }

  async endorse(programme: ProgrammeId, space: SpaceId): Promise<ProgrammeView> {
    const state = this.#asMember(programme);
    const { view } = this.#parts;
    if (!view.space(space)?.profile) {
      throw new NodeError(
        'NOT_FOUND',
        `space ${space}: expected an applicant, got one that is not known here`,
        {
          remedy: 'Send it the invitation link; it appears here when it has followed it.',
        },
      );
    }
    const applicant = state.applicants.find((one) => one.space === space);
    if (isParticipant(state, space) || applicant?.endorsers.includes(this.#own))
      return this.#view(programme);
    const { returns } = assertEndorsable(state, space, this.#own, view);
    const { hash: roster } = state.roster;
    const entry = { type: 'endorsement', programme, roster, space } as const;
    await this.#append([returns === 0 ? entry : { ...entry, returns }], [space]);
    return this.#view(programme);
  }

  async amend(programme: ProgrammeId, amendment: Amendment): Promise<ProgrammeView> {
    const state = this.#asMember(programme);
    const entry = amendedRoster(state, amendment, {
      time: this.#context.now(),
      silent: this.#parts.states.silent(programme),
      sizeOf: (space) => this.#parts.states.sizeOf(space),
    });
    await this.#append([entry, this.#signature(entry, programme)], []);
    return this.#view(programme);
  }

  async sign(programme: ProgrammeId, roster: string | null): Promise<ProgrammeView> {
    const draft = signable(this.#state(programme), roster);
    if (!draft.voters.includes(this.#own)) {
      checkRecent(draft.entry, this.#context.now());
      const { version } = draft.entry;
      const signature = {
        type: 'roster-signature',
        programme,
        version,
        roster: draft.hash,
      } as const;
      await this.#append([signature], []);
    }
    return this.#view(programme);
  }

  async choose(programme: ProgrammeId, roster: RosterHash): Promise<ProgrammeView> {
    const others = othersBeside(this.#state(programme), roster);
    await this.#parts.book.choose(programme, roster, others);
    return this.#view(programme);
  }

  async leave(programme: ProgrammeId): Promise<void> {
    this.#view(programme);
    const date = utcDate(this.#context.now());
    const peers = this.#parts.states.peers();
    await this.#append([{ type: 'leave', programme, date }], peers);
  }

  apply(applicant: SpaceId, body: Uint8Array): Promise<Uint8Array> {
    return this.#parts.applications.receive(applicant, body);
  }

  #signature(entry: RosterEntry, programme: ProgrammeId): RosterSignatureEntry {
    const roster = rosterHashOf(encodeEntry(entry));
    return { type: 'roster-signature', programme, version: entry.version, roster };
  }

  async #append(entries: readonly KnownEntry[], to: readonly SpaceId[]): Promise<void> {
    await this.#parts.ownLog.append(entries);
    this.#parts.gossip.push(to);
  }

  #state(programme: ProgrammeId): ProgrammeState {
    const state = this.#parts.states.state(programme);
    if (state) return state;
    this.#view(programme);
    throw new NodeError('NOT_READY', 'programme: its roster has not arrived yet', {
      remedy: 'Wait for the next sync, or call `covisa sync`.',
    });
  }

  #asMember(programme: ProgrammeId): ProgrammeState {
    const state = this.#state(programme);
    if (isMember(state, this.#own)) return state;
    throw new NodeError(
      'FORBIDDEN',
      'programme: expected a space on its roster, got one that is not (yet)',
      {
        remedy: 'A newcomer votes and endorses once a roster has seated it.',
      },
    );
  }
}
