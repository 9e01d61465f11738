/** Spaces whose members this space does not take: a part of its own offer. */

import type { Offer, SpaceId } from '@covisa/protocol';

/** Why members of a space are refused; null: they are not. */
export function refusalOf({ refuses }: Offer, space: SpaceId): string | null {
  return refuses?.find((one) => one.space === space)?.reason ?? null;
}

/** The offer without the refusal of a space. */
export function withoutRefusal(offer: Offer, space: SpaceId): Offer {
  const { refuses = [], ...rest } = offer;
  const others = refuses.filter((one) => one.space !== space);
  return others.length === 0 ? rest : { ...rest, refuses: others };
}

/** The offer with the refusal of a space, for a reason. */
export function withRefusal(offer: Offer, space: SpaceId, reason: string): Offer {
  const before = withoutRefusal(offer, space);
  return { ...before, refuses: [...(before.refuses ?? []), { space, reason: reason.trim() }] };
}
