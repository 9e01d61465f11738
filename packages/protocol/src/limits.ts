/**
 * Every bound of the protocol, with its unit and what it guards against. spec/limits.md is written
 * from this file.
 */

/** The last second of the year 9999: every time that is read is at most this. */
export const SECONDS_MAX = 253_402_300_799;
/** Bytes of one log entry: bounds memory and the cost of a hostile range. */
export const ENTRY_BYTES_MAX = 16 * 1024;
/**
 * Objects and lists of an entry, one within the other, the entry itself counted: fewer than any
 * JSON parser takes.
 */
export const ENTRY_DEPTH_MAX = 32;
/** Characters of a token (`CV1:` and base45): more than any phone shows; bounds decoding. */
export const TOKEN_CHARACTERS_MAX = 1200;
/** Bytes of one CBOR document (token, grant, seal): bounds decoding. */
export const CBOR_BYTES_MAX = 2048;
/**
 * Levels of arrays and maps below the outermost item of a CBOR document: bounds the decoder's
 * stack.
 */
export const CBOR_DEPTH_MAX = 6;
/** Bytes of the display name in a visa: bounds the QR code. */
export const DISPLAY_NAME_BYTES_MAX = 24;
/** Characters of a plan's name in a visa: bounds the QR code. */
export const PLAN_CHARACTERS_MAX = 16;
/** Earlier holder keys that a visa names: bounds the QR code and the phones of one visa year. */
export const FORMER_KEYS_MAX = 3;
/** Seconds before its time from which a presentation is good: clocks that run fast. */
export const PRESENTATION_EARLY_SECONDS = 60;
/**
 * Seconds after its time until which a presentation is good: a screenshot is soon worth nothing.
 */
export const PRESENTATION_LATE_SECONDS = 120;
/** Seconds that a visa lives by default. */
export const VISA_LIFETIME_SECONDS = 30 * 86_400;
/**
 * Days after a visa year for which home and hosts keep its visa number and the name beside it:
 * bounds what is known of who went where.
 */
export const VISA_KEPT_DAYS = 30;
/**
 * Seconds for which a node's clock must have gone without a step before the node erases what is
 * over by it: a machine that starts in another year erases nothing that is needed when its clock is
 * right again.
 */
export const CLOCK_STEADY_SECONDS = 7 * 86_400;
/**
 * Seconds by which a node's looks at its clock may come later than planned, all in all, before that
 * is a step: a clock that jumps is told from a node that is off by what was seen of that week.
 */
export const CLOCK_UNSEEN_SECONDS = 162 * 3600;
/** Seconds that a clock may go back without a step: a machine that keeps no time while off. */
export const CLOCK_BACK_SECONDS = 86_400;
/** Seconds that an issuing key may live: bounds what a stolen one can do. */
export const ISSUING_KEY_LIFETIME_SECONDS = 90 * 86_400;
/** Unused indices after which the look-up of stamps stops. */
export const LOOKUP_MISSES_MAX = 16;
/**
 * Indices of one visa number that are looked up at all: bounds what a host that floods its own log
 * can cost others.
 */
export const LOOKUP_INDICES_MAX = 1024;
/**
 * Stamps of one log under one marker that are seen: bounds what a host that repeats a marker can
 * cost others.
 */
export const STAMPS_OF_MARKER_MAX = 8;
/**
 * Stamps that do not count in one log, after which the rest of that log is passed over for this
 * visa.
 */
export const BAD_STAMPS_MAX = 3;
/**
 * Stamps of one log that may fail by what their home has changed before they count as such: more
 * than a host has of one visa in a visa year.
 */
export const EXCUSED_STAMPS_MAX = 400;
/** Days between a proof's UTC day and the date of its stamp. */
export const STAMP_DAY_DISTANCE_MAX = 1;
/** Days after its stamp within which a `void` is dated. */
export const VOID_DAYS_MAX = 2;
/** Days by which a stamp between a stamp and its `void` is later than the first, at most. */
export const VOID_LATER_STAMP_DAYS_MAX = 3;
/**
 * Entries after its stamp within which a `void` stands: bounds the look at the stamps between them.
 */
export const VOID_DISTANCE_MAX = 2048;
/** Visits of a member for which grants are open: bounds what hosts can reserve. */
export const OPEN_GRANTS_MAX = 8;
/** Seconds that a heartbeat may be ahead of local time. */
export const HEARTBEAT_AHEAD_SECONDS = 600;
/** Days after its date in which a node signs a roster that changes terms. */
export const TERMS_SIGNED_WITHIN_DAYS = 7;
/** Changes in one roster. */
export const ROSTER_CHANGES_MAX = 200;
/** Days of silence after which a member does not count in a roster's threshold. */
export const SILENT_MEMBER_DAYS = 60;
/** Endorsements of one member that count, for each roster cited. */
export const ENDORSEMENTS_PER_MEMBER_MAX = 3;
/** Endorsements that admit an applicant, unless the roster says otherwise. */
export const ENDORSEMENTS_DEFAULT = 2;
/** Seconds without a heartbeat after which a space is quiet in the directory. */
export const QUIET_AFTER_SECONDS = 3 * 86_400;
/** Seconds without a heartbeat after which a space is unlisted. */
export const UNLISTED_AFTER_SECONDS = 14 * 86_400;
/** Seconds after which a profile that was not signed again lists nothing. */
export const PROFILE_LIFETIME_SECONDS = 180 * 86_400;
/** Bytes of one sync body, after decompression. */
export const SYNC_BYTES_MAX = 4 * 1024 * 1024;
/** Bytes of a sync body's header line: holds a full frontier of 10,000 logs. */
export const SYNC_HEADER_BYTES_MAX = 2 * 1024 * 1024;
/** Entries of an applicant's log that are kept before it is admitted. */
export const APPLICANT_ENTRIES_MAX = 64;
/**
 * Bytes of entries that stay in memory (all but stamps, voids, refusals and unknown ones) that a
 * node takes of one space at once: years of an honest log, which writes under 1 MiB of them a year.
 */
export const GOVERNING_BYTES_BURST = 8 * 1024 * 1024;
/**
 * Bytes of such entries that a node takes of one space a day by its own clock, once the burst is
 * spent: bounds the memory that a member can fill by appending for ever.
 */
export const GOVERNING_BYTES_PER_DAY = 64 * 1024;
/** Entries of one log: keeps every size a safe integer, and a proof at 40 hashes. */
export const LOG_SIZE_MAX = 2 ** 40;
/** Characters of a checkpoint's signed note: origin, size, root and one signature are under 340. */
export const NOTE_CHARACTERS_MAX = 2048;
/** Signature lines of a note that is read: bounds the work on a stranger's note. */
export const NOTE_SIGNATURES_MAX = 16;
/** Hashes of a consistency proof in a sync: one more than the levels of the largest log. */
export const PROOF_HASHES_MAX = 42;
/**
 * Days after which what an entry says of a day is of no use to anybody: 13 months, and a few days
 * more. Longer than a visa year with all that may reach back behind it.
 */
export const PRUNE_AFTER_DAYS = 400;
/**
 * Entries that stay of those that a pruning entry sums up: bounds the list that goes with them. A
 * space writes some 150 of them a year, so it is enough for a quarter of a century; beyond it the
 * log is summed up no further, and nothing of it is forgotten that is not yet.
 */
export const PRUNED_STAYS_MAX = 4096;
/**
 * Bytes of the entries of one tile that stay: of a tile with more nothing is forgotten, since what
 * stands for it goes in one piece, and might fit into no message.
 */
export const PRUNED_TILE_BYTES_MAX = 524_288;
/** Hashes of subtrees in one pruned range. */
export const PRUNED_HASHES_MAX = 8192;
/**
 * Incarnations of one space: bounds how many logs a member can have all nodes tell each other of.
 */
export const INCARNATIONS_MAX = 64;
/** Strays on one shelf of a forked log, 8,192 on its 64 shelves: bounds what a forger can add. */
export const SHELF_STRAYS_MAX = 128;
/** Fork proofs in one message. */
export const SYNC_FORKS_MAX = 8;
/** Cosignatures by other spaces that are kept of a checkpoint. */
export const WITNESSES_MAX = 5;
/** Characters of a receipt. */
export const RECEIPT_CHARACTERS_MAX = 262_144;
/** Programmes of which one exchange speaks. */
export const SYNC_PROGRAMMES_MAX = 64;
/** Logs of a frontier in one message. */
export const SYNC_FRONTIER_MAX = 12_000;
/** Logs of which one message asks for entries; what is left is asked for in the next. */
export const SYNC_WANTS_MAX = 2_000;
/** Bare wants that one message answers; later ones are passed over, since each costs a proof. */
export const SYNC_BARE_WANTS_MAX = 64;
/** Ranges in one message. */
export const SYNC_RANGES_MAX = 1_000;
/** Entries in one message, all ranges together. */
export const SYNC_ENTRIES_MAX = 16_384;
/** Heartbeats without entries in one message. */
export const SYNC_HEARTBEATS_MAX = 1_000;
/**
 * Bytes of a message in which a space asks for its own log where it shares no programme: no more is
 * read of it.
 */
export const SYNC_QUESTION_BYTES_MAX = 1_024;
/** Characters of a cursor: it is opaque to the peer that keeps it. */
export const SYNC_CURSOR_CHARACTERS_MAX = 64;
/** Characters of what a member says about a visit that is not right: bounds what a home keeps. */
export const OBJECTION_CHARACTERS_MAX = 500;
/** Characters of a text in a message: bounds what one space can pile up at another. */
export const MESSAGE_TEXT_CHARACTERS_MAX = 2000;
/**
 * Bytes of a message before it is sealed: 2,000 characters, each written as two of JSON's escapes,
 * with what stands around them; bounds the work on a hostile one.
 */
export const MESSAGE_BYTES_MAX = 32 * 1024;
/** People of one introduction. */
export const MESSAGE_PEOPLE_MAX = 50;
/** Days from the first to the last of an introduction: bounds what a desk is shown. */
export const MESSAGE_DAYS_MAX = 92;
/** Seconds that a message may be ahead of its recipient's clock. */
export const MESSAGE_AHEAD_SECONDS = 600;
/** Seconds after which a message that was not delivered has failed. */
export const MESSAGE_LIFETIME_SECONDS = 30 * 86_400;
/**
 * Seconds after which a message is not taken any more: a day more than its sender tries; bounds how
 * long ids are remembered against replays.
 */
export const MESSAGE_AGE_SECONDS_MAX = 31 * 86_400;
/** Messages that a node takes of one space in 24 hours: bounds a member that floods another. */
export const MESSAGES_PER_DAY_MAX = 40;
/** Messages of one space that a node holds at once: bounds its disk. */
export const MESSAGES_HELD_MAX = 1000;
/** Messages in one answer to a space that collects its own. */
export const MESSAGES_COLLECTED_MAX = 16;
/** Days after its last day for which an introduction is kept: then that day is over everywhere. */
export const INTRODUCTION_KEPT_DAYS = 1;
/** Seconds after which a message is erased: thirteen months. */
export const MESSAGE_KEPT_SECONDS = 396 * 86_400;
