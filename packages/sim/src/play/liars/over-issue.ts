/**
 * A home that signs a grant for whatever is asked, beyond any limit, and gives visas to people who
 * are no members, who travel on them.
 */

import type { GrantRequest } from '@covisa/node';
import {
  addDays,
  assembleGrant,
  dayOfDate,
  deriveNodeKey,
  encodeBase64url,
  encodeUtf8,
  type GrantClaims,
  grantToSign,
  issuingKeyAt,
  parseToken,
  parseUtf8,
  type SpaceId,
  shortSpaceId,
} from '@covisa/protocol';
import { join } from '../../people.js';
import { passOver } from '../../world/refusal.js';
import type { SimSpace } from '../../world/sim-space.js';
import { visitWith } from '../members.js';
import type { Play } from '../play.js';
import { type Liar, NOTHING_GAINED } from './liar.js';

/** People who are no members, and hosts that each of them visits, at each lie. */
const PEOPLE = 2;
const HOSTS = 3;

export const OVER_ISSUE: Liar = {
  gain: NOTHING_GAINED,
  begin(play, number) {
    const node = play.space(number);
    let made = 0;
    return async () => {
      node.bend = {
        async answer({ caller, path, body }, honest) {
          if (path !== '/covisa/v1/grant') return honest(body);
          const request = JSON.parse(parseUtf8(body)) as GrantRequest;
          return grantOf(play, node, caller.space, request) ?? honest(body);
        },
      };
      if (!node.isRunning) return;
      for (let one = 0; one < PEOPLE; one++) {
        made += 1;
        await sendOut(play, node, `nobody ${made}`);
      }
    };
  },
};

/** A grant with the home's own key, whatever its engine would say; null where it has no key. */
function grantOf(
  { world }: Play,
  home: SimSpace,
  host: SpaceId,
  { token, k, date, halfDay }: GrantRequest,
): Uint8Array | null {
  const key = issuingKeyAt(home.engine.keys.list(), home.now);
  if (!key) return null;
  const claims: GrantClaims = {
    ...{ k, host: shortSpaceId(host), date, issuedAt: home.now },
    lapsesAt: dayOfDate(addDays(date, 2)) * 86_400 + 12 * 3600,
    weight: halfDay ? 0.5 : 1,
  };
  const { number } = parseToken(token).visa.claims;
  const { payload, message } = grantToSign(claims, home.id, number);
  const seed = deriveNodeKey(home.secret, 'issuing', key.entry.generation);
  const grant = assembleGrant(payload, world.signatures.sign(seed, message));
  return encodeUtf8(JSON.stringify({ granted: true, grant: encodeBase64url(grant), k }));
}

/** Somebody who is no member has a visa, and visits with it, as if it were one. */
async function sendOut(play: Play, home: SimSpace, name: string): Promise<void> {
  const { world } = play;
  const { id, wallet } = await home.whileRunning(join(world, home, name));
  const number = play.people.length;
  play.people.push({ number, home, id, wallet });
  const chance = world.chance.child(`${home.name}/${name}`);
  for (const host of chance.some([...play.spaces.keys()], HOSTS)) {
    const token = wallet.present({ host: play.space(host) });
    // Whether one desk sends it away is nothing to the next.
    await visitWith(play, token, { member: number, host, asks: true }).catch(passOver);
  }
}
