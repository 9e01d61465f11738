/**
 * The link by which a space joins a programme: `<node url>/join#<programme id>.<introducer's space
 * id>`.
 */

import {
  type ProgrammeId,
  ProtocolError,
  programmeId,
  type SpaceId,
  spaceId,
} from '@covisa/protocol';
import { NodeError } from '../../errors.js';

/** What a link says. What stands behind `#` is not sent to any server by a browser. */
export interface InviteLink {
  /** Without a slash at its end. */
  readonly url: string;
  readonly programme: ProgrammeId;
  readonly introducer: SpaceId;
}

/** The link's text. */
export function encodeInviteLink({ url, programme, introducer }: InviteLink): string {
  return `${url.replace(/\/+$/, '')}/join#${programme}.${introducer}`;
}

/** Reads a link. @throws NodeError REQUEST_INVALID */
export function parseInviteLink(text: string): InviteLink {
  const match = /^(https?:\/\/[^\s#]{1,180})\/join#([^.\s]{43})\.([^.\s]{43})$/.exec(text.trim());
  try {
    return {
      url: match?.[1] ?? '',
      programme: programmeId.parse(match?.[2]),
      introducer: spaceId.parse(match?.[3]),
    };
  } catch (cause) {
    if (!(cause instanceof ProtocolError)) throw cause;
    throw new NodeError(
      'REQUEST_INVALID',
      'link: expected an invitation <address>/join#<programme>.<space>',
      {
        remedy: 'Copy the whole link, to its last character.',
        cause,
      },
    );
  }
}
