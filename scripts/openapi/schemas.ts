/** Schemas with names: each stands once in a document, and is referred to everywhere else. */

import {
  calendarDate,
  key32,
  listing,
  offer,
  profile,
  programmeId,
  rosterHash,
  shape,
  spaceId,
  terms,
  venue,
  venueId,
  walletOverview,
} from '@covisa/protocol';
import { session } from './answers/access.js';
import { arrival, checkResult, deskRefusal, deskVisit } from './answers/desk.js';
import { member, visaVisit } from './answers/home.js';
import { rate } from './answers/parts.js';
import { programme, publicProgramme } from './answers/programmes.js';
import { verdict } from './answers/verdict.js';

/** The body of every refusal. */
export const errorBody = shape.closed({
  error: shape.closed({
    code: shape.text({ min: 1, max: 60, pattern: /^[A-Z0-9_]+$/ }),
    message: shape.text({ max: 10_000 }),
    path: shape.optional(shape.text({ max: 1000 })),
  }),
});

/** Name → shape. */
const NAMED: Readonly<Record<string, shape.Shape<unknown>>> = {
  SpaceId: spaceId,
  ProgrammeId: programmeId,
  RosterHash: rosterHash,
  Key: key32,
  Date: calendarDate,
  VenueId: venueId,
  Venue: venue,
  Rate: rate,
  Terms: terms,
  Offer: offer,
  Profile: profile,
  Listing: listing,
  Verdict: verdict,
  Arrival: arrival,
  Check: checkResult,
  Visit: deskVisit,
  Refusal: deskRefusal,
  Member: member,
  MemberVisit: visaVisit,
  Programme: programme,
  PublicProgramme: publicProgramme,
  Session: session,
  Overview: walletOverview,
  Error: errorBody,
};

const NAMES: ReadonlyMap<unknown, string> = new Map(
  Object.entries(NAMED).map(([name, { schema }]) => [schema, name]),
);

/** A document's schemas: gives references, and remembers to what. */
export class NamedSchemas {
  readonly #used = new Map<string, unknown>();

  /** The schema with references for all parts that have a name. */
  of(schema: unknown): unknown {
    const name = NAMES.get(schema);
    if (name === undefined) return this.#inside(schema);
    if (!this.#used.has(name)) {
      // Kept before its parts are looked at, so that the order is that of first mention.
      this.#used.set(name, null);
      this.#used.set(name, this.#inside(schema));
    }
    return { $ref: `#/components/schemas/${name}` };
  }

  /** The schema of a name. */
  named(name: string): unknown {
    return this.of(NAMED[name]?.schema);
  }

  /** All that were referred to, by name. */
  all(): object {
    return Object.fromEntries([...this.#used].sort(([a], [b]) => (a < b ? -1 : 1)));
  }

  #inside(value: unknown): unknown {
    if (Array.isArray(value)) return value.map((one) => this.of(one));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, this.of(one)]));
  }
}
