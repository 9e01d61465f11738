/** Branded names for the protocol's identifiers and units. Values are made only by parsers. */

declare const brand: unique symbol;
type Branded<T, Name extends string> = T & { readonly [brand]: Name };

/** A space's id: SHA-256 of its inception entry, 43 characters of base64url. */
export type SpaceId = Branded<string, 'SpaceId'>;
/** A programme's id: SHA-256 of its roster 0, 43 characters of base64url. */
export type ProgrammeId = Branded<string, 'ProgrammeId'>;
/** A roster's hash: SHA-256 of its entry, 43 characters of base64url. */
export type RosterHash = Branded<string, 'RosterHash'>;
/** A stamp's or revocation's marker: 16 bytes, 22 characters of base64url. */
export type Marker = Branded<string, 'Marker'>;
/** A calendar date `YYYY-MM-DD`, in the time zone that its context names. */
export type CalendarDate = Branded<string, 'CalendarDate'>;
/** Whole seconds since 1970-01-01T00:00:00Z. */
export type Seconds = number;
